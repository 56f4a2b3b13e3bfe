//! The command `test`.

use super::browser;
use crate::command::run as run_program;
use crate::project::Project;
use crate::setup::browsers::{self, Browsers};
use crate::setup::{self, Target, Toolchain};
use anyhow::{Context, Result};
use clap::Args;
use std::env;

/// Which tests; all where none is named.
#[derive(Args)]
pub(crate) struct Options {
    /// The tests of library and tools on this machine
    #[arg(long)]
    native: bool,
    /// The tests of the library on wasm32, as the page is compiled
    #[arg(long)]
    wasm: bool,
    /// The tests of the built page in a browser
    #[arg(long)]
    browser: bool,
    /// So many walks through the page are drawn, each of 200 steps
    #[arg(long, value_name = "N", default_value_t = 20)]
    walks: u32,
}

/// Runs the tests.
pub(crate) fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    let all = !(options.native || options.wasm || options.browser);
    // First, so that what is missing is told before anything takes time.
    let browsers = if all || options.browser {
        setup::for_build(&project)?;
        Some(browsers::all()?)
    } else {
        None
    };
    for missing in browsers.iter().flat_map(|browsers| &browsers.missing) {
        println!("{missing}. The other browsers are tested.");
    }
    let on_wasm = if all || options.wasm { Some(setup::for_tests_on_wasm(&project)) } else { None };
    let is_on_ci = env::var_os("CI").is_some_and(|ci| !ci.is_empty());
    let on_wasm = match on_wasm {
        Some(Err(problem)) if !options.wasm && !is_on_ci => {
            eprintln!("warning: the tests on wasm32 are skipped, which is what people run. {problem:#}");
            None
        }
        other => other.transpose()?,
    };

    let mut passed = Vec::new();
    if all || options.native {
        // The benchmarks are measured, not tested.
        let mut cargo = project.cargo();
        run_program(cargo.args(["test", "--workspace", "--exclude", "cdr-lens-benches"])).context("native tests")?;
        passed.push("the native tests and the examples in the documentation".to_owned());
    }
    if let Some(toolchain) = &on_wasm {
        test_on_wasm(&project, toolchain).context("tests on wasm32")?;
        passed.push("the library's tests on wasm32".to_owned());
    }
    let mut untested = Vec::new();
    if let Some(Browsers { found, missing }) = browsers {
        let files = browser::test(&project, &found, options.walks).context("browser tests")?;
        let names: Vec<_> = found.iter().map(|browser| browser.name).collect();
        passed.push(format!(
            "the browser tests in {files} files, on the served page and on the single file, in {}",
            names.join(", ")
        ));
        untested = missing;
    }
    println!("\nPassed: {}.", passed.join("; "));
    if all && on_wasm.is_none() {
        println!("Skipped: the library's tests on wasm32; see the warning above.");
    }
    for missing in untested {
        println!("Not in all browsers: {missing}.");
    }
    Ok(())
}

/// The same tests of the library as on this machine, as .cargo/config.toml says and in the profile `wasm`.
fn test_on_wasm(project: &Project, toolchain: &Toolchain) -> Result<()> {
    let mut cargo = toolchain.cargo(project)?;
    cargo.args(["test", "--workspace", "--lib", "--tests", "--no-fail-fast"]);
    // The page is for browsers, the others are tools.
    for not in ["cdr-lens", "xtask", "cdr-lens-benches"] {
        cargo.args(["--exclude", not]);
    }
    // By its whole path: cargo starts the tests of each crate in the crate's folder.
    let runner = ["node", "--no-warnings", &project.root.join("tests/wasm/run.mjs").to_string_lossy()]
        .map(|part| format!("{part:?}"));
    cargo.arg("--config").arg(format!("target.{}.runner=[{}]", Target::Tests.name(), runner.join(", ")));
    run_program(cargo.args(["--target", Target::Tests.name(), "--profile", "wasm"]))
}
