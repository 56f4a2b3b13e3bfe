//! An hour or more without any call between busy hours. Serial numbers tell why, where the files have them: as many
//! numbers missing as calls would be expected mean that records are missing, a file or a part of one; numbers that go
//! on mean that the switch made no calls.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::ClockStep;

/// The calls of two hours before and after it are shown.
const AROUND_MILLIS: i64 = 2 * 3_600_000;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls an hour before and after it, at least, the busier one of two hours on each side. With 30 calls
    /// expected, an hour without any is no chance.
    pub(super) calls_an_hour: u64,
    /// In percent of the calls that would be expected, from which on missing serial numbers mean missing records.
    pub(super) missing_percent: f64,
    /// In percent likewise, up to which serial numbers go on.
    pub(super) goes_on_percent: f64,
    /// From so many hours on, days were not dropped, most likely.
    pub(super) days_hours: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls_an_hour: 30, missing_percent: 30.0, goes_on_percent: 5.0, days_hours: 18 }
    }
}

/// Why there are no calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoCalls {
    /// As many serial numbers are missing as calls would be expected.
    RecordsMissing,
    /// Serial numbers go on: no calls were made, or none was written.
    NoneMade,
    /// Serial numbers do not tell.
    Unknown,
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissingHours {
    /// The start of the last call before it.
    pub from: EpochMillis,
    /// The start of the first call after it.
    pub to: EpochMillis,
    /// Calls an hour before it and after it.
    pub calls_an_hour: (u64, u64),
    /// Calls that would be expected in it, an estimate.
    pub expected: u64,
    /// Serial numbers that no call has in it; `None` where the files do not tell.
    pub serials: Option<u64>,
    /// Why.
    pub why: WhyNoCalls,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let step_millis = picture.signs.clock.step_millis();
    let steps = picture.signs.clock.steps(None);
    let found = (1..steps.len()).filter_map(|at| {
        let empty = steps[at].0.0.saturating_sub(steps[at - 1].0.0) / step_millis - 1;
        // The hour in which a file begins or ends may have few calls.
        let busier = |steps: &[(EpochMillis, ClockStep)]| steps.iter().map(|(_, step)| step.calls).max();
        let before = busier(&steps[at.saturating_sub(2)..at])?;
        let after = busier(&steps[at..(at + 2).min(steps.len())])?;
        let least = thresholds.calls_an_hour.saturating_mul((step_millis / 3_600_000) as u64);
        if empty < 1 || before.min(after) < least {
            return None;
        }
        let expected = ((before + after) / 2).saturating_mul(empty as u64);
        Some(told(
            picture,
            thresholds,
            (steps[at - 1].1.starts.last, steps[at].1.starts.first),
            (before, after),
            expected,
        ))
    });
    found.collect()
}

fn told(
    picture: &Picture,
    thresholds: &Thresholds,
    (from, to): (EpochMillis, EpochMillis),
    calls_an_hour: (u64, u64),
    expected: u64,
) -> Finding {
    let serials = missing_serials(picture, from, to);
    let percent = serials.map(|serials| serials as f64 * 100.0 / expected.max(1) as f64);
    let why = match percent {
        Some(percent) if percent >= thresholds.missing_percent => WhyNoCalls::RecordsMissing,
        Some(percent) if percent <= thresholds.goes_on_percent => WhyNoCalls::NoneMade,
        _ => WhyNoCalls::Unknown,
    };
    let is_of_days = to.0.saturating_sub(from.0) >= thresholds.days_hours * 3_600_000;
    Finding {
        rule: RuleId::MissingHours,
        about: Vec::new(),
        kind: FindingKind::MissingHours(MissingHours { from, to, calls_an_hour, expected, serials, why }),
        stake: Stake::calls(expected),
        since: Some(from),
        until: Some(to),
        severity: match why {
            _ if is_of_days || !picture.is_whole() => Severity::Notice,
            WhyNoCalls::NoneMade => Severity::Serious,
            WhyNoCalls::RecordsMissing | WhyNoCalls::Unknown => Severity::Warning,
        },
        confidence: if why == WhyNoCalls::Unknown { Confidence::Medium } else { Confidence::High },
        // The calls around it.
        filter: picture.filter(
            &[],
            Some((EpochMillis(from.0.saturating_sub(AROUND_MILLIS)), EpochMillis(to.0.saturating_add(AROUND_MILLIS)))),
        ),
        reference: vec!["topic/question-cdrs-missing".to_owned(), "topic/pending-cdr-not-written".to_owned()],
    }
}

/// Serial numbers that are missing between calls that began before an instant and calls that began after another.
fn missing_serials(picture: &Picture, from: EpochMillis, to: EpochMillis) -> Option<u64> {
    let sequences = picture.signs.serials.sequences();
    if sequences.is_empty() || !picture.is_whole() {
        return None;
    }
    let gaps = sequences.iter().flat_map(|sequence| &sequence.gaps);
    // What began before may have a number from after, where numbers are given at the end of calls.
    let middle = from.0.saturating_add(to.0.saturating_sub(from.0) / 2);
    let across = gaps.filter(|gap| gap.from.0 <= middle && gap.to.0 >= middle);
    Some(across.map(|gap| gap.numbers as u64).fold(0, u64::saturating_add))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// A call a minute from 8:00 to 16:00, none from 11:00 to 13:00; `serial` numbers them.
    fn found(serial: impl Fn(i64) -> i64) -> Vec<Finding> {
        let minutes = |at: usize| if at < 180 { at } else { at + 120 };
        let scenario = Scenario::new().calls(360, |at, call| {
            call.at(8, minutes(at) as i64);
            call.serial = Some(serial(at as i64));
        });
        scenario.found(RuleId::MissingHours)
    }

    fn why(found: &[Finding]) -> (Severity, WhyNoCalls, Option<u64>) {
        let [Finding { kind: FindingKind::MissingHours(numbers), severity, .. }] = found else { panic!("{found:?}") };
        assert_eq!((numbers.calls_an_hour, numbers.expected), ((60, 60), 120));
        assert_eq!(numbers.from.rfc3339(), "2026-03-02T10:59:00Z");
        assert_eq!(numbers.to.rfc3339(), "2026-03-02T13:00:00Z");
        (*severity, numbers.why, numbers.serials)
    }

    #[test]
    fn two_hours_without_calls_and_why() {
        let missing = found(|at| 500 + at + if at >= 180 { 118 } else { 0 });
        assert_eq!(why(&missing), (Severity::Warning, WhyNoCalls::RecordsMissing, Some(118)));
        let none = found(|at| 500 + at);
        assert_eq!(why(&none), (Severity::Serious, WhyNoCalls::NoneMade, Some(0)));
    }

    #[test]
    fn quiet_hours_and_nights_are_none() {
        let scenario = Scenario::new().calls(100, |at, call| call.at(8 + at as i64 % 2 * 2, at as i64 % 60));
        assert_eq!(scenario.found(RuleId::MissingHours).len(), 1, "from 8 to 10, fifty calls each");
        let few = Scenario::new().calls(40, |at, call| call.at(8 + at as i64 % 2 * 2, at as i64 % 60));
        assert_eq!(few.found(RuleId::MissingHours), []);
    }
}
