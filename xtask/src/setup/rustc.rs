//! What a rustc says of itself.

use super::target::Target;
use crate::command::{find_on_path, output};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A compiler and what is known of it.
pub(super) struct Rustc {
    pub(super) path: PathBuf,
    /// The first line of its version.
    pub(super) version: String,
    pub(super) sysroot: PathBuf,
    host: String,
    llvm_major: String,
    /// Where the standard library for the target is, if it is installed.
    libdir: PathBuf,
}

impl Rustc {
    /// Asks the compiler at `path` what it has for a target; `prepare` gives the command its environment. An error
    /// where it is too old for this project.
    pub(super) fn ask(path: &Path, target: Target, prepare: impl Fn(&mut Command)) -> Result<Self> {
        let ask = |arguments: &[&str]| {
            let mut command = Command::new(path);
            prepare(&mut command);
            output(command.args(arguments))
        };
        let verbose = ask(&["--version", "--verbose"])?;
        let field = |name: &str| {
            let line = verbose.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.map(str::to_owned).with_context(|| format!("{} does not tell its {name}", path.display()))
        };
        let (release, oldest) = (field("release")?, env!("CARGO_PKG_RUST_VERSION"));
        if minor(&release) < minor(oldest) {
            bail!("{} is {release}, older than the {oldest} that the project needs", path.display());
        }
        let llvm = field("LLVM version")?;
        Ok(Self {
            path: path.to_owned(),
            version: verbose.lines().next().unwrap_or_default().to_owned(),
            sysroot: ask(&["--print", "sysroot"])?.into(),
            host: field("host")?,
            llvm_major: llvm.split('.').next().unwrap_or_default().to_owned(),
            libdir: ask(&["--print", "target-libdir", "--target", target.name()])?.into(),
        })
    }

    /// The file of the standard library for wasm32, if it is installed.
    pub(super) fn std_for_wasm(&self) -> Option<PathBuf> {
        let files = fs::read_dir(&self.libdir).ok()?;
        files.filter_map(|entry| Some(entry.ok()?.path())).find(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    }

    /// Where the standard library for wasm32 belongs.
    pub(super) fn libdir(&self) -> &Path {
        &self.libdir
    }

    /// Whether it brings the linker that it would call by itself.
    pub(super) fn has_own_linker(&self) -> bool {
        let programs = self.sysroot.join("lib/rustlib").join(&self.host).join("bin");
        programs.join(format!("rust-lld{}", std::env::consts::EXE_SUFFIX)).is_file()
    }

    /// The system's linker that fits it best.
    pub(super) fn system_linker(&self) -> Option<PathBuf> {
        find_on_path(&format!("wasm-ld-{}", self.llvm_major)).or_else(|| find_on_path("wasm-ld"))
    }

    /// Debian's package of that linker.
    pub(super) fn linker_package(&self) -> String {
        format!("lld-{}", self.llvm_major)
    }

    /// Whether clippy is installed with it.
    pub(super) fn has_clippy(&self) -> bool {
        self.sysroot.join("bin").join(format!("clippy-driver{}", std::env::consts::EXE_SUFFIX)).is_file()
    }
}

/// (1, 95) of `1.95.0` or `1.95`.
fn minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split(['.', '-']);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(minor("1.100.0") > minor("1.95"));
        assert!(minor("1.95.0-nightly") == minor("1.95"));
        assert!(minor("1.85.0") < minor("1.95"));
    }
}
