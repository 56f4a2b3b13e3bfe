//! Words of the reference of end reasons, topics and parameters.

use crate::ReferenceWord;

/// The text of each.
pub(super) fn text(word: ReferenceWord) -> &'static str {
    match word {
        ReferenceWord::ReferenceHint => {
            "What every end reason means, and the troubleshooting guide. It needs no file, and every entry has an \
                address of its own that can be sent to a colleague."
        }
        ReferenceWord::SearchReference => "Search the reference",
        ReferenceWord::SearchExample => "503, NoAvailableRouter, cause 34, one-way audio …",
        ReferenceWord::SearchResults => "Search results",
        ReferenceWord::Section => "Section",
        ReferenceWord::All => "All",
        ReferenceWord::SystemParameters => "System parameters",
        ReferenceWord::ToReference => "All of the reference",
        ReferenceWord::OpenInReference => "Open in the reference",
        ReferenceWord::EntryNotFound => "The reference has no such entry.",
        ReferenceWord::RelatedTopics => "In the troubleshooting guide",
        ReferenceWord::Counterparts => "Usual counterparts",
        ReferenceWord::CounterpartsUsual => {
            "Usual, not certain: one SIP status can stand for several server reasons, vendors deviate from RFC 3398, \
                and the softswitch can replace codes."
        }
        ReferenceWord::Billing => "Billing",
        ReferenceWord::RecordWritten => "Record written",
        ReferenceWord::Billable => "Billable",
        ReferenceWord::BillingMode => "Billing mode",
        ReferenceWord::EndsAnswered => "Can end an answered call",
        ReferenceWord::Yes => "Yes",
        ReferenceWord::No => "No",
        ReferenceWord::Partly => "Partly",
        ReferenceWord::ClientShows => "The client shows",
        ReferenceWord::AlsoWritten => "Also written",
        ReferenceWord::GuideNotLive => {
            "This is number and meaning of the end reason guide. Live systems were seen to store other numbers: \
                negative for the switch's own reasons, 1 to 127 for Q.850 causes."
        }
        ReferenceWord::SourcesDisagree => "Where sources disagree",
        ReferenceWord::WhereItMatters => "Where it matters",
        ReferenceWord::DefaultValue => "Default",
        ReferenceWord::Recommended => "Recommended",
        ReferenceWord::NotStated => "no source states one",
        ReferenceWord::Licences => "Licences of the software in this page",
        ReferenceWord::LicencesUnreadable => {
            "The licences cannot be read. They are in the file licences.txt beside this page."
        }
    }
}
