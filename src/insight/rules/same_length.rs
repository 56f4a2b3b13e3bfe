//! Many long calls of one vendor that are of exactly the same length, to a second: a session timer ends them, the switch's own or the vendor's, and
//! nobody who talks that long wanted it.

use super::super::finding::{Confidence, Finding, RuleId, Severity, Stake};
use super::super::kind::FindingKind;
use super::super::picture::Picture;
use crate::query::{Dimension, FilterField};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of one length at least, ...
    pub(super) calls: u64,
    /// ... that are so many times the calls of a second, on average, among lengths up to a tenth shorter and longer.
    pub(super) times_usual: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 5, times_usual: 10.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SameLength {
    /// The length, in seconds.
    pub seconds: u32,
    /// Calls that were so long, or a second more or less.
    pub calls: u64,
    /// Those of them that the server ended.
    pub by_server: u64,
    /// Calls that were longer: a timer lets none through.
    pub longer: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut vendors: BTreeMap<&str, BTreeMap<u32, (u64, u64)>> = BTreeMap::new();
    for ((vendor, seconds), of) in picture.signs.lengths.calls.iter() {
        let lengths = vendors.entry(vendor.as_deref().unwrap_or_default()).or_default();
        lengths.insert(*seconds, (of.calls, of.by_server));
    }
    let mut found = Vec::new();
    for (vendor, lengths) in vendors {
        found.extend(same(&lengths, thresholds).into_iter().map(|numbers| finding(picture, vendor, numbers)));
    }
    found
}

/// The lengths that stand out.
fn same(lengths: &BTreeMap<u32, (u64, u64)>, thresholds: &Thresholds) -> Vec<SameLength> {
    let of = |range: std::ops::RangeInclusive<u32>| {
        lengths.range(range).fold((0, 0), |sums, (_, of)| (sums.0 + of.0, sums.1 + of.1))
    };
    let mut found: Vec<SameLength> = Vec::new();
    for (&seconds, &(calls_of_second, _)) in lengths {
        // A timer is told by its fullest second.
        let is_top = lengths.range(seconds - 1..=seconds + 1).all(|(_, of)| of.0 <= calls_of_second);
        let (calls, by_server) = of(seconds - 1..=seconds + 1);
        if !is_top || calls < thresholds.calls || found.last().is_some_and(|last| last.seconds + 1 >= seconds) {
            continue;
        }
        let around = seconds / 10;
        let others = of(seconds - around..=seconds + around).0 - calls;
        // Three seconds, of the about fifth of the length that is looked at.
        let usual = others as f64 * 3.0 / f64::from(2 * around - 2);
        if calls as f64 >= usual.max(0.1) * thresholds.times_usual {
            let longer = lengths.range(seconds + 2..).map(|(_, of)| of.0).sum();
            found.push(SameLength { seconds, calls, by_server, longer });
        }
    }
    found
}

fn finding(picture: &Picture, vendor: &str, numbers: SameLength) -> Finding {
    let SameLength { seconds, calls, .. } = numbers;
    let mut filter = picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], None);
    filter.set(FilterField::TalkTime, &format!("{}..{}", seconds - 1, seconds + 1));
    Finding {
        rule: RuleId::SameLength,
        about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
        stake: Stake::calls(calls),
        since: None,
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::by_calls(calls).max(Confidence::Medium),
        filter,
        reference: vec![
            "topic/files-long-calls".to_owned(),
            "parameter/SS_SIP_NO_TIMER_REINVITE_INTERVAL".to_owned(),
            "parameter/SS_SIP_TIMEOUT".to_owned(),
        ],
        kind: FindingKind::SameLength(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::Scenario;

    fn with(talk: impl Fn(usize) -> u32) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1"], &["V1"])
            .calls(60, |at, call| {
                (call.talk, call.side, call.reason) = (talk(at), 2, "-45".to_owned());
                call.at(0, at as i64 * 10);
            })
            .found(RuleId::SameLength)
    }

    #[test]
    fn a_timer_ends_calls_after_an_hour() {
        let found = with(|at| if at < 20 { 3600 + at as u32 % 2 } else { 700 + at as u32 * 37 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SameLength(numbers) = finding.kind else { panic!() };
        assert_eq!(numbers, SameLength { seconds: 3600, calls: 20, by_server: 20, longer: 0 });
    }

    #[test]
    fn long_calls_of_any_length_are_none() {
        assert_eq!(with(|at| 700 + at as u32 * 37), []);
        assert_eq!(with(|at| 700 + at as u32 / 3), [], "a crowd is no timer");
    }
}
