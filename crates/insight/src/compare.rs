//! Two sets of calls side by side, and what explains the difference.
//!
//! [`split`] parts the change of a metric exactly into what each group of a dimension contributes, change of rate and
//! change of mix apart; [`Split`] has the formulas. [`Compare::explain`] looks for the dimension whose few groups
//! explain it best ([`RankedDimension`] has the formula), then for what explains it within the first of these, and for
//! the time of day. Both sets are asked the same [`Compare::table_specs`], with a filter of their own each.

mod explanation;
mod parting;
mod side_by_side;
mod sides;
mod split;
mod terms;
#[cfg(test)]
mod tests;
mod within;

pub use explanation::{Cause, ChangeExplanation, Hours, RankedDimension};
pub use side_by_side::{MetricChange, Significance, side_by_side};
pub use sides::{ComparedFilters, Pairing, Times, typed_period};
pub use split::{Basis, Contribution, Effects, Split, Who, split};

use super::picture::PREFIX;
use query::{Dimension, Measures, Metric, Table, TableSpec};

/// A table of pairs has so many rows at most, those with the most calls.
const MOST_PAIRS: usize = 5_000;

/// Two sets of calls.
#[derive(Debug, Clone, Copy)]
pub struct Compare<'a> {
    /// Tables of the one.
    pub before: &'a [Table],
    /// The same tables of the other.
    pub after: &'a [Table],
    /// How sums are compared.
    pub basis: Basis,
}

impl<'a> Compare<'a> {
    /// By what a change may be explained. The first stand before the later ones where both explain it as well.
    pub const DIMENSIONS: [Dimension; 9] = [
        Dimension::TerminatingGateway,
        Dimension::OriginatingGateway,
        Dimension::Account,
        PREFIX,
        Dimension::Country,
        Dimension::CallerIp,
        Dimension::EndReason,
        Dimension::Class,
        Dimension::HourOfDay,
    ];

    /// The tables to be asked of both sets: with them, the first level is explained.
    pub fn table_specs() -> Vec<TableSpec> {
        Self::DIMENSIONS.into_iter().map(|by| bounded(vec![by])).collect()
    }

    /// The tables to be asked of both sets when the first level is explained by this dimension
    /// ([`ChangeExplanation::first`]), and the second is wanted. [`Compare::explain`] is given them behind the others
    /// then.
    pub fn table_specs_within(first: Dimension) -> Vec<TableSpec> {
        Self::DIMENSIONS.into_iter().filter(|&by| by != first).map(|by| bounded(vec![first, by])).collect()
    }

    /// The change of a metric, split over the groups of these dimensions; `None` where no table has them, and where
    /// [`split`] says nothing.
    pub fn split(&self, metric: Metric, by: &[Dimension]) -> Option<Split> {
        let (before, after) = self.tables(by)?;
        split(metric, before, after, self.basis)
    }

    /// What one group contributes, split over the groups of another dimension. Their sum is what the group contributes,
    /// but for outcomes: these split its rate effect. [`Contribution::share_percent`] is of the change of all calls,
    /// [`Contribution::weight`] of the group.
    pub fn split_within(
        &self,
        metric: Metric,
        dimension: Dimension,
        key: Option<&str>,
        by: Dimension,
    ) -> Option<Split> {
        let (before, after) = self.tables(&[dimension, by])?;
        within::split_within(metric, key, before, after, self.basis)
    }

    /// What explains the change of a metric, as far as the tables tell; `None` where the metric cannot be split, or
    /// says nothing of one side.
    pub fn explain(&self, metric: Metric) -> Option<ChangeExplanation> {
        explanation::explain(self, metric)
    }

    fn tables(&self, by: &[Dimension]) -> Option<(&'a Table, &'a Table)> {
        let find = |tables: &'a [Table]| tables.iter().find(|table| table.by == by);
        find(self.before).zip(find(self.after))
    }

    fn totals(&self) -> Option<(Measures, Measures)> {
        let (before, after) = Self::DIMENSIONS.iter().find_map(|&by| self.tables(&[by]))?;
        Some((before.total(), after.total()))
    }
}

fn bounded(by: Vec<Dimension>) -> TableSpec {
    TableSpec { most_rows: MOST_PAIRS, ..TableSpec::by(by) }
}
