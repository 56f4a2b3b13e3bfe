//! What `cargo xtask` can be asked for.

pub(crate) mod bench;
pub(crate) mod browser;
pub(crate) mod check;
pub(crate) mod sample;
pub(crate) mod serve;
pub(crate) mod test;

use crate::page;
use crate::project::Project;
use anyhow::Result;

/// The command `build`.
pub(crate) fn build() -> Result<()> {
    page::build(&Project::find()?).map(|_| ())
}
