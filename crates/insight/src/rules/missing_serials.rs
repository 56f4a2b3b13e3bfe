//! Serial numbers that no call has. Other records than calls take numbers too, so this is a notice: many numbers in one
//! gap are more likely calls that are missing than few in each of many.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Dimension, Filter, Gap, Sequence};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many numbers at least.
    pub(super) numbers: u64,
    /// In percent of all between the lowest and the highest, at least.
    pub(super) percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { numbers: 20, percent: 0.1 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingSerials {
    /// The switches whose serial numbers they are; none where the files name none.
    pub switches: Vec<String>,
    /// Numbers that no call has.
    pub missing: u64,
    /// Numbers that calls have.
    pub calls: u64,
    /// In so many gaps, of [`MissingSerials::least_gap`] numbers or more.
    pub gaps: u64,
    /// Shorter gaps are not counted.
    pub least_gap: i64,
    /// The longest gap.
    pub longest: Option<Gap>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    // Of some of the calls, the others' numbers are missing.
    if !picture.is_whole() {
        return Vec::new();
    }
    let sequences = picture.signs.serials.sequences().into_iter();
    sequences.filter_map(|sequence| of_sequence(thresholds, sequence)).collect()
}

fn of_sequence(thresholds: &Thresholds, sequence: Sequence) -> Option<Finding> {
    let (missing, calls) = (sequence.missing(), sequence.calls);
    let percent = missing as f64 * 100.0 / (missing + calls).max(1) as f64;
    if missing < thresholds.numbers || percent < thresholds.percent {
        return None;
    }
    let longest = sequence.gaps.iter().copied().max_by_key(|gap| gap.numbers);
    let numbers = MissingSerials {
        missing,
        calls,
        gaps: sequence.gaps.len() as u64,
        least_gap: sequence.least_gap,
        longest,
        switches: sequence.switches.clone(),
    };
    Some(Finding {
        rule: RuleId::MissingSerials,
        about: sequence.switches.into_iter().map(|switch| (Dimension::Softswitch, Some(switch))).collect(),
        kind: FindingKind::MissingSerials(numbers),
        stake: Stake::default(),
        since: None,
        until: None,
        severity: Severity::Notice,
        confidence: Confidence::Low,
        filter: Filter::default(),
        reference: vec!["topic/files-serial-number".to_owned(), "topic/question-cdrs-missing".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn found(serial: impl Fn(i64) -> i64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(400, |at, call| {
            call.start = at as i64 * 200_000;
            call.serial = Some(serial(at as i64));
        });
        scenario.found(RuleId::MissingSerials)
    }

    #[test]
    fn how_many_numbers_in_how_many_gaps() {
        let found = found(|at| 1000 + at + at / 100 * 3 + if at >= 250 { 50 } else { 0 });
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::MissingSerials(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.missing, numbers.gaps, numbers.least_gap), (59, 4, 1));
        assert_eq!(numbers.longest.map(|gap| gap.numbers), Some(50));
        assert_eq!(finding.severity, Severity::Notice);
    }

    #[test]
    fn numbers_one_after_another() {
        assert_eq!(found(|at| 1000 + at), []);
        assert_eq!(found(|at| 1000 + at + at / 100 * 3), [], "nine of 409 in three gaps");
    }
}
