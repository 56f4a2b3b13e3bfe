//! What is said with numbers or names in it, by topic as [`Word`](super::Word)s are.

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

pub use alarms::AlarmSentence;
pub use billing::BillingSentence;
pub use capacity::CapacitySentence;
pub use compare::CompareSentence;
pub use destinations::DestinationSentence;
pub use dictionary::DictionarySentence;
pub use end_reasons::EndReasonSentence;
pub use files::FileSentence;
pub use filter::FilterSentence;
pub use reference::ReferenceSentence;
pub use report::ReportSentence;
pub use security::SecuritySentence;

macro_rules! topics {
    ($($topic:ident($sentences:ident)),* $(,)?) => {
        /// A sentence of any topic.
        #[derive(Debug, Clone, Copy)]
        #[allow(missing_docs)] // Each is a topic, and says so itself.
        pub enum Sentence<'a> {
            $($topic($sentences<'a>)),*
        }

        $(impl<'a> From<$sentences<'a>> for Sentence<'a> {
            fn from(sentence: $sentences<'a>) -> Sentence<'a> {
                Sentence::$topic(sentence)
            }
        })*
    };
}

topics! {
    Report(ReportSentence),
    EndReason(EndReasonSentence),
    Reference(ReferenceSentence),
    Dictionary(DictionarySentence),
    Destination(DestinationSentence),
    Filter(FilterSentence),
    File(FileSentence),
    Capacity(CapacitySentence),
    Billing(BillingSentence),
    Security(SecuritySentence),
    Compare(CompareSentence),
    Alarm(AlarmSentence),
}
