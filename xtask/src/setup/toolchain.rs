//! A Rust toolchain with the standard library for a target of wasm32.
//!
//! Where the compiler in use lacks it, there are three more ways to come by it, tried in this order: Debian's compiler
//! where that has it; rustup; and, where rustup's server cannot be reached, Debian's compiler with a standard library
//! built here from Debian's own source of it.

use super::apt::Apt;
use super::rustc::Rustc;
use super::std_from_debian;
use super::target::Target;
use crate::command::{find_on_path, output_within};
use crate::project::Project;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Where Debian puts its toolchain.
pub(super) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// How long rustup may take to fetch the target: 30 MB.
const RUSTUP_LIMIT: Duration = Duration::from_secs(120);

/// A compiler that can build for a target.
pub(crate) struct Toolchain {
    target: Target,
    rustc: Rustc,
    /// Debian's, called past rustup.
    debian: bool,
    linker: Option<PathBuf>,
}

impl Toolchain {
    /// The first of the ways that works.
    pub(crate) fn find_or_install(project: &Project, target: Target) -> Result<Self> {
        let mut tried = Vec::new();
        let mut attempt =
            |way: &str, result: Result<Self>| result.map_err(|error| tried.push(format!("- {way}: {error:#}"))).ok();
        if let Some(found) = attempt("the compiler in use", in_use(target)) {
            return Ok(found);
        }
        if let Some(found) = attempt("Debian's compiler", debian(target)) {
            return Ok(found);
        }
        if let Some(found) = attempt("rustup", rustup_adds(target).and_then(|()| in_use(target))) {
            return Ok(found);
        }
        let from_source = || std_from_debian::build(project, target).and_then(|()| debian(target));
        if let Some(found) = attempt("Debian's source", from_source()) {
            return Ok(found);
        }
        let target = target.name();
        Err(anyhow!(
            "no Rust compiler here can build for {target}:\n{}\nRemedies: `rustup target add {target}` where rustup's \
             server can be reached; or, on Debian, run `cargo xtask setup` as root, which builds the standard library \
             from the package rust-web-src.",
            tried.join("\n")
        ))
    }

    /// Which it is, in a line.
    pub(crate) fn about(&self) -> String {
        format!("{} ({})", self.rustc.version, self.rustc.path.display())
    }

    /// Whether clippy is installed with it.
    pub(crate) fn has_clippy(&self) -> bool {
        self.rustc.has_clippy()
    }

    /// Its cargo, set up to build for the target: into a directory of its own, which is emptied where another
    /// compiler or another standard library has filled it (rustc would say E0463).
    pub(crate) fn cargo(&self, project: &Project) -> Result<Command> {
        let target = project.built_for(self.target);
        let (stamp, now) = (target.join("toolchain-stamp"), self.stamp()?);
        if target.exists() && fs::read_to_string(&stamp).unwrap_or_default() != now {
            fs::remove_dir_all(&target).with_context(|| format!("cannot remove {}", target.display()))?;
        }
        fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
        fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))?;

        let mut cargo = if self.debian { Command::new(DEBIAN_CARGO) } else { project.cargo() };
        if self.debian {
            past_rustup(&mut cargo);
            cargo.env("RUSTC", DEBIAN_RUSTC);
        }
        if let Some(linker) = &self.linker {
            cargo.env(self.target.linker_variable(), linker);
        }
        if self.debian && self.target == Target::Tests {
            // The standard library names functions that wait for threads, which Debian's older C library lacks and
            // nothing here calls.
            let flag = "-Clink-arg=--unresolved-symbols=ignore-all";
            cargo.arg("--config").arg(format!("target.{}.rustflags=[{flag:?}]", self.target.name()));
        }
        // The flags of .cargo/config.toml are to hold, which these would replace.
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        cargo.current_dir(&project.root).env("CARGO_TARGET_DIR", target);
        Ok(cargo)
    }

    fn stamp(&self) -> Result<String> {
        let std = self
            .rustc
            .std_for_wasm()
            .with_context(|| format!("the standard library for {} is gone", self.target.name()))?;
        Ok(format!("{}\n{}\n{}\n", self.rustc.version, std.display(), std.metadata()?.len()))
    }

    fn new(target: Target, rustc: Rustc, debian: bool) -> Result<Self> {
        if rustc.std_for_wasm().is_none() {
            bail!("{} has no standard library for {}", rustc.version, target.name());
        }
        let linker = if rustc.has_own_linker() { None } else { Some(system_linker(&rustc)?) };
        Ok(Self { target, rustc, debian, linker })
    }
}

/// The linker, which Debian packs apart from its compiler.
fn system_linker(rustc: &Rustc) -> Result<PathBuf> {
    if let Some(linker) = rustc.system_linker() {
        return Ok(linker);
    }
    let package = rustc.linker_package();
    let apt = Apt::find().with_context(|| format!("the linker wasm-ld is missing: apt-get install {package}"))?;
    apt.install(&[&package])?;
    rustc.system_linker().with_context(|| format!("the package {package} brought no wasm-ld"))
}

fn in_use(target: Target) -> Result<Toolchain> {
    Toolchain::new(target, Rustc::ask(Path::new("rustc"), target, |_| ())?, false)
}

fn debian(target: Target) -> Result<Toolchain> {
    if !Path::new(DEBIAN_RUSTC).is_file() || !Path::new(DEBIAN_CARGO).is_file() {
        bail!("not installed");
    }
    Toolchain::new(target, Rustc::ask(Path::new(DEBIAN_RUSTC), target, past_rustup)?, true)
}

fn rustup_adds(target: Target) -> Result<()> {
    find_on_path("rustup").context("not installed")?;
    println!("Adding the target {} by rustup …", target.name());
    output_within(Command::new("rustup").args(["target", "add", target.name()]), RUSTUP_LIMIT).map(|_| ())
}

/// Takes away what rustup's cargo has told its children: Debian's programs must not find rustup's by it.
pub(super) fn past_rustup(command: &mut Command) {
    for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "CARGO", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"] {
        command.env_remove(name);
    }
}
