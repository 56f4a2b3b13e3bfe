//! A table of two dimensions as rows and columns.

use super::super::dimension::Dimension;
use super::{Measures, Table};
use sorting::Sort;
use std::collections::HashMap;

/// The groups of one dimension as rows and those of another as columns, each those with the most calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The dimensions of rows and columns.
    pub by: [Dimension; 2],
    /// The keys of the rows, with the sums of the whole group, those in no column too.
    pub rows: Vec<(Option<String>, Measures)>,
    /// Those of the columns.
    pub columns: Vec<(Option<String>, Measures)>,
    /// For each row, for each column: the sums of the calls of both; `None` where there is no call.
    pub cells: Vec<Vec<Option<Measures>>>,
    /// How many groups are no row, and how many are no column.
    pub left_out: [usize; 2],
}

impl Matrix {
    /// Of a table of two dimensions: at most so many rows and columns, from the most calls on; groups that have an
    /// order of their own stand in it. `None` of another table.
    pub fn of(table: &Table, most_rows: usize, most_columns: usize) -> Option<Self> {
        let &[down, across] = table.by.as_slice() else { return None };
        let (rows, rows_left) = groups(table, 0, down, most_rows);
        let (columns, columns_left) = groups(table, 1, across, most_columns);
        let places = |groups: &[(Option<String>, Measures)]| -> HashMap<Option<String>, usize> {
            groups.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect()
        };
        let (row_at, column_at) = (places(&rows), places(&columns));
        let mut cells = vec![vec![None; columns.len()]; rows.len()];
        for row in &table.rows {
            if let (Some(&down), Some(&across)) = (row_at.get(&row.key[0]), column_at.get(&row.key[1])) {
                cells[down][across] = Some(row.measures.clone());
            }
        }
        Some(Self { by: [down, across], rows, columns, cells, left_out: [rows_left, columns_left] })
    }
}

/// The groups of a table in one of its dimensions, and how many were left out.
fn groups(table: &Table, part: usize, by: Dimension, most: usize) -> (Vec<(Option<String>, Measures)>, usize) {
    let mut sums: HashMap<&Option<String>, Measures> = HashMap::new();
    for row in &table.rows {
        sums.entry(&row.key[part]).or_default().merge(&row.measures);
    }
    let mut groups: Vec<(Option<String>, Measures)> = sums.into_iter().map(|(key, sums)| (key.clone(), sums)).collect();
    groups.order_by(|one, other| other.1.calls.cmp(&one.1.calls).then_with(|| one.0.cmp(&other.0)));
    let left_out = groups.len().saturating_sub(most);
    groups.truncate(most);
    if by.is_ordered() {
        groups.order_by(|one, other| by.compare(one.0.as_deref(), other.0.as_deref()));
    }
    (groups, left_out)
}

#[cfg(test)]
mod tests {
    use super::super::{LeftOut, TableRow};
    use super::*;

    fn row(vendor: Option<&str>, hour: &str, calls: u64) -> TableRow {
        let key = vec![vendor.map(str::to_owned), Some(hour.to_owned())];
        TableRow { key, measures: Measures { calls, answered: calls / 2, ..Measures::default() } }
    }

    #[test]
    fn the_largest_groups_in_their_order() {
        let table = Table {
            by: vec![Dimension::TerminatingGateway, Dimension::HourOfDay],
            rows: vec![
                row(None, "9", 1),
                row(Some("V1"), "10", 30),
                row(Some("V1"), "9", 10),
                row(Some("V2"), "10", 50),
                row(Some("V2"), "8", 4),
            ],
            left_out: LeftOut::default(),
        };
        let matrix = Matrix::of(&table, 2, 2).unwrap();
        assert_eq!(matrix.by, [Dimension::TerminatingGateway, Dimension::HourOfDay]);
        let keys = |groups: &[(Option<String>, Measures)]| -> Vec<(String, u64)> {
            groups.iter().map(|(key, sums)| (key.clone().unwrap_or_default(), sums.calls)).collect()
        };
        // By calls the vendors, by the clock the hours; 8 o'clock has the fewest calls.
        assert_eq!(keys(&matrix.rows), [("V2".to_owned(), 54), ("V1".to_owned(), 40)]);
        assert_eq!(keys(&matrix.columns), [("9".to_owned(), 11), ("10".to_owned(), 80)]);
        assert_eq!(matrix.left_out, [1, 1]);
        let calls: Vec<Vec<Option<u64>>> = matrix
            .cells
            .iter()
            .map(|row| row.iter().map(|cell| cell.as_ref().map(|cell| cell.calls)).collect())
            .collect();
        assert_eq!(calls, [[None, Some(50)], [Some(10), Some(30)]]);
        assert_eq!(Matrix::of(&Table::default(), 9, 9), None);
    }
}
