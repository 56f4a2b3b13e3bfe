//! Sentences of capacity: lines held and calls a second.

use super::{calls, of_all, plural};
use crate::en::EN;
use crate::{CapacitySentence, Duration};

/// The text of each.
pub(super) fn text(sentence: CapacitySentence<'_>) -> String {
    match sentence {
        CapacitySentence::RefusedParts { held, others } => {
            format!("{} that held a line, {} that held none", EN.count(held), EN.count(others))
        }
        CapacitySentence::LimitRefuses { refused, calls: all, exact } => format!(
            "It would have refused {}{}, {} of all.",
            if exact { "" } else { "at most " },
            calls(refused),
            of_all(refused, all)
        ),
        CapacitySentence::LongestSpell { from, to, peak } => {
            format!("The longest was from {from} to {to}, with up to {} calls.", EN.count(peak))
        }
        CapacitySentence::SecondsAbove { limit, times: 0, .. } => {
            format!("Never were there more than {} calls in progress.", EN.count(limit))
        }
        CapacitySentence::SecondsAbove { limit, seconds, times } => format!(
            "More than {} calls were in progress for {} in all, at {} {}.",
            EN.count(limit),
            EN.duration(Duration(seconds as f64)),
            EN.count(times as u64),
            plural(times as u64, "time", "different times")
        ),
        CapacitySentence::LimitOf { lines } => format!("Limit: {}", EN.count(lines)),
        CapacitySentence::LoadsLeftOut { groups } => {
            format!("{} with few calls are left out here; they are in the load of all calls.", EN.count(groups as u64))
        }
        CapacitySentence::NoneNamed { what } => format!("None of these calls says it: {what}."),
        CapacitySentence::LoadsOf { by } => format!("Lines and calls a second: {by}"),
    }
}
