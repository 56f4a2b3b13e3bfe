//! A clock that was set back: calls with later serial numbers began and ended earlier than those before them. A switch
//! gives numbers in the order in which calls begin or end, so that minutes may be exchanged, and half an hour may not.
//! Where that is so again and again, the numbers follow something else than time, and tell nothing of a clock.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{Dimension, Sequence, SetBack};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// By so many minutes at least.
    pub(super) minutes: i64,
    /// So many times at most.
    pub(super) times: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { minutes: 20, times: 3 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockSetBack {
    /// The switches whose serial numbers they are; none where the files name none.
    pub switches: Vec<String>,
    /// Each time, in the order of the numbers.
    pub times: Vec<SetBack>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let sequences = picture.signs.serials.sequences().into_iter();
    sequences.filter_map(|sequence| of_sequence(picture, thresholds, sequence)).collect()
}

fn of_sequence(picture: &Picture, thresholds: &Thresholds, sequence: Sequence) -> Option<Finding> {
    let is_far = |back: &SetBack| back.millis >= thresholds.minutes * 60_000;
    let times: Vec<SetBack> = sequence.set_back.into_iter().filter(is_far).collect();
    let first = *times.iter().min_by_key(|back| back.at).filter(|_| times.len() <= thresholds.times)?;
    let until = EpochMillis(first.at.0.saturating_add(first.millis));
    Some(Finding {
        rule: RuleId::ClockSetBack,
        about: sequence.switches.iter().map(|switch| (Dimension::Softswitch, Some(switch.clone()))).collect(),
        kind: FindingKind::ClockSetBack(ClockSetBack { switches: sequence.switches, times }),
        stake: Stake::default(),
        since: Some(first.at),
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::Medium,
        // What began in the time that was passed twice.
        filter: picture.filter(&[], Some((EpochMillis(first.at.0.saturating_sub(first.millis)), until))),
        reference: vec!["topic/files-times".to_owned(), "topic/files-serial-number".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// A call a minute, each with its number; an hour is taken off the later half.
    fn found(set_back: i64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(600, |at, call| {
            call.start = at as i64 * 60_000 - if at >= 300 { set_back } else { 0 };
            call.serial = Some(1000 + at as i64);
        });
        scenario.found(RuleId::ClockSetBack)
    }

    #[test]
    fn an_hour_that_was_passed_twice() {
        let found = found(3_600_000);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::ClockSetBack(numbers) = &finding.kind else { panic!() };
        let [back] = numbers.times.as_slice() else { panic!("{numbers:?}") };
        // Less the half hour that the calls between took.
        assert!((25..=60).contains(&(back.millis / 60_000)), "{back:?}");
    }

    #[test]
    fn numbers_in_the_order_of_time() {
        assert_eq!(found(0), []);
        // Numbers that are given at the end of calls.
        let scenario = Scenario::new().calls(600, |at, call| {
            call.talk = if at % 10 == 0 { 3600 } else { 60 };
            call.start = at as i64 * 60_000 - i64::from(call.talk) * 1000 + 3_600_000;
            call.serial = Some(1000 + at as i64);
        });
        assert_eq!(scenario.found(RuleId::ClockSetBack), []);
    }

    /// Calls that end a minute after one another, each of which gets its number then; every third hour they have lasted
    /// for three hours.
    fn numbered_at_the_end(set_back: i64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(900, |at, call| {
            call.talk = if at / 60 % 3 == 2 { 3 * 3600 } else { 30 };
            let end = at as i64 * 60_000 - if at >= 450 { set_back } else { 0 };
            call.start = 4 * 3_600_000 + end - i64::from(call.talk) * 1000;
            call.serial = Some(1000 + at as i64);
        });
        scenario.found(RuleId::ClockSetBack)
    }

    #[test]
    fn long_calls_with_numbers_of_their_end_began_earlier() {
        assert_eq!(numbered_at_the_end(0), []);
        let found = numbered_at_the_end(3_600_000);
        let [Finding { kind: FindingKind::ClockSetBack(numbers), .. }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(numbers.times.len(), 1);
    }

    #[test]
    fn numbers_in_no_order_of_time_tell_nothing_of_a_clock() {
        for count in [40, 600, 20_000] {
            let scenario = Scenario::new().calls(count, |at, call| {
                call.start = at as i64 * 86_400_000 / count as i64;
                call.serial = Some(1000 + (at * 7919 % count) as i64);
            });
            assert_eq!(scenario.found(RuleId::ClockSetBack), [], "{count} calls");
        }
    }
}
