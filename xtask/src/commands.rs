//! What `cargo xtask` can be asked for.

pub(crate) mod bench;
pub(crate) mod browser;
pub(crate) mod check;
pub(crate) mod sample;
pub(crate) mod serve;
pub(crate) mod test;

use crate::project::Project;
use crate::{licences, page, setup};
use anyhow::Result;

/// The command `build`.
pub(crate) fn build() -> Result<()> {
    page::build(&Project::find()?).map(|_| ())
}

/// The command `licences`.
pub(crate) fn licences() -> Result<()> {
    let project = Project::find()?;
    licences::write(&project, &setup::node_modules(&project)?)
}

/// The command `sizes`.
pub(crate) fn sizes() -> Result<()> {
    page::write_sizes(&Project::find()?)
}
