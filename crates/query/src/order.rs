//! The order of end reasons in a table, and their groups.

use super::end_reason_row::EndReasonRow;
use knowledge::{Category, Outcome, Side};
use sorting::Sort;
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
    /// By [`EndReasonRow::harm`]: unanswered calls weighed by impact.
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
    /// What hurts most comes first.
    fn default() -> Self {
        Self { column: SortColumn::Impact, descending: true }
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
                SortColumn::Impact => a.harm().cmp(&b.harm()),
                SortColumn::Calls | SortColumn::Share => a.sums.calls.cmp(&b.sums.calls),
                SortColumn::Answered => a.sums.answered.cmp(&b.sums.answered),
                SortColumn::TalkTime => a.sums.talk_seconds.cmp(&b.sums.talk_seconds),
            }
        };
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.order_by(|&a, &b| {
            let ordering = compare(&rows[a], &rows[b]);
            if self.descending { ordering.reverse() } else { ordering }
        });
        order
    }
}

/// What the rows are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonGroupBy {
    /// The category of the end reason.
    Category,
    /// What became of the call: the answered calls of a row are one outcome, the others another.
    Outcome,
    /// Where the reason lies.
    Side,
}

/// What the calls of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ReasonGroupKey {
    Category(Category),
    Outcome(Outcome),
    /// `None` where nobody knows.
    Side(Option<Side>),
}

/// A row of the table, or the part of it that belongs to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowPart {
    /// The place of the row.
    pub row: usize,
    /// Calls.
    pub calls: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// Talk time in seconds.
    pub talk_seconds: u64,
}

/// Rows that have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonGroup {
    /// What it is.
    pub key: ReasonGroupKey,
    /// Calls of all its parts.
    pub calls: u64,
    /// Its parts, in the order that was given.
    pub parts: Vec<RowPart>,
}

/// The rows, each as a whole.
pub fn whole_rows(rows: &[EndReasonRow], order: &[usize]) -> Vec<RowPart> {
    order.iter().map(|&row| part(row, &rows[row])).collect()
}

fn part(at: usize, row: &EndReasonRow) -> RowPart {
    let sums = &row.sums;
    RowPart { row: at, calls: sums.calls, answered: sums.answered, talk_seconds: sums.talk_seconds }
}

/// Puts the rows, in the order given, into groups; the group with the most calls comes first. No call is lost.
pub fn grouped(rows: &[EndReasonRow], order: &[usize], by: ReasonGroupBy) -> Vec<ReasonGroup> {
    let mut groups = BTreeMap::<ReasonGroupKey, ReasonGroup>::new();
    for whole in whole_rows(rows, order) {
        let row = &rows[whole.row];
        let parts = match by {
            ReasonGroupBy::Category => vec![(ReasonGroupKey::Category(row.category()), whole)],
            ReasonGroupBy::Side => vec![(ReasonGroupKey::Side(row.side()), whole)],
            ReasonGroupBy::Outcome => {
                let answered = RowPart { calls: whole.answered, ..whole };
                let others = RowPart { calls: whole.calls - whole.answered, answered: 0, talk_seconds: 0, ..whole };
                let key = |answered| ReasonGroupKey::Outcome(row.class(answered));
                vec![(key(true), answered), (key(false), others)]
            }
        };
        for (key, part) in parts.into_iter().filter(|(_, part)| part.calls > 0) {
            let group = groups.entry(key).or_insert_with(|| ReasonGroup { key, calls: 0, parts: Vec::new() });
            group.calls += part.calls;
            group.parts.push(part);
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.order_by_key(|group| Reverse(group.calls));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReasonTally;
    use calls::{EndReason, ReasonsOf};
    use knowledge::{Numbering, classify};

    fn row(code: i32, calls: u64, answered: u64, talk_seconds: u64) -> EndReasonRow {
        let sums = ReasonTally { calls, answered, talk_seconds, ..ReasonTally::default() };
        let classified = classify(&EndReason::Code(code), Numbering::Live, ReasonsOf::Vos3000);
        EndReasonRow { classified, text: String::new(), personal: None, sums }
    }

    #[test]
    fn a_click_sorts_and_a_second_one_turns_it_round() {
        let rows = [row(-7, 50, 40, 900), row(503, 50, 0, 0), row(486, 70, 0, 0), row(17, 5, 0, 0)];
        let order = |sort: EndReasonSort| sort.order(&rows, |row| row.classified.reason.unwrap().name.clone());
        let by_harm = EndReasonSort::default();
        assert_eq!(order(by_harm)[0], 1);
        let by_calls = by_harm.clicked(SortColumn::Calls);
        assert_eq!(order(by_calls), [2, 0, 1, 3]);
        assert_eq!(order(by_calls.clicked(SortColumn::Calls)), [3, 0, 1, 2]);
        assert_eq!(order(by_calls.clicked(SortColumn::Code)), [0, 3, 2, 1]);
        assert_eq!(order(by_calls.clicked(SortColumn::Name)), [2, 0, 1, 3]);
        assert_eq!(order(by_calls.clicked(SortColumn::TalkTime)), [0, 1, 2, 3]);
    }

    #[test]
    fn groups_come_by_their_calls_and_lose_no_call() {
        let rows = [row(-7, 50, 40, 900), row(503, 60, 0, 0), row(486, 70, 0, 0), row(-69, 5, 0, 0)];
        let order: Vec<usize> = (0..4).collect();
        let seen = |by| -> Vec<_> {
            let groups = grouped(&rows, &order, by);
            assert_eq!(groups.iter().map(|group| group.calls).sum::<u64>(), 185);
            assert_eq!(groups.iter().flat_map(|group| &group.parts).map(|part| part.calls).sum::<u64>(), 185);
            groups.iter().map(|group| (group.key, group.calls)).collect()
        };
        let category = ReasonGroupKey::Category;
        assert_eq!(
            seen(ReasonGroupBy::Category),
            [(category(Category::Normal), 120), (category(Category::Capacity), 60), (category(Category::Routing), 5)]
        );
        // The answered part of "caller hang-up" is answered, the rest gave up.
        let outcomes = seen(ReasonGroupBy::Outcome);
        assert!(outcomes.contains(&(ReasonGroupKey::Outcome(Outcome::Answered), 40)));
        assert!(outcomes.contains(&(ReasonGroupKey::Outcome(Outcome::CallerGaveUp), 10)));
        assert!(seen(ReasonGroupBy::Side).contains(&(ReasonGroupKey::Side(Some(Side::Vendor)), 60)));
    }
}
