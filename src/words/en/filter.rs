//! What calls are filtered by, and the calls themselves.

use super::EN;
use crate::ingest::Field;
use crate::query::{Dimension, FilterField};

/// The name of what calls are filtered by.
pub(in crate::words) fn filter_field(field: FilterField) -> &'static str {
    match field {
        FilterField::Period => "Period",
        FilterField::Answered => "Answered",
        FilterField::EndReason => "End reason",
        FilterField::Class => "Outcome",
        FilterField::Category => "Category",
        FilterField::Family => "Family",
        FilterField::Side => "Where it lies",
        FilterField::Caller => "Calling number",
        FilterField::Callee => "Called number",
        FilterField::Prefix => "Destination prefix",
        FilterField::Country => "Country",
        FilterField::OriginatingGateway => "Originating gateway",
        FilterField::TerminatingGateway => "Terminating gateway",
        FilterField::Account => "Account",
        FilterField::CallerIp => super::files::field(Field::CallerIp),
        FilterField::CalleeIp => super::files::field(Field::CalleeIp),
        FilterField::TalkTime => "Talk time",
        FilterField::PostDialDelay => "Post-dial delay",
        FilterField::Fee => "Fee",
        FilterField::Hour => "Hour of the day",
        FilterField::Weekday => "Day of the week",
        FilterField::File => "File",
    }
}

/// How it is written.
pub(in crate::words) fn filter_hint(field: FilterField) -> &'static str {
    match field {
        FilterField::Period => "From, two dots, to: 2026-03-02 08:00..2026-03-02 12:00. Either may be missing.",
        FilterField::Answered => "yes or no",
        FilterField::EndReason => {
            "Click on an end reason in its table, or: sip:503, server:-7. With ! before it: not that one."
        }
        FilterField::Class | FilterField::Category | FilterField::Family | FilterField::Side => {
            "One or several, commas between them; with ! before it: not that one."
        }
        FilterField::Caller | FilterField::Callee => {
            "222% begins with 222, %222 ends with it; several with commas, with ! before it: not that one."
        }
        FilterField::Prefix => "What the number begins with, with or without +: 44, !4420",
        FilterField::Country => "Two letters or a prefix: GB, US or 44",
        FilterField::OriginatingGateway
        | FilterField::TerminatingGateway
        | FilterField::Account
        | FilterField::File => "A name, or part of one: CARRIER%. In quotes it is taken as it stands.",
        FilterField::CallerIp | FilterField::CalleeIp => "An address or a network: 192.0.2.7, 198.51.100.0/24",
        FilterField::TalkTime => "Seconds: 30.. or ..6 or 10..60",
        FilterField::PostDialDelay => "Seconds: 5.. or ..2.5",
        FilterField::Fee => "An amount in the files' own currency: 0.5.. or 0",
        FilterField::Hour => "From 0 to 23: 9-17, 22",
        FilterField::Weekday => "From 1 for Monday to 7 for Sunday: 1-5",
    }
}

/// By what calls are put together.
pub(in crate::words) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::OriginatingGateway => "Originating gateway",
        Dimension::TerminatingGateway => "Terminating gateway",
        Dimension::Account => "Account",
        Dimension::CallerIp => filter_field(FilterField::CallerIp),
        Dimension::CalleeIp => filter_field(FilterField::CalleeIp),
        Dimension::Prefix => "Destination prefix",
        Dimension::Country => "Country",
        Dimension::Hour => "Hour of the day",
    }
}

/// Whose calls figures are of.
pub(super) fn figures_of(part: u64, whole: u64) -> String {
    let percent = crate::query::metrics::percent(part, whole).unwrap_or_default();
    format!(
        "These figures are of {}, {} of all {}.",
        super::sentences::calls(part),
        EN.percent(percent),
        EN.count(whole)
    )
}
