//! The standard library for a target of wasm32, built from Debian's package of its source for Debian's compiler.
//!
//! For machines that reach a Debian mirror but not the Rust distribution server. It takes a minute or two, once; the
//! result is put into the compiler's own folder, so that it is an ordinary target from then on.

use super::apt::Apt;
use super::rustc::Rustc;
use super::target::Target;
use super::toolchain::{DEBIAN_RUSTC, past_rustup};
use crate::command::{output, run};
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian's package of the C library that the standard library of [`Target::Tests`] calls, and where its files are.
const C_LIBRARY: (&str, &str) = ("wasi-libc", "usr/lib/wasm32-wasi");

/// Builds and installs it.
pub(super) fn build(project: &Project, target: Target) -> Result<()> {
    let apt = Apt::find().context("needs apt-get, and root's rights or sudo without a password")?;
    apt.install(&["rustc-web", "cargo-web"])?;
    let rustc = Rustc::ask(Path::new(DEBIAN_RUSTC), target, past_rustup)?;
    // Not installed: it conflicts with rustup's package, and it is needed for this one build only.
    let version = output(Command::new("dpkg-query").args(["-W", "-f", "${Version}", "rustc-web"]))?;
    let folder = project.cache().join("std-for-wasm32");
    let _ = fs::remove_dir_all(&folder);
    apt.unpack(&format!("rust-web-src={version}"), &folder)?;
    let library = library(&folder)?;

    if target == Target::Tests {
        apt.unpack(C_LIBRARY.0, &folder)?;
    }

    println!("Building the standard library for {}, once …", target.name());
    write_crate(&folder, &library)?;
    let mut cargo = Command::new("/usr/bin/cargo");
    past_rustup(&mut cargo);
    cargo
        .args(["build", "--quiet", "--release", "--offline", "--target", target.name()])
        .arg(format!("-Zbuild-std={}", target.std_crates()))
        .current_dir(&folder)
        .env("RUSTC", DEBIAN_RUSTC)
        // A released compiler builds the standard library only when told that it is bootstrapping.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode, a program cannot be optimised together with it (lto). Its panics name no path of here.
        .env("RUSTFLAGS", format!("-Cembed-bitcode=yes --remap-path-prefix={}=/rust/library", library.display()))
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        // The variable by which cargo's own tests say where the source is; else it must lie in the compiler's folder.
        .env("__CARGO_TESTS_ONLY_SRC_ROOT", &library);
    run(&mut cargo)?;
    let built = folder.join("target").join(target.name()).join("release/deps");
    install(&apt, &built, rustc.libdir(), |name| name.ends_with(".rlib") && !name.starts_with("libnothing-"))?;
    if target == Target::Tests {
        // Where the compiler looks for what its own distribution would bring.
        let is_linked = |name: &str| name.starts_with("crt1") || name == "libc.a";
        install(&apt, &folder.join(C_LIBRARY.1), &rustc.libdir().join("self-contained"), is_linked)?;
    }
    fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))
}

/// The folder `library` in the unpacked package, whose name has the version in it.
fn library(folder: &Path) -> Result<PathBuf> {
    let source = folder.join("usr/src");
    fs::read_dir(&source)
        .with_context(|| format!("cannot read {}", source.display()))?
        .filter_map(|entry| Some(entry.ok()?.path().join("library")))
        .find(|library| library.join("std").is_dir())
        .with_context(|| format!("there is no source of the standard library in {}", source.display()))
}

/// An empty crate: cargo builds the standard library only as somebody's dependency.
fn write_crate(folder: &Path, library: &Path) -> Result<()> {
    let manifest = "[package]\nname = \"nothing\"\nedition = \"2024\"\n\n[lib]\npath = \"nothing.rs\"\n\n[workspace]\n";
    // The package brings the crates that the standard library depends on.
    let vendored = library.join("vendor");
    let config = format!(
        "[source.crates-io]\nreplace-with = \"vendored\"\n\n[source.vendored]\ndirectory = {:?}\n",
        vendored.display().to_string()
    );
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    };
    fs::create_dir_all(folder.join(".cargo"))?;
    write("Cargo.toml", manifest)?;
    write("nothing.rs", "#![no_std]\n")?;
    write(".cargo/config.toml", &config)
}

/// Copies the wanted files of a folder to where the compiler looks for them.
fn install(apt: &Apt, from: &Path, to: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<()> {
    let files: Vec<_> = fs::read_dir(from)
        .with_context(|| format!("cannot read {}", from.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| is_wanted(&name.to_string_lossy())))
        .collect();
    output(apt.as_root("install").args(["-d", "-m", "755"]).arg(to))?;
    output(apt.as_root("install").args(["-m", "644", "-t"]).arg(to).args(files))?;
    Ok(())
}
