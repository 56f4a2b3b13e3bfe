//! Gathering the load of groups of calls, in one shard.

use super::super::grouping::Grouping;
use super::super::interpretation::Reasons;
use super::{HeldTimes, Load, LoadSpec, Loads, Second, merged_seconds};
use rustc_hash::FxHashMap;
use sorting::Sort;
use std::cmp::Reverse;
use store::{Dictionaries, Selection};

/// A shard gathers so many groups at most.
const MOST_GROUPS: usize = 20_000;

/// A shard tells so many seconds of all groups at most, in some 20 MB.
const MOST_SECONDS: usize = 5_000_000;

/// A shard tells the lengths of so many calls at most.
const MOST_LENGTHS: usize = 4_000_000;

/// So many changes, and no fewer than there are seconds, are put by before they are added up.
const PUT_BY: usize = 1 << 14;

/// Where there are up to so many seconds for each change, they are counted in a list of all seconds, which is faster
/// than to sort.
const SPARSE: usize = 8;

/// A load that a shard is gathering.
#[derive(Debug)]
pub(in super::super) struct LoadCount {
    spec: LoadSpec,
    /// The place of its dimension among the groupings of the question.
    by: Option<usize>,
    places: FxHashMap<i64, usize>,
    groups: Vec<(i64, Changes)>,
    too_many: bool,
    lengths: usize,
    most_groups: usize,
    most_seconds: usize,
}

/// What changes in the calls of a group.
#[derive(Debug, Default)]
struct Changes {
    seconds: Vec<Second>,
    /// Of a group of many calls, what changes in each of [`WINDOW`] seconds from `begin` on, not yet among the seconds.
    /// Calls mostly come in the order of time: most changes are counted here at once.
    window: Vec<[u32; 3]>,
    begin: i64,
    /// Not yet among the seconds: four times the second, and the kind of change.
    put_by: Vec<i64>,
    lengths: Vec<(i64, i64)>,
}

/// So many seconds, some hours, are counted at once.
const WINDOW: usize = 1 << 14;

/// Of these, so many lie before the second that was changed last when the window is moved: calls that are written when
/// they end began earlier.
const BEFORE: i64 = 1 << 12;

/// A call began that holds no line.
const OTHER: usize = 0;

/// One began that does.
const TAKEN: usize = 1;

/// One ended that did.
const FREED: usize = 2;

impl LoadCount {
    pub(in super::super) fn new(spec: LoadSpec, by: Option<usize>) -> Self {
        Self {
            spec,
            by,
            places: FxHashMap::default(),
            groups: Vec::new(),
            too_many: false,
            lengths: 0,
            most_groups: MOST_GROUPS,
            most_seconds: MOST_SECONDS,
        }
    }

    /// Takes in the selected calls of a block.
    pub(in super::super) fn add(&mut self, held: &HeldTimes, groupings: &[Grouping], selection: &Selection) {
        if self.too_many {
            return;
        }
        let numbers = self.by.map(|at| &groupings[at].groups);
        let (groups, places) = (&mut self.groups, &mut self.places);
        let (mut lengths, mut last) = (0, 0);
        selection.for_each(|row| {
            let number = numbers.map_or(0, |numbers| numbers.key(row));
            if groups.get(last).is_none_or(|(known, _)| *known != number) {
                last = *places.entry(number).or_insert_with(|| {
                    groups.push((number, Changes::default()));
                    groups.len() - 1
                });
            }
            let changes = &mut groups[last].1;
            let (from, seconds) = (held.from[row], held.seconds[row] as i64);
            if seconds > 0 {
                changes.count(from, TAKEN);
                changes.count(from.saturating_add(seconds), FREED);
                if self.spec.lengths {
                    changes.lengths.push((from, seconds));
                    lengths += 1;
                }
            } else {
                changes.count(from, OTHER);
            }
            if changes.put_by.len() >= PUT_BY.max(changes.seconds.len()) {
                changes.add_up();
            }
        });
        self.lengths += lengths;
        if self.groups.len() > self.most_groups {
            self.too_many = true;
            (self.groups, self.places) = (Vec::new(), FxHashMap::default());
        }
        if self.spec.lengths && self.lengths > MOST_LENGTHS {
            self.spec.lengths = false;
            self.groups.iter_mut().for_each(|(_, changes)| changes.lengths = Vec::new());
        }
    }

    /// The loads, with names in place of the shard's own numbers.
    pub(in super::super) fn loads(
        mut self,
        groupings: &[Grouping],
        dictionaries: &Dictionaries,
        reasons: &Reasons,
    ) -> Loads {
        let lengths = self.spec.lengths;
        let name = |number| self.by.and_then(|at| groupings[at].name(number, dictionaries, reasons));
        let load = |(number, mut changes): (i64, Changes)| {
            changes.add_up();
            changes.lengths.sort_unstable();
            (name(number), Load { seconds: changes.seconds, lengths: lengths.then_some(changes.lengths) })
        };
        let mut loads: Vec<(Option<String>, Load)> = std::mem::take(&mut self.groups).into_iter().map(load).collect();
        loads.order_by(|(one, _), (other, _)| one.cmp(other));
        let mut left_out = Vec::new();
        if loads.iter().map(|(_, load)| load.seconds.len()).sum::<usize>() > self.most_seconds && self.by.is_some() {
            loads.order_by_key(|(_, load)| Reverse(load.calls()));
            let mut seconds = 0;
            let is_too_much = |(_, load): &(Option<String>, Load)| {
                seconds += load.seconds.len();
                seconds > self.most_seconds
            };
            let fit = loads.iter().position(is_too_much).unwrap_or(loads.len());
            left_out = loads.split_off(fit);
            loads.order_by(|(one, _), (other, _)| one.cmp(other));
        }
        let left_out = left_out.into_iter().map(|(name, _)| name).collect();
        Loads { by: self.spec.by, loads, left_out, too_many: self.too_many }
    }

    #[cfg(test)]
    pub(super) fn bounded(self, most_groups: usize, most_seconds: usize) -> Self {
        Self { most_groups, most_seconds, ..self }
    }
}

impl Changes {
    #[inline]
    fn count(&mut self, second: i64, kind: usize) {
        let at = usize::try_from(second.wrapping_sub(self.begin));
        match at.ok().and_then(|at| self.window.get_mut(at)) {
            Some(counts) => counts[kind] += 1,
            None => self.put_by.push(second.saturating_mul(4) | kind as i64),
        }
    }

    /// Adds up what was put by and what the window has; moves that to where calls are now.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the seconds between the first and the last, of which there is a list"
    )]
    fn add_up(&mut self) {
        let counted = self.window.iter().zip(self.begin..).filter(|(counts, _)| **counts != [0; 3]);
        let of_window: Vec<Second> =
            counted.map(|(&[others, taken, freed], at)| Second { at, others, taken, freed }).collect();
        self.seconds = merged_seconds(&self.seconds, &of_window);
        self.window.clear();
        let (Some(&first), Some(&last)) = (self.put_by.iter().min(), self.put_by.iter().max()) else { return };
        let (first, last) = (first.div_euclid(4), last.div_euclid(4));
        let span = usize::try_from(last - first).unwrap_or(usize::MAX);
        let seconds = if span / SPARSE <= self.put_by.len() {
            let mut seconds: Vec<Second> = (first..=last).map(|at| Second { at, ..Second::default() }).collect();
            self.put_by.iter().for_each(|change| seconds[(change.div_euclid(4) - first) as usize].count(*change));
            seconds.retain(|second| second.started() > 0 || second.freed > 0);
            seconds
        } else {
            self.put_by.sort_unstable();
            let by_second = self.put_by.chunk_by(|one, other| one.div_euclid(4) == other.div_euclid(4));
            let added = by_second.map(|changes| {
                let mut second = Second { at: changes[0].div_euclid(4), ..Second::default() };
                changes.iter().for_each(|change| second.count(*change));
                second
            });
            added.collect()
        };
        self.begin = self.put_by.last().map_or(0, |change| change.div_euclid(4)).saturating_sub(BEFORE);
        // The window takes its place, also in memory.
        self.put_by = Vec::new();
        self.window.resize(WINDOW, [0; 3]);
        self.seconds = merged_seconds(&self.seconds, &seconds);
    }
}

impl Second {
    fn count(&mut self, change: i64) {
        match change.rem_euclid(4) {
            0 => self.others += 1,
            1 => self.taken += 1,
            _ => self.freed += 1,
        }
    }
}
