//! The change of a metric, split over the groups of a table.

use super::parting::Parting;
use query::{Dimension, Measures, Metric, Table};
use sorting::Sort;
use std::collections::BTreeMap;

/// How sums of two periods are compared. Ratios do not depend on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// As they are.
    Totals,
    /// For each hour, as one period is longer than the other.
    PerHour {
        /// Hours of the period before.
        before: f64,
        /// Hours of the period after.
        after: f64,
    },
}

impl Basis {
    /// Periods that differ by less than this part are taken as equally long: exports seldom end on the second.
    const SAME: f64 = 0.001;

    /// For periods of so many seconds; totals where these are equally long, or one is not known (0).
    pub fn of(before_seconds: f64, after_seconds: f64) -> Self {
        let (shorter, longer) = (before_seconds.min(after_seconds), before_seconds.max(after_seconds));
        if shorter > 0.0 && longer.is_finite() && longer - shorter > longer * Self::SAME {
            Self::PerHour { before: before_seconds / 3600.0, after: after_seconds / 3600.0 }
        } else {
            Self::Totals
        }
    }

    /// The hours by which sums are divided.
    pub(super) fn hours(self) -> (f64, f64) {
        match self {
            Self::Totals => (1.0, 1.0),
            Self::PerHour { before, after } => (before, after),
        }
    }
}

/// Whose contribution it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A group of the table, by its key.
    Group(Vec<Option<String>>),
    /// All groups that one of the tables left out ([`query::LeftOut`]), together.
    LeftOut,
}

/// Why a group contributes to the change of a ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effects {
    /// As its own ratio changed.
    pub rate: f64,
    /// As its part of the whole changed: more calls went to where the ratio is low.
    pub mix: f64,
}

/// What one group contributes to a change, in the metric's unit (percentage points for shares).
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Whose it is.
    pub who: Who,
    /// The metric in the group alone, before; for sums on the basis of the split. `None` where it says nothing.
    pub before: Option<f64>,
    /// The metric in the group alone, after.
    pub after: Option<f64>,
    /// Its calls before and after.
    pub calls: (u64, u64),
    /// What it contributes.
    pub change: f64,
    /// That, in the whole numbers that the metric is made of (calls, seconds, hundred-millionths of a unit of money),
    /// for sums that are compared as totals.
    pub exact: Option<i128>,
    /// The two parts of `change`; `None` for sums and for outcomes, which have neither.
    pub effects: Option<Effects>,
    /// `change` in percent of the whole change; below 0 where it worked against it, `None` where nothing changed in
    /// all.
    pub share_percent: Option<f64>,
    /// The part of the whole (0 to 1) that the group has, on average of both sides: what it would contribute to a
    /// change that is the same everywhere.
    pub weight: f64,
}

impl Contribution {
    /// The key of a group of a table by one dimension.
    pub fn key(&self) -> Option<Option<&str>> {
        match &self.who {
            Who::Group(key) => key.last().map(Option::as_deref),
            Who::LeftOut => None,
        }
    }
}

/// The change of a metric, split over groups.
///
/// A ratio is `R = Σn / Σd`: answered calls of all calls, talk time of answered calls. With the weights `w = d/D` and
/// the rates `r = n/d` of each group, before (1) and after (2),
///
/// - the rate contributes `(w1 + w2)/2 · (r2 - r1)`,
/// - the mix contributes `(w2 - w1) · ((r1 + r2)/2 - (R1 + R2)/2)`,
///
/// and both together are `(n2/D2 - n1/D1) - (w2 - w1) · (R1 + R2)/2`. As the weights of a side add up to 1, the sum
/// over all groups is `R2 - R1`, exactly: no rest is left over, and neither side comes first (Marshall-Edgeworth
/// weights; the centring of the mix on the mean ratio makes a group count whose ratio is *different*, whether its part
/// grew or shrank). A group that one side does not have has no rate there: all that it contributes is mix.
///
/// Outcomes (end reasons, classes, sides, who hung up) are no groups with a rate. A share such as the ASR is split over
/// them as `-(f2/D2 - f1/D1)`, where `f` are the calls with this outcome that are not in the share; a share of bad
/// calls as `n2/D2 - n1/D1`. That is exact too.
///
/// A sum (calls, minutes, money) is split as the difference of each group, in whole numbers where it is compared as
/// totals.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// Of what.
    pub metric: Metric,
    /// By what.
    pub by: Vec<Dimension>,
    /// How sums are compared.
    pub basis: Basis,
    /// The metric of all calls before, on that basis.
    pub from: f64,
    /// The metric of all calls after.
    pub to: f64,
    /// The change.
    pub change: f64,
    /// That in whole numbers, see [`Contribution::exact`].
    pub exact: Option<i128>,
    /// Those who made it so first, those who worked against it last.
    pub contributions: Vec<Contribution>,
    /// A group may lack so many calls at most, as tables left groups out; 0 where the contribution of each is exact.
    /// Their sum is, always.
    pub lacking_calls: u64,
}

/// Whether a dimension is what became of a call, not where it came from or went to.
pub(super) fn is_outcome(by: Dimension) -> bool {
    use Dimension::{Answered, Category, Class, EndReason, Family, HangUpSide, Side, TalkBucket};
    matches!(by, EndReason | Class | Category | Family | Side | HangUpSide | Answered | TalkBucket)
}

/// Splits the change of a metric over the groups of two tables by the same dimensions. `None` where they are not, where
/// the metric is a percentile, which cannot be split, or where it says nothing of one side.
pub fn split(metric: Metric, before: &Table, after: &Table, basis: Basis) -> Option<Split> {
    if before.by != after.by {
        return None;
    }
    let (total_before, total_after) = (before.total(), after.total());
    let has_outcomes = before.by.iter().copied().any(is_outcome);
    let parting = Parting::new(metric, has_outcomes, &total_before, &total_after, basis)?;
    let mut split = Split {
        metric,
        by: before.by.clone(),
        basis,
        from: parting.value(&total_before, false)?,
        to: parting.value(&total_after, true)?,
        change: parting.change(),
        exact: parting.exact(&total_before, &total_after),
        contributions: Vec::new(),
        lacking_calls: before.left_out.lacking_calls + after.left_out.lacking_calls,
    };
    let none = Measures::default();
    split.contributions = pairs(before, after)
        .into_iter()
        .map(|(who, (before, after))| parting.contribution(who, before.unwrap_or(&none), after.unwrap_or(&none)))
        .collect();
    split.put_in_order(split.change);
    Some(split)
}

impl Split {
    /// Gives each its share of `change`, and puts them in their order.
    pub(super) fn put_in_order(&mut self, change: f64) {
        let towards = if change < 0.0 { -1.0 } else { 1.0 };
        for contribution in &mut self.contributions {
            contribution.share_percent = (change != 0.0).then(|| contribution.change / change * 100.0);
        }
        self.contributions.order_by(|one, other| {
            (other.change * towards).total_cmp(&(one.change * towards)).then(one.who.cmp(&other.who))
        });
    }
}

/// The sums of a group before and after, where there are any.
type Sides<'a> = (Option<&'a Measures>, Option<&'a Measures>);

/// The groups that any of the tables has, with their sums.
pub(super) fn pairs<'a>(before: &'a Table, after: &'a Table) -> Vec<(Who, Sides<'a>)> {
    let mut pairs: BTreeMap<&[Option<String>], Sides<'_>> = BTreeMap::new();
    before.rows.iter().for_each(|row| pairs.entry(&row.key).or_default().0 = Some(&row.measures));
    after.rows.iter().for_each(|row| pairs.entry(&row.key).or_default().1 = Some(&row.measures));
    let mut pairs: Vec<_> = pairs.into_iter().map(|(key, pair)| (Who::Group(key.to_vec()), pair)).collect();
    let left_out = (&before.left_out.measures, &after.left_out.measures);
    if left_out.0.calls > 0 || left_out.1.calls > 0 {
        pairs.push((Who::LeftOut, (Some(left_out.0), Some(left_out.1))));
    }
    pairs
}
