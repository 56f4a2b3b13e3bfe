//! Calls far outside the period of their file: days before or after all others, most likely from a clock that was
//! wrong. They stretch every chart over time, and make of the period what it is not.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{ClockStep, Dimension};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many days without a call between them and the others, at least.
    pub(super) days: i64,
    /// In percent of the file's calls, at most: more are a period of their own.
    pub(super) percent: f64,
    /// The file has so many calls at least.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { days: 7, percent: 1.0, calls: 100 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsidePeriod {
    /// The file.
    pub file: String,
    /// Calls before the others, and when the first of them began.
    pub before: Option<(u64, EpochMillis)>,
    /// Calls after the others, and when the last of them began.
    pub after: Option<(u64, EpochMillis)>,
    /// When the first and the last of all others began.
    pub period: (EpochMillis, EpochMillis),
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let files = picture.signs.clock.files();
    files.filter_map(|(file, _)| of_file(picture, thresholds, file)).collect()
}

fn of_file(picture: &Picture, thresholds: &Thresholds, file: u32) -> Option<Finding> {
    let steps: Vec<ClockStep> = picture.signs.clock.steps(Some(file)).into_iter().map(|(_, step)| step).collect();
    let is_far = |pair: &[ClockStep]| {
        pair[1].starts.first.0.saturating_sub(pair[0].starts.last.0) >= thresholds.days * 86_400_000
    };
    let mut begins = vec![0];
    begins.extend((1..steps.len()).filter(|&at| is_far(&steps[at - 1..=at])));
    begins.push(steps.len());
    let spans: Vec<&[ClockStep]> = begins.windows(2).map(|span| &steps[span[0]..span[1]]).collect();
    let calls = |steps: &[ClockStep]| steps.iter().map(|step| step.calls).sum::<u64>();
    let all = calls(&steps);
    let main = (0..spans.len()).max_by_key(|&at| calls(spans[at]))?;
    let outside = all - calls(spans[main]);
    if all < thresholds.calls || outside == 0 || outside as f64 * 100.0 > all as f64 * thresholds.percent {
        return None;
    }
    let sum = |spans: &[&[ClockStep]]| spans.iter().map(|span| calls(span)).sum::<u64>();
    let (first, last) = (steps.first()?.starts.first, steps.last()?.starts.last);
    let before = Some((sum(&spans[..main]), first)).filter(|(calls, _)| *calls > 0);
    let after = Some((sum(&spans[main + 1..]), last)).filter(|(calls, _)| *calls > 0);
    let period = (spans[main].first()?.starts.first, spans[main].last()?.starts.last);
    let name = picture.file_name(file).to_owned();
    let millisecond = |at: EpochMillis, by: i64| EpochMillis(at.0.saturating_add(by));
    let shown = match (before, after) {
        (Some((before, _)), Some((after, _))) if after > before => (millisecond(period.1, 1), millisecond(last, 1)),
        (None, _) => (millisecond(period.1, 1), millisecond(last, 1)),
        _ => (first, period.0),
    };
    Some(Finding {
        rule: RuleId::OutsidePeriod,
        about: vec![(Dimension::File, Some(file.to_string()))],
        filter: picture.filter_of_files(&[&name], Some(shown)),
        kind: FindingKind::OutsidePeriod(OutsidePeriod { file: name, before, after, period }),
        stake: Stake::calls(outside),
        since: None,
        until: None,
        severity: Severity::Warning,
        confidence: Confidence::Medium,
        reference: vec!["topic/files-times".to_owned()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{DAY, Scenario};

    fn found(days: i64) -> Vec<Finding> {
        let scenario = Scenario::new()
            .ordinary(300, &["C1"], &["V1"])
            .calls(2, |at, call| call.start = days * 86_400_000 + at as i64 * 60_000);
        scenario.found(RuleId::OutsidePeriod)
    }

    #[test]
    fn calls_of_another_year() {
        let found = found(365);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::OutsidePeriod(numbers) = &finding.kind else { panic!() };
        assert_eq!(numbers.before, None);
        assert_eq!(numbers.after, Some((2, EpochMillis(DAY + 365 * 86_400_000 + 60_000))));
        assert_eq!(numbers.period.0, EpochMillis(DAY));
        assert_eq!(self::found(-365).len(), 1);
    }

    #[test]
    fn calls_of_the_next_day_are_none() {
        assert_eq!(found(1), []);
    }
}
