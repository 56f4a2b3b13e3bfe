//! Words, by topic.

mod alarms;
mod billing;
mod breakdown;
mod calls;
mod capacity;
mod compare;
mod destinations;
mod dictionary;
mod end_reasons;
mod figures;
mod files;
mod filter;
mod findings;
mod mapping;
mod overview;
mod page;
mod quality;
mod reference;
mod report;
mod security;
mod time;

use crate::Word;

/// Every word.
pub(crate) fn word(word: Word) -> &'static str {
    match word {
        Word::Page(word) => page::text(word),
        Word::Report(word) => report::text(word),
        Word::Figure(word) => figures::text(word),
        Word::Finding(word) => findings::text(word),
        Word::Overview(word) => overview::text(word),
        Word::Time(word) => time::text(word),
        Word::EndReason(word) => end_reasons::text(word),
        Word::Reference(word) => reference::text(word),
        Word::Dictionary(word) => dictionary::text(word),
        Word::Breakdown(word) => breakdown::text(word),
        Word::Destination(word) => destinations::text(word),
        Word::Filter(word) => filter::text(word),
        Word::Call(word) => calls::text(word),
        Word::File(word) => files::text(word),
        Word::Mapping(word) => mapping::text(word),
        Word::Capacity(word) => capacity::text(word),
        Word::Billing(word) => billing::text(word),
        Word::Security(word) => security::text(word),
        Word::Quality(word) => quality::text(word),
        Word::Compare(word) => compare::text(word),
        Word::Alarm(word) => alarms::text(word),
    }
}
