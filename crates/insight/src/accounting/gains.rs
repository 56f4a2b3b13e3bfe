//! Where most is earned and lost.

use query::{Measures, Table, TableRow};
use sorting::Sort;

/// The groups whose margin is furthest from 0, at most so many, from the largest gain to the largest loss. Without
/// those that have none.
pub fn extremes(table: &Table, most: usize) -> Vec<&TableRow> {
    let margin = |measures: &Measures| measures.margin().map(|margin| margin.0).filter(|&margin| margin != 0);
    let mut rows: Vec<(i128, &TableRow)> =
        table.rows.iter().filter_map(|row| margin(&row.measures).map(|margin| (margin, row))).collect();
    // The order of keys stands among equals.
    rows.order_by_key(|(margin, _)| std::cmp::Reverse(margin.unsigned_abs()));
    rows.truncate(most);
    rows.order_by_key(|(margin, _)| std::cmp::Reverse(*margin));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The groups with talk time whose cost is said to be 0: a gateway without a clearing account costs nothing in the
/// records, so that their margin is most likely not known. Those with the most talk time first.
pub fn without_cost(table: &Table) -> Vec<&TableRow> {
    let is_one = |row: &&TableRow| {
        let Measures { answered, cost, cost_known, .. } = row.measures;
        answered > 0 && cost_known > 0 && cost.0 == 0
    };
    let mut rows: Vec<&TableRow> = table.rows.iter().filter(is_one).collect();
    rows.order_by_key(|row| std::cmp::Reverse(row.measures.talk_seconds));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Amount, Dimension};

    fn table(rows: &[(&str, i128, Option<i128>)]) -> Table {
        let row = |&(name, fee, cost): &(&str, i128, Option<i128>)| TableRow {
            key: vec![Some(name.to_owned())],
            measures: Measures {
                answered: 1,
                talk_seconds: fee as u64,
                fee: Amount(fee),
                fee_known: 1,
                cost: Amount(cost.unwrap_or_default()),
                cost_known: cost.is_some().into(),
                ..Measures::default()
            },
        };
        Table { by: vec![Dimension::Account], rows: rows.iter().map(row).collect(), ..Table::default() }
    }

    fn names<'a>(rows: &[&'a TableRow]) -> Vec<&'a str> {
        rows.iter().filter_map(|row| row.key[0].as_deref()).collect()
    }

    #[test]
    fn gains_come_first_and_losses_last() {
        let table = table(&[
            ("a", 10, Some(4)),
            ("b", 10, Some(30)),
            ("c", 10, None),
            ("d", 5, Some(5)),
            ("e", 3, Some(2)),
            ("f", 1, Some(8)),
        ]);
        assert_eq!(names(&extremes(&table, 9)), ["a", "e", "f", "b"]);
        assert_eq!(names(&extremes(&table, 3)), ["a", "f", "b"]);
    }

    #[test]
    fn a_cost_of_nothing_is_told() {
        let table = table(&[("a", 10, Some(0)), ("b", 10, Some(3)), ("c", 10, None), ("d", 50, Some(0))]);
        assert_eq!(names(&without_cost(&table)), ["d", "a"]);
    }
}
