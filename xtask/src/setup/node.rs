//! Node.js, and the packages of package-lock.json: wasm-opt, esbuild and ECharts for the build, Playwright,
//! Puppeteer and axe-core for the tests.

use crate::command::{find_on_path, output, run};
use crate::digest;
use crate::project::Project;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The first one whose test runner ends what hangs (`--test-timeout`).
const OLDEST_NODE: (u32, u32) = (20, 11);
const REMEDY: &str = "install Node.js 20.11 or newer with npm (nodejs.org, or your system's packages nodejs and npm)";

/// The packages of package-lock.json, or why they are missing.
pub(crate) struct NodeModules {
    /// The program.
    pub(crate) node: PathBuf,
    /// What it calls itself.
    pub(crate) node_version: String,
    folder: PathBuf,
    /// Why the packages could not be installed.
    pub(crate) problem: Option<String>,
}

impl NodeModules {
    /// A package's folder; an error where it is not installed.
    pub(crate) fn package(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.join(name);
        if folder.join("package.json").is_file() {
            return Ok(folder);
        }
        let why = self.problem.as_deref().unwrap_or("package-lock.json does not name it");
        Err(anyhow!("npm's package {name} is not installed: {why}"))
    }

    /// A package's version; an error where it is not installed.
    pub(crate) fn version(&self, name: &str) -> Result<String> {
        let file = self.package(name)?.join("package.json");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let json: serde_json::Value = serde_json::from_str(&text).with_context(|| format!("in {}", file.display()))?;
        Ok(json["version"].as_str().with_context(|| format!("{} has no version", file.display()))?.to_owned())
    }
}

/// Finds Node.js and installs the packages where they are not yet what the lock file says. That they cannot be
/// installed is no error here: the build can do without them.
pub(super) fn install(project: &Project) -> Result<NodeModules> {
    let node = find_on_path("node").with_context(|| format!("Node.js was not found: {REMEDY}"))?;
    let node_version = output(Command::new(&node).arg("--version"))?;
    if version(&node_version).is_none_or(|version| version < OLDEST_NODE) {
        bail!("{} is Node.js {node_version}: {REMEDY}", node.display());
    }
    let npm = find_on_path("npm").with_context(|| format!("npm was not found beside Node.js: {REMEDY}"))?;

    let folder = project.root.join("node_modules");
    let lock = project.root.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let (stamp, lock) = (folder.join(".installed"), digest::hex(&lock));
    let mut problem = None;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(NodeModules { node, node_version, folder, problem });
    }
    println!("Installing the packages of package-lock.json by npm …");
    let mut npm = Command::new(npm);
    // No package of ours needs its scripts, so none is let run one.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&project.root);
    match run(&mut npm) {
        Ok(()) => fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))?,
        Err(error) => problem = Some(format!("{error}; see above, and run `cargo xtask setup` again")),
    }
    Ok(NodeModules { node, node_version, folder, problem })
}

/// (20, 9) of `v20.9.2`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_read() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version("v8.1"), Some((8, 1)));
        assert_eq!(version("node"), None);
    }
}
