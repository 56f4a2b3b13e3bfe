//! Counting the calls of blocks, by their end reasons.

use super::evidence::{Delays, Evidence, NameCounts, PREFIX_DIGITS, Trend};
use super::tally::{ReasonTally, Tally};
use calls::narrow;
use calls::{EpochMillis, NameColumn};
use rustc_hash::FxHashMap;
use store::{ABSENT, Block, Column, Dictionaries, PackedNumber, Selection};

const HOUR_MILLIS: i64 = 3_600_000;

/// Gateways with larger numbers in their dictionary are not counted by name: a column with so many is none of gateways.
const MOST_GATEWAYS: usize = 20_000;

/// Sums over calls of one shard, which become a [`Tally`]: by numbers here, by names there.
#[derive(Debug, Default)]
pub struct Count {
    total: Tally,
    reasons: Vec<ReasonCount>,
    columns: Columns,
}

/// Sums over the calls of one end reason.
#[derive(Debug, Default)]
struct ReasonCount {
    sums: ReasonTally,
    originating: Vec<u64>,
    terminating: Vec<u64>,
    /// By the first digits, packed.
    prefixes: FxHashMap<u16, u64>,
    /// Of called numbers that cannot be packed.
    odd_prefixes: NameCounts,
    /// By their steps.
    delays: Vec<u64>,
    trend: Trend,
    /// Calls of the same hour, which mostly come one after another, and are not yet in the trend.
    hour: (i64, u64),
}

/// The columns that are counted, unpacked.
#[derive(Debug, Default)]
struct Columns {
    start: Vec<i64>,
    talk: Vec<i64>,
    delay: Vec<i64>,
    callee: Vec<i64>,
    reason: Vec<i64>,
    side: Vec<i64>,
    in_progress: Vec<i64>,
    originating: Vec<i64>,
    terminating: Vec<i64>,
}

impl Columns {
    fn unpack(&mut self, block: &Block) {
        for (column, into) in [
            (Column::Start, &mut self.start),
            (Column::TalkTime, &mut self.talk),
            (Column::PostDialDelay, &mut self.delay),
            (Column::Callee, &mut self.callee),
            (Column::EndReason, &mut self.reason),
            (Column::HangUpSide, &mut self.side),
            (Column::InProgress, &mut self.in_progress),
            (Column::Name(NameColumn::OriginatingGateway), &mut self.originating),
            (Column::Name(NameColumn::TerminatingGateway), &mut self.terminating),
        ] {
            block.column(column).unpack(into);
        }
    }
}

impl Count {
    /// Counts the selected calls of a block.
    pub fn add(&mut self, block: &Block, selection: &Selection, dictionaries: &Dictionaries) {
        if selection.is_empty() {
            return;
        }
        if self.reasons.len() < dictionaries.reasons().len() {
            self.reasons.resize_with(dictionaries.reasons().len(), ReasonCount::default);
        }
        let no_vendor = dictionaries.names(NameColumn::TerminatingGateway).id_of("").map_or(ABSENT, i64::from);
        let Self { total, reasons, columns } = self;
        columns.unpack(block);
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        selection.for_each(|row| {
            let (start, talk) = (columns.start[row], columns.talk[row]);
            first = first.min(start);
            last = last.max(start);
            let reason = &mut reasons[narrow::index(columns.reason[row])];
            let sums = &mut reason.sums;
            sums.calls += 1;
            sums.answered += u64::from(talk > 0);
            sums.talk_seconds += talk as u64;
            total.in_progress += columns.in_progress[row] as u64;
            if let Some(hung_up) = usize::try_from(columns.side[row]).ok().and_then(|side| sums.hung_up.get_mut(side)) {
                *hung_up += 1;
            }
            let vendor = columns.terminating[row];
            if vendor != ABSENT {
                sums.vendor_known += 1;
                sums.vendor_reached += u64::from(vendor != no_vendor);
                count_number(&mut reason.terminating, vendor);
            }
            count_number(&mut reason.originating, columns.originating[row]);
            if columns.callee[row] != ABSENT {
                reason.count_prefix(PackedNumber(columns.callee[row] as u64), dictionaries);
            }
            if columns.delay[row] != ABSENT {
                count_number(&mut reason.delays, i64::from(Delays::step(narrow::number(columns.delay[row]))));
            }
            reason.count_hour(start.div_euclid(HOUR_MILLIS));
        });
        total.first_start = [total.first_start, Some(EpochMillis(first))].into_iter().flatten().min();
        total.last_start = [total.last_start, Some(EpochMillis(last))].into_iter().flatten().max();
    }

    /// The sums so far, by names.
    pub fn tally(&self, dictionaries: &Dictionaries) -> Tally {
        let mut tally = self.bare_tally(dictionaries);
        let names = |counts: &[u64], column: NameColumn| {
            let mut named = NameCounts::default();
            for (word, &count) in dictionaries.names(column).iter().zip(counts).filter(|&(_, &count)| count > 0) {
                named.add(word, count);
            }
            named
        };
        for (number, reason) in self.reasons.iter().enumerate().filter(|(_, reason)| reason.sums.calls > 0) {
            let mut prefixes = reason.odd_prefixes.clone();
            for (&prefix, &count) in &reason.prefixes {
                prefixes.add(&PackedNumber(u64::from(prefix) << 48).text(), count);
            }
            let mut trend = reason.trend.clone();
            if reason.hour.1 > 0 {
                trend.add(EpochMillis(reason.hour.0 * HOUR_MILLIS), reason.hour.1);
            }
            tally.trend.merge(&trend);
            let evidence = Evidence {
                originating: names(&reason.originating, NameColumn::OriginatingGateway),
                terminating: names(&reason.terminating, NameColumn::TerminatingGateway),
                prefixes,
                delays: Delays::of_steps(&reason.delays),
                trend,
            };
            tally.add_reason(
                dictionaries.reason(narrow::count(number)),
                &ReasonTally { evidence, ..ReasonTally::default() },
            );
        }
        tally
    }

    /// The sums so far, without what the calls have in common: made quickly, for figures that are sent often.
    pub fn bare_tally(&self, dictionaries: &Dictionaries) -> Tally {
        let mut tally = self.total.clone();
        for (number, reason) in self.reasons.iter().enumerate().filter(|(_, reason)| reason.sums.calls > 0) {
            tally.calls += reason.sums.calls;
            tally.answered += reason.sums.answered;
            tally.talk_seconds += reason.sums.talk_seconds;
            tally.add_reason(dictionaries.reason(narrow::count(number)), &reason.sums);
        }
        tally
    }
}

fn count_number(counts: &mut Vec<u64>, number: i64) {
    let Ok(number) = usize::try_from(number) else { return };
    if number >= counts.len() {
        if number >= MOST_GATEWAYS {
            return;
        }
        counts.resize(number + 1, 0);
    }
    counts[number] += 1;
}

impl ReasonCount {
    fn count_prefix(&mut self, callee: PackedNumber, dictionaries: &Dictionaries) {
        if let Some(word) = callee.as_word() {
            if let Some(prefix) = super::evidence::prefix(dictionaries.odd_number(word)) {
                self.odd_prefixes.add(prefix, 1);
            }
            return;
        }
        let mut digits = callee.0;
        while digits >> 60 == PLUS {
            digits <<= 4;
        }
        // One more than the prefix has, so that there is a destination behind it.
        let are_digits = (0..=PREFIX_DIGITS).all(|at| (1..=10).contains(&(digits >> (60 - 4 * at) & 15)));
        if are_digits {
            *self.prefixes.entry((digits >> 48) as u16).or_default() += 1;
        }
    }

    fn count_hour(&mut self, hour: i64) {
        if self.hour.0 != hour {
            let (before, calls) = std::mem::replace(&mut self.hour, (hour, 0));
            if calls > 0 {
                self.trend.add(EpochMillis(before * HOUR_MILLIS), calls);
            }
        }
        self.hour.1 += 1;
    }
}

/// A `+` in a packed number.
const PLUS: u64 = 11;

/// The sums of calls, counted as those of a file are.
#[cfg(test)]
pub(crate) fn tally_of<'a>(calls: impl IntoIterator<Item = calls::Call<'a>>) -> Tally {
    use store::{BlockKey, Shard};
    let (mut shard, mut count) = (Shard::default(), Count::default());
    let mut seal = |shard: &mut Shard| {
        shard.seal(BlockKey { file: 0, part: 0 }, |block, dictionaries| count.add(block, &block.calls(), dictionaries));
    };
    for call in calls {
        if shard.push(&call) {
            seal(&mut shard);
        }
    }
    seal(&mut shard);
    count.tally(&shard.dictionaries)
}
