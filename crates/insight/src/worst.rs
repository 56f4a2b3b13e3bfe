//! Which vendors, accounts or destinations to look at first.

use query::{Measures, Table, metrics};
use sorting::Sort;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A group of calls that harms.
#[derive(Debug, Clone, PartialEq)]
pub struct Worst {
    /// Its name, as tables have it.
    pub name: String,
    /// Its sums.
    pub measures: Measures,
    /// Its unanswered calls weighed by the impact of their end reasons.
    pub harm: u64,
    /// The key of the end reason that harms most in it, and how many unanswered calls ended with it.
    pub reason: (String, u64),
}

/// The `most` groups with the most unanswered calls, weighed by impact: `groups` are their sums, `by_reason` are those
/// of the same groups and their end reasons, `harm` says how much so many unanswered calls of an end reason weigh.
/// Groups without a name are none, nor are those with so few calls that their shares are weak, and those that do no
/// harm.
pub fn worst(groups: &Table, by_reason: &Table, harm: impl Fn(&str, u64) -> u64, most: usize) -> Vec<Worst> {
    let mut harms: BTreeMap<&str, Vec<(u64, &str, u64)>> = BTreeMap::new();
    for row in &by_reason.rows {
        if let [Some(name), Some(reason)] = row.key.as_slice() {
            let unanswered = row.measures.unanswered();
            harms.entry(name).or_default().push((harm(reason, unanswered), reason, unanswered));
        }
    }
    let mut found: Vec<Worst> = harms
        .into_iter()
        .filter(|(name, _)| !name.is_empty())
        .filter_map(|(name, reasons)| {
            let measures = &groups.row(name)?.measures;
            // The first one among equals.
            let &(_, reason, calls) = reasons.iter().rev().max_by_key(|(harm, ..)| *harm)?;
            let harm = reasons.iter().map(|(harm, ..)| harm).sum();
            let reason = (reason.to_owned(), calls);
            (harm > 0).then(|| Worst { name: name.to_owned(), measures: measures.clone(), harm, reason })
        })
        .filter(|worst| worst.measures.calls >= metrics::WEAK_BELOW_CALLS)
        .collect();
    found.order_by_key(|worst| Reverse(worst.harm));
    found.truncate(most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Dimension, LeftOut, TableRow};

    fn table(rows: &[(&[&str], u64, u64)]) -> Table {
        let rows = rows.iter().map(|&(key, calls, answered)| TableRow {
            key: key.iter().map(|&part| Some(part.to_owned())).collect(),
            measures: Measures { calls, answered, ..Measures::default() },
        });
        let mut rows: Vec<TableRow> = rows.collect();
        rows.order_by(|one, other| one.key.cmp(&other.key));
        Table { by: vec![Dimension::Account], rows, left_out: LeftOut::default() }
    }

    #[test]
    fn what_is_frequent_and_harmless_is_not_the_worst() {
        let groups =
            table(&[(&[""], 900, 0), (&["a"], 100, 60), (&["b"], 500, 100), (&["c"], 29, 0), (&["d"], 90, 90)]);
        let by_reason = table(&[
            (&["", "sip/503"], 900, 0),
            (&["a", "sip/503"], 30, 0),
            (&["a", "sip/500"], 10, 0),
            (&["a", "server/-7"], 60, 60),
            (&["b", "sip/486"], 390, 0),
            (&["b", "sip/503"], 10, 0),
            (&["b", "server/-7"], 100, 100),
            (&["c", "sip/503"], 29, 0),
            (&["d", "sip/503"], 90, 90),
        ]);
        let harm = |reason: &str, calls: u64| if reason == "sip/486" { 0 } else { 3 * calls };
        let found = worst(&groups, &by_reason, harm, 3);
        let told: Vec<_> = found
            .iter()
            .map(|worst| (worst.name.as_str(), worst.harm, worst.reason.0.as_str(), worst.reason.1))
            .collect();
        assert_eq!(told, [("a", 120, "sip/503", 30), ("b", 30, "sip/503", 10)]);
        assert_eq!(found[0].measures.calls, 100);
        assert_eq!(worst(&groups, &by_reason, harm, 1).len(), 1);
    }
}
