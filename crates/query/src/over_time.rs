//! Groups of calls over time, without gaps.

use super::dimension::Dimension;
use super::load::LoadStep;
use super::metric::{Metric, Unit};
use super::period::Period;
use super::table::{Measures, Table, TableRow};
use super::time_steps::TimeSteps;
use calls::LocalZone;
use sorting::{Ordered, Sort};
use std::collections::BTreeMap;

/// Where there would be more steps than this, those without calls are left out.
const MOST_STEPS: usize = 10_000;

/// One of the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeGroup {
    /// All calls.
    All,
    /// The group of a key.
    Of(Option<String>),
    /// All groups that are not shown, together.
    Others,
}

/// What is known of a group over time.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    /// Its sums in each step.
    Sums(Vec<Measures>),
    /// It is what the other groups leave over.
    LeftOver,
}

/// Calls in steps of time that follow one another, those of each group apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverTime {
    /// The steps.
    pub steps: Vec<Period>,
    /// How long a step is, where no clock is set and no day ends.
    pub step_seconds: u32,
    totals: Vec<Measures>,
    groups: Vec<(TimeGroup, Known)>,
}

impl Metric {
    /// Whether the values of parts add up to that of the whole: then parts can be stacked, and no calls are 0 and not
    /// nothing.
    pub fn adds_up(self) -> bool {
        matches!(self.unit(), Unit::Count | Unit::Minutes | Unit::Money)
    }
}

impl OverTime {
    /// All calls, by a table of nothing but steps.
    pub fn of_all(table: &Table, zone: &LocalZone) -> Self {
        let step_seconds = step_seconds(table);
        let steps = steps_of(table, step_seconds, zone);
        let totals = in_steps(&steps, table.rows.iter().filter_map(|row| Some((begin(row)?, &row.measures))));
        let groups = vec![(TimeGroup::All, Known::Sums(totals.clone()))];
        Self { steps, step_seconds, totals, groups }
    }

    /// The `most` groups with the most calls of a table by steps and something else, and all others together. `all` is
    /// the table of the same calls by the same steps alone: what groups the other table lacks is told by it.
    pub fn of_groups(table: &Table, all: &Table, zone: &LocalZone, most: usize) -> Self {
        let Self { steps, step_seconds, totals, .. } = Self::of_all(all, zone);
        let mut by_key: BTreeMap<&Option<String>, Vec<(i64, &Measures)>> = BTreeMap::new();
        for row in &table.rows {
            if let (Some(begin), Some(key)) = (begin(row), row.key.get(1)) {
                by_key.entry(key).or_default().push((begin, &row.measures));
            }
        }
        let mut largest: Vec<_> = by_key.into_iter().collect();
        let calls = |rows: &[(i64, &Measures)]| rows.iter().map(|(_, measures)| measures.calls).sum::<u64>();
        // The order of keys stands among equals.
        largest.order_by_key(|(_, rows)| std::cmp::Reverse(calls(rows)));
        let others = largest.split_off(most.min(largest.len()));
        let told: u64 = table.rows.iter().map(|row| row.measures.calls).sum();
        let lacking = all.total().calls.saturating_sub(told);
        let mut groups: Vec<(TimeGroup, Known)> = largest
            .into_iter()
            .map(|(key, rows)| (TimeGroup::Of(key.clone()), Known::Sums(in_steps(&steps, rows.into_iter()))))
            .collect();
        if lacking > 0 {
            groups.push((TimeGroup::Others, Known::LeftOver));
        } else if !others.is_empty() {
            let sums = in_steps(&steps, others.into_iter().flat_map(|(_, rows)| rows));
            groups.push((TimeGroup::Others, Known::Sums(sums)));
        }
        Self { steps, step_seconds, totals, groups }
    }

    /// The groups, the largest first and the others last.
    pub fn groups(&self) -> impl Iterator<Item = &TimeGroup> {
        self.groups.iter().map(|(group, _)| group)
    }

    /// A metric of the group at a place, in each step. A step without calls has 0 of what adds up, and nothing of a
    /// ratio.
    pub fn values(&self, at: usize, metric: Metric) -> Vec<Option<f64>> {
        match self.groups.get(at) {
            Some((_, Known::Sums(sums))) => values(sums, metric),
            Some((_, Known::LeftOver)) if metric.adds_up() => {
                let mut left = values(&self.totals, metric);
                for (_, known) in &self.groups {
                    let Known::Sums(sums) = known else { continue };
                    for (left, part) in left.iter_mut().zip(values(sums, metric)) {
                        *left = left.zip(part.or(Some(0.0))).map(|(left, part)| left - part);
                    }
                }
                left
            }
            // The ratio of what is left over cannot be told by the ratios of the others.
            _ => vec![None; self.steps.len()],
        }
    }

    /// What a load has in each step.
    pub fn of_load(&self, series: &[LoadStep], value: impl Fn(&LoadStep) -> f64) -> Vec<Option<f64>> {
        let by_begin: BTreeMap<i64, &LoadStep> = series.iter().map(|step| (step.begin.0, step)).ordered_map();
        self.steps.iter().map(|step| by_begin.get(&step.from.0).map(|step| value(step))).collect()
    }

    /// From the begin of the step at one place to the end of that at another.
    pub fn span(&self, one: usize, other: usize) -> Option<Period> {
        let (first, last) = (self.steps.get(one.min(other))?, self.steps.get(one.max(other))?);
        Some(Period { from: first.from, to: last.to })
    }
}

fn values(sums: &[Measures], metric: Metric) -> Vec<Option<f64>> {
    let is_known = sums.iter().any(|sums| sums.calls > 0 && metric.value(sums).is_some());
    let value = |sums: &Measures| match sums.calls {
        0 => (is_known && metric.adds_up()).then_some(0.0),
        _ => metric.value(sums),
    };
    sums.iter().map(value).collect()
}

fn begin(row: &TableRow) -> Option<i64> {
    row.key.first()?.as_deref()?.parse().ok()
}

fn step_seconds(table: &Table) -> u32 {
    match table.by.first() {
        Some(Dimension::Step { minutes }) => minutes.saturating_mul(60),
        _ => 0,
    }
}

/// The steps of a table from its first to its last one.
fn steps_of(table: &Table, step_seconds: u32, zone: &LocalZone) -> Vec<Period> {
    let mut begins: Vec<i64> = table.rows.iter().filter_map(begin).collect();
    begins.sort_unstable();
    begins.dedup();
    let (Some(&first), Some(&last)) = (begins.first(), begins.last()) else { return Vec::new() };
    let mut steps = TimeSteps::new(step_seconds, zone.clone());
    let mut periods = Vec::new();
    let mut at = first;
    while at <= last && periods.len() < MOST_STEPS {
        let (from, to) = steps.step(at);
        periods.push(Period::new(from, to));
        at = to;
    }
    if at <= last {
        periods = begins.into_iter().map(|begin| steps.step(begin)).map(|(from, to)| Period::new(from, to)).collect();
    }
    periods
}

fn in_steps<'a>(steps: &[Period], rows: impl Iterator<Item = (i64, &'a Measures)>) -> Vec<Measures> {
    let mut sums = vec![Measures::default(); steps.len()];
    for (begin, measures) in rows {
        if let Ok(at) = steps.binary_search_by_key(&begin, |step| step.from.0) {
            sums[at].merge(measures);
        }
    }
    sums
}

#[cfg(test)]
mod tests;
