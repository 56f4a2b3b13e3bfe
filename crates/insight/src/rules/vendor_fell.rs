//! A vendor whose answer ratio fell against its own past, and not because it fell everywhere: at night fewer calls are
//! answered, by whichever vendor.
//!
//! For each step of time the ratio is expected that the vendor has otherwise, times what the others have in that step
//! against otherwise. A fall that [`super::vendor_congested`] or [`super::gateway_down`] explains is theirs.

use super::super::episodes::{Episode, Verdict, episodes};
use super::super::picture::Picture;
use super::{gateway_down, vendor_congested};
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use calls::narrow;
use query::{Dimension, Outcomes, Timeline, metrics};
use sorting::Ordered;
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// The upper end of the 95 % interval of a step's answer ratio lies below so much of what is expected.
    pub(super) of_expected: f64,
    /// A step has so many calls at least, or it cannot tell.
    pub(super) calls_of_a_step: u64,
    /// So many calls at least in the window.
    pub(super) calls: u64,
    /// And so many otherwise.
    pub(super) calls_otherwise: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { of_expected: 0.65, calls_of_a_step: 8, calls: 50, calls_otherwise: 100 }
    }
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VendorFell {
    /// The longest period in which it was so.
    pub episode: Episode,
    /// All other calls of the vendor.
    pub otherwise: Outcomes,
    /// The answer ratio that was to be expected in the period, in percent.
    pub expected_percent: f64,
    /// That of the other vendors in the period; `None` where there are none.
    pub others_percent: Option<f64>,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut all: BTreeMap<EpochMillis, Outcomes> = BTreeMap::new();
    for timeline in picture.signs.timelines.vendors.values() {
        timeline.steps.iter().for_each(|(at, step)| all.entry(*at).or_default().merge(step));
    }
    let all = Timeline { steps: all };
    let vendors = picture.signs.timelines.vendors.iter();
    vendors.filter_map(|(vendor, timeline)| finding(picture, thresholds, vendor, timeline, &all)).collect()
}

fn finding(
    picture: &Picture,
    thresholds: &Thresholds,
    vendor: &str,
    timeline: &Timeline,
    all: &Timeline,
) -> Option<Finding> {
    let explained = [
        vendor_congested::congested(picture, &vendor_congested::Thresholds::default(), timeline),
        gateway_down::silent(picture, &gateway_down::Thresholds::default(), timeline)
            .map_or(Vec::new(), |(_, all)| all),
    ]
    .concat();
    let others = Others::new(timeline, all);
    let ratio = |outcomes: &Outcomes| outcomes.asr_percent().unwrap_or_default() / 100.0;
    let total = timeline.total();
    // The vendor's own ratio has the fall in it: what falls against it is left out, and the ratio of the rest is the
    // one that counts.
    let mut usual = ratio(&total);
    let mut episode: Option<Episode> = None;
    for _ in 0..2 {
        let verdict = |at: EpochMillis, step: &Outcomes| {
            let high = metrics::wilson_interval(step.answered, step.calls).map_or(1.0, |(_, high)| high / 100.0);
            match step.calls < thresholds.calls_of_a_step {
                true => Verdict::CannotTell,
                false if high < usual * others.factor(at) * thresholds.of_expected => Verdict::Is,
                false => Verdict::IsNot,
            }
        };
        episode = episodes(picture, timeline, verdict).into_iter().max_by_key(|episode| episode.outcomes.calls);
        usual = ratio(&total.less(&episode?.outcomes));
    }
    let episode = episode?;
    let otherwise = total.less(&episode.outcomes);
    let expected = usual * others.factor_within(timeline, &episode);
    let (_, high) = metrics::wilson_interval(episode.outcomes.answered, episode.outcomes.calls)?;
    let overlaps = |other: &Episode| other.from < episode.to && episode.from < other.to;
    let is_one = episode.outcomes.calls >= thresholds.calls
        && otherwise.calls >= thresholds.calls_otherwise
        && high / 100.0 < expected * thresholds.of_expected
        && !explained.iter().any(overlaps);
    if !is_one {
        return None;
    }
    let lost = episode.outcomes.calls as f64 * expected - episode.outcomes.answered as f64;
    let money = picture.lost_revenue(picture.vendors.row(vendor).map(|row| &row.measures), lost);
    Some(Finding {
        rule: RuleId::VendorFell,
        about: vec![(Dimension::TerminatingGateway, Some(vendor.to_owned()))],
        stake: Stake::estimated(narrow::whole(lost), money),
        since: Some(episode.from),
        until: (!picture.is_at_the_end(episode.to)).then_some(episode.to),
        severity: Severity::Serious,
        confidence: Confidence::by_calls(episode.outcomes.calls),
        filter: picture.filter(&[(Dimension::TerminatingGateway, Some(vendor))], Some((episode.from, episode.to))),
        reference: ["asr-drop-alarm", "alarm-thresholds"].map(|topic| format!("topic/{topic}")).into(),
        kind: FindingKind::VendorFell(VendorFell {
            episode,
            otherwise,
            expected_percent: expected * 100.0,
            others_percent: others.within(&episode).asr_percent(),
        }),
    })
}

/// What the other vendors' calls come to, step by step.
struct Others {
    steps: BTreeMap<EpochMillis, Outcomes>,
    total: Outcomes,
}

/// The others have so many calls in a step at least, or their ratio in it says nothing.
const CALLS_OF_OTHERS: u64 = 20;

/// The night and a holiday change the ratio of all by less than this: what looks like more is chance, or the others'
/// own trouble.
const MOST_FACTOR: std::ops::RangeInclusive<f64> = 0.3..=1.3;

impl Others {
    fn new(timeline: &Timeline, all: &Timeline) -> Self {
        let of_vendor = |at: &EpochMillis| timeline.steps.get(at).copied().unwrap_or_default();
        let steps: BTreeMap<EpochMillis, Outcomes> =
            all.steps.iter().map(|(at, step)| (*at, step.less(&of_vendor(at)))).ordered_map();
        let total = Timeline { steps: steps.clone() }.total();
        Self { steps, total }
    }

    /// Their answer ratio in a step, of what it is in all.
    fn factor(&self, at: EpochMillis) -> f64 {
        let step = self.steps.get(&at).filter(|step| step.calls >= CALLS_OF_OTHERS);
        let ratio = step.and_then(Outcomes::asr_percent).zip(self.total.asr_percent());
        let factor = ratio.filter(|(_, all)| *all > 0.0).map_or(1.0, |(step, all)| step / all);
        factor.clamp(*MOST_FACTOR.start(), *MOST_FACTOR.end())
    }

    /// Likewise in a window, each step weighed by the vendor's own calls in it.
    fn factor_within(&self, timeline: &Timeline, episode: &Episode) -> f64 {
        let steps = timeline.steps.range(episode.from..episode.to);
        let (calls, sum) = steps.fold((0, 0.0), |(calls, sum), (at, step)| {
            (calls + step.calls, sum + self.factor(*at) * step.calls as f64)
        });
        if calls == 0 { 1.0 } else { sum / calls as f64 }
    }

    fn within(&self, episode: &Episode) -> Outcomes {
        let mut all = Outcomes::default();
        self.steps.range(episode.from..episode.to).for_each(|(_, step)| all.merge(step));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// Two vendors, whose calls are answered less often from 18:00 on.
    fn evening(answered_of_ten: [usize; 2]) -> Vec<Finding> {
        let mut scenario =
            Scenario::new().ordinary(1000, &["C1", "C2"], &["V1", "V2"]).without(|call| call.start >= 18 * 3_600_000);
        for (vendor, answered) in ["V1", "V2"].into_iter().zip(answered_of_ten) {
            scenario = scenario.calls(500, |at, call| {
                call.vendor = vendor.to_owned();
                call.start = 18 * 3_600_000 + at as i64 * 43_000;
                if at % 10 >= answered {
                    call.fails(480);
                }
            });
        }
        scenario.found(RuleId::VendorFell)
    }

    #[test]
    fn one_vendor_falls_and_the_other_does_not() {
        let found = evening([1, 5]);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let FindingKind::VendorFell(numbers) = &finding.kind else { panic!() };
        assert_eq!(finding.subject(Dimension::TerminatingGateway), Some("V1"));
        assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T18:00:00Z");
        assert_eq!(finding.until, None, "it lasts");
        assert!((numbers.expected_percent - 50.0).abs() < 5.0, "{numbers:?}");
        assert_eq!(numbers.episode.outcomes.calls, 500);
    }

    #[test]
    fn when_all_fall_it_is_the_hour() {
        assert_eq!(evening([2, 2]), []);
        assert_eq!(evening([4, 5]), []);
    }
}
