//! Attempts apart from calls: rows of the same Call-ID are attempts of one call.

use super::grouping::BlockView;
use calls::narrow;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{ABSENT, Column, Selection};

/// Of so many Call-IDs it is known which attempts are theirs: those with the smallest hashes, so that every shard keeps
/// the same ones. With more of them, shares are about 1 % off.
const MOST_CALLS: usize = 8192;

/// How many attempts calls took, by the Call-IDs that files have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// Rows with a Call-ID.
    pub attempts: u64,
    /// Those of them with talk time.
    pub answered_attempts: u64,
    /// Rows without one.
    pub unknown: u64,
    /// By the hash of the Call-ID.
    calls: BTreeMap<u32, OneCall>,
    /// There are more calls than are kept.
    cut: bool,
}

/// One call: how many attempts, and how many of them were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OneCall(u32, u32);

impl Attempts {
    /// Adds those of other shards.
    pub fn merge(&mut self, other: Attempts) {
        self.attempts += other.attempts;
        self.answered_attempts += other.answered_attempts;
        self.unknown += other.unknown;
        self.cut |= other.cut;
        for (hash, OneCall(attempts, answered)) in other.calls {
            let call = self.calls.entry(hash).or_default();
            call.0 += attempts;
            call.1 += answered;
        }
        self.keep_smallest();
    }

    fn keep_smallest(&mut self) {
        if let Some(&first) = self.calls.keys().nth(MOST_CALLS) {
            drop(self.calls.split_off(&first));
            self.cut = true;
        }
    }

    /// Whether the figures are exact, and no estimates by some of the calls.
    pub fn is_exact(&self) -> bool {
        !self.cut
    }

    /// Attempts for each call; `None` where no file has Call-IDs.
    pub fn per_call(&self) -> Option<f64> {
        let attempts: u64 = self.calls.values().map(|call| u64::from(call.0)).sum();
        (!self.calls.is_empty()).then(|| attempts as f64 / self.calls.len() as f64)
    }

    /// How many calls the attempts are of.
    pub fn calls(&self) -> Option<u64> {
        self.per_call().map(|attempts| narrow::whole(self.attempts as f64 / attempts))
    }

    /// Calls of which an attempt was answered, in percent of calls.
    pub fn answered_percent(&self) -> Option<f64> {
        let answered = self.calls.values().filter(|call| call.1 > 0).count();
        super::metrics::percent(answered as u64, self.calls.len() as u64)
    }

    /// Calls with more attempts than one, in percent of calls.
    pub fn repeated_percent(&self) -> Option<f64> {
        let repeated = self.calls.values().filter(|call| call.0 > 1).count();
        super::metrics::percent(repeated as u64, self.calls.len() as u64)
    }
}

/// Attempts that a shard is counting.
#[derive(Debug)]
pub(super) struct AttemptsCount {
    sums: Attempts,
    calls: FxHashMap<u32, OneCall>,
    /// Hashes above are of no interest: there are enough smaller ones.
    largest: u32,
}

impl AttemptsCount {
    pub(super) const COLUMNS: [Column; 2] = [Column::CallId, Column::TalkTime];

    pub(super) fn new() -> Self {
        Self { sums: Attempts::default(), calls: FxHashMap::default(), largest: u32::MAX }
    }

    /// Counts the selected calls of a block.
    pub(super) fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [ids, talk] = Self::COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            if ids[row] == ABSENT {
                self.sums.unknown += 1;
                return;
            }
            let is_answered = talk[row] > 0;
            self.sums.attempts += 1;
            self.sums.answered_attempts += u64::from(is_answered);
            let hash = narrow::number(ids[row]);
            if hash <= self.largest {
                let call = self.calls.entry(hash).or_default();
                call.0 += 1;
                call.1 += u32::from(is_answered);
            }
        });
        if self.calls.len() > 4 * MOST_CALLS {
            let mut hashes: Vec<u32> = self.calls.keys().copied().collect();
            let (_, &mut largest, _) = hashes.select_nth_unstable(MOST_CALLS - 1);
            self.largest = largest;
            self.calls.retain(|&hash, _| hash <= largest);
            self.sums.cut = true;
        }
    }

    pub(super) fn attempts(self) -> Attempts {
        let mut attempts = Attempts { calls: self.calls.into_iter().collect(), ..self.sums };
        attempts.keep_smallest();
        attempts
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::fixtures;
    use super::super::{Answer, Query};
    use super::*;
    use calls::{Call, EpochMillis};
    use store::{BlockKey, Shard};

    /// Attempts of two shards: the n-th row is of the call `id(n)`, and answered if `talk(n)`.
    fn attempts(rows: u32, id: impl Fn(u32) -> Option<u32>, talk: impl Fn(u32) -> bool) -> Attempts {
        let mut shards = [Shard::default(), Shard::default()];
        for row in 0..rows {
            let call_id = id(row).map(|id| format!("{id}@198.51.100.7"));
            let call = Call {
                start: EpochMillis(row.into()),
                talk_seconds: talk(row).into(),
                call_id: call_id.as_deref().map(Into::into),
                ..Call::default()
            };
            let shard = &mut shards[row as usize % 2];
            if shard.push(&call) {
                shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
            }
        }
        for shard in &mut shards {
            shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
        }
        match fixtures::answer_of(&shards, &fixtures::question(Query::Attempts)) {
            Answer::Attempts(attempts) => attempts,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn few_calls_are_counted_exactly() {
        // 0 0 0 | 1 1 | 2, one without; 0 is answered at its third attempt, 2 at its first.
        let ids = [Some(0), Some(0), Some(0), Some(1), Some(1), Some(2), None];
        let found = attempts(7, |row| ids[row as usize], |row| row == 2 || row >= 5);
        assert_eq!((found.attempts, found.answered_attempts, found.unknown), (6, 2, 1));
        assert!(found.is_exact());
        assert_eq!((found.calls(), found.per_call()), (Some(3), Some(2.0)));
        assert_eq!(found.answered_percent(), Some(200.0 / 3.0));
        assert_eq!(found.repeated_percent(), Some(200.0 / 3.0));
        let none = attempts(3, |_| None, |_| true);
        assert_eq!((none.calls(), none.per_call(), none.answered_percent()), (None, None, None));
    }

    #[test]
    fn many_calls_are_estimated() {
        // Every third call has two attempts: four rows for each three calls.
        let id = |row: u32| Some(if row % 4 == 3 { row / 4 * 3 } else { row / 4 * 3 + row % 4 });
        let found = attempts(120_000, id, |row| row % 4 == 3);
        assert!(!found.is_exact());
        assert_eq!(found.attempts, 120_000);
        let near = |value: f64, expected: f64| assert!((value / expected - 1.0).abs() < 0.03, "{value} {expected}");
        near(found.per_call().unwrap(), 4.0 / 3.0);
        near(found.calls().unwrap() as f64, 90_000.0);
        near(found.answered_percent().unwrap(), 100.0 / 3.0);
    }
}
