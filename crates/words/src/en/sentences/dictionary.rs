//! Sentences of a person's own names of end reasons.

use super::{calls, plural};
use crate::DictionarySentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: DictionarySentence<'_>) -> String {
    match sentence {
        DictionarySentence::DictionaryEntries { entries: 0 } => {
            "You have not named any end reason yet. Choose one in the report to do so, or drop two exports of the \
                same calls, one with numbers and one with words."
                .to_owned()
        }
        DictionarySentence::DictionaryEntries { entries } => {
            format!("{} of yours, kept in this browser.", reasons(entries))
        }
        DictionarySentence::DictionaryImported { entries } => format!("{} taken over.", reasons(entries)),
        DictionarySentence::NamesFound { names } => {
            format!(
                "Two of the files have the same calls, one with numbers and one with words. {} can be named by \
                that:",
                reasons(names)
            )
        }
        DictionarySentence::NameFound { code, name, calls: count } => format!(
            "{code} is \u{201c}{name}\u{201d}, by \
            {} looked at",
            calls(count as u64)
        ),
    }
}

fn reasons(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "end reason", "end reasons"))
}
