//! One caller of many numbers, hardly any of them twice, of which few answer or nearly all are over at once: a robot
//! that dials, a hacked phone that tries destinations, a test of a number range. Callers that the switch refuses anyway
//! are [`super::scanner`]'s.

use super::super::picture::Picture;
use super::scanner::MOSTLY_IN_RUNS;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use query::{Dimension, Source, metrics};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many attempts at least.
    pub(super) attempts: u64,
    /// Different numbers in percent of them at least.
    pub(super) distinct_percent: u64,
    /// Answered in percent at most, ...
    pub(super) asr_percent: f64,
    /// ... or short calls in percent of the answered ones at least.
    pub(super) short_percent: f64,
    /// Refused in percent of all at most: those beyond are scanners.
    pub(super) refused_percent: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { attempts: 200, distinct_percent: 85, asr_percent: 15.0, short_percent: 50.0, refused_percent: 80 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct ManyCallees {
    /// All attempts of the caller.
    pub attempts: u64,
    /// Answered ones.
    pub answered: u64,
    /// Those of these that were over within [`query::SHORT_SECONDS`].
    pub short: u64,
    /// Different numbers, [`query::Distinct::ERROR_PERCENT`] off.
    pub callees: u64,
    /// The numbers count up.
    pub counts_up: bool,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let callers = picture.signs.call_sources.callers.iter();
    callers
        .filter(|(_, source)| is_one(thresholds, source))
        .map(|(caller, source)| finding(picture, caller, source))
        .collect()
}

fn is_one(thresholds: &Thresholds, source: &Source) -> bool {
    let is_weak = metrics::percent(source.answered, source.attempts).is_none_or(|asr| asr <= thresholds.asr_percent)
        || metrics::percent(source.short, source.answered).is_some_and(|short| short >= thresholds.short_percent);
    source.attempts >= thresholds.attempts
        && source.refused * 100 <= source.attempts * thresholds.refused_percent
        && source.different_callees() * 100 >= source.attempts * thresholds.distinct_percent
        && is_weak
}

fn finding(picture: &Picture, caller: &str, source: &Source) -> Finding {
    let numbers = ManyCallees {
        attempts: source.attempts,
        answered: source.answered,
        short: source.short,
        callees: source.different_callees(),
        counts_up: source.runs.percent_in_runs().is_some_and(|share| share >= MOSTLY_IN_RUNS),
    };
    Finding {
        rule: RuleId::ManyCallees,
        about: vec![(Dimension::Caller, Some(caller.to_owned()))],
        stake: Stake::calls(source.attempts),
        since: Some(source.starts.first),
        until: (!picture.is_at_the_end(source.starts.last)).then_some(source.starts.last),
        severity: Severity::Warning,
        confidence: Confidence::by_calls(source.attempts).only_if(numbers.counts_up),
        filter: picture.filter(&[(Dimension::Caller, Some(caller))], None),
        reference: vec!["topic/tool-call-analysis".to_owned()],
        kind: FindingKind::ManyCallees(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn with(answered_of_ten: usize, talk: u32) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(400, |at, call| {
                (call.caller, call.callee) = ("3319900123".to_owned(), format!("2341000{at:04}"));
                (call.start, call.talk) = (at as i64 * 60_000, talk);
                if at % 10 >= answered_of_ten {
                    call.fails(404);
                }
            })
            .found(RuleId::ManyCallees)
    }

    #[test]
    fn a_robot_that_dials() {
        for found in [with(1, 60), with(5, 2)] {
            let [finding] = found.as_slice() else { panic!("{found:?}") };
            let FindingKind::ManyCallees(numbers) = &finding.kind else { panic!() };
            assert_eq!(finding.subject(Dimension::Caller), Some("3319900123"));
            assert!(numbers.counts_up && numbers.callees > 340, "{numbers:?}");
        }
    }

    #[test]
    fn a_call_centre_is_none() {
        assert_eq!(with(5, 60), []);
    }
}
