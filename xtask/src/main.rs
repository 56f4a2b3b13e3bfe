//! The project's build tool: `cargo xtask`.
//!
//! It needs Rust and Node.js. What else it needs it finds or installs: the standard library for wasm32, npm's packages,
//! and, for the tests, three browsers.

mod command;
mod commands;
mod digest;
#[cfg(test)]
mod house;
mod licences;
mod mime;
mod page;
mod project;
mod serve;
mod setup;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Sets CDR Lens up, builds, serves and tests it.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what build and tests need; what is there already is left as it is
    Setup,
    /// Build the page: dist/site for a static host, dist/cdr-lens.html to open from disk
    Build,
    /// Build the page and serve it on this machine
    Serve(commands::serve::Options),
    /// Run all tests: those of the library, then those of the built page in a browser
    Test(commands::test::Options),
    /// Check the formatting, and look for mistakes with clippy
    Check,
    /// Measure how fast files are read
    Bench(commands::bench::Options),
    /// Write anew which licences what is shipped is under, by the lock files
    Licences,
    /// Write anew, into ARCHITECTURE.md, what takes how much of the module
    Sizes,
    /// Write a file of invented call detail records
    Sample(commands::sample::Options),
    /// Read a file of more than 4 GiB to its end, in a browser
    Soak,
    /// Build the page and take the pictures of the README from it
    Screenshots,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Task::Setup => setup::command(),
        Task::Build => commands::build(),
        Task::Serve(options) => commands::serve::run(&options),
        Task::Test(options) => commands::test::run(&options),
        Task::Check => commands::check::run(),
        Task::Bench(options) => commands::bench::run(&options),
        Task::Licences => commands::licences(),
        Task::Sizes => commands::sizes(),
        Task::Sample(options) => commands::sample::run(&options),
        Task::Soak => commands::browser::soak(),
        Task::Screenshots => commands::browser::screenshots(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
