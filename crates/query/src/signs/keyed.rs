//! Sums by key, and the period that calls are of: what most signs are made of.

use super::Merge;
use calls::narrow;
use calls::{EpochMillis, NameColumn};
use serde::{Deserialize, Serialize};
use sorting::Ordered;
use std::collections::BTreeMap;
use store::{ABSENT, Dictionaries};

/// Sums by key. A key of several parts is none that JSON has: it travels as a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<(K, V)>", from = "Vec<(K, V)>")]
#[serde(bound(
    serialize = "K: Clone + Ord + Serialize, V: Clone + Serialize",
    deserialize = "K: Clone + Ord + Deserialize<'de>, V: Clone + Deserialize<'de>"
))]
pub struct Keyed<K, V>
where
    K: Clone + Ord,
    V: Clone,
{
    sums: BTreeMap<K, V>,
}

impl<K: Clone + Ord, V: Clone> Keyed<K, V> {
    /// All of them, by their keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.sums.iter()
    }

    /// Those of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.sums.get(key)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.sums.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty()
    }

    pub(super) fn retain(&mut self, keep: impl FnMut(&K, &mut V) -> bool) {
        self.sums.retain(keep);
    }

    pub(super) fn clear(&mut self) {
        self.sums.clear();
    }

    pub(super) fn add(&mut self, key: K, sums: V)
    where
        V: Merge,
    {
        match self.sums.entry(key) {
            std::collections::btree_map::Entry::Occupied(mut known) => known.get_mut().merge(sums),
            std::collections::btree_map::Entry::Vacant(place) => _ = place.insert(sums),
        }
    }

    /// Gives every key another one; what has the same one then is added up.
    pub(super) fn rekey(&mut self, key: impl Fn(&K) -> K)
    where
        V: Merge,
    {
        for (old, sums) in std::mem::take(&mut self.sums) {
            self.add(key(&old), sums);
        }
    }
}

impl<K: Clone + Ord, V: Clone + Merge> Merge for Keyed<K, V> {
    fn merge(&mut self, other: Self) {
        other.sums.into_iter().for_each(|(key, sums)| self.add(key, sums));
    }
}

impl<K: Clone + Ord, V: Clone> Default for Keyed<K, V> {
    fn default() -> Self {
        Self { sums: BTreeMap::new() }
    }
}

impl<K: Clone + Ord, V: Clone> From<Vec<(K, V)>> for Keyed<K, V> {
    fn from(sums: Vec<(K, V)>) -> Self {
        Self { sums: sums.into_iter().ordered_map() }
    }
}

impl<K: Clone + Ord, V: Clone> From<Keyed<K, V>> for Vec<(K, V)> {
    fn from(keyed: Keyed<K, V>) -> Self {
        keyed.sums.into_iter().collect()
    }
}

impl<K: Clone + Ord, V: Clone + Merge> FromIterator<(K, V)> for Keyed<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(sums: I) -> Self {
        let mut keyed = Self::default();
        sums.into_iter().for_each(|(key, sums)| keyed.add(key, sums));
        keyed
    }
}

impl Merge for u64 {
    fn merge(&mut self, other: Self) {
        *self += other;
    }
}

/// From the start of the first call to that of the last, in epoch milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "(i64, i64)", from = "(i64, i64)")]
pub struct Starts {
    /// Of the first.
    pub first: EpochMillis,
    /// Of the last.
    pub last: EpochMillis,
}

impl Starts {
    /// Those of one call.
    pub(super) fn of(start: i64) -> Self {
        Self { first: EpochMillis(start), last: EpochMillis(start) }
    }

    pub(super) fn add(&mut self, start: i64) {
        self.merge(Self::of(start));
    }
}

/// As it travels: without names, and the last as how much later it is.
impl From<Starts> for (i64, i64) {
    fn from(starts: Starts) -> Self {
        (starts.first.0, starts.last.0.wrapping_sub(starts.first.0))
    }
}

impl From<(i64, i64)> for Starts {
    fn from((first, later): (i64, i64)) -> Self {
        Self { first: EpochMillis(first), last: EpochMillis(first.wrapping_add(later)) }
    }
}

impl Merge for Starts {
    fn merge(&mut self, other: Self) {
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// The name that a shard's number stands for; `None` where the file does not say.
pub(super) fn name(dictionaries: &Dictionaries, column: NameColumn, number: i64) -> Option<String> {
    (number != ABSENT).then(|| dictionaries.names(column).get(narrow::number(number)).to_owned())
}
