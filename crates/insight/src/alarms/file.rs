//! Alarms as a file.

use super::setup::{AlarmSetup, SetupProblem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const NAME: &str = "cdr-lens alarms";
const VERSION: u32 = 1;

/// All alarms of a person, as they are kept in the browser and in an exported file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlarmSetups {
    /// Says what the file is.
    format: String,
    version: u32,
    /// The alarms, in the order of the person.
    pub alarms: Vec<AlarmSetup>,
}

/// Why a file cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlarmsProblem {
    /// It is no JSON, or something in it is no alarm's: where that is, each from 1.
    NotReadable {
        /// The line.
        line: usize,
        /// The character in it.
        column: usize,
    },
    /// It is JSON of something else.
    NotAlarms,
    /// It is of another version of this page.
    OtherVersion(u64),
    /// It has more alarms than [`AlarmSetups::MOST`].
    TooMany(usize),
    /// One of its alarms cannot be.
    Wrong {
        /// Its place among them, from 1.
        number: usize,
        /// Its name.
        name: String,
        /// What is wrong with it.
        problem: SetupProblem,
    },
    /// Two of its alarms have the same id, or one has none.
    SameId {
        /// The place of the second one, from 1.
        number: usize,
        /// Its name.
        name: String,
    },
}

impl Default for AlarmSetups {
    fn default() -> Self {
        Self { format: NAME.to_owned(), version: VERSION, alarms: Vec::new() }
    }
}

impl AlarmSetups {
    /// So many alarms at most.
    pub const MOST: usize = 200;

    /// From an exported file.
    pub fn read(json: &str) -> Result<Self, AlarmsProblem> {
        let not_readable =
            |error: serde_json::Error| AlarmsProblem::NotReadable { line: error.line(), column: error.column() };
        // What it is first: the alarms of another version may look otherwise.
        let value: serde_json::Value = serde_json::from_str(json).map_err(not_readable)?;
        if value.get("format").and_then(|format| format.as_str()) != Some(NAME) {
            return Err(AlarmsProblem::NotAlarms);
        }
        match value.get("version").and_then(|version| version.as_u64()) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) => return Err(AlarmsProblem::OtherVersion(version)),
            None => return Err(AlarmsProblem::NotAlarms),
        }
        let setups: Self = serde_json::from_str(json).map_err(not_readable)?;
        if setups.alarms.len() > Self::MOST {
            return Err(AlarmsProblem::TooMany(setups.alarms.len()));
        }
        let mut ids = BTreeSet::new();
        for (at, alarm) in setups.alarms.iter().enumerate() {
            let (number, name) = (at + 1, alarm.name.clone());
            if let Some(problem) = alarm.problem() {
                return Err(AlarmsProblem::Wrong { number, name, problem });
            }
            if alarm.id.is_empty() || !ids.insert(&alarm.id) {
                return Err(AlarmsProblem::SameId { number, name });
            }
        }
        Ok(setups)
    }

    /// As a file.
    pub fn text(&self) -> String {
        // Plain values in a list: nothing can fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Takes over what another says; where both have an alarm of the same id, the other's counts.
    pub fn take_over(&mut self, other: AlarmSetups) {
        for alarm in other.alarms {
            match self.alarms.iter_mut().find(|known| known.id == alarm.id) {
                Some(known) => *known = alarm,
                None => self.alarms.push(alarm),
            }
        }
        self.alarms.truncate(Self::MOST);
    }
}
