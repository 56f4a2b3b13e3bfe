//! A load over time, and its peaks.

use super::super::time_steps::TimeSteps;
use super::{Load, Second};
use calls::narrow;
use calls::{EpochMillis, LocalZone};

/// A load is told in so many steps at most; where there would be more, they are longer.
const MOST_STEPS: i64 = 50_000;

/// The most of something, and when it was that for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peak {
    /// How many calls.
    pub calls: u64,
    /// The begin of the second.
    pub at: EpochMillis,
}

/// One step of a load over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoadStep {
    /// Its begin.
    pub begin: EpochMillis,
    /// The begin of the next one.
    pub end: EpochMillis,
    /// The most calls in progress.
    pub peak: u64,
    /// Calls in progress, on average over the time of the step.
    pub average: f64,
    /// Calls that began.
    pub calls: u64,
    /// The most calls that began in one second.
    pub peak_starts: u64,
}

impl Load {
    /// Each second in which anything changes, with the calls in progress from it on.
    pub(super) fn levels(&self) -> impl Iterator<Item = (&Second, u64)> {
        let mut level = 0_u64;
        self.seconds.iter().map(move |second| {
            level = (level + u64::from(second.taken)).saturating_sub(second.freed.into());
            (second, level)
        })
    }

    /// The most calls in progress at once; `None` of no calls.
    pub fn peak(&self) -> Option<Peak> {
        first_largest(self.levels().map(|(second, level)| (second.at, level)))
    }

    /// The most calls that began in one second; `None` of no calls.
    pub fn peak_starts(&self) -> Option<Peak> {
        first_largest(self.seconds.iter().map(|second| (second.at, second.started().into())))
    }

    /// The seconds in which the first and the last call began.
    fn period(&self) -> Option<(i64, i64)> {
        let mut starts = self.seconds.iter().filter(|second| second.started() > 0).map(|second| second.at);
        let first = starts.next()?;
        Some((first, starts.next_back().unwrap_or(first)))
    }

    /// The calls that began in a second, as many as `share` (0 to 1) of all seconds do not exceed, from that of the
    /// first start to that of the last one, those without any call too; `None` of no calls.
    pub fn starts_percentile(&self, share: f64) -> Option<u64> {
        let (first, last) = self.period()?;
        let all = (last - first + 1) as u64;
        let mut counts: Vec<u64> =
            self.seconds.iter().map(|second| second.started().into()).filter(|&n| n > 0).collect();
        counts.sort_unstable();
        let rank = narrow::whole((all as f64 * share.clamp(0.0, 1.0)).ceil()).clamp(1, all);
        // From the largest on: those without any call come first.
        let above = usize::try_from(all - rank).unwrap_or(usize::MAX);
        Some(counts.iter().rev().nth(above).copied().unwrap_or_default())
    }

    /// For how many seconds there were more calls in progress than `level`.
    pub fn seconds_above(&self, level: u64) -> u64 {
        let nexts = self.seconds.iter().skip(1);
        self.levels()
            .zip(nexts)
            .filter(|((_, now), _)| *now > level)
            .map(|((from, _), to)| (to.at - from.at) as u64)
            .sum()
    }

    /// Seconds for which lines were held, of all calls together: traffic in erlang is this for each second of a period.
    pub fn held_seconds(&self) -> u64 {
        let nexts = self.seconds.iter().skip(1);
        self.levels().zip(nexts).map(|((from, level), to)| (to.at - from.at) as u64 * level).sum()
    }

    /// The load over time, in steps of `step_seconds` as clocks of `zone` show them, without gaps from the step of the
    /// first start to that of the last one. Steps are twice as long, or four times, where there would be more than
    /// 50,000.
    pub fn series(&self, step_seconds: u32, zone: &LocalZone) -> Vec<LoadStep> {
        let Some((first, last)) = self.period() else { return Vec::new() };
        let mut step_seconds = step_seconds.max(1);
        while (last - first) / i64::from(step_seconds) > MOST_STEPS && step_seconds < u32::MAX / 2 {
            step_seconds *= 2;
        }
        let mut steps = TimeSteps::new(step_seconds, zone.clone());
        let mut series = Vec::new();
        let mut step = OpenStep::new(steps.step(first * 1000), 0);
        for (second, level) in self.levels() {
            while second.at * 1000 >= step.end && step.end <= last * 1000 {
                let (closed, level) = step.close();
                series.push(closed);
                step = OpenStep::new(steps.step(closed.end.0), level);
            }
            if second.at * 1000 >= step.end {
                break;
            }
            step.change(second, level);
        }
        series.push(step.close().0);
        series
    }
}

/// The first of the largest.
fn first_largest(all: impl Iterator<Item = (i64, u64)>) -> Option<Peak> {
    let largest = all.reduce(|most, next| if next.1 > most.1 { next } else { most });
    largest.map(|(at, calls)| Peak { calls, at: EpochMillis(at * 1000) })
}

/// A step that is being gone through; times are in epoch milliseconds.
struct OpenStep {
    begin: i64,
    end: i64,
    /// Up to here it was gone through.
    at: i64,
    level: u64,
    peak: u64,
    /// Calls in progress times milliseconds.
    held: f64,
    calls: u64,
    peak_starts: u64,
}

impl OpenStep {
    fn new((begin, end): (i64, i64), level: u64) -> Self {
        Self { begin, end, at: begin, level, peak: 0, held: 0.0, calls: 0, peak_starts: 0 }
    }

    fn go_to(&mut self, at: i64) {
        // What changes with the step's first second was never so in it.
        if at > self.at {
            self.peak = self.peak.max(self.level);
        }
        self.held += (at - self.at) as f64 * self.level as f64;
        self.at = at;
    }

    fn change(&mut self, second: &Second, level: u64) {
        self.go_to(second.at * 1000);
        self.level = level;
        self.calls += u64::from(second.started());
        self.peak_starts = self.peak_starts.max(second.started().into());
    }

    /// The step, and the calls in progress at its end.
    fn close(mut self) -> (LoadStep, u64) {
        self.go_to(self.end);
        let step = LoadStep {
            begin: EpochMillis(self.begin),
            end: EpochMillis(self.end),
            peak: self.peak,
            average: self.held / (self.end - self.begin) as f64,
            calls: self.calls,
            peak_starts: self.peak_starts,
        };
        (step, self.level)
    }
}
