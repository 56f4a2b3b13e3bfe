//! The page: index.html and the program, made into a folder for a static host and into a single file.

mod charts;
mod index;
mod module_parts;
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
use std::fs::{self, File};

/// The command `build`.
pub(crate) fn build(project: &Project) -> Result<BuildTools> {
    let tools = setup::for_build(project)?;
    // Two builds at once would write over each other. Given up with the file, at the end.
    let lock = project.cache().join("lock");
    fs::create_dir_all(project.cache()).with_context(|| format!("cannot make {}", project.cache().display()))?;
    let lock = File::create(&lock).with_context(|| format!("cannot write {}", lock.display()))?;
    lock.lock().context("cannot wait for another build")?;

    let index = Index::read(&project.root.join("index.html"))?;
    let program = program::build(project, &tools, &index.rust()?)?;
    sizes::check(&program)?;
    let bundler = charts::find(&tools.node_modules);
    let charts = bundler.as_ref().ok().map(|bundler| bundler.bundle(project)).transpose()?;
    charts.as_ref().map_or(Ok(()), sizes::check_charts)?;
    let dist = project.dist();
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    let css = site::write(project, &index, &program, charts.as_ref())?;
    let single_file = single_file::write(project, &index, &program, charts.as_ref())?;
    sizes::print(&program, charts.as_ref(), &css, &single_file)?;
    println!("\nThe page: {}\nThe same in one file: {}", project.site().display(), project.single_file().display());
    if let Some(why) = &program.not_optimised {
        println!("\nSkipped: wasm-opt, which makes the module smaller and faster. {why}");
    }
    if let Err(why) = &bundler {
        println!("\nLeft out: the charts. The page has tables in their place. {why:#}");
    }
    Ok(tools)
}

/// The command `sizes`.
pub(crate) fn write_sizes(project: &Project) -> Result<()> {
    let tools = build(project)?;
    let index = Index::read(&project.root.join("index.html"))?;
    let program = program::build(project, &tools, &index.rust()?)?;
    let compiled = fs::read(program::compiled(project)).context("cannot read what was compiled")?;
    let table = sizes::table(&module_parts::parts(&compiled)?, &program)?;
    let document = project.root.join("ARCHITECTURE.md");
    let text = fs::read_to_string(&document).with_context(|| format!("cannot read {}", document.display()))?;
    let text = sizes::in_place(&text, &table).context("ARCHITECTURE.md has no place for the table of sizes")?;
    fs::write(&document, text).with_context(|| format!("cannot write {}", document.display()))?;
    println!("\n{table}");
    Ok(())
}

#[cfg(test)]
mod tests;
