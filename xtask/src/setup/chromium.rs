//! The browser of the tests: Chromium or one of its relatives.

use super::apt::Apt;
use crate::command::find_on_path;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;

const REMEDIES: &str = "install Chromium, Chrome or Edge, or name one: CHROMIUM=/path/to/browser cargo xtask test";

const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

const MAC_APPS: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// The browser that the variable CHROMIUM names, else one that is installed, else Debian's, installed now.
pub(super) fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|named| !named.is_empty()).map(PathBuf::from) {
        if named.is_file() {
            return Ok(named);
        }
        return named
            .to_str()
            .and_then(find_on_path)
            .with_context(|| format!("CHROMIUM names {}, which is no program", named.display()));
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    let Some(apt) = Apt::find() else { bail!("no browser to test with was found: {REMEDIES}") };
    apt.install(&["chromium"]).context(REMEDIES)?;
    find().with_context(|| format!("the package chromium brought no program of that name: {REMEDIES}"))
}

fn find() -> Option<PathBuf> {
    let apps = || MAC_APPS.iter().map(PathBuf::from).find(|app| app.is_file());
    NAMES.iter().find_map(|name| find_on_path(name)).or_else(apps)
}
