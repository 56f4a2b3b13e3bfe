//! The groups of a table in one shard.

use super::Measures;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Numbers below this have their groups in a list, which is faster than a map.
const MOST_LISTED: i64 = 1 << 16;

/// The number of a group in each dimension; those that the table does not have are 0.
pub(super) type GroupKey = [i64; 3];

/// The groups, each with a place.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The table has one dimension.
    is_simple: bool,
    /// The places, each one more than it is, of groups whose one number is small.
    listed: Vec<u32>,
    others: FxHashMap<GroupKey, u32>,
    all: Vec<Group>,
}

#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) key: GroupKey,
    pub(super) measures: Measures,
    /// Post-dial delays of unanswered and of answered calls, by their steps.
    pub(super) delays: [Vec<u64>; 2],
}

impl Groups {
    pub(super) fn new(dimensions: usize) -> Self {
        Self { is_simple: dimensions <= 1, ..Self::default() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The group of a key, made where there is none.
    #[inline]
    pub(super) fn group(&mut self, key: GroupKey) -> &mut Group {
        let place = match self.listed.get(key[0] as usize) {
            Some(&place) if self.is_simple && place > 0 => place - 1,
            _ => self.find(key),
        };
        &mut self.all[place as usize]
    }

    fn find(&mut self, key: GroupKey) -> u32 {
        let next = self.all.len() as u32;
        let place = if self.is_simple && (0..MOST_LISTED).contains(&key[0]) {
            let number = key[0] as usize;
            if number >= self.listed.len() {
                self.listed.resize(number + 1, 0);
            }
            if self.listed[number] == 0 {
                self.listed[number] = next + 1;
            }
            self.listed[number] - 1
        } else {
            *self.others.entry(key).or_insert(next)
        };
        if place == next {
            self.all.push(Group { key, ..Group::default() });
        }
        place
    }

    /// Leaves the `most` groups with the most calls, and gives the others.
    pub(super) fn keep(&mut self, most: usize) -> Vec<Group> {
        let all = std::mem::take(&mut self.all);
        *self = Self { is_simple: self.is_simple, ..Self::default() };
        let mut calls: Vec<Reverse<u64>> = all.iter().map(|group| Reverse(group.measures.calls)).collect();
        let fewest = if calls.len() > most { calls.select_nth_unstable(most).1.0 } else { 0 };
        let mut room = most.saturating_sub(all.iter().filter(|group| group.measures.calls > fewest).count());
        let mut others = Vec::new();
        for group in all {
            let stays = group.measures.calls > fewest || room > 0;
            room -= usize::from(stays && group.measures.calls == fewest);
            if !stays {
                others.push(group);
                continue;
            }
            self.find(group.key);
            if let Some(place) = self.all.last_mut() {
                *place = group;
            }
        }
        others
    }

    pub(super) fn into_all(self) -> Vec<Group> {
        self.all
    }
}
