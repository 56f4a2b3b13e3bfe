//! Answered calls that the server ended: of which account, for which reason, and in which minute they ended.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::narrow;
use calls::{HangUpSide, LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{ABSENT, Column, Dictionaries, Selection};

/// An account, `None` where the file does not say, and an end reason as [`super::super::Dimension::EndReason`] has it.
pub type CutKey = (Option<String>, String);

/// There are so many minutes at most, of all accounts and reasons; of files with more of them only sums are told.
const MOST_MINUTES: usize = 100_000;

/// Answered calls that the server ended, by account and end reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    /// Their sums.
    pub sums: Keyed<CutKey, Cut>,
    /// Minutes (since 1970-01-01T00:00Z) in which several of an account and a reason ended, and how many; empty where
    /// there are too many minutes.
    minutes: Keyed<(CutKey, i64), Count>,
    too_many: bool,
}

/// The sums of one account and reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// How many calls.
    pub calls: u64,
    /// Those of them whose talk time is a whole number of minutes.
    pub whole_minutes: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// When they began.
    pub starts: Starts,
}

/// A number of calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Count(u64);

impl Merge for Count {
    fn merge(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Merge for Cut {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.whole_minutes += other.whole_minutes;
        self.talk_seconds += other.talk_seconds;
        self.starts.merge(other.starts);
    }
}

impl Merge for Cuts {
    fn merge(&mut self, other: Self) {
        self.sums.merge(other.sums);
        self.minutes.merge(other.minutes);
        self.too_many |= other.too_many;
        self.bound();
    }
}

impl Cuts {
    fn bound(&mut self) {
        self.too_many |= self.minutes.len() > MOST_MINUTES;
        if self.too_many {
            self.minutes.clear();
        }
    }

    /// The minute (its begin, in epoch milliseconds) in which the most calls of an account and a reason ended, and how
    /// many: the first of such minutes.
    pub fn busiest_minute(&self, key: &CutKey) -> Option<(calls::EpochMillis, u64)> {
        let of_key =
            self.minutes.iter().filter(|((of, _), _)| of == key).map(|((_, minute), count)| (*minute, count.0));
        let most = of_key.reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        Some((calls::EpochMillis(most.0 * MINUTE_MILLIS), most.1))
    }
}

const MINUTE_MILLIS: i64 = 60_000;

/// Gathers them, by the numbers of the account and of the reason's key.
#[derive(Debug)]
pub(super) struct CutsCount {
    sums: FxHashMap<(i64, i64), Cut>,
    minutes: FxHashMap<((i64, i64), i64), u64>,
    too_many: bool,
}

impl SignAccumulator for CutsCount {
    type Sign = Cuts;

    const COLUMNS: &'static [Column] = &[
        Column::Start,
        Column::Duration,
        Column::TalkTime,
        Column::EndReason,
        Column::HangUpSide,
        Column::Name(NameColumn::Account),
    ];

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self { sums: FxHashMap::default(), minutes: FxHashMap::default(), too_many: false }
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [starts, durations, talks] =
            [Column::Start, Column::Duration, Column::TalkTime].map(|column| view.columns.column(column));
        let [reasons, sides, accounts] = [Column::EndReason, Column::HangUpSide, Column::Name(NameColumn::Account)]
            .map(|column| view.columns.column(column));
        selection.for_each(|row| {
            let talk = talks[row];
            if talk == 0 || sides[row] != HangUpSide::Server as i64 {
                return;
            }
            let key = (accounts[row], view.reasons[narrow::index(reasons[row])].key);
            let one = Cut {
                calls: 1,
                whole_minutes: u64::from(talk % 60 == 0),
                talk_seconds: talk as u64,
                starts: Starts::of(starts[row]),
            };
            self.sums.entry(key).and_modify(|known| known.merge(one)).or_insert(one);
            let lasted = if durations[row] == ABSENT { talk * 1000 } else { durations[row] };
            if !self.too_many {
                *self.minutes.entry((key, (starts[row] + lasted).div_euclid(MINUTE_MILLIS))).or_default() += 1;
            }
        });
        self.too_many |= self.minutes.len() > MOST_MINUTES;
        if self.too_many {
            self.minutes = FxHashMap::default();
        }
    }

    fn sign(self, dictionaries: &Dictionaries, reasons: &Reasons) -> Cuts {
        let named =
            |(account, reason)| (name(dictionaries, NameColumn::Account, account), reasons.name(reason).to_owned());
        let minutes = self.minutes.into_iter().map(|((key, minute), calls)| ((named(key), minute), Count(calls)));
        let mut cuts = Cuts {
            sums: self.sums.into_iter().map(|(key, cut)| (named(key), cut)).collect(),
            minutes: minutes.collect(),
            too_many: self.too_many,
        };
        cuts.bound();
        cuts
    }
}
