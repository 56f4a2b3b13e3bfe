//! The value of an alarm's metric in each window.
//!
//! A window is as long as the alarm says and ends with each step: it slides. What is in it are whole steps, as
//! [`TimeSteps`] cuts them.

use super::setup::{AlarmMetric, AlarmScope, AlarmSetup};
use calls::{EpochMillis, LocalZone};
use query::{Answer, Dimension, LoadStep, Loads, Measures, Metric, Table, TimeSteps};
use sorting::Ordered;
use std::collections::BTreeMap;

/// A period has so many steps at most: decades of hours, which is a wrong clock, are not gone through.
const MOST_STEPS: usize = 100_000;

/// One window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Its begin.
    pub begin: EpochMillis,
    /// Its end: when the alarm looks at it.
    pub end: EpochMillis,
    /// Calls in it.
    pub calls: u64,
    /// Those of them that are in its last step.
    pub new_calls: u64,
    /// The metric; `None` over nothing.
    pub value: Option<f64>,
}

/// The windows of those of whom an alarm is.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The group's name; `None` for all calls, and for those of which the file does not say it.
    pub name: Option<String>,
    /// Its windows, in the order of time. Windows without calls are left out unless the alarm counts them.
    pub windows: Vec<Window>,
}

/// The windows of an alarm in what [`AlarmSetup::query`] was answered, in the question's zone; nothing of another
/// answer.
pub fn series(setup: &AlarmSetup, answer: &Answer, zone: &LocalZone, period_minutes: u64) -> Vec<Series> {
    match answer {
        Answer::Table(table) if !setup.metric.is_of_load() => of_table(setup, table, zone),
        Answer::Load(loads) if setup.metric.is_of_load() => {
            of_loads(setup, loads, setup.step_minutes(period_minutes) * 60, zone)
        }
        _ => Vec::new(),
    }
}

/// Whether the alarm is of this group.
fn is_wanted(scope: &AlarmScope, name: Option<&str>) -> bool {
    match scope {
        AlarmScope::All => true,
        // Calls that reached no vendor, or of which the file does not say it, are nobody's.
        AlarmScope::Each(_) => name.is_some_and(|name| !name.is_empty()),
        AlarmScope::One(_, wanted) => name == Some(wanted),
    }
}

/// What a step holds.
trait Held {
    /// Calls that began in it.
    fn calls(&self) -> u64;

    /// The metric over several steps.
    fn value(steps: &[Option<&Self>], metric: AlarmMetric) -> Option<f64>;
}

impl Held for Measures {
    fn calls(&self) -> u64 {
        self.calls
    }

    fn value(steps: &[Option<&Self>], metric: AlarmMetric) -> Option<f64> {
        let mut sums = Measures::default();
        steps.iter().flatten().for_each(|measures| sums.merge(measures));
        let metric = match metric {
            AlarmMetric::Asr => Metric::Asr,
            AlarmMetric::Acd => Metric::Acd,
            AlarmMetric::Ner => Metric::Ner,
            AlarmMetric::Pdd95 => Metric::Pdd95,
            AlarmMetric::ShortShare => Metric::ShortShare,
            AlarmMetric::Concurrency | AlarmMetric::Cps => return None,
        };
        metric.value(&sums)
    }
}

impl Held for LoadStep {
    fn calls(&self) -> u64 {
        self.calls
    }

    fn value(steps: &[Option<&Self>], metric: AlarmMetric) -> Option<f64> {
        let of = |step: &LoadStep| if metric == AlarmMetric::Cps { step.peak_starts } else { step.peak };
        Some(steps.iter().flatten().map(|step| of(step)).max().unwrap_or_default() as f64)
    }
}

fn of_table(setup: &AlarmSetup, table: &Table, zone: &LocalZone) -> Vec<Series> {
    let Some(&Dimension::Step { minutes }) = table.by.first() else { return Vec::new() };
    let mut groups: BTreeMap<Option<String>, BTreeMap<i64, &Measures>> = BTreeMap::new();
    for row in &table.rows {
        let begin = row.key.first().and_then(|key| key.as_deref()?.parse::<i64>().ok());
        let name = row.key.get(1).cloned().flatten();
        if let Some(begin) = begin.filter(|_| is_wanted(&setup.scope, name.as_deref())) {
            groups.entry(name).or_default().insert(begin, &row.measures);
        }
    }
    slide(setup, groups, &mut TimeSteps::new(minutes.saturating_mul(60), zone.clone()))
}

fn of_loads(setup: &AlarmSetup, loads: &Loads, step_seconds: u32, zone: &LocalZone) -> Vec<Series> {
    let wanted = loads.loads.iter().filter(|(name, _)| is_wanted(&setup.scope, name.as_deref()));
    let all: Vec<(Option<String>, Vec<LoadStep>)> =
        wanted.map(|(name, load)| (name.clone(), load.series(step_seconds, zone))).collect();
    // A long period has longer steps than were asked for, the same for all: the longest that any has.
    let lengths = all.iter().flat_map(|(_, steps)| steps).map(|step| (step.end.0 - step.begin.0) / 1000);
    let step_seconds =
        lengths.max().map_or(step_seconds, |longest| step_seconds.max(u32::try_from(longest).unwrap_or(u32::MAX)));
    let mut steps = TimeSteps::new(step_seconds, zone.clone());
    let mut groups: BTreeMap<Option<String>, BTreeMap<i64, LoadStep>> = BTreeMap::new();
    for (name, of_group) in &all {
        let group = groups.entry(name.clone()).or_default();
        for &step in of_group {
            let begin = steps.step(step.begin.0).0;
            let known = group.entry(begin).or_insert(LoadStep { peak: 0, calls: 0, peak_starts: 0, ..step });
            known.calls += step.calls;
            (known.peak, known.peak_starts) = (known.peak.max(step.peak), known.peak_starts.max(step.peak_starts));
        }
    }
    let groups =
        groups.iter().map(|(name, of)| (name.clone(), of.iter().map(|(&begin, step)| (begin, step)).ordered_map()));
    slide(setup, groups.collect(), &mut steps)
}

/// The windows of all groups: each ends with a step, from the first whole window of the period in which any group has
/// calls to the last. Where that is shorter than a window, there is one of all of it.
fn slide<T: Held>(
    setup: &AlarmSetup,
    groups: BTreeMap<Option<String>, BTreeMap<i64, &T>>,
    steps: &mut TimeSteps,
) -> Vec<Series> {
    let grid = grid(groups.values(), steps);
    let window_millis = i64::from(setup.window_minutes) * 60_000;
    let in_window = usize::try_from(window_millis / (steps.seconds() * 1000)).unwrap_or(usize::MAX).max(1);
    let counts_silence = setup.least_calls == 0 && setup.metric.is_of_load();
    let windows = |group: &BTreeMap<i64, &T>| {
        let held: Vec<Option<&T>> = grid.iter().map(|(begin, _)| group.get(begin).copied()).collect();
        let window = |last: usize| {
            let first = (last + 1).saturating_sub(in_window);
            let within = &held[first..=last];
            let calls = within.iter().flatten().map(|step| step.calls()).sum();
            let new_calls = held[last].map_or(0, Held::calls);
            let is_silent = within.iter().all(Option::is_none);
            (!is_silent || counts_silence).then(|| Window {
                begin: EpochMillis(grid[first].0),
                end: EpochMillis(grid[last].1),
                calls,
                new_calls,
                value: T::value(within, setup.metric),
            })
        };
        // Until the first window is whole, less is in it than the alarm is for.
        let first_end = in_window.min(grid.len()).saturating_sub(1);
        (first_end..grid.len()).filter_map(window).collect()
    };
    groups.iter().map(|(name, group)| Series { name: name.clone(), windows: windows(group) }).collect()
}

/// The begins and ends of all steps, without gaps.
fn grid<'a, T: 'a>(
    groups: impl Iterator<Item = &'a BTreeMap<i64, T>> + Clone,
    steps: &mut TimeSteps,
) -> Vec<(i64, i64)> {
    let first = groups.clone().filter_map(|group| group.keys().next()).min();
    let last = groups.filter_map(|group| group.keys().next_back()).max();
    let Some((&first, &last)) = first.zip(last) else { return Vec::new() };
    let mut grid = Vec::new();
    let mut at = first;
    while at <= last && grid.len() < MOST_STEPS {
        let step = steps.step(at);
        grid.push(step);
        at = step.1;
    }
    grid
}
