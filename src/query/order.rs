//! The order of end reasons in a table.

use super::summary::EndReasonRow;
use super::tally::ReasonTally;
use crate::knowledge::Category;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

/// A column that the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SortColumn {
    Code,
    Name,
    Family,
    Category,
    Impact,
    Calls,
    Share,
    Answered,
    TalkTime,
}

/// By what a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndReasonSort {
    column: SortColumn,
    descending: bool,
}

impl Default for EndReasonSort {
    fn default() -> Self {
        Self { column: SortColumn::Calls, descending: true }
    }
}

impl EndReasonSort {
    /// What a click on a column's heading asks for: the other direction where it is sorted by that column already;
    /// otherwise numbers from the largest, words from A.
    pub fn clicked(self, column: SortColumn) -> Self {
        use SortColumn::*;
        let descending = match column {
            _ if column == self.column => !self.descending,
            Impact | Calls | Share | Answered | TalkTime => true,
            Code | Name | Family | Category => false,
        };
        Self { column, descending }
    }

    /// Whether it is sorted by a column, and then whether from the largest.
    pub fn direction_of(self, column: SortColumn) -> Option<bool> {
        (self.column == column).then_some(self.descending)
    }

    /// The places of `rows` in this order. Among equals the order of `rows` stands, whatever the direction.
    pub fn order(self, rows: &[EndReasonRow], name_of: impl Fn(&EndReasonRow) -> String) -> Vec<usize> {
        let compare = |a: &EndReasonRow, b: &EndReasonRow| -> Ordering {
            let code = |row: &EndReasonRow| (row.classified.code, row.classified.family);
            match self.column {
                SortColumn::Code => code(a).cmp(&code(b)),
                SortColumn::Name => name_of(a).to_lowercase().cmp(&name_of(b).to_lowercase()),
                SortColumn::Family => a.classified.family.cmp(&b.classified.family),
                SortColumn::Category => a.category().name().cmp(b.category().name()),
                SortColumn::Impact => a.impact().cmp(&b.impact()),
                SortColumn::Calls | SortColumn::Share => a.sums.calls.cmp(&b.sums.calls),
                SortColumn::Answered => a.sums.answered.cmp(&b.sums.answered),
                SortColumn::TalkTime => a.sums.talk_seconds.cmp(&b.sums.talk_seconds),
            }
        };
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by(|&a, &b| {
            let ordering = compare(&rows[a], &rows[b]);
            if self.descending { ordering.reverse() } else { ordering }
        });
        order
    }
}

/// The end reasons of one category.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryGroup {
    /// The category.
    pub category: Category,
    /// Sums over its calls.
    pub sums: ReasonTally,
    /// Places of its rows, in the order that was given.
    pub rows: Vec<usize>,
}

/// Puts the rows, in the order given, under their categories; the category with the most calls comes first.
pub fn grouped_by_category(rows: &[EndReasonRow], order: &[usize]) -> Vec<CategoryGroup> {
    let mut groups = BTreeMap::<Category, CategoryGroup>::new();
    for &at in order {
        let category = rows[at].category();
        let empty = || CategoryGroup { category, sums: ReasonTally::default(), rows: Vec::new() };
        let group = groups.entry(category).or_insert_with(empty);
        group.sums.merge(&rows[at].sums);
        group.rows.push(at);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| Reverse(group.sums.calls));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::EndReason;
    use crate::knowledge::{Dialect, classify};

    fn row(code: i32, calls: u64, talk_seconds: u64) -> EndReasonRow {
        let sums = ReasonTally { calls, talk_seconds, ..ReasonTally::default() };
        EndReasonRow { classified: classify(&EndReason::Code(code), Dialect::Live), text: String::new(), sums }
    }

    #[test]
    fn a_click_sorts_and_a_second_one_turns_it_round() {
        let rows = [row(-7, 50, 900), row(503, 50, 0), row(486, 70, 0), row(17, 5, 0)];
        let order = |sort: EndReasonSort| sort.order(&rows, |row| row.classified.reason.unwrap().name.clone());
        let by_calls = EndReasonSort::default();
        assert_eq!(order(by_calls), [2, 0, 1, 3]);
        assert_eq!(order(by_calls.clicked(SortColumn::Calls)), [3, 0, 1, 2]);
        assert_eq!(order(by_calls.clicked(SortColumn::Code)), [0, 3, 2, 1]);
        assert_eq!(order(by_calls.clicked(SortColumn::Name)), [2, 0, 1, 3]);
        assert_eq!(order(by_calls.clicked(SortColumn::TalkTime)), [0, 1, 2, 3]);
        assert_eq!(order(by_calls.clicked(SortColumn::Impact))[0], 1);
    }

    #[test]
    fn groups_come_by_their_calls_and_lose_no_row() {
        let rows = [row(-7, 50, 900), row(503, 60, 0), row(486, 70, 0), row(-69, 5, 0)];
        let groups = grouped_by_category(&rows, &EndReasonSort::default().order(&rows, |_| String::new()));
        let seen: Vec<_> = groups.iter().map(|group| (group.category, group.sums.calls, group.rows.clone())).collect();
        assert_eq!(
            seen,
            [(Category::Normal, 120, vec![2, 0]), (Category::Capacity, 60, vec![1]), (Category::Routing, 5, vec![3])]
        );
    }
}
