//! An address that tries numbers: its calls are refused as illegal, or for failed logins (the guide's 16, 17 and 20,
//! -9, and the words of clients), and hardly any is answered. Numbers that count up, and many of them in a short time,
//! are a tool's.
//!
//! A customer's own address whose calls are refused so now and then has callers on a blacklist; if all are, the
//! customer may have moved.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use knowledge::Outcome;
use query::{Dimension, FilterField, Source, kebab_name};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many illegal attempts at least.
    pub(super) illegal: u64,
    /// In percent of all attempts of the address.
    pub(super) illegal_percent: u64,
    /// So many attempts at least where the reason is not published, all of them refused.
    pub(super) refused: u64,
    /// Different numbers, in percent of those attempts at least.
    pub(super) distinct_percent: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { illegal: 20, illegal_percent: 80, refused: 100, distinct_percent: 50 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Scanner {
    /// All attempts of the address.
    pub attempts: u64,
    /// Those refused as illegal; fewer where the reason is not published.
    pub illegal: u64,
    /// Answered ones.
    pub answered: u64,
    /// Different numbers that it called, [`query::Distinct::ERROR_PERCENT`] off.
    pub callees: u64,
    /// Of the numbers that were looked at, the share in percent of those with a neighbour that was called too.
    pub percent_in_runs: Option<f64>,
    /// In so many different minutes, [`query::Distinct::ERROR_PERCENT`] off.
    pub minutes: u64,
    /// When the first and the last began.
    pub starts: (EpochMillis, EpochMillis),
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let sources = picture.signs.call_sources.addresses.iter();
    sources
        .filter(|(_, source)| is_scanner(thresholds, source))
        .map(|(address, source)| finding(picture, address, source))
        .collect()
}

pub(super) fn is_scanner(thresholds: &Thresholds, source: &Source) -> bool {
    let is_illegal =
        source.illegal >= thresholds.illegal && source.illegal * 100 >= source.attempts * thresholds.illegal_percent;
    let is_unexplained = source.refused >= thresholds.refused
        && source.refused == source.attempts
        && source.different_callees() * 100 >= source.attempts * thresholds.distinct_percent
        && source.runs.percent_in_runs().is_some_and(|share| share >= MOSTLY_IN_RUNS);
    is_illegal || is_unexplained
}

/// From this share on, in percent, numbers count up.
pub(super) const MOSTLY_IN_RUNS: f64 = 60.0;

fn finding(picture: &Picture, address: &str, source: &Source) -> Finding {
    let (first, last) = (source.starts.first, source.starts.last);
    let numbers = Scanner {
        attempts: source.attempts,
        illegal: source.illegal,
        answered: source.answered,
        callees: source.different_callees(),
        percent_in_runs: source.runs.percent_in_runs(),
        minutes: source.minutes.estimate().max(1),
        starts: (first, last),
    };
    let is_illegal = source.illegal > 0;
    let mut filter = picture.filter(&[(Dimension::CallerIp, Some(address))], None);
    if is_illegal {
        filter.set(FilterField::Class, &kebab_name(&Outcome::Security));
    }
    Finding {
        rule: RuleId::Scanner,
        about: vec![(Dimension::CallerIp, Some(address.to_owned()))],
        stake: Stake::calls(source.illegal.max(source.refused)),
        since: Some(first),
        until: (!picture.is_at_the_end(last)).then_some(last),
        severity: Severity::Serious,
        confidence: Confidence::by_calls(source.attempts).only_if(is_illegal),
        filter,
        reference: ["forbidden-403", "unauthorized-401", "tool-registration-analysis"]
            .map(|topic| format!("topic/{topic}"))
            .into(),
        kind: FindingKind::Scanner(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(reason: i32, number: impl Fn(usize) -> String) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(120, |at, call| {
                call.refused(reason);
                (call.account, call.origin, call.caller) = (String::new(), String::new(), "1001".to_owned());
                (call.caller_ip, call.callee) = ("203.0.113.23".to_owned(), number(at));
                call.start = 3_600_000 + at as i64 * 5_000;
            })
            .found(RuleId::Scanner)
    }

    #[test]
    fn an_address_that_counts_up() {
        let found = with(-9, |at| format!("00442079460{at:03}"));
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::Scanner(numbers) = &finding.kind else { panic!() };
        assert_eq!(finding.subject(Dimension::CallerIp), Some("203.0.113.23"));
        assert_eq!((numbers.attempts, numbers.illegal, numbers.answered), (120, 120, 0));
        assert!((105..=120).contains(&numbers.callees), "{numbers:?}");
        assert_eq!(numbers.percent_in_runs, Some(100.0));
        assert!((9..=11).contains(&numbers.minutes), "{numbers:?}");
        assert_eq!((finding.severity, finding.confidence), (Severity::Serious, Confidence::High));
    }

    #[test]
    fn a_reason_that_is_not_published_needs_numbers_that_count_up() {
        let found = with(-77, |at| format!("00442079460{at:03}"));
        assert_eq!(found.iter().map(|finding| finding.confidence).collect::<Vec<_>>(), [Confidence::Medium]);
        assert_eq!(with(-77, |at| format!("44207946{:04}", at * 7919 % 10_000)), []);
    }

    #[test]
    fn ordinary_calls_are_no_scan() {
        assert_eq!(Scenario::new().ordinary(300, &["C1"], &["V1"]).found(RuleId::Scanner), []);
    }
}
