//! Rows of tables by the names of their groups.

use query::{Measures, Table};
use std::collections::BTreeMap;

/// The rows of a table by two dimensions in which both have names.
pub(super) fn named_pairs(table: &Table) -> impl Iterator<Item = (&str, &str, &Measures)> {
    table.rows.iter().filter_map(|row| match row.key.as_slice() {
        [Some(one), Some(other)] if !one.is_empty() && !other.is_empty() => {
            Some((one.as_str(), other.as_str(), &row.measures))
        }
        _ => None,
    })
}

/// The sums of the rows of such a table for each name of its first dimension.
pub(super) fn by_first(table: &Table) -> BTreeMap<&str, Measures> {
    let mut sums: BTreeMap<&str, Measures> = BTreeMap::new();
    for row in &table.rows {
        if let Some(Some(name)) = row.key.first() {
            sums.entry(name).or_default().merge(&row.measures);
        }
    }
    sums
}
