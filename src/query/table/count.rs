//! Counting the calls of blocks by groups, in one shard.

use super::super::evidence::Delays;
use super::super::grouping::{Grouping, Seen};
use super::super::load::held;
use super::super::reading::{ReasonFacts, Reasons};
use super::groups::{Group, GroupKey, Groups};
use super::{LeftOut, Measures, Table, TableRow, TableSpec};
use crate::ingest::EpochMillis;
use crate::store::{ABSENT, Column, Dictionaries, NameColumn, Selection};
use std::cmp::Reverse;

/// A shard counts so many groups at most, in some 100 MB; when there are more, the half with fewer calls is put together.
const MOST_GROUPS: usize = 1 << 18;

/// What stands for a booking on no account in VOS3000's billing mode.
const UNBOOKED: [&str; 2] = ["-1", "none"];

/// Whether a billing mode, as the file has it, stands for a booking on no account.
pub(in super::super) fn is_unbooked(mode: &str) -> bool {
    UNBOOKED.iter().any(|none| none.eq_ignore_ascii_case(mode.trim()))
}

/// The columns that are counted.
const COLUMNS: [Column; 12] = [
    Column::Start,
    Column::Duration,
    Column::TalkTime,
    Column::BilledTime,
    Column::PostDialDelay,
    Column::Fee,
    Column::Cost,
    Column::EndReason,
    Column::HangUpSide,
    Column::InProgress,
    Column::TerminatingGateway,
    Column::BillingMode,
];

/// A table that a shard is counting.
#[derive(Debug)]
pub(in super::super) struct TableCount {
    spec: TableSpec,
    /// The places of its dimensions among the groupings of the question.
    by: Vec<usize>,
    groups: Groups,
    left_out: LeftOut,
    /// Of each billing mode whether it stands for a booking on no account.
    unbooked: Vec<bool>,
    most_groups: usize,
}

impl TableCount {
    /// `by` has the places of the dimensions among the groupings; those beyond three are passed over.
    pub(in super::super) fn new(spec: TableSpec, mut by: Vec<usize>) -> Self {
        by.truncate(super::MOST_DIMENSIONS);
        let groups = Groups::new(by.len());
        Self { spec, by, groups, left_out: LeftOut::default(), unbooked: Vec::new(), most_groups: MOST_GROUPS }
    }

    pub(in super::super) fn columns(&self) -> &'static [Column] {
        &COLUMNS
    }

    /// Counts the selected calls of a block.
    pub(in super::super) fn add(&mut self, seen: &Seen<'_>, groupings: &[Grouping], selection: &Selection) {
        let modes = seen.words.names(NameColumn::BillingMode);
        let more: Vec<bool> = modes.words().skip(self.unbooked.len()).map(is_unbooked).collect();
        self.unbooked.extend(more);
        let no_vendor = seen.words.names(NameColumn::TerminatingGateway).find("").map_or(ABSENT, i64::from);
        let values = Values::of(seen, no_vendor, &self.unbooked, self.spec.short_seconds.into());
        let groups: Vec<&[i64]> = self.by.iter().map(|&at| groupings[at].groups.as_slice()).collect();
        let (all, delays) = (&mut self.groups, self.spec.delays);
        match *groups {
            [] => values.count_rows(all, selection, delays, |_| [0; 3]),
            [one] => values.count_rows(all, selection, delays, |row| [one[row], 0, 0]),
            [one, two] => values.count_rows(all, selection, delays, |row| [one[row], two[row], 0]),
            [one, two, three, ..] => {
                values.count_rows(all, selection, delays, |row| [one[row], two[row], three[row]]);
            }
        }
        if self.groups.len() > self.most_groups {
            let fewest = self.groups.keep(self.most_groups / 2);
            self.leave_out(&fewest);
        }
    }

    fn leave_out(&mut self, groups: &[Group]) {
        self.left_out.groups += groups.len() as u64;
        self.left_out.lacking_calls += groups.iter().map(|group| group.measures.calls).max().unwrap_or_default();
        groups.iter().for_each(|group| self.left_out.measures.merge(&whole(group)));
    }

    /// The table, with names in place of the shard's own numbers.
    pub(in super::super) fn table(mut self, groupings: &[Grouping], words: &Dictionaries, reasons: &Reasons) -> Table {
        let by = std::mem::take(&mut self.by);
        let name = |group: &Group| -> Vec<Option<String>> {
            by.iter().zip(group.key).map(|(&at, number)| groupings[at].name(number, words, reasons)).collect()
        };
        let mut groups = std::mem::take(&mut self.groups).into_all();
        if groups.len() > self.spec.most_rows {
            // By name among equals, as numbers are the shard's own.
            groups.sort_by_cached_key(|group| (Reverse(group.measures.calls), name(group)));
            let fewest = groups.split_off(self.spec.most_rows);
            self.leave_out(&fewest);
        }
        let mut rows: Vec<TableRow> =
            groups.iter().map(|group| TableRow { key: name(group), measures: whole(group) }).collect();
        rows.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        Table { by: self.spec.by, rows, left_out: self.left_out }
    }

    #[cfg(test)]
    pub(super) fn with_most_groups(mut self, most: usize) -> Self {
        self.most_groups = most;
        self
    }
}

/// The sums of a group with its delays.
fn whole(group: &Group) -> Measures {
    let [unanswered, answered] = &group.delays;
    Measures {
        unanswered_delays: Delays::of_steps(unanswered),
        answered_delays: Delays::of_steps(answered),
        ..group.measures.clone()
    }
}

/// The columns of a block.
struct Values<'a> {
    start: &'a [i64],
    duration: &'a [i64],
    talk: &'a [i64],
    billed: &'a [i64],
    delay: &'a [i64],
    fee: &'a [i64],
    cost: &'a [i64],
    reason: &'a [i64],
    side: &'a [i64],
    in_progress: &'a [i64],
    vendor: &'a [i64],
    mode: &'a [i64],
    reasons: &'a [ReasonFacts],
    no_vendor: i64,
    unbooked: &'a [bool],
    short_seconds: i64,
}

impl<'a> Values<'a> {
    fn of(seen: &Seen<'a>, no_vendor: i64, unbooked: &'a [bool], short_seconds: i64) -> Self {
        let column = |column| seen.columns.column(column);
        Self {
            start: column(Column::Start),
            duration: column(Column::Duration),
            talk: column(Column::TalkTime),
            billed: column(Column::BilledTime),
            delay: column(Column::PostDialDelay),
            fee: column(Column::Fee),
            cost: column(Column::Cost),
            reason: column(Column::EndReason),
            side: column(Column::HangUpSide),
            in_progress: column(Column::InProgress),
            vendor: column(Column::TerminatingGateway),
            mode: column(Column::BillingMode),
            reasons: seen.reasons,
            no_vendor,
            unbooked,
            short_seconds,
        }
    }

    /// Adds the selected calls to their groups.
    fn count_rows(&self, groups: &mut Groups, selection: &Selection, delays: bool, key: impl Fn(usize) -> GroupKey) {
        selection.for_each(|row| {
            let group = groups.group(key(row));
            self.count(row, &mut group.measures);
            if delays {
                self.count_delay(row, &mut group.delays);
            }
        });
    }

    /// Adds a call to sums.
    fn count(&self, row: usize, sums: &mut Measures) {
        let (start, talk) = (self.start[row], self.talk[row]);
        let (fee, cost) = (self.fee[row], self.cost[row]);
        let is_answered = talk > 0;
        let reason = &self.reasons[self.reason[row] as usize];
        sums.calls += 1;
        sums.ended_by_sip += u64::from(reason.is_sip);
        sums.in_progress += self.in_progress[row] as u64;
        if let Some((from, to)) = held(start, self.duration[row], talk) {
            sums.held_seconds += (to - from) as u64;
        }
        let side = usize::try_from(self.side[row]).ok().filter(|&side| side < sums.hung_up.len());
        if let Some(side) = side {
            sums.hung_up[side] += 1;
            sums.hung_up_answered[side] += u64::from(is_answered);
        }
        if is_answered {
            sums.answered += 1;
            sums.talk_seconds += talk as u64;
            sums.sixes_seconds += (talk as u64).next_multiple_of(6);
            sums.full_minutes_seconds += (talk as u64).next_multiple_of(60);
            sums.short_calls += u64::from(talk <= self.short_seconds);
            let delay = self.delay[row];
            sums.answered_delay_known += u64::from(delay != ABSENT);
            // What is absent is below any delay.
            sums.slow_answered += u64::from(delay > i64::from(super::SLOW_MILLIS));
            sums.answered_free += u64::from(fee == 0);
            let mode = self.mode[row];
            sums.answered_unbooked += u64::from(mode != ABSENT && self.unbooked[mode as usize]);
        } else {
            sums.effective_unanswered += u64::from(reason.is_effective);
            sums.redirected += u64::from(reason.is_redirected);
            sums.seer_effective += u64::from(reason.is_seer_effective);
            sums.ineffective += u64::from(reason.is_ineffective);
        }
        let billed = self.billed[row];
        if billed != ABSENT {
            sums.billed_known += 1;
            sums.billed_seconds += billed as u64;
            sums.billed_talk_seconds += talk as u64;
        }
        self.count_money(is_answered, fee, cost, sums);
        let vendor = self.vendor[row];
        if vendor != ABSENT {
            sums.vendor_known += 1;
            sums.vendor_reached += u64::from(vendor != self.no_vendor);
        }
        let at = EpochMillis(start);
        if sums.first_start.is_none_or(|first| at < first) {
            sums.first_start = Some(at);
        }
        if sums.last_start.is_none_or(|last| at > last) {
            sums.last_start = Some(at);
        }
    }

    fn count_money(&self, is_answered: bool, fee: i64, cost: i64, sums: &mut Measures) {
        if fee != ABSENT {
            sums.fee_known += 1;
            sums.fee.0 += i128::from(fee);
            if !is_answered {
                sums.fee_of_unanswered.0 += i128::from(fee);
            }
        }
        if cost != ABSENT {
            sums.cost_known += 1;
            sums.cost.0 += i128::from(cost);
            if fee != ABSENT && cost > fee {
                sums.loss_calls += 1;
                sums.loss.0 += i128::from(cost) - i128::from(fee);
            }
        }
    }

    fn count_delay(&self, row: usize, delays: &mut [Vec<u64>; 2]) {
        let delay = self.delay[row];
        if delay == ABSENT {
            return;
        }
        let steps = &mut delays[usize::from(self.talk[row] > 0)];
        let step = usize::from(Delays::step(delay as u32));
        if step >= steps.len() {
            steps.resize(step + 1, 0);
        }
        steps[step] += 1;
    }
}
