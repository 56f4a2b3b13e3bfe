//! Packages of Debian and its relatives, where xtask may install them.

use crate::command::{find_on_path, output, run};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Another installation may be under way: it is waited for, seconds.
const LOCK: &str = "DPkg::Lock::Timeout=300";

/// apt-get, with the right to install.
pub(crate) struct Apt {
    sudo: bool,
}

impl Apt {
    /// Found where there is apt-get, and this is root or sudo asks for no password.
    pub(crate) fn find() -> Option<Self> {
        find_on_path("apt-get")?;
        let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
        let sudo = !root && find_on_path("sudo").is_some() && output(Command::new("sudo").args(["-n", "true"])).is_ok();
        (root || sudo).then_some(Self { sudo })
    }

    /// Installs packages. None is removed for them: where they conflict with what is installed, that is an error.
    pub(crate) fn install(&self, packages: &[&str]) -> Result<()> {
        println!("Installing {} by apt-get …", packages.join(", "));
        let install = || {
            let mut command = self.as_root("apt-get");
            command.args(["install", "-y", "-qq", "--no-install-recommends", "--no-remove"]);
            run(command.args(["-o", LOCK]).args(packages))
        };
        // The lists may be old or, in a fresh container, missing.
        install().or_else(|_| {
            run(self.as_root("apt-get").args(["update", "-qq", "-o", LOCK]))?;
            install().with_context(|| format!("{} could not be installed", packages.join(", ")))
        })
    }

    /// Unpacks a package's files into `folder` without installing it.
    pub(crate) fn unpack(&self, package: &str, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        println!("Downloading {package} by apt-get …");
        output(Command::new("apt-get").args(["download", "-qq", package]).current_dir(folder))?;
        let name = package.split('=').next().unwrap_or(package);
        let file = std::fs::read_dir(folder)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .find(|file| file.starts_with(&format!("{name}_")) && file.ends_with(".deb"))
            .with_context(|| format!("apt-get download left no {name}_*.deb"))?;
        output(Command::new("dpkg-deb").args(["-x", &file, "."]).current_dir(folder))?;
        Ok(())
    }

    /// A command with root's rights, never asking anything.
    pub(crate) fn as_root(&self, program: &str) -> Command {
        let mut command = Command::new(if self.sudo { "sudo" } else { "env" });
        if self.sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", program]);
        command
    }
}
