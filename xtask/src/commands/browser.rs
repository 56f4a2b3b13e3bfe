//! Scripts of tests/browser and tests/charts, run by Node.js on the page that was built.

use crate::command::run;
use crate::page;
use crate::project::Project;
use crate::serve::{Port, Serving, start};
use crate::setup;
use crate::setup::browsers::Browser;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the site is served for the tests: not at the root, so that an address that is not relative is found out.
const BELOW: &str = "/deep/er/";

/// The command `screenshots`.
pub(crate) fn screenshots() -> Result<()> {
    run_script("tests/browser/screenshots.mjs", &[])?;
    run_script("tests/browser/report_pictures.mjs", &[])
}

/// The command `soak`.
pub(crate) fn soak() -> Result<()> {
    run_script("tests/browser/soak.mjs", &[])
}

/// The peers' benchmark; see benches/peers.
pub(super) fn peers(arguments: &[OsString]) -> Result<()> {
    run_script("benches/peers/run.mjs", arguments)
}

/// The benchmark of an export.
pub(super) fn export(arguments: &[OsString]) -> Result<()> {
    run_script("benches/export.mjs", arguments)
}

/// The benchmark of pages.
pub(super) fn pages(arguments: &[OsString]) -> Result<()> {
    run_script("benches/pages.mjs", arguments)
}

fn run_script(script: &str, arguments: &[OsString]) -> Result<()> {
    let project = Project::find()?;
    let script = project.root.join(script);
    if !script.is_file() {
        bail!("{} is missing", script.display());
    }
    let all: Vec<_> = std::iter::once(script.as_os_str()).chain(arguments.iter().map(OsString::as_os_str)).collect();
    with_page(&project, &[setup::browsers::chromium()?], &all, &[])
}

/// The browser tests, in these browsers, with so many walks that are drawn. Returns how many files of them there are.
pub(super) fn test(project: &Project, browsers: &[Browser], walks: u32) -> Result<usize> {
    let mut files = test_files(&project.root.join("tests/browser"))?;
    files.extend(test_files(&project.root.join("tests/charts"))?);
    // Two at a time: one waits for the disk or for its browser while the other goes on. More would be too much for
    // small machines. What hangs for good is told too.
    let options = ["--test", "--test-concurrency=2", "--test-timeout=1800000", "--test-reporter=spec"].map(OsStr::new);
    let arguments: Vec<_> = options.into_iter().chain(files.iter().map(|file| file.as_os_str())).collect();
    with_page(project, browsers, &arguments, &[("CDR_LENS_WALKS", walks.to_string())])?;
    Ok(files.len())
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    if files.is_empty() {
        bail!("there is no browser test, *.test.mjs, in {}", folder.display());
    }
    files.sort();
    Ok(files)
}

/// Builds the page and runs Node.js, telling it by its environment where everything is.
fn with_page(project: &Project, browsers: &[Browser], arguments: &[&OsStr], more: &[(&str, String)]) -> Result<()> {
    let tools = page::build(project)?;
    tools.node_modules.package("playwright-core").context("which drives Chromium")?;
    tools.node_modules.package("puppeteer-core").context("which drives Firefox")?;
    let Serving { address } = start(&project.site(), BELOW, Port::Any)?;
    let mut node = Command::new(&tools.node_modules.node);
    node.args(arguments).current_dir(&project.root);
    node.envs(browsers.iter().flat_map(|browser| browser.programs.iter().cloned()))
        .envs(more.iter().map(|(name, value)| (*name, value)))
        .env("CDR_LENS_SITE_URL", address)
        .env("CDR_LENS_SINGLE_FILE", project.single_file())
        .env("CDR_LENS_XTASK", env::current_exe().context("where is xtask?")?);
    run(&mut node)
}
