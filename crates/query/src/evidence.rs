//! What the calls of one end reason have in common: when they were, at which gateways, to which prefixes, after how
//! long.
//!
//! All of it is bounded, and all of it merges exactly: the answer does not depend on the order of calls or files (for
//! names, as long as there are no more than [`MOST_NAMES`]).

use calls::EpochMillis;
use calls::narrow;
use serde::{Deserialize, Serialize};
use sorting::Sort;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A destination's prefix has this many digits.
pub const PREFIX_DIGITS: usize = 4;

/// Names beyond this many are not counted. There are no more prefixes than this, and hardly ever more gateways.
const MOST_NAMES: usize = 10_000;

/// A trend has at most this many steps; beyond it they become twice as long.
const MOST_STEPS: usize = 200;

const HOUR_MILLIS: i64 = 3_600_000;

/// Sums over the calls of one end reason, for the person who wants to know why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Originating gateways (customers).
    pub originating: NameCounts,
    /// Terminating gateways (vendors).
    pub terminating: NameCounts,
    /// The first [`PREFIX_DIGITS`] digits of the called number.
    pub prefixes: NameCounts,
    /// Post-dial delays.
    pub delays: Delays,
    /// Calls over time.
    pub trend: Trend,
}

impl Evidence {
    pub(super) fn merge(&mut self, other: &Evidence) {
        self.originating.merge(&other.originating);
        self.terminating.merge(&other.terminating);
        self.prefixes.merge(&other.prefixes);
        self.delays.merge(&other.delays);
        self.trend.merge(&other.trend);
    }
}

/// The first digits of a number that is long enough to have a destination.
pub(super) fn prefix(number: &str) -> Option<&str> {
    let number = number.trim_start_matches('+');
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    (digits > PREFIX_DIGITS).then(|| &number[..PREFIX_DIGITS])
}

/// How often each name stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCounts {
    counts: BTreeMap<String, u64>,
}

impl NameCounts {
    pub(super) fn add(&mut self, name: &str, count: u64) {
        if name.is_empty() {
            return;
        }
        if let Some(known) = self.counts.get_mut(name) {
            *known += count;
        } else if self.counts.len() < MOST_NAMES {
            self.counts.insert(name.to_owned(), count);
        }
    }

    fn merge(&mut self, other: &NameCounts) {
        for (name, count) in &other.counts {
            self.add(name, *count);
        }
    }

    /// The most frequent names, at most `most`, the first of the alphabet first among equals.
    pub fn top(&self, most: usize) -> Vec<(&str, u64)> {
        let mut names: Vec<_> = self.counts.iter().map(|(name, &count)| (name.as_str(), count)).collect();
        names.order_by_key(|&(_, count)| std::cmp::Reverse(count));
        names.truncate(most);
        names
    }
}

/// How many delays there were of each length, in steps of 5 %: a percentile is at most 2.5 % off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delays {
    steps: BTreeMap<u16, u64>,
}

impl Delays {
    const STEP: f64 = 1.05;

    /// The step of a delay.
    pub(super) fn step(millis: u32) -> u16 {
        Self::steps()(millis)
    }

    /// The step of a delay, for many of them.
    pub(super) fn steps() -> impl Fn(u32) -> u16 {
        // Logarithms are in the way of every call; most delays are short.
        static STEPS: LazyLock<Vec<u16>> = LazyLock::new(|| (0..1 << 15).map(Delays::step_by_logarithm).collect());
        let steps: &[u16] = &STEPS;
        |millis| steps.get(millis as usize).copied().unwrap_or_else(|| Self::step_by_logarithm(millis))
    }

    /// How many steps there are: that of the largest number of 32 bits is the last.
    pub(super) const STEP_COUNT: u16 = 455;

    #[expect(clippy::cast_possible_truncation, reason = "below STEP_COUNT")]
    fn step_by_logarithm(millis: u32) -> u16 {
        ((f64::from(millis) + 1.0).ln() / Self::STEP.ln()) as u16
    }

    /// So many delays of each step, from the first on.
    #[expect(clippy::cast_possible_truncation, reason = "steps are the indexes, and there are 455")]
    pub(super) fn of_steps<T: Copy + Into<u64>>(counts: &[T]) -> Self {
        let counts = counts.iter().map(|&count| count.into()).enumerate();
        Self { steps: counts.filter(|&(_, count)| count > 0).map(|(step, count)| (step as u16, count)).collect() }
    }

    pub(super) fn merge(&mut self, other: &Delays) {
        for (step, count) in &other.steps {
            *self.steps.entry(*step).or_default() += count;
        }
    }

    /// How many delays there are.
    pub fn count(&self) -> u64 {
        self.steps.values().sum()
    }

    /// The delay that half of the calls do not exceed, in milliseconds; `None` of none.
    pub fn median_millis(&self) -> Option<f64> {
        self.percentile_millis(0.5)
    }

    /// The delay that `share` (0 to 1) of the calls do not exceed, in milliseconds; `None` of none.
    pub fn percentile_millis(&self, share: f64) -> Option<f64> {
        let rank = narrow::whole((self.count() as f64 * share.clamp(0.0, 1.0)).ceil()).max(1);
        let mut seen = 0;
        let step = self.steps.iter().find_map(|(step, count)| {
            seen += count;
            (seen >= rank).then_some(*step)
        })?;
        Some(Self::STEP.powf(f64::from(step) + 0.5) - 1.0)
    }
}

/// Calls in each step of time; steps are whole hours, as many hours as keep them few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    hours_a_step: i64,
    steps: BTreeMap<i64, u64>,
}

impl Default for Trend {
    fn default() -> Self {
        Self { hours_a_step: 1, steps: BTreeMap::new() }
    }
}

impl Trend {
    pub(super) fn add(&mut self, at: EpochMillis, count: u64) {
        let step = at.0.div_euclid(HOUR_MILLIS * self.hours_a_step);
        *self.steps.entry(step).or_default() += count;
        // What is too many for some of the calls is so for all of them: in the end the steps are the shortest that are
        // few enough, whatever the order of the calls.
        while self.steps.len() > MOST_STEPS {
            self.lengthen();
        }
    }

    fn lengthen(&mut self) {
        self.hours_a_step *= 2;
        let mut longer = BTreeMap::new();
        for (step, count) in std::mem::take(&mut self.steps) {
            *longer.entry(step.div_euclid(2)).or_default() += count;
        }
        self.steps = longer;
    }

    pub(super) fn merge(&mut self, other: &Trend) {
        let mut other = other.clone();
        while self.hours_a_step < other.hours_a_step {
            self.lengthen();
        }
        while other.hours_a_step < self.hours_a_step {
            other.lengthen();
        }
        for (step, count) in other.steps {
            *self.steps.entry(step).or_default() += count;
        }
        while self.steps.len() > MOST_STEPS {
            self.lengthen();
        }
    }

    /// For each step its begin and the calls in it.
    pub fn steps(&self) -> impl Iterator<Item = (EpochMillis, u64)> + '_ {
        self.steps.iter().map(|(step, calls)| (EpochMillis(step * self.step_millis()), *calls))
    }

    /// How long a step is.
    pub fn step_millis(&self) -> i64 {
        HOUR_MILLIS * self.hours_a_step
    }

    /// This trend as shares of `whole`, which it is part of: for each step of the whole its begin, the calls and all
    /// calls in it.
    pub fn within(&self, whole: &Trend) -> Vec<(EpochMillis, u64, u64)> {
        let mut part = self.clone();
        while part.hours_a_step < whole.hours_a_step {
            part.lengthen();
        }
        let begin = |step: i64| EpochMillis(step * HOUR_MILLIS * whole.hours_a_step);
        whole.steps.iter().map(|(step, all)| (begin(*step), part.steps.get(step).copied().unwrap_or(0), *all)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_longest_delay_is_of_the_last_step() {
        assert_eq!(Delays::step(u32::MAX) + 1, Delays::STEP_COUNT);
    }

    #[test]
    fn the_median_delay_is_close() {
        let mut delays = Delays::default();
        assert_eq!(delays.median_millis(), None);
        let mut counts = vec![0_u64; 200];
        (1..=2001).for_each(|millis| counts[usize::from(Delays::step(millis))] += 1);
        delays.merge(&Delays::of_steps(&counts));
        let median = delays.median_millis().unwrap();
        assert!((median / 1001.0 - 1.0).abs() < 0.026, "{median}");
    }

    #[test]
    fn prefixes_are_of_numbers_that_are_long_enough() {
        assert_eq!(prefix("+442079460001"), Some("4420"));
        assert_eq!(prefix("4420"), None);
        assert_eq!(prefix("S0099966"), None);
    }

    proptest! {
        #[test]
        fn trends_do_not_depend_on_order_or_parts(
            hours in proptest::collection::vec(0..5000_i64, 0..600),
            cut in 0..600_usize,
        ) {
            let trend = |hours: &mut dyn Iterator<Item = &i64>| {
                let mut trend = Trend::default();
                hours.for_each(|hour| trend.add(EpochMillis(hour * HOUR_MILLIS + 5), 1));
                trend
            };
            let whole = trend(&mut hours.iter());
            prop_assert_eq!(&trend(&mut hours.iter().rev()), &whole);
            let (left, right) = hours.split_at(cut.min(hours.len()));
            let mut merged = trend(&mut left.iter());
            merged.merge(&trend(&mut right.iter()));
            prop_assert_eq!(&merged, &whole);
            prop_assert!(whole.steps.len() <= MOST_STEPS);
            prop_assert_eq!(whole.steps.values().sum::<u64>(), hours.len() as u64);
            let within = trend(&mut left.iter()).within(&whole);
            prop_assert_eq!(within.iter().map(|(_, part, _)| part).sum::<u64>(), left.len() as u64);
        }
    }
}
