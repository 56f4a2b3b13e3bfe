//! A limit of concurrent calls, or of calls a second, that refuses calls: the switch's own limits (the guide's 18 and
//! 19, and the words of clients), with the peak that was measured, and the limit that the calls would have needed.

use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use calls::narrow;
use knowledge::{Family, Outcome};
use query::{Dimension, Outcomes, Peak, Refusal};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many refused calls of an account at least.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 10 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitHit {
    /// The end reason, as a filter has it.
    pub reason: String,
    /// It is a limit of calls a second; otherwise of calls at once.
    pub is_rate: bool,
    /// Calls that it refused.
    pub refused: u64,
    /// All calls of the account.
    pub calls: u64,
    /// The most calls of the account at once, and the most that began in a second, as measured; `None` where there are
    /// too many calls to measure.
    pub peaks: Option<[Peak; 2]>,
    /// The limit that it suggests: see `suggested`.
    pub suggested: Option<u64>,
    /// The step of time with the most refusals, and what became of its calls.
    pub worst: Option<(EpochMillis, Outcomes)>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let refusals = picture.signs.refusals.iter();
    refusals
        .filter_map(|(key, refusal)| {
            let account = key.0.as_deref().filter(|account| !account.is_empty())?;
            let is_limit = picture.context.reason(Some(&key.1))?.class == Outcome::Capacity;
            (is_limit && refusal.calls >= thresholds.calls).then(|| finding(picture, account, &key.1, refusal))
        })
        .collect()
}

fn finding(picture: &Picture, account: &str, reason: &str, refusal: &Refusal) -> Finding {
    let facts = picture.context.reason(Some(reason)).and_then(|seen| seen.reason);
    // Of all limits only one is of calls a second: the guide's 19.
    let is_rate = facts.is_some_and(|reason| (reason.family, reason.code) == (Family::Guide, 19));
    let timeline = picture.signs.timelines.accounts.get(account);
    let total = timeline.map(|timeline| timeline.total()).unwrap_or_default();
    let worst = timeline
        .and_then(|timeline| timeline.steps.iter().max_by_key(|(_, step)| step.limited).map(|(at, step)| (*at, *step)));
    let load = picture.loads.as_ref().and_then(|loads| loads.of(Some(account)));
    let peaks = load.and_then(|load| Some([load.peak()?, load.peak_starts()?]));
    let usual = total.asr_percent().unwrap_or_default() / 100.0;
    let like = picture.account_sums(account);
    let money = picture.lost_revenue(like.as_ref(), usual * refusal.calls as f64);
    let numbers = LimitHit {
        reason: reason.to_owned(),
        is_rate,
        refused: refusal.calls,
        calls: total.calls,
        suggested: peaks.map(|peaks| suggested(is_rate, peaks, worst.map(|(_, step)| step))),
        peaks,
        worst,
    };
    Finding {
        rule: RuleId::LimitHit,
        about: vec![(Dimension::Account, Some(account.to_owned()))],
        stake: Stake::estimated(refusal.calls, money),
        since: Some(refusal.starts.first),
        until: (!picture.is_at_the_end(refusal.starts.last)).then_some(refusal.starts.last),
        severity: Severity::Warning,
        confidence: Confidence::by_calls(refusal.calls),
        filter: picture.filter(&[(Dimension::Account, Some(account)), (Dimension::EndReason, Some(reason))], None),
        reference: picture.links(reason, &["call-limit-exceeded"]),
        kind: FindingKind::LimitHit(numbers),
    }
}

/// The limit that the calls would have needed. What a limit refused is in the calls a second, so of these it is the
/// peak. Of calls at once it is not: the peak is taken as many times as there were calls in the worst step for each
/// that was let through; a little more, as refused calls are often tried again, is no harm.
fn suggested(is_rate: bool, [at_once, a_second]: [Peak; 2], worst: Option<Outcomes>) -> u64 {
    if is_rate {
        return a_second.calls;
    }
    let times = worst.map_or(1.0, |step| step.calls as f64 / (step.calls - step.limited).max(1) as f64);
    narrow::whole((at_once.calls as f64 * times).ceil())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// An account that has ten calls at once through the morning, and whose further calls are refused.
    fn with(reason: &str, refused: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C2"], &["V1"])
            .calls(600, |at, call| {
                (call.start, call.talk) = (9 * 3_600_000 + at as i64 * 6_000, 60);
                call.reason = "11".to_owned();
            })
            .calls(refused, |at, call| {
                call.refused(reason);
                call.start = 9 * 3_600_000 + at as i64 * 10_000;
            })
            .found(RuleId::LimitHit)
    }

    #[test]
    fn the_peak_is_measured_and_a_limit_suggested() {
        let found = with("Connection limit exceeded", 100);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::LimitHit(numbers) = &finding.kind else { panic!() };
        assert_eq!((numbers.refused, numbers.calls, numbers.is_rate), (100, 700, false));
        let [at_once, a_second] = numbers.peaks.unwrap();
        assert_eq!((at_once.calls, a_second.calls), (10, 2));
        // 600 calls were let through, of which the worst step has some 250 and up to 90 refused ones.
        assert!((12..=14).contains(&numbers.suggested.unwrap()), "{numbers:?}");
    }

    #[test]
    fn a_limit_of_calls_a_second_needs_what_came_in_one() {
        let peak = |calls| Peak { calls, at: EpochMillis(0) };
        assert_eq!(suggested(true, [peak(40), peak(7)], None), 7);
        let worst = Outcomes { calls: 120, limited: 20, ..Outcomes::default() };
        assert_eq!(suggested(false, [peak(40), peak(7)], Some(worst)), 48);
    }

    #[test]
    fn a_few_refusals_or_those_of_a_vendor_are_none() {
        assert_eq!(with("Connection limit exceeded", 5), []);
        assert_eq!(with("No available route", 100), []);
    }
}
