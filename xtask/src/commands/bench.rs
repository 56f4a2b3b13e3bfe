//! The command `bench`.

use crate::command::run as run_program;
use crate::project::Project;
use anyhow::Result;
use clap::Args;
use std::ffi::OsString;

#[derive(Args)]
pub(crate) struct Options {
    /// Passed on to `cargo bench`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the benchmarks.
pub(crate) fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    run_program(project.cargo().args(["bench", "--package", "cdr-lens-benches"]).args(&options.arguments))
}
