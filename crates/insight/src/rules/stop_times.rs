//! Stop times that do not fit: calls that stop before they start, and calls whose stop is later than start and talk
//! time say by the same quarters of an hour, most likely because start and stop were written in different zones or by
//! different clocks.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{CallLengths, Dimension};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of a file that stop before they start, at least.
    pub(super) before_start: u64,
    /// So many calls of a file whose stop is later by the same time, at least.
    pub(super) shifted: u64,
    /// In percent of its calls that are over, at least.
    pub(super) shifted_percent: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { before_start: 3, shifted: 10, shifted_percent: 5.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopTimes {
    /// The file.
    pub file: String,
    /// Its calls with a stop that fits its start.
    pub timed: u64,
    /// Calls without a stop that can be, and that are over: it is before their start, or cannot be read.
    pub before_start: u64,
    /// Calls that stop later by the same quarters of an hour than start and talk time say: how many quarters, how many
    /// calls.
    pub shifted: Option<(i64, u64)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let files = picture.signs.clock.files();
    files.filter_map(|(file, lengths)| of_file(picture, thresholds, file, lengths)).collect()
}

fn of_file(picture: &Picture, thresholds: &Thresholds, file: u32, lengths: &CallLengths) -> Option<Finding> {
    let is_many = |calls: u64| {
        calls >= thresholds.shifted && calls as f64 * 100.0 >= lengths.timed as f64 * thresholds.shifted_percent
    };
    let shifted = lengths.shifted.iter().map(|(&quarters, &calls)| (quarters, calls));
    let shifted = shifted.max_by_key(|&(_, calls)| calls).filter(|&(_, calls)| is_many(calls));
    // Without any stop that fits, the file has no stop times.
    let before_start = lengths.untimed;
    let is_before = lengths.timed > 0 && before_start >= thresholds.before_start;
    if shifted.is_none() && !is_before {
        return None;
    }
    let name = picture.file_name(file).to_owned();
    let calls = before_start + shifted.map_or(0, |(_, calls)| calls);
    Some(Finding {
        rule: RuleId::StopTimes,
        about: vec![(Dimension::File, Some(file.to_string()))],
        filter: picture.filter_of_files(&[&name], None),
        kind: FindingKind::StopTimes(StopTimes { file: name, timed: lengths.timed, before_start, shifted }),
        stake: Stake::calls(calls),
        since: None,
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::by_calls(calls),
        reference: vec!["topic/files-times".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn found(beyond: impl Fn(usize) -> i64) -> Vec<Finding> {
        let scenario = Scenario::new().calls(200, |at, call| {
            call.start = at as i64 * 200_000;
            call.lasted = Some(i64::from(call.talk) * 1000 + 400 + beyond(at));
        });
        scenario.found(RuleId::StopTimes)
    }

    fn numbers_of(found: &[Finding]) -> &StopTimes {
        let [Finding { kind: FindingKind::StopTimes(numbers), .. }] = found else { panic!("{found:?}") };
        numbers
    }

    #[test]
    fn a_stop_of_another_zone() {
        let found = found(|_| 8 * 3_600_000);
        assert_eq!(numbers_of(&found).shifted, Some((32, 200)));
        assert_eq!(found[0].severity, Severity::Warning);
    }

    #[test]
    fn a_stop_before_the_start() {
        let found = found(|at| if at % 20 == 0 { -3_600_000 } else { 0 });
        assert_eq!((numbers_of(&found).before_start, numbers_of(&found).timed), (10, 190));
    }

    #[test]
    fn ringing_before_the_answer_is_none() {
        assert_eq!(found(|at| at as i64 % 60 * 1000), []);
    }
}
