//! How end reasons are read, and what a shard makes of its own by that.

use super::end_reason_row::{EndReasonKey, EndReasonRow};
use super::metrics;
use calls::ReasonsOf;
use calls::narrow;
use knowledge::{Family, Numbering, PersonalDictionary, Side};
use serde::{Deserialize, Serialize};
use sorting::Ordered;
use std::collections::BTreeMap;
use store::{ABSENT, Dictionaries, Dictionary};

/// How the end reasons of some files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Interpretation {
    /// What their numbers are.
    pub numbering: Numbering,
    /// Whose they are.
    pub reasons_of: ReasonsOf,
}

/// The side that nobody knows, in a filter.
pub const UNKNOWN_SIDE: &str = "unknown";

/// What stands for a class, a category, a family or a side in a filter.
pub fn kebab_name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What counts of one end reason. Names are numbers of [`Reasons::names`].
#[derive(Debug, Clone, Copy)]
pub(super) struct ReasonFacts {
    pub(super) key: i64,
    pub(super) category: i64,
    pub(super) family: i64,
    /// [`ABSENT`] where nobody knows.
    pub(super) side: i64,
    /// Of calls without talk time, and of calls with.
    pub(super) class: [i64; 2],
    pub(super) is_sip: bool,
    /// What follows is of unanswered calls.
    pub(super) is_effective: bool,
    pub(super) is_redirected: bool,
    pub(super) is_seer_effective: bool,
    pub(super) is_ineffective: bool,
}

/// The end reasons of a shard, as each reading reads them.
#[derive(Debug)]
pub(super) struct Reasons {
    interpretations: Vec<(Interpretation, Vec<ReasonFacts>)>,
    personal: PersonalDictionary,
    /// Where the calls tell the side, not a table.
    sides: BTreeMap<EndReasonKey, Side>,
    names: Dictionary,
}

impl Reasons {
    pub(super) fn new(
        interpretations: &[Interpretation],
        personal: &PersonalDictionary,
        sides: &[(EndReasonKey, Side)],
    ) -> Self {
        Self {
            interpretations: interpretations.iter().map(|&interpretation| (interpretation, Vec::new())).collect(),
            personal: personal.clone(),
            sides: sides.iter().cloned().ordered_map(),
            names: Dictionary::default(),
        }
    }

    /// Takes in the reasons that the shard has by now.
    pub(super) fn extend(&mut self, interpretation: usize, dictionaries: &Dictionaries) {
        let Some((how, facts)) = self.interpretations.get_mut(interpretation) else { return };
        for reason in &dictionaries.reasons()[facts.len()..] {
            let mut row = EndReasonRow::of(reason, how.numbering, how.reasons_of);
            row.personal = self.personal.get(&row.personal_key()).cloned();
            let side = row.classified.side().or_else(|| self.sides.get(&row.key()).copied());
            let mut number = |name: &str| i64::from(self.names.intern(name));
            let code = row.classified.code.filter(|_| row.classified.family == Family::Sip);
            facts.push(ReasonFacts {
                key: number(&row.personal_key()),
                category: number(&kebab_name(&row.category())),
                family: number(&kebab_name(&row.classified.family)),
                side: side.map_or(ABSENT, |side| number(&kebab_name(&side))),
                class: [false, true].map(|answered| number(&kebab_name(&row.class(answered)))),
                is_sip: row.classified.family == Family::Sip,
                is_effective: metrics::is_network_effective(row.class(false)),
                is_redirected: code.is_some_and(|code| (300..400).contains(&code)),
                is_seer_effective: code.is_some_and(|code| metrics::SEER_EFFECTIVE.contains(&code)),
                is_ineffective: code.is_some_and(|code| metrics::INEFFECTIVE.contains(&code)),
            });
        }
    }

    /// What each reason is in a reading, by its number in the shard's dictionary.
    pub(super) fn facts(&self, interpretation: usize) -> &[ReasonFacts] {
        self.interpretations.get(interpretation).map_or(&[], |(_, facts)| facts)
    }

    pub(super) fn name(&self, number: i64) -> &str {
        self.names.get(narrow::number(number))
    }
}
