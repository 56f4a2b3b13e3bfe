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
    /// How long an export of all calls takes beside reading their file
    #[arg(long, conflicts_with = "peers")]
    export: bool,
    /// How long pages take from the click until they are at rest
    #[arg(long, conflicts_with_all = ["peers", "export"])]
    pages: bool,
    /// Passed on to `cargo bench`, or to benches/peers/run.mjs, benches/export.mjs or benches/pages.mjs
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the benchmarks.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.peers {
        return super::browser::peers(&options.arguments);
    }
    if options.export {
        return super::browser::export(&options.arguments);
    }
    if options.pages {
        return super::browser::pages(&options.arguments);
    }
    let project = Project::find()?;
    run_program(project.cargo().args(["bench", "--package", "cdr-lens-benches"]).args(&options.arguments))
}
