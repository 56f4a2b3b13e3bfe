//! What calls are filtered by, and the calls themselves.

use super::EN;
use calls::Field;
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
        FilterField::OriginatingGateway => "Originating gateway",
        FilterField::TerminatingGateway => "Terminating gateway",
        FilterField::Account => "Account",
        FilterField::CallerIp => super::files::field(Field::CallerIp),
        FilterField::CalleeIp => super::files::field(Field::CalleeIp),
        FilterField::Area => "State, province or region",
        FilterField::Agent => super::files::field(Field::AgentAccount),
        FilterField::RatePrefix => super::files::field(Field::AreaPrefix),
        FilterField::Codec => "Codec",
        FilterField::CallLevel => super::files::field(Field::CallLevel),
        FilterField::BillingMode => super::files::field(Field::BillingMode),
        FilterField::Softswitch => super::files::field(Field::Softswitch),
        FilterField::HangUpSide => "Who hung up",
        FilterField::TalkTime => "Talk time",
        FilterField::PostDialDelay => "Post-dial delay",
        FilterField::Fee => "Fee",
        FilterField::Hour => "Hour of the day",
        FilterField::Weekday => "Day of the week",
        FilterField::File => "File",
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
        FilterField::OriginatingGateway
        | FilterField::TerminatingGateway
        | FilterField::Account
        | FilterField::Agent
        | FilterField::RatePrefix
        | FilterField::Codec
        | FilterField::CallLevel
        | FilterField::BillingMode
        | FilterField::Softswitch
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
pub(crate) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::OriginatingGateway => filter_field(FilterField::OriginatingGateway),
        Dimension::TerminatingGateway => filter_field(FilterField::TerminatingGateway),
        Dimension::Account => filter_field(FilterField::Account),
        Dimension::Agent => filter_field(FilterField::Agent),
        Dimension::CallerIp => filter_field(FilterField::CallerIp),
        Dimension::CalleeIp => filter_field(FilterField::CalleeIp),
        Dimension::Caller => filter_field(FilterField::Caller),
        Dimension::Callee => filter_field(FilterField::Callee),
        Dimension::CallerPrefix { .. } => "Prefix of the calling number",
        Dimension::Prefix { .. } => filter_field(FilterField::Prefix),
        Dimension::RatePrefix => filter_field(FilterField::RatePrefix),
        Dimension::Country => filter_field(FilterField::Country),
        Dimension::Area => filter_field(FilterField::Area),
        Dimension::Destination => "Destination by your list",
        Dimension::Codec => filter_field(FilterField::Codec),
        Dimension::CallLevel => filter_field(FilterField::CallLevel),
        Dimension::BillingMode => filter_field(FilterField::BillingMode),
        Dimension::Softswitch => filter_field(FilterField::Softswitch),
        Dimension::HangUpSide => filter_field(FilterField::HangUpSide),
        Dimension::Answered => filter_field(FilterField::Answered),
        Dimension::EndReason => filter_field(FilterField::EndReason),
        Dimension::Class => filter_field(FilterField::Class),
        Dimension::Category => filter_field(FilterField::Category),
        Dimension::Family => filter_field(FilterField::Family),
        Dimension::Side => filter_field(FilterField::Side),
        Dimension::HourOfDay => filter_field(FilterField::Hour),
        Dimension::Weekday => filter_field(FilterField::Weekday),
        Dimension::Step { .. } => "Time",
        Dimension::TalkBucket => filter_field(FilterField::TalkTime),
        Dimension::DelayBucket => filter_field(FilterField::PostDialDelay),
        Dimension::File => filter_field(FilterField::File),
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
