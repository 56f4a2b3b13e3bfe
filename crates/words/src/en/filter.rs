//! What calls are filtered by, and the calls themselves.

use super::EN;
use calls::NameKind;
use query::{Dimension, FilterField};

/// The name of what calls are filtered by.
pub(crate) fn filter_field(field: FilterField) -> &'static str {
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
        FilterField::Area => "State, province or region",
        FilterField::HangUpSide => "Who hung up",
        FilterField::TalkTime => "Talk time",
        FilterField::PostDialDelay => "Post-dial delay",
        FilterField::Fee => "Fee",
        FilterField::Hour => "Hour of the day",
        FilterField::Weekday => "Day of the week",
        FilterField::File => "File",
        FilterField::Codec => "Codec",
        // As in a file: a column of names is that of its first field.
        _ => field.names().and_then(|column| column.fields().first()).map_or("", |&field| super::files::field(field)),
    }
}

/// How it is written.
pub(crate) fn filter_hint(field: FilterField) -> &'static str {
    match field {
        FilterField::Period => {
            "A day, a month or from..to: 2026-03-02, 2026-03, 2026-03-02 08:00..2026-03-02 12:00. Either end may be \
                missing; a day or month is in it as a whole."
        }
        FilterField::Answered => "yes or no",
        FilterField::EndReason => {
            "Click on an end reason in its table, or: sip:503, server:-7. With ! before it: not that one."
        }
        FilterField::Class | FilterField::Category | FilterField::Family | FilterField::Side => {
            "One or several of the list, commas between them; with ! before it: not that one."
        }
        FilterField::Caller | FilterField::Callee => {
            "222% begins with 222, %222 ends with it; several with commas, with ! before it: not that one."
        }
        FilterField::Prefix => "What the number begins with, with or without +: 44, !4420",
        FilterField::Country => "A name, two letters or a prefix: Bangladesh, GB or 44; none: numbers of no country",
        FilterField::Area => "A name, such as Alabama, or click on one in a table of them, on the page Destinations.",
        FilterField::HangUpSide => "caller, callee or server",
        FilterField::TalkTime => "Seconds: 30.. or ..6 or 10..60",
        FilterField::PostDialDelay => "Seconds: 5.. or ..2.5",
        FilterField::Fee => "An amount in the files' own currency: 0.5.. or 0",
        FilterField::Hour => "From 0 to 23: 9-17, 22",
        FilterField::Weekday => "From 1 for Monday to 7 for Sunday: 1-5",
        _ if field.names().is_some_and(|column| column.kind() == NameKind::Address) => {
            "An address or a network: 192.0.2.7, 198.51.100.0/24"
        }
        _ => "A name, or part of one: CARRIER%. In quotes it is taken as it stands.",
    }
}

/// By what calls are put together.
pub(crate) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::CallerPrefix { .. } => "Prefix of the calling number",
        Dimension::Destination => "Destination by your list",
        Dimension::Step { .. } => "Time",
        Dimension::File => filter_field(FilterField::File),
        _ => dimension.field().map_or("", filter_field),
    }
}

/// Whose calls figures are of.
pub(super) fn figures_of(part: u64, whole: u64) -> String {
    let percent = query::metrics::percent(part, whole).unwrap_or_default();
    format!(
        "These figures are of {}, {} of all {}.",
        super::sentences::calls(part),
        EN.percent(percent),
        EN.count(whole)
    )
}
