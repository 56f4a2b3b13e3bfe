//! A vendor that has no capacity: calls to it come back as 503, as Q.850 34, 42, 44 or 47, or as the guide's 5, far
//! more often than otherwise, for some time. Found by the class `capacity` of calls that reached the vendor.

use super::super::episodes::{Episode, Verdict, episodes, within};
use super::super::picture::Picture;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use knowledge::Outcome;
use query::{Dimension, FilterField, Outcomes, Timeline, kebab_name, metrics};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// Congested calls of a step, in percent of its calls, from which on the vendor is congested in it.
    pub(super) percent: f64,
    /// So many congested calls of a step at least.
    pub(super) calls_of_a_step: u64,
    /// So many congested calls at least in each window.
    pub(super) calls: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { percent: 30.0, calls_of_a_step: 4, calls: 20 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorCongested {
    /// The periods in which it was congested, in the order of time.
    pub episodes: Vec<Episode>,
    /// The calls of these.
    pub within: Outcomes,
    /// All other calls of the vendor.
    pub otherwise: Outcomes,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let vendors = picture.signs.timelines.vendors.iter();
    vendors.filter_map(|(vendor, timeline)| finding(picture, thresholds, vendor, timeline)).collect()
}

/// The periods in which a vendor is congested.
pub(super) fn congested(picture: &Picture, thresholds: &Thresholds, timeline: &Timeline) -> Vec<Episode> {
    let verdict = |_: EpochMillis, step: &Outcomes| {
        if step.congested >= thresholds.calls_of_a_step {
            let is_so = metrics::percent(step.congested, step.calls).is_some_and(|share| share >= thresholds.percent);
            if is_so { Verdict::Is } else { Verdict::IsNot }
        } else if step.calls as f64 * thresholds.percent / 100.0 < thresholds.calls_of_a_step as f64 {
            Verdict::CannotTell
        } else {
            Verdict::IsNot
        }
    };
    let mut episodes = episodes(picture, timeline, verdict);
    episodes.retain(|episode| {
        let Outcomes { congested, calls, .. } = episode.outcomes;
        // Steps with few calls that it went on over may have made it another one.
        congested >= thresholds.calls
            && metrics::percent(congested, calls).is_some_and(|share| share >= thresholds.percent)
    });
    episodes
}

fn finding(picture: &Picture, thresholds: &Thresholds, vendor: &str, timeline: &Timeline) -> Option<Finding> {
    let episodes = congested(picture, thresholds, timeline);
    let (first, last) = (episodes.first()?, episodes.last()?);
    let within = within(&episodes);
    let otherwise = timeline.total().less(&within);
    let lost = within.calls as f64 * otherwise.asr_percent().unwrap_or_default() / 100.0 - within.answered as f64;
    let money = picture.lost_revenue(picture.vendors.row(vendor).map(|row| &row.measures), lost);
    let (since, until) = (first.from, last.to);
    let of = [(Dimension::TerminatingGateway, Some(vendor))];
    let mut filter = picture.filter(&of, Some((since, until)));
    filter.set(FilterField::Class, &kebab_name(&Outcome::Capacity));
    Some(Finding {
        rule: RuleId::VendorCongested,
        about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
        stake: Stake::estimated(within.congested, money),
        since: Some(since),
        until: (!picture.is_at_the_end(until)).then_some(until),
        severity: Severity::Serious,
        confidence: Confidence::by_calls(within.congested),
        filter,
        reference: ["service-unavailable-503", "alarm-mapping-routing"].map(|topic| format!("topic/{topic}")).into(),
        kind: FindingKind::VendorCongested(VendorCongested { episodes, within, otherwise }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn congested_with(reason: i32, percent: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(1000, &["C1", "C2"], &["V1", "V2"])
            .calls(200, |at, call| {
                call.vendor = "V2".to_owned();
                call.start = 14 * 3_600_000 + at as i64 * 36_000;
                if at % 100 < percent {
                    call.fails(reason);
                }
            })
            .found(RuleId::VendorCongested)
    }

    #[test]
    fn two_hours_without_capacity() {
        for reason in [503, 34, 42, 44, 47] {
            let found = congested_with(reason, 80);
            let [finding] = found.as_slice() else { panic!("{reason}: {found:?}") };
            let FindingKind::VendorCongested(numbers) = &finding.kind else { panic!() };
            assert_eq!(finding.subject(Dimension::TerminatingGateway), Some("V2"));
            assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T14:00:00Z");
            assert_eq!(finding.until.unwrap().rfc3339(), "2026-03-02T16:00:00Z");
            assert_eq!((numbers.episodes.len(), numbers.within.congested), (1, 160));
            assert_eq!((finding.severity, finding.confidence), (Severity::Serious, Confidence::High));
            assert!(finding.stake.money.is_some_and(|money| money.units() > 0.1));
        }
    }

    #[test]
    fn a_few_of_them_are_usual() {
        assert_eq!(congested_with(503, 20), []);
        assert_eq!(congested_with(486, 80), []);
    }
}
