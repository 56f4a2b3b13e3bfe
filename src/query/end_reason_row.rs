//! One end reason of the files: what it is, what the person says it is, and its sums.

use super::tally::ReasonTally;
use crate::knowledge::{Category, Classified, Family, Impact, OutcomeClass, PersonalEntry, personal_key};

/// One end reason and its sums.
#[derive(Debug, Clone, PartialEq)]
pub struct EndReasonRow {
    /// What it is.
    pub classified: Classified,
    /// The words of the file, where it is words without a number; empty otherwise.
    pub text: String,
    /// What the person's own dictionary says of it.
    pub personal: Option<PersonalEntry>,
    /// Its sums.
    pub sums: ReasonTally,
}

/// Family, number, and the words where there is no number.
pub type EndReasonKey = (Family, Option<i32>, String);

impl EndReasonRow {
    /// Names the row among all.
    pub fn key(&self) -> EndReasonKey {
        (self.classified.family, self.classified.code, self.text.clone())
    }

    /// Names it in a personal dictionary.
    pub fn personal_key(&self) -> String {
        personal_key(self.classified.family, self.classified.code, &self.text)
    }

    fn personal_class(&self) -> Option<OutcomeClass> {
        self.personal.as_ref().and_then(|entry| entry.class)
    }

    /// The category that it counts to: the person's, ours where the person says nothing.
    pub fn category(&self) -> Category {
        self.personal_class().map_or_else(|| self.classified.category(), OutcomeClass::usual_category)
    }

    /// How much it hurts, likewise.
    pub fn impact(&self) -> Impact {
        self.personal_class().map_or_else(|| self.classified.impact(), OutcomeClass::usual_impact)
    }

    /// What became of its calls that were answered or not, likewise.
    pub fn class(&self, answered: bool) -> OutcomeClass {
        match self.personal_class() {
            Some(class) if !answered => class,
            _ => self.classified.class(answered),
        }
    }

    /// Unanswered calls weighed by impact: what to look at first. What is low in impact weighs nothing, however
    /// frequent.
    pub fn harm(&self) -> u64 {
        (self.sums.calls - self.sums.answered) * weight(self.impact())
    }
}

/// How much one unanswered call of an impact weighs against one of another. Our own scale.
fn weight(impact: Impact) -> u64 {
    match impact {
        Impact::Low => 0,
        Impact::Medium => 1,
        Impact::MediumHigh => 2,
        Impact::High => 3,
        Impact::Critical => 4,
    }
}
