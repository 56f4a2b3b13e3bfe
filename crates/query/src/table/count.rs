//! Counting the calls of blocks by groups, in one shard.

use super::super::grouping::Grouping;
use super::super::interpretation::Reasons;
use super::block_sums::{BlockSums, CallTimes};
use super::call_facts::CallFacts;
use super::flags::{Flag, has};
use super::groups::{Group, Groups};
use super::pairs::Pairs;
use super::{LeftOut, Table, TableRow, TableSpec};
use std::cmp::Reverse;
use store::{Dictionaries, Selection};

/// A shard counts so many groups at most, in some 100 MB; when there are more, the half with fewer calls is put
/// together.
const MOST_GROUPS: usize = 1 << 18;

/// A table that a shard is counting.
#[derive(Debug)]
pub(in super::super) struct TableCount {
    spec: TableSpec,
    /// The places of its dimensions among the groupings of the question.
    by: Vec<usize>,
    groups: Groups,
    left_out: LeftOut,
    most_groups: usize,
    pairs: Pairs,
    block_sums: BlockSums,
    /// The places of the block's groups.
    places: Vec<u32>,
}

impl TableCount {
    /// `by` has the places of the dimensions among the groupings; those beyond three are passed over.
    pub(in super::super) fn new(spec: TableSpec, mut by: Vec<usize>) -> Self {
        by.truncate(super::MOST_DIMENSIONS);
        let groups = Groups::new(by.len());
        Self {
            spec,
            by,
            groups,
            left_out: LeftOut::default(),
            most_groups: MOST_GROUPS,
            pairs: Pairs::default(),
            block_sums: BlockSums::default(),
            places: Vec::new(),
        }
    }

    /// Counts the selected calls of a block.
    pub(in super::super) fn add(
        &mut self,
        times: CallTimes<'_>,
        facts: &CallFacts,
        groupings: &[Grouping],
        selection: &Selection,
    ) {
        self.pairs.find(&self.by, groupings, times.start.len());
        let of = self.pairs.of(&self.by, groupings);
        self.block_sums.sum(of, self.pairs.count(&self.by, groupings), times, facts, selection);
        self.places.clear();
        for group in 0..self.pairs.count(&self.by, groupings) {
            let mut place = u32::MAX;
            if self.block_sums.has_calls(group) {
                place = self.groups.place(self.pairs.key(group, &self.by, groupings));
                let lanes = self.block_sums.lanes(group, &facts.flags);
                let (sums, span) = (self.block_sums.sums(group), self.block_sums.span(group));
                self.groups.at(place).add(&lanes, &sums, span);
            }
            self.places.push(place);
        }
        if self.spec.delays {
            let (places, groups) = (&self.places, &mut self.groups);
            selection.for_each(|row| {
                let is_answered = has(facts.flags[usize::from(facts.kinds.of[row])], Flag::Answered);
                groups.at(places[usize::from(of[row])]).count_delay(facts.delays[row], is_answered);
            });
        }
        if self.groups.len() > self.most_groups {
            let fewest = self.groups.keep(self.most_groups / 2);
            self.leave_out(&fewest);
        }
    }

    fn leave_out(&mut self, groups: &[Group]) {
        self.left_out.groups += groups.len() as u64;
        self.left_out.lacking_calls += groups.iter().map(|group| group.calls()).max().unwrap_or_default();
        groups.iter().for_each(|group| self.left_out.measures.merge(&group.measures()));
    }

    /// The table, with names in place of the shard's own numbers.
    pub(in super::super) fn table(
        mut self,
        groupings: &[Grouping],
        dictionaries: &Dictionaries,
        reasons: &Reasons,
    ) -> Table {
        let by = std::mem::take(&mut self.by);
        let name = |group: &Group| -> Vec<Option<String>> {
            by.iter().zip(group.key).map(|(&at, number)| groupings[at].name(number, dictionaries, reasons)).collect()
        };
        let mut groups = std::mem::take(&mut self.groups).into_all();
        if groups.len() > self.spec.most_rows {
            // By name among equals, as numbers are the shard's own.
            groups.sort_by_cached_key(|group| (Reverse(group.calls()), name(group)));
            let fewest = groups.split_off(self.spec.most_rows);
            self.leave_out(&fewest);
        }
        let mut rows: Vec<TableRow> =
            groups.iter().map(|group| TableRow { key: name(group), measures: group.measures() }).collect();
        rows.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        Table { by: self.spec.by, rows, left_out: self.left_out }
    }

    #[cfg(test)]
    pub(super) fn with_most_groups(mut self, most: usize) -> Self {
        self.most_groups = most;
        self
    }
}
