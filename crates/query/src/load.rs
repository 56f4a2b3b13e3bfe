//! How many calls were in progress, and how many began in a second: exact, from the start and the stop of every call.
//!
//! Times are cut to whole seconds. A call holds a line in every second from that of its start on, up to that of its
//! stop and without it; one that starts and stops in the same second holds none. The stop is the file's; where the file
//! has none it is the start and the talk time. The start is taken as the file has it: for an answered call of VOS3000
//! that is most likely when it was answered, so that a line that rang before counts from the answer on, and for an
//! unanswered one the moment of its end, later than its attempt by the post-dial delay. So calls in progress are
//! conversations, and calls a second are a little late.
//!
//! What a shard tells are the changes in each second, which add up exactly.

mod capacity;
mod count;
mod held_times;
mod packing;
mod refused;
mod series;

pub use capacity::{Capacity, GroupLoad, LimitOutcome, Spell, StepPeaks};
pub(super) use count::LoadCount;
pub(super) use held_times::HeldTimes;
pub use refused::Refused;
pub use series::{LoadStep, Peak};

use super::dimension::Dimension;
use packing::{Packed, pack, unpack};
use serde::{Deserialize, Serialize};
use sorting::{Ordered, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// What load is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadSpec {
    /// `None` for that of all calls together, otherwise one load for each group: of gateways, accounts, addresses.
    pub by: Option<Dimension>,
    /// Whether it is told how long each call was, which [`Load::refused_at`] needs. It makes the answer larger, by some
    /// bytes for each call that held a line.
    pub lengths: bool,
}

/// The load of each group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loads {
    /// By what the calls are put together.
    pub by: Option<Dimension>,
    /// By the groups' names, `None` first; one of all calls where they are not put together, as long as there is any.
    pub loads: Vec<(Option<String>, Load)>,
    /// Groups of which nothing is told: a shard that would have more than some millions of seconds to tell leaves out
    /// those with the fewest calls. The load of a group is told completely or not at all.
    pub left_out: BTreeSet<Option<String>>,
    /// There were so many groups (more than 20,000) that nothing is told: a dimension for which loads have no meaning.
    pub too_many: bool,
}

/// What began and ended in one second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Second {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Calls that began and held no line.
    pub others: u32,
    /// Calls that began and held a line from now on.
    pub taken: u32,
    /// Calls whose line is free again from now on.
    pub freed: u32,
}

/// The calls of a group over time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Packed", from = "Packed")]
pub struct Load {
    /// Seconds in which anything began or ended, ascending.
    seconds: Vec<Second>,
    /// Of each call that held a line the second of its start and for how many seconds, ascending; `None` where that was
    /// not asked for, or where there are too many.
    lengths: Option<Vec<(i64, i64)>>,
}

/// The lengths of so many calls are kept at most, in 128 MB.
const MOST_LENGTHS: usize = 8_000_000;

impl Loads {
    /// Adds the loads of other calls to the same question.
    pub fn merge(&mut self, other: Loads) {
        self.too_many |= other.too_many;
        self.left_out.extend(other.left_out);
        let mut merged: BTreeMap<Option<String>, Load> = std::mem::take(&mut self.loads).into_iter().ordered_map();
        for (name, load) in other.loads {
            match merged.entry(name) {
                std::collections::btree_map::Entry::Occupied(mut known) => known.get_mut().merge(load),
                std::collections::btree_map::Entry::Vacant(place) => _ = place.insert(load),
            }
        }
        merged.retain(|name, _| !self.too_many && !self.left_out.contains(name));
        self.loads = merged.into_iter().collect();
    }

    /// The load of all calls, where they were not put together; `None` of no calls.
    pub fn whole(&self) -> Option<&Load> {
        self.loads.first().filter(|_| self.by.is_none()).map(|(_, load)| load)
    }

    /// The load of one group.
    pub fn of(&self, name: Option<&str>) -> Option<&Load> {
        self.loads.iter().find(|(known, _)| known.as_deref() == name).map(|(_, load)| load)
    }

    /// The `most` groups with the most calls, from the most on.
    pub fn busiest(&self, most: usize) -> Vec<(Option<&str>, &Load)> {
        let mut loads: Vec<_> = self.loads.iter().map(|(name, load)| (name.as_deref(), load, load.calls())).collect();
        // The order of names stands among equals.
        loads.order_by_key(|&(_, _, calls)| std::cmp::Reverse(calls));
        loads.into_iter().take(most).map(|(name, load, _)| (name, load)).collect()
    }
}

impl Load {
    /// What began and ended, second by second; others are not there.
    pub fn seconds(&self) -> &[Second] {
        &self.seconds
    }

    /// Calls that began.
    pub fn calls(&self) -> u64 {
        self.seconds.iter().map(|second| u64::from(second.started())).sum()
    }

    fn merge(&mut self, other: Load) {
        self.seconds = merged_seconds(&self.seconds, &other.seconds);
        let both = self.lengths.take().zip(other.lengths);
        // Where they are too many in the end, they are so in whatever order they come.
        self.lengths =
            both.filter(|(one, other)| one.len() + other.len() <= MOST_LENGTHS).map(|(mut lengths, more)| {
                lengths.extend(more);
                lengths.sort_unstable();
                lengths
            });
    }
}

impl Second {
    /// Calls that began.
    pub fn started(&self) -> u32 {
        self.others + self.taken
    }
}

/// Both lists, ascending, and seconds that are in both added up.
fn merged_seconds(one: &[Second], other: &[Second]) -> Vec<Second> {
    let mut merged: Vec<Second> = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    loop {
        let from_one = match (one.peek(), other.peek()) {
            (Some(first), Some(second)) => first.at <= second.at,
            (first, second) if first.is_none() && second.is_none() => return merged,
            (first, _) => first.is_some(),
        };
        let Some(&next) = (if from_one { one.next() } else { other.next() }) else { return merged };
        match merged.last_mut() {
            Some(last) if last.at == next.at => {
                last.others += next.others;
                last.taken += next.taken;
                last.freed += next.freed;
            }
            _ => merged.push(next),
        }
    }
}

impl From<Load> for Packed {
    fn from(load: Load) -> Self {
        pack(&load.seconds, load.lengths.as_deref())
    }
}

impl From<Packed> for Load {
    fn from(packed: Packed) -> Self {
        let (seconds, lengths) = unpack(&packed);
        Self { seconds, lengths }
    }
}

#[cfg(test)]
mod tests;
