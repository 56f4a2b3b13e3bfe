//! The command `check`.

use crate::command::run as run_program;
use crate::project::Project;
use crate::setup::{self, Target};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where there is code of ours.
const SOURCES: [&str; 5] = ["src", "crates", "xtask/src", "benches", "fuzz/fuzz_targets"];

/// The Rust files of a folder and of all folders in it.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(sources(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Checks formatting and code.
pub(crate) fn run() -> Result<()> {
    let project = Project::find()?;
    // File by file: `cargo fmt` does not find modules that a macro declares, as rules are.
    let files = SOURCES.map(|folder| sources(&project.root.join(folder))).into_iter().collect::<Result<Vec<_>>>()?;
    let files = files.into_iter().flatten();
    run_program(Command::new("rustfmt").args(["--edition", "2024", "--check"]).args(files)).context(
        "formatting: `rustfmt --edition 2024 FILE` puts it right (`rustup component add rustfmt` where it is missing)",
    )?;

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
