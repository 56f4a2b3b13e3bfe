//! Answered calls that were cut because the money for them ran out: prepaid time used up (the guide's 24), and calls of
//! one account that all end in the same minute, as when a balance is used up.
//!
//! Where the reason is not published, prepaid time is found by its lengths: it is sold in whole minutes, and of other
//! calls one in sixty is so long.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use knowledge::Outcome;
use query::{Cut, CutKey, Dimension, FilterField};
use sorting::Ordered;
use std::collections::BTreeSet;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls in one minute at least ...
    pub(super) calls_at_once: u64,
    /// ... and in percent of all calls of the account that the server ended for the reason.
    pub(super) at_once_percent: u64,
    /// So many calls that ran out of prepaid time at least.
    pub(super) calls: u64,
    /// Calls of whole minutes, in percent, from which on an unpublished reason is taken for prepaid time.
    pub(super) whole_percent: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls_at_once: 5, at_once_percent: 50, calls: 10, whole_percent: 90 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallsCut {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// Its class; [`Outcome::Unknown`] where it is not published.
    pub class: Outcome,
    /// All calls of the account that it cut.
    pub cut: Cut,
    /// The minute in which most were cut, and how many, where that is what is told; otherwise it is prepaid time.
    pub at_once: Option<(EpochMillis, u64)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let cuts = picture.signs.cuts.sums.iter();
    cuts.filter_map(|(key, cut)| {
        let account = key.0.as_deref().filter(|account| !account.is_empty())?;
        Some(finding(picture, account, numbers(picture, thresholds, key, cut)?))
    })
    .collect()
}

/// The accounts and reasons that it finds.
pub(super) fn claimed(picture: &Picture) -> BTreeSet<CutKey> {
    let cuts = picture.signs.cuts.sums.iter();
    cuts.filter(|(key, cut)| numbers(picture, &Thresholds::default(), key, cut).is_some())
        .map(|(key, _)| key.clone())
        .ordered_set()
}

fn numbers(picture: &Picture, thresholds: &Thresholds, key: &CutKey, cut: &Cut) -> Option<CallsCut> {
    let class = picture.context.reason(Some(&key.1))?.class;
    if !matches!(class, Outcome::Billing | Outcome::Account | Outcome::Unknown) {
        return None;
    }
    let at_once = picture.signs.cuts.busiest_minute(key).filter(|(_, calls)| {
        *calls >= thresholds.calls_at_once && calls * 100 >= cut.calls * thresholds.at_once_percent
    });
    let is_prepaid = cut.calls >= thresholds.calls
        && (class == Outcome::Billing || cut.whole_minutes * 100 >= cut.calls * thresholds.whole_percent);
    (at_once.is_some() || is_prepaid).then(|| CallsCut { reason: key.1.clone(), class, cut: *cut, at_once })
}

fn finding(picture: &Picture, account: &str, numbers: CallsCut) -> Finding {
    let calls = numbers.at_once.map_or(numbers.cut.calls, |(_, calls)| calls);
    let mut filter =
        picture.filter(&[(Dimension::Account, Some(account)), (Dimension::EndReason, Some(&numbers.reason))], None);
    filter.set(FilterField::Answered, "yes");
    filter.set(FilterField::HangUpSide, "server");
    let topics: &[&str] =
        if numbers.at_once.is_some() { &["insufficient-balance", "files-server-hang-ups"] } else { &["balance-alarm"] };
    Finding {
        rule: RuleId::CallsCut,
        about: vec![(Dimension::Account, Some(account.to_owned()))],
        stake: Stake::calls(calls),
        since: numbers.at_once.map(|(at, _)| at),
        until: numbers.at_once.map(|(at, _)| EpochMillis(at.0 + 60_000)),
        // Prepaid time that is used up is what was sold.
        severity: if numbers.at_once.is_some() { Severity::Warning } else { Severity::Notice },
        confidence: Confidence::by_calls(calls).only_if(numbers.class != Outcome::Unknown),
        filter,
        reference: picture.links(&numbers.reason, topics),
        kind: FindingKind::CallsCut(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(talk: impl Fn(usize) -> u32, end: impl Fn(usize) -> i64) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(20, |at, call| {
                (call.talk, call.side, call.reason) = (talk(at), 2, "-36".to_owned());
                call.start = end(at) - i64::from(call.talk) * 1000;
            })
            .found(RuleId::CallsCut)
    }

    #[test]
    fn calls_that_all_end_in_one_minute() {
        let found = with(|at| 61 + at as u32 * 7, |at| 23 * 3_600_000 + at as i64 * 1000);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::CallsCut(numbers) = &finding.kind else { panic!() };
        assert_eq!(numbers.at_once.unwrap().1, 20);
        assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T23:00:00Z");
    }

    #[test]
    fn prepaid_time_is_of_whole_minutes() {
        let found = with(|at| 60 * (1 + at as u32 % 4), |at| (at as i64 + 1) * 3_600_000);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::CallsCut(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.at_once, numbers.cut.whole_minutes), (None, 20));
        assert_eq!((finding.severity, finding.confidence), (Severity::Notice, Confidence::Low));
    }

    #[test]
    fn calls_that_end_now_and_then_are_none() {
        assert_eq!(with(|at| 61 + at as u32 * 7, |at| (at as i64 + 1) * 3_600_000), []);
    }
}
