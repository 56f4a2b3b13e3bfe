//! wasm-opt, from npm's package binaryen: the one that reads what wasm-bindgen writes today, on every system.

use super::index::RustLink;
use crate::command::output;
use crate::setup::NodeModules;
use anyhow::{Context, Result};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program and how it is called.
pub(super) struct WasmOpt {
    node: PathBuf,
    program: PathBuf,
    version: String,
    arguments: Vec<String>,
}

/// Finds it; an error that tells why where it is missing.
pub(super) fn find(node_modules: &NodeModules, link: &RustLink) -> Result<WasmOpt> {
    // Stripped here and not by cargo: one of these sections tells wasm-bindgen and wasm-opt the target's features.
    let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"].map(str::to_owned);
    let mut arguments = vec![format!("-O{}", link.level)];
    arguments.extend(link.parameters.iter().cloned().chain(strip));
    Ok(WasmOpt {
        node: node_modules.node.clone(),
        program: node_modules.package("binaryen")?.join("bin/wasm-opt"),
        version: node_modules.version("binaryen")?,
        arguments,
    })
}

impl WasmOpt {
    /// Replaces the module by a smaller and faster one.
    pub(super) fn optimise(&self, wasm: &Path) -> Result<()> {
        let optimised = wasm.with_extension("opt.wasm");
        let mut command = Command::new(&self.node);
        output(command.arg(&self.program).args(&self.arguments).arg("-o").arg(&optimised).arg(wasm))?;
        fs::rename(&optimised, wasm).with_context(|| format!("cannot replace {}", wasm.display()))
    }
}

impl fmt::Display for WasmOpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "binaryen {} {}", self.version, self.arguments.join(" "))
    }
}
