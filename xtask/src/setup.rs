//! What build and tests need, found or installed, and nothing done twice.

mod apt;
pub(crate) mod browsers;
mod node;
mod rustc;
mod std_from_debian;
mod target;
mod toolchain;

pub(crate) use node::NodeModules;
pub(crate) use target::Target;
pub(crate) use toolchain::Toolchain;

use crate::project::Project;
use anyhow::Result;
use browsers::Browsers;

/// What the page is built with.
pub(crate) struct BuildTools {
    /// The compiler for the page.
    pub(crate) toolchain: Toolchain,
    /// The packages from npm, of which the build can do without.
    pub(crate) node_modules: NodeModules,
}

/// What the build needs.
pub(crate) fn for_build(project: &Project) -> Result<BuildTools> {
    let node_modules = node::install(project)?;
    let toolchain = Toolchain::find_or_install(project, Target::Page)?;
    Ok(BuildTools { toolchain, node_modules })
}

/// The packages from npm.
pub(crate) fn node_modules(project: &Project) -> Result<NodeModules> {
    node::install(project)
}

/// The compiler of the tests on wasm32, which Node.js runs.
pub(crate) fn for_tests_on_wasm(project: &Project) -> Result<Toolchain> {
    node::install(project)?;
    Toolchain::find_or_install(project, Target::Tests)
}

/// The command `setup`: all of it, told line by line.
pub(crate) fn command() -> Result<()> {
    let project = Project::find()?;
    let tools = for_build(&project)?;
    println!("node      {}", tools.node_modules.node_version);
    match &tools.node_modules.problem {
        None => println!("packages  node_modules is as package-lock.json says"),
        Some(problem) => println!("packages  missing, the page will be larger, and without charts: {problem}"),
    }
    println!("wasm32    {}", tools.toolchain.about());
    match for_tests_on_wasm(&project) {
        Ok(toolchain) => println!("tests     {} for {}", toolchain.about(), Target::Tests.name()),
        Err(problem) => println!("tests     those on wasm32 will be skipped: {problem:#}"),
    }
    let Browsers { found, missing } = browsers::all()?;
    for (_, path) in found.iter().flat_map(|browser| &browser.programs) {
        println!("browser   {}", path.display());
    }
    for missing in missing {
        println!("browser   {missing}");
    }
    println!("Set up. Next: cargo xtask serve --open");
    Ok(())
}
