//! Other programs: found, run, and their failures told with the command that failed.

use anyhow::{Context, Result, anyhow, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Runs a program whose output the caller of xtask sees.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a program for what it writes to its standard output, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let result = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run `{}`", shown(command)))?;
    understood(command, &result)
}

/// Like [`output`], but ends the program when it takes longer than `limit`.
pub(crate) fn output_within(command: &mut Command, limit: Duration) -> Result<String> {
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run `{}`", shown(command)))?;
    while child.try_wait()?.is_none() {
        if begun.elapsed() > limit {
            child.kill().and_then(|()| child.wait()).with_context(|| format!("cannot end `{}`", shown(command)))?;
            bail!("`{}` was ended after {} seconds", shown(command), limit.as_secs());
        }
        sleep(Duration::from_millis(100));
    }
    let result = child.wait_with_output()?;
    understood(command, &result)
}

fn understood(command: &Command, result: &Output) -> Result<String> {
    if !result.status.success() {
        let said = String::from_utf8_lossy(&result.stderr);
        return Err(anyhow!("{}", said.trim()).context(format!("`{}` failed ({})", shown(command), result.status)));
    }
    Ok(String::from_utf8_lossy(&result.stdout).trim().to_owned())
}

/// The command as one would type it, for messages.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// The program of that name on PATH.
pub(crate) fn find_on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|path| is_executable(path))
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let error = output(Command::new("no-such-program-anywhere").arg("--now")).unwrap_err();
        assert_eq!(error.to_string(), "cannot run `no-such-program-anywhere --now`");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let error = output_within(Command::new("sleep").arg("60"), Duration::from_millis(10)).unwrap_err();
        assert_eq!(error.to_string(), "`sleep 60` was ended after 0 seconds");
    }
}
