//! The command `bench`.

use crate::command::run as run_program;
use crate::project::Project;
use anyhow::Result;
use clap::Args;
use std::ffi::OsString;

#[derive(Args)]
pub(crate) struct Options {
    /// Beside other programs that read such files in a browser, in one run of one browser
    #[arg(long)]
    peers: bool,
    /// Passed on to `cargo bench`, or to benches/peers/run.mjs
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the benchmarks.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.peers {
        return super::browser::peers(&options.arguments);
    }
    let project = Project::find()?;
    run_program(project.cargo().args(["bench", "--package", "cdr-lens-benches"]).args(&options.arguments))
}
