//! A gateway that does not answer: calls to it time out (408, response and connection time-outs, Q.850 102) or find it
//! unavailable (the guide's 21), and for some time none is answered; or, less urgent, many of them do.

use super::super::episodes::{Episode, Verdict, episodes, within};
use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use query::{Dimension, Outcomes, Timeline, metrics};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// Calls of a step that nothing came back of, in percent of its calls, from which on the gateway does not answer in
    /// it.
    pub(super) percent: f64,
    /// Likewise of a gateway that answers some calls all the same.
    pub(super) percent_of_bursts: f64,
    /// So many such calls of a step at least.
    pub(super) calls_of_a_step: u64,
    /// So many such calls at least in each window.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { percent: 60.0, percent_of_bursts: 30.0, calls_of_a_step: 4, calls: 15 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayDown {
    /// It was down: no call was answered in the steps of the windows, but for single ones between others. Otherwise it
    /// was only slow, or one of its machines was.
    pub is_down: bool,
    /// The periods in which it did not answer, in the order of time.
    pub episodes: Vec<Episode>,
    /// The calls of these.
    pub within: Outcomes,
    /// All other calls of the gateway.
    pub otherwise: Outcomes,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let vendors = picture.signs.timelines.vendors.iter();
    let found = vendors.filter_map(|(vendor, timeline)| {
        let (is_down, episodes) = silent(picture, thresholds, timeline)?;
        Some(finding(picture, vendor, timeline, is_down, episodes))
    });
    found.collect()
}

/// The periods in which a gateway does not answer: those in which it is down, and if it never is, those with bursts.
pub(super) fn silent(picture: &Picture, thresholds: &Thresholds, timeline: &Timeline) -> Option<(bool, Vec<Episode>)> {
    let find = |percent: f64, is_down: bool| {
        let verdict = |_: EpochMillis, step: &Outcomes| {
            if step.silent >= thresholds.calls_of_a_step {
                let is_so = metrics::percent(step.silent, step.calls).is_some_and(|share| share >= percent);
                if is_so && !(is_down && step.answered > 0) { Verdict::Is } else { Verdict::IsNot }
            } else if step.answered == 0 && step.calls < thresholds.calls_of_a_step * 2 {
                Verdict::CannotTell
            } else {
                Verdict::IsNot
            }
        };
        let mut episodes = episodes(picture, timeline, verdict);
        episodes.retain(|episode| {
            let Outcomes { silent, calls, .. } = episode.outcomes;
            // Steps with few calls that it went on over may have made it another one.
            silent >= thresholds.calls && metrics::percent(silent, calls).is_some_and(|share| share >= percent)
        });
        (!episodes.is_empty()).then_some((is_down, episodes))
    };
    find(thresholds.percent, true).or_else(|| find(thresholds.percent_of_bursts, false))
}

fn finding(picture: &Picture, vendor: &str, timeline: &Timeline, is_down: bool, episodes: Vec<Episode>) -> Finding {
    let within = within(&episodes);
    let otherwise = timeline.total().less(&within);
    let lost = within.calls as f64 * otherwise.asr_percent().unwrap_or_default() / 100.0 - within.answered as f64;
    let money = picture.lost_revenue(picture.vendors.row(vendor).map(|row| &row.measures), lost);
    let period = episodes.first().zip(episodes.last()).map(|(first, last)| (first.from, last.to));
    let answers_otherwise = otherwise.answered > 0;
    Finding {
        rule: RuleId::GatewayDown,
        about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
        stake: Stake::estimated(within.silent, money),
        since: period.filter(|_| answers_otherwise).map(|(since, _)| since),
        until: period.map(|(_, until)| until).filter(|until| !picture.is_at_the_end(*until)),
        severity: if is_down { Severity::Serious } else { Severity::Warning },
        confidence: Confidence::by_calls(within.silent),
        filter: picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], period),
        reference: ["response-timeout", "connection-timeout", "network-interface-down"]
            .map(|topic| format!("topic/{topic}"))
            .into(),
        kind: FindingKind::GatewayDown(GatewayDown { is_down, episodes, within, otherwise }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;
    use crate::texts::FindingTexts;
    use words::Language;

    fn with(reason: i32, answered_of_ten: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(1000, &["C1", "C2"], &["V1", "V2"])
            .without(|call| call.vendor == "V2" && (3..5).contains(&(call.start / 3_600_000)))
            .calls(60, |at, call| {
                call.vendor = "V2".to_owned();
                call.start = 3 * 3_600_000 + at as i64 * 120_000;
                if at % 10 >= answered_of_ten {
                    call.fails(reason);
                }
            })
            .found(RuleId::GatewayDown)
    }

    #[test]
    fn two_hours_of_time_outs() {
        for reason in [408, 504, 102] {
            let found = with(reason, 0);
            let [finding] = found.as_slice() else { panic!("{reason}: {found:?}") };
            let FindingKind::GatewayDown(numbers) = &finding.kind else { panic!() };
            assert_eq!((numbers.is_down, numbers.within.silent, numbers.within.answered), (true, 60, 0));
            assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T03:00:00Z");
            assert_eq!(finding.until.unwrap().rfc3339(), "2026-03-02T05:00:00Z");
            assert_eq!(finding.severity, Severity::Serious);
        }
    }

    #[test]
    fn a_call_that_is_answered_in_between_is_said() {
        let scenario = Scenario::new()
            .ordinary(1000, &["C1", "C2"], &["V1", "V2"])
            .without(|call| call.vendor == "V2" && (3..8).contains(&(call.start / 3_600_000)))
            .calls(150, |at, call| {
                call.vendor = "V2".to_owned();
                call.start = 3 * 3_600_000 + at as i64 * 120_000;
                if at != 75 {
                    call.fails(408);
                }
            });
        let (found, picture) = (scenario.found(RuleId::GatewayDown), scenario.picture());
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::GatewayDown(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.is_down, numbers.within.calls, numbers.within.answered), (true, 150, 1));
        let sentence = Language::English.finding(finding, &picture.context).sentence;
        assert!(sentence.contains("only 1 of 150 calls to V2 was answered"), "{sentence}");
    }

    #[test]
    fn a_burst_of_time_outs_is_less_urgent() {
        let found = with(408, 4);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(finding.severity, Severity::Warning);
    }

    #[test]
    fn a_few_time_outs_are_usual_and_busy_numbers_are_none() {
        assert_eq!(with(408, 9), []);
        assert_eq!(with(486, 0), []);
    }
}
