//! Many long calls that are of exactly the same length, to a second: a session timer ends them, the switch's own,
//! whichever vendor they go to, or that of one vendor, and nobody who talks that long wanted it.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Dimension, FilterField};
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of one length at least, ...
    pub(super) calls: u64,
    /// ... that are so many times the calls of a second, on average, among lengths up to a tenth shorter and longer.
    pub(super) times_usual: f64,
    /// So many, where the switch did not end most of them; and as many at most are longer.
    pub(super) calls_of_vendor: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 5, times_usual: 10.0, calls_of_vendor: 10 }
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
    let mut all = Lengths::new();
    let mut vendors: BTreeMap<&str, Lengths> = BTreeMap::new();
    for ((vendor, seconds), of) in picture.signs.lengths.calls.iter() {
        let vendor = vendors.entry(vendor.as_deref().unwrap_or_default()).or_default();
        vendor.insert(*seconds, (of.calls, of.by_server));
        let sums = all.entry(*seconds).or_default();
        *sums = (sums.0 + of.calls, sums.1 + of.by_server);
    }
    let mut of_switch = same(&all, thresholds);
    of_switch.retain(is_by_server);
    let is_told = |numbers: &SameLength| of_switch.iter().any(|told| told.seconds.abs_diff(numbers.seconds) <= 1);
    let mut found = Vec::new();
    for (vendor, lengths) in vendors {
        let of_vendor =
            same(&lengths, thresholds).into_iter().filter(|numbers| !is_told(numbers) && !vendor.is_empty());
        found.extend(of_vendor.map(|numbers| finding(picture, Some(vendor), numbers)));
    }
    found.extend(of_switch.iter().map(|numbers| finding(picture, None, *numbers)));
    found
}

/// By seconds, the calls of a length and those of them that the server ended.
type Lengths = BTreeMap<u32, (u64, u64)>;

fn is_by_server(numbers: &SameLength) -> bool {
    numbers.by_server * 2 > numbers.calls
}

/// The lengths that stand out.
fn same(lengths: &Lengths, thresholds: &Thresholds) -> Vec<SameLength> {
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
        let longer = lengths.range(seconds + 2..).map(|(_, of)| of.0).sum();
        let numbers = SameLength { seconds, calls, by_server, longer };
        // Of thousands of lengths some have a few calls by chance; a timer lets hardly any be longer.
        let is_timer = is_by_server(&numbers) || calls >= thresholds.calls_of_vendor && longer <= calls;
        if is_timer && calls as f64 >= usual.max(0.1) * thresholds.times_usual {
            found.push(numbers);
        }
    }
    found
}

/// The finding of one vendor's timer, or of the switch's.
fn finding(picture: &Picture, vendor: Option<&str>, numbers: SameLength) -> Finding {
    let SameLength { seconds, calls, .. } = numbers;
    let mut filter = picture.filter(
        &vendor.map(|vendor| (Dimension::TerminatingGateway, Some(vendor))).into_iter().collect::<Vec<_>>(),
        None,
    );
    filter.set(FilterField::TalkTime, &format!("{}..{}", seconds - 1, seconds + 1));
    Finding {
        rule: RuleId::SameLength,
        about: vendor.map(|vendor| (Dimension::TerminatingGateway, Some(vendor.to_owned()))).into_iter().collect(),
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
    use crate::tests::Scenario;

    fn with(side: u8, talk: impl Fn(usize) -> u32) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1"], &["V1"])
            .calls(60, |at, call| {
                (call.talk, call.side, call.reason) = (talk(at), side, "-45".to_owned());
                call.vendor = ["V1", "V2"][at % 2].to_owned();
                call.at(0, at as i64 * 10);
            })
            .found(RuleId::SameLength)
    }

    #[test]
    fn the_switch_ends_calls_after_an_hour() {
        let found = with(2, |at| if at < 20 { 3600 + at as u32 % 2 } else { 700 + at as u32 * 37 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SameLength(numbers) = finding.kind else { panic!() };
        assert_eq!(numbers, SameLength { seconds: 3600, calls: 20, by_server: 20, longer: 0 });
        assert_eq!(finding.about, []);
    }

    #[test]
    fn a_vendor_ends_its_calls_after_an_hour() {
        let found = with(1, |at| if at < 24 && at % 2 == 1 { 3600 } else { 700 + at as u32 * 37 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::SameLength(numbers) = finding.kind else { panic!() };
        assert_eq!((numbers.calls, numbers.by_server, numbers.longer), (12, 0, 0));
        assert_eq!(finding.subject(Dimension::TerminatingGateway), Some("V2"));
        // Six calls of one length, and longer ones: chance.
        assert_eq!(with(1, |at| if at < 12 && at % 2 == 1 { 1800 } else { 700 + at as u32 * 37 }), []);
    }

    #[test]
    fn long_calls_of_any_length_are_none() {
        assert_eq!(with(2, |at| 700 + at as u32 * 37), []);
        assert_eq!(with(2, |at| 700 + at as u32 / 3), [], "a crowd is no timer");
    }
}
