//! The page: index.html and the program, made into a folder for a static host and into a single file.

mod index;
mod outside;
mod policy;
mod program;
mod single_file;
mod site;
mod sizes;
mod wasm_opt;

use crate::project::Project;
use crate::setup::{self, BuildTools};
use anyhow::{Context, Result};
use index::Index;
use std::fs;

/// The command `build`.
pub(crate) fn build(project: &Project) -> Result<BuildTools> {
    let tools = setup::for_build(project)?;
    let index = Index::read(&project.root.join("index.html"))?;
    let program = program::build(project, &tools, &index.rust()?)?;
    let dist = project.dist();
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    let css = site::write(project, &index, &program)?;
    let single_file = single_file::write(project, &index, &program)?;
    sizes::print(&program, &css, &single_file)?;
    println!("\nThe page: {}\nThe same in one file: {}", project.site().display(), project.single_file().display());
    sizes::check(&program)?;
    Ok(tools)
}
