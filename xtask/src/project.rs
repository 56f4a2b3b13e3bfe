//! Where things are.

use crate::command::output;
use crate::setup::Target;
use anyhow::{Context, Result, anyhow};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository and the places that the build writes to.
pub(crate) struct Project {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's target directory, wherever cargo's configuration puts it.
    pub(crate) target: PathBuf,
}

impl Project {
    /// The project that the command was called in.
    pub(crate) fn find() -> Result<Self> {
        let root = root()?;
        let mut metadata = cargo();
        metadata.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]);
        let metadata = output(metadata.arg(root.join("Cargo.toml")))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target_directory")?;
        let target = PathBuf::from(target);
        Ok(Self { root, target })
    }

    /// What is made to be handed out.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The page as files for a static host.
    pub(crate) fn site(&self) -> PathBuf {
        self.dist().join("site")
    }

    /// The page as one file.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.dist().join("cdr-lens.html")
    }

    /// The target directory of what is compiled for WebAssembly: that may be by another compiler than the native one,
    /// and what one compiler has built is of no use to the other.
    pub(crate) fn built_for(&self, target: Target) -> PathBuf {
        self.target.join(match target {
            Target::Page => "web",
            Target::Tests => "tests-on-wasm32",
        })
    }

    /// What xtask itself keeps from one run to the next; may be deleted at any time.
    pub(crate) fn cache(&self) -> PathBuf {
        self.target.join("xtask-cache")
    }

    /// A cargo of the toolchain that runs this, working on the project.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Told by cargo at run time. Not the path known when this was compiled: a target directory may outlive a checkout.
fn root() -> Result<PathBuf> {
    if let Some(root) = env::var_os("CARGO_MANIFEST_DIR").and_then(|xtask| Some(Path::new(&xtask).parent()?.to_owned()))
        && is_root(&root)
    {
        return Ok(root);
    }
    let here = env::current_dir().context("the current folder cannot be read")?;
    here.ancestors()
        .find(|folder| is_root(folder))
        .map(Path::to_owned)
        .ok_or_else(|| anyhow!("{} is not inside the repository of CDR Lens: change into it first", here.display()))
}

fn is_root(folder: &Path) -> bool {
    folder.join("index.html").is_file() && folder.join("xtask/Cargo.toml").is_file()
}
