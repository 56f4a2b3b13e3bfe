//! The charts: our modules in www/charts and the parts of ECharts that they use, made one script by esbuild.
//!
//! It is loaded beside the program and not in it: the page starts without waiting for it, and shows tables until it is
//! there. www/charts/bundle.mjs makes it, for Trunk as well.

use crate::command::run;
use crate::project::Project;
use crate::setup::NodeModules;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Where the script is made, as index.html names it.
pub(super) const SCRIPT: &str = "dist/charts/charts.js";

const BUNDLE: &str = "www/charts/bundle.mjs";

/// The script, as its two parts.
pub(super) struct Charts {
    /// The licences of what is in it: the comment that it begins with.
    pub(super) licences: String,
    /// The rest.
    pub(super) script: String,
}

/// What makes the script.
pub(super) struct Bundler {
    node: PathBuf,
}

/// Finds it; an error that tells why where it is missing.
pub(super) fn find(node_modules: &NodeModules) -> Result<Bundler> {
    for package in ["esbuild", "echarts", "zrender"] {
        node_modules.package(package)?;
    }
    Ok(Bundler { node: node_modules.node.clone() })
}

impl Bundler {
    /// Makes the script. Every time: it takes less than a second.
    pub(super) fn bundle(&self, project: &Project) -> Result<Charts> {
        let path = project.root.join(SCRIPT);
        let mut command = Command::new(&self.node);
        run(command.arg(project.root.join(BUNDLE)).arg(&path).current_dir(&project.root))?;
        let whole = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        split(&whole).with_context(|| format!("{SCRIPT} does not begin with the licences of what is in it"))
    }
}

/// Where the script's first comment ends.
fn split(whole: &str) -> Option<Charts> {
    const END: &str = "*/\n";
    let end = whole.starts_with("/*").then(|| whole.find(END))?? + END.len();
    let (licences, script) = whole.split_at(end);
    Some(Charts { licences: licences.to_owned(), script: script.to_owned() })
}

impl Charts {
    /// All of it.
    pub(super) fn whole(&self) -> String {
        format!("{}{}", self.licences, self.script)
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_licences_are_the_first_comment() {
        let charts = split("/*!\nMIT\n*/\n(()=>{/* more */\n})();\n").unwrap();
        assert_eq!((charts.licences.as_str(), charts.script.as_str()), ("/*!\nMIT\n*/\n", "(()=>{/* more */\n})();\n"));
        assert!(split("(()=>{/* none */\n})();\n").is_none());
        assert!(split("/* without an end").is_none());
    }
}
