//! The sums of groups of calls.

mod amount;
mod block_sums;
mod call_facts;
mod count;
mod flags;
mod groups;
mod matrix;
mod measures;
mod pairs;

pub use amount::Amount;
pub(super) use block_sums::CallTimes;
pub(super) use call_facts::CallFacts;
pub(super) use count::TableCount;
pub use matrix::Matrix;
pub use measures::Measures;

use super::dimension::Dimension;
use serde::{Deserialize, Serialize};
use sorting::{Ordered, Sort};
use std::collections::BTreeMap;

/// A table has so many dimensions at most.
pub const MOST_DIMENSIONS: usize = 3;

/// A shard tells so many rows at most, unless a question says otherwise.
pub const MOST_ROWS: usize = 20_000;

/// What table is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSpec {
    /// By what calls are put together, none (one row of all calls) to three.
    pub by: Vec<Dimension>,
    /// Whether rows have their post-dial delays.
    pub delays: bool,
    /// A shard tells so many rows at most, those with the most calls: see [`LeftOut`].
    pub most_rows: usize,
}

impl Default for TableSpec {
    fn default() -> Self {
        Self { by: Vec::new(), delays: false, most_rows: MOST_ROWS }
    }
}

impl TableSpec {
    /// A table by these dimensions, otherwise as usual.
    pub fn by(by: impl Into<Vec<Dimension>>) -> Self {
        Self { by: by.into(), ..Self::default() }
    }

    /// With post-dial delays.
    pub fn with_delays(self) -> Self {
        Self { delays: true, ..self }
    }
}

/// The sums of each group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// By what the calls are put together.
    pub by: Vec<Dimension>,
    /// One row for each group that has calls, by their keys in the order of texts, `None` first.
    pub rows: Vec<TableRow>,
    /// What is in no row; nothing as long as every shard has no more groups than [`TableSpec::most_rows`].
    pub left_out: LeftOut,
}

/// The sums of one group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// One part for each dimension of the table.
    pub key: Vec<Option<String>>,
    /// Its sums.
    pub measures: Measures,
}

/// Groups with few calls that shards did not tell: their sums are exact, so those of the whole table are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// How many groups, at most: two shards may have left out the same one.
    pub groups: u64,
    /// A row may lack so many calls, at most, as another shard left out its group. 0 where rows are exact.
    pub lacking_calls: u64,
    /// The sums of all of them.
    pub measures: Measures,
}

impl Table {
    /// Adds the table of other calls to the same question.
    pub fn merge(&mut self, other: Table) {
        let rows = std::mem::take(&mut self.rows).into_iter().map(|row| (row.key, row.measures));
        let mut merged: BTreeMap<Vec<Option<String>>, Measures> = rows.ordered_map();
        for TableRow { key, measures } in other.rows {
            merged.entry(key).or_default().merge(&measures);
        }
        self.rows = merged.into_iter().map(|(key, measures)| TableRow { key, measures }).collect();
        self.left_out.groups += other.left_out.groups;
        self.left_out.lacking_calls += other.left_out.lacking_calls;
        self.left_out.measures.merge(&other.left_out.measures);
    }

    /// The sums of all calls, also of those that are in no row.
    pub fn total(&self) -> Measures {
        let mut total = self.left_out.measures.clone();
        self.rows.iter().for_each(|row| total.merge(&row.measures));
        total
    }

    /// The row of a key.
    pub fn find(&self, key: &[Option<&str>]) -> Option<&TableRow> {
        let parts = |row: &TableRow| row.key.iter().map(Option::as_deref).cmp(key.iter().copied());
        self.rows.binary_search_by(parts).ok().map(|at| &self.rows[at])
    }

    /// The row of one name, in a table of one dimension.
    pub fn row(&self, name: &str) -> Option<&TableRow> {
        self.find(&[Some(name)])
    }

    /// The rows from the largest value on, then those that have none; by their keys among equals.
    pub fn largest(&self, value: impl Fn(&Measures) -> Option<f64>) -> Vec<&TableRow> {
        let mut rows: Vec<(Option<f64>, &TableRow)> = self.rows.iter().map(|row| (value(&row.measures), row)).collect();
        // The order of keys stands among equals.
        rows.order_by(|(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) => other.total_cmp(one),
            _ => other.is_some().cmp(&one.is_some()),
        });
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The rows from the most calls on.
    pub fn by_calls(&self) -> Vec<&TableRow> {
        self.largest(|measures| Some(measures.calls as f64))
    }

    /// The rows in the order of their dimensions: hours, steps of time and durations by their size, names as texts.
    pub fn in_order(&self) -> Vec<&TableRow> {
        let mut rows: Vec<&TableRow> = self.rows.iter().collect();
        rows.order_by(|one, other| {
            let parts = self.by.iter().zip(one.key.iter().zip(&other.key));
            let compared = parts.map(|(by, (one, other))| by.compare(one.as_deref(), other.as_deref()));
            compared.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
        });
        rows
    }
}

#[cfg(test)]
mod tests;
