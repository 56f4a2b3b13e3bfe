//! The command `test`.

use super::browser;
use crate::command::run as run_program;
use crate::project::Project;
use crate::setup;
use crate::setup::browsers::{self, Browsers};
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
    // First, so that what is missing is told before anything takes time.
    let browsers = if options.native {
        None
    } else {
        setup::for_build(&project)?;
        Some(browsers::all()?)
    };
    for missing in browsers.iter().flat_map(|browsers| &browsers.missing) {
        println!("{missing}. The other browsers are tested.");
    }
    let mut passed = Vec::new();
    if !options.browser {
        // The benchmarks are measured, not tested.
        let mut cargo = project.cargo();
        run_program(cargo.args(["test", "--workspace", "--exclude", "cdr-lens-benches"])).context("native tests")?;
        passed.push("the native tests and the examples in the documentation".to_owned());
    }
    let mut untested = Vec::new();
    if let Some(Browsers { found, missing }) = browsers {
        let files = browser::test(&project, &found).context("browser tests")?;
        let names: Vec<_> = found.iter().map(|browser| browser.name).collect();
        passed.push(format!(
            "the browser tests in {files} files, on the served page and on the single file, in {}",
            names.join(", ")
        ));
        untested = missing;
    }
    println!("\nPassed: {}.", passed.join("; "));
    for missing in untested {
        println!("Not in all browsers: {missing}.");
    }
    Ok(())
}
