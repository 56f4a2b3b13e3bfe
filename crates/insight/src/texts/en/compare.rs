//! What explains a change: "ASR fell from 47.9 % to 31.2 %; 82 % of it is vendor07, code 503, 14:00 to 16:00."

use super::EN;
use crate::compare::{Basis, Cause, ChangeExplanation, Hours};
use query::metrics::WEAK_BELOW_CALLS;
use query::{Dimension, Unit};
use words::en::calls;

/// The name of a group by its key.
type Name<'a> = &'a dyn Fn(Dimension, Option<&str>) -> String;

/// A second cause that has at least this part of the first one needs no share of its own.
const NEARLY_ALL: f64 = 0.8;

/// Shares of more than this are of causes that others worked against; a number would only puzzle.
const ALL_PERCENT: f64 = 105.0;

/// What explains a change.
pub(crate) fn explanation(explanation: &ChangeExplanation, name: Name<'_>) -> String {
    let mut text = change(explanation);
    match (&explanation.first, explanation.hours) {
        (Some(first), hours) => {
            let share = if first.share_percent > ALL_PERCENT {
                "more than all".to_owned()
            } else {
                rounded(first.share_percent)
            };
            text += &format!("; {share} of it is {}", group(first, name));
            if let Some(second) = &explanation.second {
                text += &within(first, second, name);
            }
            if let Some(hours) = hours {
                text += &format!(", {}", clock(hours));
            }
            text.push('.');
            text += &with(first, &explanation.with, name);
        }
        (None, Some(hours)) => {
            text += &format!("; {} of it is {}.", rounded(hours.share_percent.min(100.0)), clock(hours))
        }
        (None, None) if explanation.from == explanation.to => text.push('.'),
        (None, None) => text += "; no gateway, account, destination or time of day stands out.",
    }
    if explanation.may_be_chance && explanation.from != explanation.to {
        text += " So small a change may be chance.";
    }
    let fewest = explanation.calls.0.min(explanation.calls.1);
    if fewest < WEAK_BELOW_CALLS {
        text += &format!(" One side has {} only.", calls(fewest));
    }
    text
}

/// `ASR fell from 47.9 % to 31.2 %`
fn change(explanation: &ChangeExplanation) -> String {
    let per_hour = explanation.basis != Basis::Totals
        && matches!(explanation.metric.unit(), Unit::Count | Unit::Minutes | Unit::Money);
    let value = |value: f64| match explanation.metric.unit() {
        // A few calls an hour are no whole number.
        Unit::Count if per_hour && value < 100.0 => EN.decimal(value, 1),
        unit => EN.value(unit, value),
    };
    let (from, to) = (value(explanation.from), value(explanation.to));
    let name = if per_hour {
        format!("{} an hour", EN.metric(explanation.metric))
    } else {
        EN.metric(explanation.metric).to_owned()
    };
    if explanation.from == explanation.to {
        return format!("{name} stayed at {from}");
    }
    let verb = if explanation.to > explanation.from { "rose" } else { "fell" };
    format!("{name} {verb} from {from} to {to}")
}

/// What it is within the first cause.
fn within(first: &Cause, second: &Cause, name: Name<'_>) -> String {
    let part = second.share_percent / first.share_percent;
    if part >= NEARLY_ALL {
        format!(", {}", group(second, name))
    } else {
        format!(" ({} with {})", rounded(second.share_percent), group(second, name))
    }
}

/// The other groups that explain it together with the first.
fn with(first: &Cause, others: &[Cause], name: Name<'_>) -> String {
    let Some((last, rest)) = others.split_last() else { return String::new() };
    let names: Vec<String> = rest.iter().map(|cause| group(cause, name)).collect();
    let names =
        if names.is_empty() { group(last, name) } else { format!("{} and {}", names.join(", "), group(last, name)) };
    let all = first.share_percent + others.iter().map(|cause| cause.share_percent).sum::<f64>();
    format!(" Together with {names} it is {}.", rounded(all.min(100.0)))
}

/// `vendor07`, `code 503 (Service Unavailable)`, `numbers beginning with 447`
fn group(cause: &Cause, name: Name<'_>) -> String {
    let key = cause.key.as_deref();
    let named = name(cause.dimension, key);
    match (cause.dimension, key) {
        (Dimension::TerminatingGateway, Some("")) => "calls that reached no vendor".to_owned(),
        (dimension, None | Some("")) => format!("calls without {}", EN.dimension(dimension).to_lowercase()),
        (Dimension::EndReason, Some(key)) => match key.rsplit_once('/').filter(|(_, code)| code.parse::<i32>().is_ok())
        {
            Some((_, code)) => format!("code {code} ({named})"),
            None => format!("\u{201c}{named}\u{201d}"),
        },
        (Dimension::Class, _) => format!("the outcome \u{201c}{named}\u{201d}"),
        (Dimension::Prefix { .. }, _) => format!("numbers beginning with {named}"),
        (Dimension::Country, _) => format!("calls to {named}"),
        (Dimension::Account, _) => format!("account {named}"),
        (Dimension::CallerIp, _) => format!("calls from {named}"),
        _ => named,
    }
}

/// `14:00 to 16:00`
fn clock(hours: Hours) -> String {
    format!("{:02}:00 to {:02}:00", hours.from, hours.to)
}

/// Whole percent: a share of a change is no exact measure of blame.
fn rounded(percent: f64) -> String {
    if percent > 0.0 && percent < 0.5 { "<1 %".to_owned() } else { format!("{} %", EN.decimal(percent, 0)) }
}
