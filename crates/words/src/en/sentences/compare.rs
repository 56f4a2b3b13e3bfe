//! Sentences of comparing two sides.

use super::calls;
use crate::CompareSentence;

/// The text of each.
pub(super) fn text(sentence: CompareSentence<'_>) -> String {
    match sentence {
        CompareSentence::SideBySide { before, after } => format!("{before} and {after}, side by side"),
        CompareSentence::AnHour { name } => format!("{name} an hour"),
        CompareSentence::ContributionsBy { dimension } => format!("Contributions: {dimension}"),
        CompareSentence::ContributionsWithin { group, dimension } => {
            format!("Contributions within {group}: {dimension}")
        }
        CompareSentence::WithinGroup { group } => format!("Within {group}"),
        CompareSentence::GroupsMayLack { calls: lacking } => {
            format!("There are so many groups that one may lack up to {}. The sum is exact.", calls(lacking))
        }
    }
}
