//! Sentences of security: refused calls, scans and the list to shut out.

use super::plural;
use crate::SecuritySentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: SecuritySentence<'_>) -> String {
    match sentence {
        SecuritySentence::NoCallerOfMany { numbers } => {
            format!("No caller called {} different numbers or more.", EN.count(numbers))
        }
        SecuritySentence::AddressesBlocked { addresses: 0 } => "No address is ticked that can be shut out.".to_owned(),
        SecuritySentence::AddressesBlocked { addresses } => format!(
            "{} {} on the list.",
            EN.count(addresses as u64),
            plural(addresses as u64, "address is", "addresses are")
        ),
        SecuritySentence::NoAddress { text } => format!("\u{201c}{text}\u{201d} is no address, and allows nothing."),
        SecuritySentence::DistinctIsEstimated { percent } => {
            format!(
                "How many different numbers there are is estimated, with a standard error of {}.",
                EN.percent(percent)
            )
        }
    }
}
