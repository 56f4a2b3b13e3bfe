//! The command `serve`.

use crate::command::run as run_program;
use crate::page;
use crate::project::Project;
use crate::serve::{Port, start};
use anyhow::Result;
use clap::Args;
use std::process::Command;
use std::thread;

const FIRST_PORT: u16 = 8080;

#[derive(Args)]
pub(crate) struct Options {
    /// Serve on this port [default: 8080, or the next that is free]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the page in the browser of this system
    #[arg(long)]
    open: bool,
}

/// Builds and serves, until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    page::build(&project)?;
    let serving = start(&project.site(), "/", options.port.map_or(Port::From(FIRST_PORT), Port::Exactly))?;
    println!("\nCDR Lens is served at {}\nCtrl+C ends it.", serving.address);
    if options.open
        && let Err(error) = open(&serving.address)
    {
        eprintln!("The browser could not be opened ({error:#}): open the address above.");
    }
    loop {
        thread::park();
    }
}

fn open(address: &str) -> Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    run_program(Command::new(program).args(arguments).arg(address))
}
