//! The browsers of the tests, a file a browser: those that are there, else Debian's, installed now.

mod chromium;
mod firefox;
mod webkit;

use super::apt::Apt;
use crate::command::find_on_path;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// What a browser is tested with, and how one comes by it.
struct Description {
    name: &'static str,
    programs: &'static [Program],
    /// Debian's, which bring all of the programs.
    packages: &'static [&'static str],
    /// What a person can do where they cannot be installed.
    remedy: &'static str,
}

/// A program that a browser is tested with.
struct Program {
    /// Names it where another than the one that is found is wanted, and tells the tests where it is.
    variable: &'static str,
    find: fn() -> Option<PathBuf>,
}

/// A browser that is there.
pub(crate) struct Browser {
    /// Its name.
    pub(crate) name: &'static str,
    /// Where its programs are, by the variables that tell it to the tests.
    pub(crate) programs: Vec<(&'static str, PathBuf)>,
}

/// The browsers of the tests.
pub(crate) struct Browsers {
    /// Those that are there; Chromium always is.
    pub(crate) found: Vec<Browser>,
    /// Of each that is not there a sentence that says so, and how to have it.
    pub(crate) missing: Vec<String>,
}

/// The browser that does everything with the page: an error where it is not there and cannot be installed.
pub(crate) fn chromium() -> Result<Browser> {
    find_or_install(&chromium::CHROMIUM, &installer)?.with_context(|| missing(&chromium::CHROMIUM))
}

/// All browsers. What can be installed is; without Chromium there is no testing. One of the others may be missing where
/// nothing can be installed, on a person's machine, but never in continuous integration, which sets CI.
pub(crate) fn all() -> Result<Browsers> {
    let mut browsers = Browsers { found: vec![chromium()?], missing: Vec::new() };
    let unattended = env::var_os("CI").is_some_and(|set| !set.is_empty());
    for browser in [&firefox::FIREFOX, &webkit::WEBKIT] {
        match find_or_install(browser, &installer)? {
            Some(found) => browsers.found.push(found),
            None if unattended => bail!("{}", missing(browser)),
            None => browsers.missing.push(missing(browser)),
        }
    }
    Ok(browsers)
}

fn missing(browser: &Description) -> String {
    format!("{} was not found: {}", browser.name, browser.remedy)
}

/// Installs packages; `None` where there is nothing that could.
type Installer = dyn Fn(&[&str]) -> Option<Result<()>>;

fn installer(packages: &[&str]) -> Option<Result<()>> {
    Apt::find().map(|apt| apt.install(packages))
}

/// A browser with all of its programs; `None` where one is missing and nothing can be installed.
fn find_or_install(browser: &Description, install: &Installer) -> Result<Option<Browser>> {
    if let Some(found) = find(browser)? {
        return Ok(Some(found));
    }
    let Some(installed) = install(browser.packages) else { return Ok(None) };
    installed.context(browser.remedy)?;
    let found = find(browser)?;
    let brought = || format!("{} did not bring all that is needed: {}", browser.packages.join(", "), browser.remedy);
    found.with_context(brought).map(Some)
}

fn find(browser: &Description) -> Result<Option<Browser>> {
    let mut programs = Vec::new();
    for Program { variable, find } in browser.programs {
        let Some(path) = named(variable, env::var_os(variable))?.or_else(find) else { return Ok(None) };
        programs.push((*variable, path));
    }
    Ok(Some(Browser { name: browser.name, programs }))
}

/// The program that a variable names, by its path or as a command; an error where it is none.
fn named(variable: &str, value: Option<OsString>) -> Result<Option<PathBuf>> {
    let Some(named) = value.filter(|named| !named.is_empty()).map(PathBuf::from) else { return Ok(None) };
    if named.is_file() {
        return Ok(Some(named));
    }
    let command = named.to_str().and_then(find_on_path);
    command.with_context(|| format!("{variable} names {}, which is no program", named.display())).map(Some)
}

/// The first of these commands that there is.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find_on_path(name))
}

/// The first of these apps of a Mac that there is.
fn app(paths: &[&str]) -> Option<PathBuf> {
    paths.iter().map(PathBuf::from).find(|app| app.is_file())
}

#[cfg(test)]
mod tests;
