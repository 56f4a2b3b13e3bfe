//! The program: compiled by cargo, given its glue by wasm-bindgen, made small by wasm-opt.

use super::index::RustLink;
use super::wasm_opt;
use crate::command::run;
use crate::digest;
use crate::project::Project;
use crate::setup::{BuildTools, Target};
use anyhow::{Context, Result, anyhow};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The one program of page and workers.
pub(super) struct Program {
    /// The script that starts the module, as a plain script that defines `wasm_bindgen`.
    pub(super) glue: String,
    /// The module.
    pub(super) wasm: Vec<u8>,
    /// Why the module was not made small.
    pub(super) not_optimised: Option<String>,
}

/// Builds it; what is up to date is not made again.
pub(super) fn build(project: &Project, tools: &BuildTools, link: &RustLink) -> Result<Program> {
    let compiled = compile(project, tools)?;
    let compiled = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let optimiser = wasm_opt::find(&tools.node_modules, link);
    let not_optimised = optimiser.as_ref().err().map(|error| format!("{error:#}"));

    let folder = project.cache().join("program");
    let (glue, wasm) = (folder.join("cdr-lens.js"), folder.join("cdr-lens_bg.wasm"));
    let (stamp, made_of) = (folder.join("made-of"), made_of(&compiled, optimiser.as_ref().ok()));
    if fs::read_to_string(&stamp).unwrap_or_default() != made_of {
        let _ = fs::remove_file(&stamp);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        bind(compiled, &folder)?;
        if let Ok(optimiser) = &optimiser {
            println!("Optimising by wasm-opt …");
            optimiser.optimise(&wasm)?;
        }
        fs::write(&stamp, made_of).with_context(|| format!("cannot write {}", stamp.display()))?;
    }
    Ok(Program {
        glue: fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?,
        wasm: fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?,
        not_optimised,
    })
}

fn made_of(compiled: &[u8], optimiser: Option<&wasm_opt::WasmOpt>) -> String {
    let optimised = optimiser.map_or_else(|| "not optimised".to_owned(), ToString::to_string);
    format!("{} {optimised}", digest::hex(compiled))
}

fn compile(project: &Project, tools: &BuildTools) -> Result<PathBuf> {
    let mut cargo = tools.toolchain.cargo(project)?;
    cargo.args(["build", "--locked", "--release", "--target", Target::Page.name(), "--package", "cdr-lens"]);
    remap_paths(&mut cargo);
    run(&mut cargo)?;
    Ok(compiled(project))
}

/// Where cargo puts the module: as the compiler made it, with the names of its functions.
pub(super) fn compiled(project: &Project) -> PathBuf {
    project.built_for(Target::Page).join(Target::Page.name()).join("release/cdr-lens.wasm")
}

/// Panics tell in which file they happened. The page is not to carry the path of the home of whoever built it.
fn remap_paths(cargo: &mut Command) {
    let home = env::home_dir().map(|home| home.join(".cargo"));
    if let Some(home) = env::var_os("CARGO_HOME").map(PathBuf::from).or(home) {
        let flag = format!("--remap-path-prefix={}=/cargo", home.display());
        cargo.arg("--config").arg(format!("target.{}.rustflags=[{flag:?}]", Target::Page.name()));
    }
}

/// Writes glue and module into `folder`.
fn bind(compiled: Vec<u8>, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("cdr-lens", compiled).typescript(false);
    // What wasm-opt strips as well, for when it is missing.
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
        .no_modules(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}
