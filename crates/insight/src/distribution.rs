//! How talk times and post-dial delays are spread.

use query::{Dimension, Table, delay_steps, talk_steps};
use sorting::Ordered;
use std::collections::BTreeMap;

/// Calls by steps of a length.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    /// All steps, as a filter has them: `4..6`.
    pub steps: Vec<String>,
    /// Answered calls of each.
    pub answered: Vec<u64>,
    /// Unanswered calls of each.
    pub unanswered: Vec<u64>,
    /// Calls of which the files do not say it.
    pub not_said: u64,
}

impl Distribution {
    /// Of post-dial delays, from a table by [`Dimension::DelayBucket`] alone.
    pub fn of_delays(table: &Table) -> Self {
        Self::of(table, delay_steps())
    }

    /// Of talk times, from a table by [`Dimension::TalkBucket`] alone; those of unanswered calls are none.
    pub fn of_talk(table: &Table) -> Self {
        Self::of(table, talk_steps().into_iter().skip(1).collect())
    }

    fn of(table: &Table, steps: Vec<String>) -> Self {
        debug_assert!(table.by.iter().all(|by| matches!(by, Dimension::DelayBucket | Dimension::TalkBucket)));
        let places: BTreeMap<&str, usize> =
            steps.iter().enumerate().map(|(at, step)| (step.as_str(), at)).ordered_map();
        let (mut answered, mut unanswered) = (vec![0; steps.len()], vec![0; steps.len()]);
        let mut not_said = 0;
        for row in &table.rows {
            match row.key.first().and_then(Option::as_deref) {
                None => not_said += row.measures.calls,
                Some(step) => {
                    let Some(&at) = places.get(step) else { continue };
                    answered[at] += row.measures.answered;
                    unanswered[at] += row.measures.unanswered();
                }
            }
        }
        Self { steps, answered, unanswered, not_said }
    }

    /// Calls that are in a step.
    pub fn calls(&self) -> u64 {
        self.answered.iter().chain(&self.unanswered).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Measures, TableRow};

    fn table(rows: &[(Option<&str>, u64, u64)]) -> Table {
        let row = |&(key, calls, answered): &(Option<&str>, u64, u64)| TableRow {
            key: vec![key.map(str::to_owned)],
            measures: Measures { calls, answered, ..Measures::default() },
        };
        Table { rows: rows.iter().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn every_step_is_there_in_order() {
        let delays = Distribution::of_delays(&table(&[(None, 5, 1), (Some("0..0.5"), 3, 2), (Some("30.001.."), 4, 0)]));
        assert_eq!((delays.answered[0], delays.unanswered[0], delays.not_said), (2, 1, 5));
        assert_eq!((delays.steps.len(), delays.unanswered.last(), delays.calls()), (10, Some(&4), 7));
        let talk = Distribution::of_talk(&table(&[(Some("0"), 9, 0), (Some("4..6"), 2, 2)]));
        assert_eq!((talk.steps[0].as_str(), talk.steps[2].as_str(), talk.calls()), ("1", "4..6", 2));
        assert_eq!((talk.answered[2], talk.unanswered[2]), (2, 0));
    }
}
