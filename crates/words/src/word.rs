//! What is said without a number or a name in it.
//!
//! Each topic has its own words, in a file of `word/`, and their texts in the file of the same name in each language's
//! `words/`. [`Word`] is a word of any topic: a part of the page that is told what to say takes a `Word`, and
//! `Language::word` takes either.

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

pub use alarms::AlarmWord;
pub use billing::BillingWord;
pub use breakdown::BreakdownWord;
pub use calls::CallWord;
pub use capacity::CapacityWord;
pub use compare::CompareWord;
pub use destinations::DestinationWord;
pub use dictionary::DictionaryWord;
pub use end_reasons::EndReasonWord;
pub use figures::FigureWord;
pub use files::FileWord;
pub use filter::FilterWord;
pub use findings::FindingWord;
pub use mapping::MappingWord;
pub use overview::OverviewWord;
pub use page::PageWord;
pub use quality::QualityWord;
pub use reference::ReferenceWord;
pub use report::ReportWord;
pub use security::SecurityWord;
pub use time::TimeWord;

macro_rules! topics {
    ($($topic:ident($words:ident)),* $(,)?) => {
        /// A word or sentence of any topic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)] // Each is a topic, and says so itself.
        pub enum Word {
            $($topic($words)),*
        }

        $(impl From<$words> for Word {
            fn from(word: $words) -> Word {
                Word::$topic(word)
            }
        })*
    };
}

topics! {
    Page(PageWord),
    Report(ReportWord),
    Figure(FigureWord),
    Finding(FindingWord),
    Overview(OverviewWord),
    Time(TimeWord),
    EndReason(EndReasonWord),
    Reference(ReferenceWord),
    Dictionary(DictionaryWord),
    Breakdown(BreakdownWord),
    Destination(DestinationWord),
    Filter(FilterWord),
    Call(CallWord),
    File(FileWord),
    Mapping(MappingWord),
    Capacity(CapacityWord),
    Billing(BillingWord),
    Security(SecurityWord),
    Quality(QualityWord),
    Compare(CompareWord),
    Alarm(AlarmWord),
}
