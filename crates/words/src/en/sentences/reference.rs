//! Sentences of the reference of end reasons, topics and parameters.

use crate::ReferenceSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: ReferenceSentence<'_>) -> String {
    match sentence {
        ReferenceSentence::EntriesFound { entries: 0 } => "Nothing fits. Try fewer words, or a number.".to_owned(),
        ReferenceSentence::EntriesFound { entries: 1 } => "1 entry".to_owned(),
        ReferenceSentence::EntriesFound { entries } => format!("{} entries", EN.count(entries as u64)),
        ReferenceSentence::Value { value, unit: Some(unit) } => format!("{value} {unit}"),
        ReferenceSentence::Value { value, unit: None } => value.to_owned(),
    }
}
