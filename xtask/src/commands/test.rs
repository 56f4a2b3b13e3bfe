//! The command `test`.

use super::browser;
use crate::command::run as run_program;
use crate::project::Project;
use crate::setup;
use anyhow::{Context, Result};
use clap::Args;

#[derive(Args)]
pub(crate) struct Options {
    /// Only the tests that need no browser
    #[arg(long, conflicts_with = "browser")]
    native: bool,
    /// Only the tests of the built page in a browser
    #[arg(long)]
    browser: bool,
}

/// Runs the tests.
pub(crate) fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    if !options.native {
        // First, so that what is missing is told before anything takes time.
        setup::for_build(&project)?;
        setup::chromium()?;
    }
    let mut passed = Vec::new();
    if !options.browser {
        // The benchmarks are measured, not tested.
        let mut cargo = project.cargo();
        run_program(cargo.args(["test", "--workspace", "--exclude", "cdr-lens-benches"])).context("native tests")?;
        passed.push("the native tests and the examples in the documentation".to_owned());
    }
    if !options.native {
        let files = browser::test(&project).context("browser tests")?;
        passed.push(format!("the browser tests in {files} files, on the served page and on the single file"));
    }
    println!("\nPassed: {}.", passed.join("; "));
    Ok(())
}
