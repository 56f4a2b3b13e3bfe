//! What failed calls would have brought, by account, prefix or whatever a table is by.

use query::{Amount, Table, TableRow};
use sorting::Sort;

/// What the failed calls of some groups would have brought: an estimate.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FailedRevenue {
    /// The groups with failed calls, those that lost the most first.
    pub groups: Vec<FailedOfGroup>,
    /// Failed calls of all of them.
    pub failed: u64,
    /// What they would have brought, as far as it can be estimated.
    pub estimate: Amount,
    /// Failed calls of groups that have no average of their own: of these nothing is in the estimate.
    pub failed_without_average: u64,
}

/// What the failed calls of one group would have brought.
#[derive(Debug, Clone, PartialEq)]
pub struct FailedOfGroup {
    /// The group, as in the table.
    pub key: Vec<Option<String>>,
    /// Its calls.
    pub calls: u64,
    /// Those that failed.
    pub failed: u64,
    /// What an attempt brings on average, in units: answer seizure ratio x average fee of an answered call. `None`
    /// where no answered call has a fee.
    pub fee_per_attempt: Option<f64>,
    /// What the failed calls would have brought.
    pub estimate: Option<Amount>,
}

/// An estimate of what the failed calls of each group of a table (by account, by prefix) would have brought.
///
/// Failed is what neither was answered nor ended as it does when the network does its part (busy, no answer and the
/// like, see [`query::metrics::is_network_effective`]):
///
/// ```text
/// failed          = calls - answered - effective unanswered
/// fee per attempt = answered / calls x (fee of answered calls / answered) = fee of answered calls / calls
/// estimate        = failed x fee per attempt
/// ```
///
/// The group's own answer ratio weighs the fee, since not every attempt would have been answered. The failures
/// themselves are among its attempts, so that it is rather too low: many of them are tried again, and then do bring
/// something. Amounts are in the files' currency.
pub fn failed_revenue(table: &Table) -> FailedRevenue {
    let mut lost = FailedRevenue::default();
    for TableRow { key, measures } in &table.rows {
        let failed = measures.unanswered().saturating_sub(measures.effective_unanswered);
        if failed == 0 {
            continue;
        }
        let fee = Amount(measures.fee.0 - measures.fee_of_unanswered.0).units();
        let fee_per_attempt = (measures.answered > 0 && fee > 0.0).then(|| fee / measures.calls as f64);
        let estimate = fee_per_attempt.map(|fee| Amount::of_units(fee * failed as f64));
        lost.failed += failed;
        match estimate {
            Some(estimate) => lost.estimate.0 += estimate.0,
            None => lost.failed_without_average += failed,
        }
        lost.groups.push(FailedOfGroup { key: key.clone(), calls: measures.calls, failed, fee_per_attempt, estimate });
    }
    lost.groups.order_by_key(|group| std::cmp::Reverse((group.estimate, group.failed)));
    lost
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::Measures;

    fn amount(units: f64) -> Amount {
        Amount::of_units(units)
    }

    fn row(key: &str, measures: Measures) -> TableRow {
        TableRow { key: vec![Some(key.to_owned())], measures }
    }

    #[test]
    fn what_failed_calls_would_have_brought() {
        // Of 100 calls 40 were answered for 8 units, 1 more was charged without an answer; 20 ended busy; 40 failed: 40
        // x 8 / 100.
        let first = Measures {
            calls: 100,
            answered: 40,
            effective_unanswered: 20,
            fee: amount(9.0),
            fee_known: 100,
            fee_of_unanswered: amount(1.0),
            ..Measures::default()
        };
        let second = Measures { calls: 50, fee_known: 50, ..Measures::default() };
        let third = Measures { calls: 10, answered: 10, fee: amount(5.0), fee_known: 10, ..Measures::default() };
        let table = Table { rows: vec![row("A", first), row("B", second), row("C", third)], ..Table::default() };
        let lost = failed_revenue(&table);
        assert_eq!((lost.failed, lost.failed_without_average), (90, 50));
        assert_eq!(lost.estimate, amount(3.2));
        assert_eq!(
            lost.groups.iter().map(|group| group.failed).collect::<Vec<_>>(),
            [40, 50],
            "without failures there is no line"
        );
        assert_eq!(lost.groups[0].fee_per_attempt, Some(0.08));
        assert_eq!(lost.groups[1].estimate, None);
    }
}
