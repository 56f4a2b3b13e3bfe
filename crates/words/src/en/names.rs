//! The names of families, categories, impacts, sides and outcomes.

use crate::TopicKind;
use knowledge::{Category, Family, Impact, Outcome, Side};
use query::EndReasonRow;

pub(crate) fn family(family: Family) -> &'static str {
    match family {
        Family::Guide => "Guide",
        Family::Server => "Server",
        Family::Sip => "SIP",
        Family::Q850 => "Q.850",
        Family::Text => "Text",
        Family::Disposition => "Disposition",
    }
}

pub(crate) fn family_long(family: Family) -> &'static str {
    match family {
        Family::Guide => "Server end reasons of the guide, 1 to 25",
        Family::Server => "Server reasons of live systems",
        Family::Sip => "SIP status codes",
        Family::Q850 => "Q.850 causes",
        Family::Text => "Server reasons in words",
        Family::Disposition => "Dispositions and causes of other switches",
    }
}

pub(crate) fn topic_kind(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Error => "The 20 most common errors",
        TopicKind::Tool => "Diagnostic tools",
        TopicKind::Performance => "Performance",
        TopicKind::Audio => "Audio",
        TopicKind::Licence => "Licence",
        TopicKind::Alarm => "Alarms",
        TopicKind::Files => "Files and records",
        TopicKind::Question => "Questions and answers",
        TopicKind::Contradiction => "Where sources disagree",
    }
}

pub(crate) fn category(category: Category) -> &'static str {
    // The guide is English: its spelling serves.
    category.name()
}

pub(crate) fn impact(impact: Impact) -> &'static str {
    match impact {
        Impact::Low => "Low",
        Impact::Medium => "Medium",
        Impact::MediumHigh => "Medium-high",
        Impact::High => "High",
        Impact::Critical => "Critical",
    }
}

pub(crate) fn side(side: Side) -> &'static str {
    match side {
        Side::Caller => "With the caller",
        Side::Callee => "With the called party",
        Side::Vendor => "With the vendor",
        Side::Server => "On this softswitch",
    }
}

pub(crate) fn outcome(class: Outcome) -> &'static str {
    match class {
        Outcome::Answered => "Answered",
        Outcome::UserBusy => "Called party busy",
        Outcome::NoAnswer => "No answer",
        Outcome::RejectedByUser => "Rejected by the called party",
        Outcome::CallerGaveUp => "Caller gave up",
        Outcome::NumberWrong => "Wrong number",
        Outcome::Unreachable => "Called party not reachable",
        Outcome::NetworkFailure => "Network failure",
        Outcome::Timeout => "Timeout",
        Outcome::NoRoute => "No route",
        Outcome::Account => "Account",
        Outcome::Billing => "Billing",
        Outcome::Capacity => "No capacity",
        Outcome::Security => "Refused for security",
        Outcome::Media => "Media",
        Outcome::Protocol => "Protocol error",
        Outcome::System => "System",
        Outcome::Unknown => "Not known",
    }
}

/// The name of an end reason.
pub fn end_reason_name(row: &EndReasonRow) -> String {
    if let Some(name) = row.personal.as_ref().and_then(|entry| entry.name.as_ref()) {
        return name.clone();
    }
    match (&row.classified.reason, row.classified.code) {
        (Some(_), Some(code)) if row.classified.stands_in => format!("Unregistered SIP status {code}"),
        (Some(reason), _) => reason.name.clone(),
        (None, Some(code)) if row.classified.family == Family::Q850 => format!("Unassigned Q.850 cause {code}"),
        (None, Some(code)) if row.classified.family == Family::Sip => format!("Unregistered SIP status {code}"),
        (None, Some(code)) => format!("Server reason {code} (not known)"),
        (None, None) if row.text.is_empty() => "No end reason given".to_owned(),
        (None, None) => row.text.clone(),
    }
}
