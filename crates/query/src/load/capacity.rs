//! What lines were needed, by whom, and what a limit of lines would have done.

use super::{Load, LoadStep, Loads, Peak, Refused};
use crate::metrics;
use calls::{EpochMillis, LocalZone};
use sorting::Sort;

/// The loads of groups beside that of all calls, ready to be shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Capacity {
    /// All calls together over time, without gaps.
    pub steps: Vec<LoadStep>,
    /// The groups, those that needed the most lines first.
    pub groups: Vec<GroupLoad>,
    /// The first of the groups over the same steps.
    pub over_time: Vec<(Option<String>, Vec<StepPeaks>)>,
}

/// What lines a group needed.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLoad {
    /// Its name, as a table's key.
    pub name: Option<String>,
    /// Calls that began.
    pub calls: u64,
    /// The most calls in progress at once.
    pub peak: Peak,
    /// The most calls that began in one second.
    pub peak_starts: Peak,
    /// What calls a second did not exceed in 95 % of the seconds from its first start to its last one.
    pub starts_p95: u64,
    /// Lines in use on average over the period of all calls; `None` where that is no time at all.
    pub erlang: Option<f64>,
}

/// The peaks of a load in one step of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StepPeaks {
    /// The most calls in progress at once.
    pub calls: u64,
    /// The most calls that began in one second.
    pub starts: u64,
}

/// What a limit of lines would have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitOutcome {
    /// So many lines.
    pub limit: u64,
    /// For how many seconds more calls were in progress.
    pub seconds_above: u64,
    /// Calls that it would have refused.
    pub refused: Refused,
    /// It would have refused exactly those ([`Load::refused_at`]); otherwise no more than those
    /// ([`Load::started_above`]).
    pub is_exact: bool,
}

/// A time for which more calls were in progress than a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// From this second on.
    pub from: EpochMillis,
    /// Up to this one and without it.
    pub to: EpochMillis,
    /// The most calls in progress in it.
    pub peak: u64,
}

impl Capacity {
    /// Of all calls and of groups of them; `most` groups over time, in steps of so many seconds.
    pub fn of(whole: &Load, groups: Option<&Loads>, most: usize, step_seconds: u32, zone: &LocalZone) -> Self {
        let steps = whole.series(step_seconds, zone);
        let period = whole.seconds.first().zip(whole.seconds.last()).map_or(0, |(first, last)| last.at - first.at);
        let mut loads: Vec<(GroupLoad, &Load)> = Vec::new();
        for (name, load) in groups.map_or(&[][..], |groups| &groups.loads) {
            let peaks = load.peak().zip(load.peak_starts()).zip(load.starts_percentile(0.95));
            let Some(((peak, peak_starts), starts_p95)) = peaks else { continue };
            let erlang = metrics::traffic_erlang(load.held_seconds(), period as f64);
            loads.push((
                GroupLoad { name: name.clone(), calls: load.calls(), peak, peak_starts, starts_p95, erlang },
                load,
            ));
        }
        loads.order_by_key(|(group, _)| std::cmp::Reverse((group.peak.calls, group.calls)));
        let over_time =
            loads.iter().take(most).map(|(group, load)| (group.name.clone(), load.peaks_in(&steps))).collect();
        Self { steps, over_time, groups: loads.into_iter().map(|(group, _)| group).collect() }
    }
}

impl Load {
    /// The peaks in steps that follow one another, as [`Load::series`] has them, also where they are those of another
    /// load.
    pub fn peaks_in(&self, steps: &[LoadStep]) -> Vec<StepPeaks> {
        let mut levels = self.levels().peekable();
        let mut level = 0;
        while let Some((_, now)) =
            levels.next_if(|(second, _)| steps.first().is_some_and(|first| second.at * 1000 < first.begin.0))
        {
            level = now;
        }
        let mut peaks = Vec::with_capacity(steps.len());
        for step in steps {
            // What changes with the step's first second was never so in it.
            let changes_at_once = levels.peek().is_some_and(|(second, _)| second.at * 1000 == step.begin.0);
            let mut peak = StepPeaks { calls: if changes_at_once { 0 } else { level }, starts: 0 };
            while let Some((second, now)) = levels.next_if(|(second, _)| second.at * 1000 < step.end.0) {
                level = now;
                peak.calls = peak.calls.max(level);
                peak.starts = peak.starts.max(second.started().into());
            }
            peaks.push(peak);
        }
        peaks
    }

    /// What a limit of so many lines would have done: exactly where the lengths of calls are known.
    pub fn limited_to(&self, limit: u64) -> LimitOutcome {
        let exact = self.refused_at(limit);
        let refused = exact.unwrap_or_else(|| self.started_above(limit));
        LimitOutcome { limit, seconds_above: self.seconds_above(limit), refused, is_exact: exact.is_some() }
    }

    /// That of limits from half of the peak to the peak, a tenth of it apart, each once.
    pub fn limits_up_to_the_peak(&self) -> Vec<LimitOutcome> {
        let peak = self.peak().map_or(0, |peak| peak.calls);
        let mut limits: Vec<u64> =
            (5..=10).map(|tenths| (peak * tenths).div_ceil(10)).filter(|&limit| limit > 0).collect();
        limits.dedup();
        limits.into_iter().map(|limit| self.limited_to(limit)).collect()
    }

    /// When more calls were in progress than `level`, in the order of time.
    pub fn spells_above(&self, level: u64) -> Vec<Spell> {
        let (mut spells, mut open) = (Vec::new(), None::<Spell>);
        for (second, now) in self.levels() {
            let at = EpochMillis(second.at * 1000);
            if now > level {
                let spell = open.get_or_insert(Spell { from: at, to: at, peak: now });
                spell.peak = spell.peak.max(now);
            } else if let Some(spell) = open.take() {
                spells.push(Spell { to: at, ..spell });
            }
        }
        spells
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::question::fixtures::{CallFixture, answer_of, calls, question, shard};
    use super::super::super::{Answer, Dimension, Query};
    use super::super::LoadSpec;
    use super::*;
    use proptest::prelude::*;

    fn loads(calls: &[CallFixture], spec: LoadSpec) -> Loads {
        match answer_of(&[shard(calls)], &question(Query::Load(spec))) {
            Answer::Load(loads) => loads,
            other => panic!("{other:?}"),
        }
    }

    fn whole(calls: &[CallFixture]) -> Load {
        loads(calls, LoadSpec { by: None, lengths: true }).whole().cloned().unwrap_or_default()
    }

    /// A call from one second up to another.
    fn call(from: i64, to: i64) -> CallFixture {
        CallFixture { start: from * 1000, length: Some((to - from) * 1000), talk: 1, ..CallFixture::default() }
    }

    #[test]
    fn spells_and_limits() {
        let load = whole(&[call(0, 10), call(1, 3), call(2, 9), call(20, 30), call(25, 26)]);
        let spell =
            |from: i64, to: i64, peak| Spell { from: EpochMillis(from * 1000), to: EpochMillis(to * 1000), peak };
        assert_eq!(load.spells_above(1), [spell(1, 9, 3), spell(25, 26, 2)]);
        assert_eq!(load.spells_above(3), []);
        let above: u64 = load.spells_above(0).iter().map(|spell| ((spell.to.0 - spell.from.0) / 1000) as u64).sum();
        assert_eq!(above, load.seconds_above(0));
        let outcome = load.limited_to(2);
        assert_eq!((outcome.seconds_above, outcome.refused.held, outcome.is_exact), (1, 1, true));
        let limits: Vec<u64> = load.limits_up_to_the_peak().iter().map(|outcome| outcome.limit).collect();
        assert_eq!(limits, [2, 3], "of a peak of 3");
        assert_eq!(load.limits_up_to_the_peak()[1].refused, Refused::default(), "the peak itself refuses nobody");
        assert_eq!(Load::default().limits_up_to_the_peak(), []);
    }

    #[test]
    fn groups_stand_over_the_steps_of_all() {
        let of = |vendor: &str, from, to| CallFixture { vendor: Some(vendor.to_owned()), ..call(from, to) };
        // V2 has a call up long after its last one began, and nothing in the first minute.
        let calls = [of("V1", 0, 30), of("V1", 10, 20), of("V2", 70, 250), of("V1", 200, 210)];
        let zone = LocalZone::default();
        let groups = loads(&calls, LoadSpec { by: Some(Dimension::TerminatingGateway), lengths: false });
        let all = whole(&calls);
        let capacity = Capacity::of(&all, Some(&groups), 8, 60, &zone);
        let peaks = |at: usize| capacity.over_time[at].1.iter().map(|peak| peak.calls).collect::<Vec<_>>();
        assert_eq!((peaks(0), peaks(1)), (vec![2, 0, 0, 1], vec![0, 1, 1, 1]));
        assert_eq!(capacity.steps.len(), 4);
        let [v1, v2] = capacity.groups.as_slice() else { panic!("{capacity:?}") };
        assert_eq!((v1.calls, v1.peak.calls, v1.erlang), (3, 2, Some(50.0 / 250.0)));
        assert_eq!((v2.peak.at, v2.peak_starts.calls, v2.erlang), (EpochMillis(70_000), 1, Some(180.0 / 250.0)));
    }

    proptest! {
        #[test]
        fn its_own_steps_have_the_peaks_of_its_series(calls in calls(60)) {
            let zone = LocalZone::default();
            let load = whole(&calls);
            let steps = load.series(3600, &zone);
            let expected: Vec<StepPeaks> =
                steps.iter().map(|step| StepPeaks { calls: step.peak, starts: step.peak_starts }).collect();
            prop_assert_eq!(load.peaks_in(&steps), expected);
            let without_lengths = loads(&calls, LoadSpec::default());
            let bound = without_lengths.whole().map(|load| load.limited_to(2));
            prop_assert!(
                bound.is_none_or(|bound| !bound.is_exact && bound.refused.calls() >= load.limited_to(2).refused.calls())
            );
        }
    }
}
