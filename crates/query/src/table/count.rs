//! Counting the calls of blocks by groups, in one shard.

use super::super::grouping::{BlockView, Grouping};
use super::super::interpretation::Reasons;
use super::call_facts::{CallFacts, has};
use super::flags::Flag;
use super::groups::{Group, GroupKey, Groups};
use super::{LeftOut, Table, TableRow, TableSpec};
use calls::narrow;
use std::cmp::Reverse;
use store::{Column, Dictionaries, Selection};

/// A shard counts so many groups at most, in some 100 MB; when there are more, the half with fewer calls is put
/// together.
const MOST_GROUPS: usize = 1 << 18;

/// What stands for a booking on no account in VOS3000's billing mode.
const UNBOOKED: [&str; 2] = ["-1", "none"];

/// Whether a billing mode, as the file has it, stands for a booking on no account.
pub(in super::super) fn is_unbooked(mode: &str) -> bool {
    UNBOOKED.iter().any(|none| none.eq_ignore_ascii_case(mode.trim()))
}

/// A table that a shard is counting.
#[derive(Debug)]
pub(in super::super) struct TableCount {
    spec: TableSpec,
    /// The places of its dimensions among the groupings of the question.
    by: Vec<usize>,
    groups: Groups,
    left_out: LeftOut,
    most_groups: usize,
}

impl TableCount {
    /// `by` has the places of the dimensions among the groupings; those beyond three are passed over.
    pub(in super::super) fn new(spec: TableSpec, mut by: Vec<usize>) -> Self {
        by.truncate(super::MOST_DIMENSIONS);
        let groups = Groups::new(by.len());
        Self { spec, by, groups, left_out: LeftOut::default(), most_groups: MOST_GROUPS }
    }

    /// What is asked.
    pub(in super::super) fn spec(&self) -> &TableSpec {
        &self.spec
    }

    /// Counts the selected calls of a block.
    pub(in super::super) fn add(
        &mut self,
        view: &BlockView<'_>,
        facts: &CallFacts,
        groupings: &[Grouping],
        selection: &Selection,
    ) {
        let counted = Counted::of(view, facts, self.spec.delays);
        let groups: Vec<&[i64]> = self.by.iter().map(|&at| groupings[at].groups.as_slice()).collect();
        let all = &mut self.groups;
        match *groups {
            [] => counted.count_rows(all, selection, |_| [0; 3]),
            [one] => counted.count_rows(all, selection, |row| [one[row], 0, 0]),
            [one, two] => counted.count_rows(all, selection, |row| [one[row], two[row], 0]),
            [one, two, three, ..] => counted.count_rows(all, selection, |row| [one[row], two[row], three[row]]),
        }
        all.end_block();
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

/// The calls of a block, as they are added to groups.
struct Counted<'a> {
    facts: &'a CallFacts,
    start: &'a [i64],
    talk: &'a [i64],
    fee: &'a [i64],
    cost: &'a [i64],
    with_delays: bool,
}

impl<'a> Counted<'a> {
    fn of(view: &BlockView<'a>, facts: &'a CallFacts, with_delays: bool) -> Self {
        let column = |column| view.columns.column(column);
        let (start, talk) = (column(Column::Start), column(Column::TalkTime));
        Self { facts, start, talk, fee: column(Column::Fee), cost: column(Column::Cost), with_delays }
    }

    /// Adds the selected calls to their groups.
    fn count_rows(&self, groups: &mut Groups, selection: &Selection, key: impl Fn(usize) -> GroupKey) {
        selection.for_each(|row| {
            let flags = self.facts.flags[row];
            let group = groups.count(key(row), flags);
            self.count(row, flags, group);
            if self.with_delays {
                group.count_delay(self.facts.delays[row], has(flags, Flag::Answered));
            }
        });
    }

    /// Adds a call to sums.
    #[inline]
    fn count(&self, row: usize, flags: u32, sums: &mut Group) {
        // Division is fast for numbers of 32 bits, and more seconds than that has no call.
        let talk = narrow::number(self.talk[row]);
        sums.talk_seconds += u64::from(talk);
        sums.sixes_seconds += u64::from(talk.div_ceil(6)) * 6;
        sums.full_minutes_seconds += u64::from(talk.div_ceil(60)) * 60;
        sums.held_seconds += self.facts.held[row];
        sums.billed_seconds += self.facts.billed[row];
        sums.billed_talk_seconds += if has(flags, Flag::BilledKnown) { u64::from(talk) } else { 0 };
        sums.first_start = sums.first_start.min(self.start[row]);
        sums.last_start = sums.last_start.max(self.start[row]);
        let (fee, cost) = (self.fee[row], self.cost[row]);
        if has(flags, Flag::FeeKnown) && fee != 0 {
            sums.fee.0 += i128::from(fee);
            if !has(flags, Flag::Answered) {
                sums.fee_of_unanswered.0 += i128::from(fee);
            }
        }
        if has(flags, Flag::CostKnown) && cost != 0 {
            sums.cost.0 += i128::from(cost);
        }
        if has(flags, Flag::Loss) {
            sums.loss.0 += i128::from(cost) - i128::from(fee);
        }
    }
}
