//! The command `check`.

use crate::command::run as run_program;
use crate::project::Project;
use crate::setup::{self, Target};
use anyhow::{Context, Result};

/// Checks formatting and code.
pub(crate) fn run() -> Result<()> {
    let project = Project::find()?;
    run_program(project.cargo().args(["fmt", "--all", "--", "--check"]))
        .context("formatting: `cargo fmt --all` puts it right (`rustup component add rustfmt` where it is missing)")?;

    let strict = ["--", "-D", "warnings"];
    run_program(project.cargo().args(["clippy", "--workspace", "--all-targets"]).args(strict))
        .context("clippy (`rustup component add clippy` where it is missing)")?;

    // The part that exists in the browser only.
    let toolchain = setup::for_build(&project)?.toolchain;
    let mut cargo = toolchain.cargo(&project)?;
    let what = [
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "cdr-lens-benches",
        "--lib",
        "--bins",
        "--target",
        Target::Page.name(),
    ];
    if toolchain.has_clippy() {
        run_program(cargo.arg("clippy").args(what).args(strict)).context("clippy for wasm32")?;
        println!("Checked: formatting; clippy, for this machine and for wasm32.");
    } else {
        run_program(cargo.arg("check").args(what)).context("the compiler, for wasm32")?;
        println!(
            "Checked: formatting; clippy for this machine; for wasm32 by the compiler only, since {} has no clippy.",
            toolchain.about()
        );
    }
    Ok(())
}
