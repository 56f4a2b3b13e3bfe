//! Sentences of destinations, routing prefixes and a person's own rates.

use super::{calls, of_all, plural};
use crate::DestinationSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: DestinationSentence<'_>) -> String {
    match sentence {
        DestinationSentence::TakeOffPrefix { prefix } => format!("Take off {prefix}"),
        DestinationSentence::MayBeRouting { prefix, calls: count, placed, countries } => format!(
            "Is {prefix} a routing prefix? {} begin so; without it {} go to: {countries}.",
            calls(count),
            of_all(placed, count)
        ),
        DestinationSentence::RatesRead { prefixes, names, rated } => format!(
            "Your list has {} {} of {} {}; {} with a rate.",
            EN.count(prefixes as u64),
            plural(prefixes as u64, "prefix", "prefixes"),
            EN.count(names as u64),
            plural(names as u64, "destination", "destinations"),
            EN.count(rated as u64)
        ),
        DestinationSentence::MoreProblems { problems } => format!("and {} more", EN.count(problems as u64)),
        DestinationSentence::FeeKnown { known, calls: count } => {
            format!("known of {} of {}", EN.count(known), calls(count))
        }
    }
}
