//! Sentences with numbers or names in them, by topic.

mod alarms;
mod billing;
mod capacity;
mod compare;
mod destinations;
mod dictionary;
mod end_reasons;
mod files;
mod filter;
mod reference;
mod report;
mod security;

use super::EN;
use crate::Sentence;

/// Every sentence with numbers or names in it.
pub(crate) fn sentence(sentence: Sentence<'_>) -> String {
    match sentence {
        Sentence::Report(sentence) => report::text(sentence),
        Sentence::EndReason(sentence) => end_reasons::text(sentence),
        Sentence::Reference(sentence) => reference::text(sentence),
        Sentence::Dictionary(sentence) => dictionary::text(sentence),
        Sentence::Destination(sentence) => destinations::text(sentence),
        Sentence::Filter(sentence) => filter::text(sentence),
        Sentence::File(sentence) => files::text(sentence),
        Sentence::Capacity(sentence) => capacity::text(sentence),
        Sentence::Billing(sentence) => billing::text(sentence),
        Sentence::Security(sentence) => security::text(sentence),
        Sentence::Compare(sentence) => compare::text(sentence),
        Sentence::Alarm(sentence) => alarms::text(sentence),
    }
}

/// A word for one or for many.
pub fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// So many calls.
pub fn calls(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "call", "calls"))
}

fn rows(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "row", "rows"))
}

/// So many files.
pub fn files(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "file", "files"))
}

fn of_all(part: u64, whole: u64) -> String {
    let percent = query::metrics::percent(part, whole).unwrap_or_default();
    EN.percent(percent)
}
