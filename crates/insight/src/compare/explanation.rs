//! What explains a change.

use super::Compare;
use super::split::{Basis, Contribution, Split, Who, is_outcome};
use query::{Dimension, Metric, metrics};
use sorting::{Ordered, Sort};
use std::collections::BTreeMap;

/// A dimension is not worth telling below this score.
const LEAST_SCORE: f64 = 0.2;

/// So many groups of a dimension are looked at together: a person can look at no more at once.
const MOST_GROUPS: usize = 3;

/// What each further group costs in the score.
const EACH_GROUP: f64 = 0.05;

/// What each further hour costs in the score.
const EACH_HOUR: f64 = 0.02;

/// A longer time of day says little.
const MOST_HOURS: u8 = 12;

/// How well the groups of one dimension explain a change.
///
/// Of its first `k` groups (1 to 3), which contribute the shares `c` of the change and have the weights `w`,
///
/// `score = explained - Σw - 0.05 · (k - 1)`, where `explained = 1 - |1 - Σc|`, at least 0,
///
/// and the `k` with the best score counts. Taking off the weight makes a dimension worth nothing whose groups all
/// changed alike (the largest group of it would explain the most), or that has one group; `Σc` beyond 1 counts less
/// again, as others must have worked against it, which is what chance does among many small groups. Outcomes displace
/// one another (a call that is refused is not busy any more), so that for them all from 1 on counts as 1.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedDimension {
    /// The dimension.
    pub dimension: Dimension,
    /// `k`: how many of the first groups of the split explain it.
    pub groups: usize,
    /// What these contribute, in percent of the change.
    pub explained_percent: f64,
    /// The score, up to 1.
    pub score: f64,
    /// The contributions of all its groups.
    pub split: Split,
}

/// A group that explains something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// By what it is a group.
    pub dimension: Dimension,
    /// Which.
    pub key: Option<String>,
    /// What it contributes to the whole change, in percent of it.
    pub share_percent: f64,
    /// What it contributes, as its rate and as its mix.
    pub contribution: Contribution,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hours {
    /// Its first hour, 0 to 23, in the zone of the question.
    pub from: u8,
    /// The hour at whose begin it ends, 1 to 24; not after `from` where it goes over midnight.
    pub to: u8,
    /// What it contributes to the whole change, in percent of it.
    pub share_percent: f64,
}

/// What explains a change, walked down two levels.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeExplanation {
    /// The change of what.
    pub metric: Metric,
    /// How sums are compared.
    pub basis: Basis,
    /// The metric before, on the basis.
    pub from: f64,
    /// The metric after.
    pub to: f64,
    /// The calls before and after.
    pub calls: (u64, u64),
    /// So few calls, or so little change, that chance alone may do it: the Wilson 95 % intervals of both sides overlap.
    pub may_be_chance: bool,
    /// The group that explains most of it; `None` where the change is everywhere alike.
    pub first: Option<Cause>,
    /// Other groups of the same dimension that explain it together with the first.
    pub with: Vec<Cause>,
    /// What explains most of it within the first group.
    pub second: Option<Cause>,
    /// When it was: of the first group, or of all calls where there is none.
    pub hours: Option<Hours>,
    /// Every dimension, the best first.
    pub ranked: Vec<RankedDimension>,
}

pub(super) fn explain(compare: &Compare<'_>, metric: Metric) -> Option<ChangeExplanation> {
    let mut ranked: Vec<RankedDimension> = Compare::DIMENSIONS
        .into_iter()
        .filter_map(|dimension| {
            Some(RankedDimension::new(dimension, compare.split(metric, &[dimension])?, MOST_GROUPS))
        })
        .collect();
    let (from, to) = ranked.first().map(|any| (any.split.from, any.split.to))?;
    let (before, after) = compare.totals()?;
    let interval = |measures| metric.share_of(measures).and_then(|(part, whole)| metrics::wilson_interval(part, whole));
    let overlap = |(one, other): ((f64, f64), (f64, f64))| one.0 <= other.1 && other.0 <= one.1;
    // The order of the list stands among equals.
    ranked.order_by(|one, other| other.score.total_cmp(&one.score));
    let best = |outcomes: bool| {
        let dimension =
            |of: &&RankedDimension| is_outcome(of.dimension) == outcomes && of.dimension != Dimension::HourOfDay;
        ranked.iter().filter(dimension).find(|of| of.score >= LEAST_SCORE)
    };
    // What calls are like comes before what became of them: the second level tells that.
    let mut causes = best(false).or_else(|| best(true)).map(RankedDimension::causes).unwrap_or_default().into_iter();
    let first = causes.next();
    let second = first.as_ref().and_then(|first| second(compare, metric, first));
    Some(ChangeExplanation {
        metric,
        basis: compare.basis,
        from,
        to,
        calls: (before.calls, after.calls),
        may_be_chance: interval(&before).zip(interval(&after)).is_some_and(overlap),
        hours: hours(compare, metric, first.as_ref()),
        with: causes.collect(),
        first,
        second,
        ranked,
    })
}

impl RankedDimension {
    fn new(dimension: Dimension, split: Split, most_groups: usize) -> Self {
        let mut best = Self { dimension, groups: 0, explained_percent: 0.0, score: 0.0, split };
        let (mut share, mut weight) = (0.0, 0.0);
        let candidates = best.split.contributions.iter().filter(|of| is_candidate(of)).take(most_groups);
        let mut scored = Vec::new();
        for (at, of) in candidates.enumerate() {
            share += of.share_percent.unwrap_or_default() / 100.0;
            weight += of.weight;
            let explained = if is_outcome(dimension) { share.min(1.0) } else { 1.0 - (1.0 - share).abs() };
            scored.push((at + 1, share * 100.0, explained.max(0.0) - weight - EACH_GROUP * at as f64));
        }
        for (groups, explained_percent, score) in scored {
            if score > best.score {
                (best.groups, best.explained_percent, best.score) = (groups, explained_percent, score);
            }
        }
        best
    }

    fn causes(&self) -> Vec<Cause> {
        let candidates = self.split.contributions.iter().filter(|of| is_candidate(of));
        candidates.take(self.groups).map(|of| Cause::new(self.dimension, of)).collect()
    }
}

/// A group with a name that made the change what it is. Calls of which a file does not say it explain nothing.
fn is_candidate(of: &Contribution) -> bool {
    of.key().flatten().is_some() && of.share_percent.is_some_and(|share| share > 0.0)
}

impl Cause {
    fn new(dimension: Dimension, of: &Contribution) -> Self {
        Self {
            dimension,
            key: of.key().flatten().map(str::to_owned),
            share_percent: of.share_percent.unwrap_or_default(),
            contribution: of.clone(),
        }
    }
}

/// The group that explains most within the first one.
fn second(compare: &Compare<'_>, metric: Metric, first: &Cause) -> Option<Cause> {
    let part = first.contribution.change;
    let dimensions = Compare::DIMENSIONS.into_iter().filter(|&other| other != Dimension::HourOfDay);
    let ranked = dimensions.filter_map(|dimension| {
        let mut split = compare.split_within(metric, first.dimension, first.key.as_deref(), dimension)?;
        // Ranked by their shares of what the first group contributes.
        split.put_in_order(part);
        if is_outcome(first.dimension) {
            weigh_as(&mut split, &compare.split(metric, &[dimension])?);
        }
        Some(RankedDimension::new(dimension, split, 1)).filter(|of| of.score >= LEAST_SCORE)
    });
    let best = ranked.reduce(|best, next| if next.score > best.score { next } else { best })?;
    let mut cause = best.causes().into_iter().next()?;
    cause.share_percent *= first.share_percent / 100.0;
    cause.contribution.share_percent = Some(cause.share_percent);
    Some(cause)
}

/// Weighs groups within an outcome as they are weighed in all calls: one that has all calls which fail with 503 has all
/// weight among these, and that is what is to be explained.
fn weigh_as(split: &mut Split, all: &Split) {
    let weights: BTreeMap<Option<Option<&str>>, f64> =
        all.contributions.iter().map(|of| (of.key(), of.weight)).ordered_map();
    for of in &mut split.contributions {
        let weight = weights.get(&of.key()).copied();
        of.weight = weight.unwrap_or(of.weight);
    }
}

/// The time of day that explains most: of the first group, or of all calls. Only hours of which both sides have calls
/// are looked at, so that the day is not told apart from the night when one side has no night.
fn hours(compare: &Compare<'_>, metric: Metric, first: Option<&Cause>) -> Option<Hours> {
    let hour = Dimension::HourOfDay;
    let all = compare.split(metric, &[hour])?;
    let mut split = match first {
        Some(first) => compare.split_within(metric, first.dimension, first.key.as_deref(), hour)?,
        None => all.clone(),
    };
    if first.is_some_and(|first| is_outcome(first.dimension)) {
        weigh_as(&mut split, &all);
    }
    let number = |of: &Contribution| of.key().flatten()?.parse::<usize>().ok().filter(|&hour| hour < 24);
    let (mut covered, mut by_hour) = ([false; 24], [(0.0, 0.0, 0.0); 24]);
    for of in &all.contributions {
        if let Some(hour) = number(of) {
            covered[hour] = of.calls.0 > 0 && of.calls.1 > 0;
        }
    }
    let groups = split.contributions.iter().filter(|of| matches!(of.who, Who::Group(_)));
    for of in groups {
        if let Some(hour) = number(of) {
            by_hour[hour] = (of.change / split.change, of.weight, of.share_percent.unwrap_or_default());
        }
    }
    let (mut best, mut best_score) = (None, LEAST_SCORE);
    for from in 0..24_u8 {
        let (mut explained, mut weight, mut share_percent) = (0.0, 0.0, 0.0);
        for length in 1..=MOST_HOURS {
            let at = usize::from((from + length - 1) % 24);
            if !covered[at] {
                break;
            }
            explained += by_hour[at].0;
            weight += by_hour[at].1;
            share_percent += by_hour[at].2;
            let score = 1.0 - (1.0 - explained).abs() - weight - EACH_HOUR * f64::from(length - 1);
            if score > best_score {
                let to = if from + length == 24 { 24 } else { (from + length) % 24 };
                (best, best_score) = (Some(Hours { from, to, share_percent }), score);
            }
        }
    }
    best
}
