//! Chromium or one of its relatives, in which the page is tested with everything that it does.

use super::{Description, Program, app, on_path};
use std::path::PathBuf;

const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

const MAC_APPS: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

pub(super) const CHROMIUM: Description = Description {
    name: "Chromium",
    programs: &[Program { variable: "CHROMIUM", find }],
    packages: &["chromium"],
    remedy: "install Chromium, Chrome or Edge, or name one: CHROMIUM=/path/to/browser cargo xtask test",
};

fn find() -> Option<PathBuf> {
    on_path(&NAMES).or_else(|| app(&MAC_APPS))
}
