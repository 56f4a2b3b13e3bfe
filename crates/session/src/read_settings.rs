//! How files are to be read.

use calls::LocalZone;
use ingest::{Encoding, Mapping, ParseOptions};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;
use words::Language;

/// What a person chose for one file, instead of what it says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileChoice {
    /// The encoding of its text.
    pub encoding: Option<Encoding>,
    /// Which column is what.
    pub mapping: Option<Mapping>,
}

/// How a dropped file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadSettings {
    /// The language of the reasons beside rows set aside.
    pub language: Language,
    /// The zone of dates without one.
    pub zone: LocalZone,
    /// Mappings that were kept.
    pub kept: Vec<Mapping>,
    /// What was chosen for the file itself (by an empty path) and for files in it.
    pub choices: BTreeMap<String, FileChoice>,
    /// An archive may grow to whatever it grows to.
    pub unbounded: bool,
}

impl ReadSettings {
    /// How the file of that path in the dropped one is to be read.
    pub(super) fn options(&self, path: &str) -> ParseOptions {
        let choice = self.choices.get(path).cloned().unwrap_or_default();
        ParseOptions {
            encoding: choice.encoding,
            mapping: choice.mapping,
            kept: self.kept.clone().into(),
            zone: Rc::new(self.zone.clone()),
        }
    }
}
