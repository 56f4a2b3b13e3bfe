//! Answered calls that nobody is charged for.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::super::table::Amount;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::narrow;
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{ABSENT, Column, Dictionaries, Selection, is_unbooked};

/// There are so many groups at most: beyond, calls are put together by account alone, and at last in one.
const MOST_GROUPS: usize = 20_000;

const COARSEST: u8 = 2;

/// An account and a rate prefix; `None` where the file does not say, or where there are too many of them.
pub type UnbilledKey = (Option<String>, Option<String>);

/// Answered calls without a fee, by account and rate prefix: the fee is 0, or the file has none. Calls that were up
/// when the file was written are none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unbilled {
    escaped: Keyed<UnbilledKey, UnbilledCalls>,
    free: Keyed<UnbilledKey, UnbilledCalls>,
    /// 1: put together by account alone; [`COARSEST`]: in one.
    coarseness: u8,
}

/// Answered calls without a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnbilledCalls {
    /// All of them; one call may show it in several ways.
    pub calls: u64,
    /// The fee is known and 0.
    pub without_fee: u64,
    /// The billed time is known and 0.
    pub without_time: u64,
    /// The billing mode is `-1` or `none`.
    pub unbooked: u64,
    /// The file has accounts, and there is none.
    pub without_account: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What they cost, where the file says.
    pub cost: Amount,
    /// Calls of which the file says the cost.
    pub cost_known: u64,
    /// When they began.
    pub starts: Starts,
}

impl Merge for UnbilledCalls {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.without_fee += other.without_fee;
        self.without_time += other.without_time;
        self.unbooked += other.unbooked;
        self.without_account += other.without_account;
        self.talk_seconds += other.talk_seconds;
        self.cost.0 += other.cost.0;
        self.cost_known += other.cost_known;
        self.starts.merge(other.starts);
    }
}

impl Merge for Unbilled {
    fn merge(&mut self, other: Self) {
        self.coarseness = self.coarseness.max(other.coarseness);
        self.escaped.merge(other.escaped);
        self.free.merge(other.free);
        self.fit(MOST_GROUPS);
    }
}

impl Unbilled {
    /// Calls that were never billed: for no time, on no account, or for nobody.
    pub fn escaped(&self) -> &Keyed<UnbilledKey, UnbilledCalls> {
        &self.escaped
    }

    /// Calls that were billed, at nothing.
    pub fn free(&self) -> &Keyed<UnbilledKey, UnbilledCalls> {
        &self.free
    }

    /// However calls are put together on the way, the end is as coarse as all groups need it to be.
    pub(super) fn fit(&mut self, most: usize) {
        loop {
            for groups in [&mut self.escaped, &mut self.free] {
                match self.coarseness {
                    0 => {}
                    1 => groups.rekey(|(account, _)| (account.clone(), None)),
                    _ => groups.rekey(|_| (None, None)),
                }
            }
            if self.escaped.len() + self.free.len() <= most || self.coarseness >= COARSEST {
                return;
            }
            self.coarseness += 1;
        }
    }
}

/// Unbilled calls that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct UnbilledCount {
    /// By whether they escaped, and the numbers of account and rate prefix.
    groups: FxHashMap<(bool, i64, i64), UnbilledCalls>,
    /// Of each billing mode whether it stands for a booking on no account.
    unbooked: Vec<bool>,
}

const COLUMNS: [Column; 9] = [
    Column::Start,
    Column::TalkTime,
    Column::BilledTime,
    Column::Fee,
    Column::Cost,
    Column::InProgress,
    Column::Name(NameColumn::BillingMode),
    Column::Name(NameColumn::Account),
    Column::Name(NameColumn::RatePrefix),
];

impl SignAccumulator for UnbilledCount {
    type Sign = Unbilled;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let modes = view.dictionaries.names(NameColumn::BillingMode).iter();
        let more: Vec<bool> = modes.skip(self.unbooked.len()).map(is_unbooked).collect();
        self.unbooked.extend(more);
        let no_account = view.dictionaries.names(NameColumn::Account).id_of("").map_or(ABSENT, i64::from);
        let [start, talk, billed, fee, cost, in_progress, mode, account, prefix] =
            COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            if talk[row] <= 0 || in_progress[row] == 1 {
                return;
            }
            let [without_fee, without_time] = [fee[row], billed[row]].map(|value| value == 0);
            let unbooked = mode[row] != ABSENT && self.unbooked[narrow::index(mode[row])];
            let without_account = account[row] != ABSENT && account[row] == no_account;
            let escapes = without_time || unbooked || without_account;
            // A fee that is charged is charged, whatever else the row says.
            if !(without_fee || (fee[row] == ABSENT && escapes)) {
                return;
            }
            let calls = UnbilledCalls {
                calls: 1,
                without_fee: without_fee.into(),
                without_time: without_time.into(),
                unbooked: unbooked.into(),
                without_account: without_account.into(),
                talk_seconds: talk[row] as u64,
                cost: Amount(if cost[row] == ABSENT { 0 } else { cost[row].into() }),
                cost_known: u64::from(cost[row] != ABSENT),
                starts: Starts::of(start[row]),
            };
            let group = self.groups.entry((escapes, account[row], prefix[row]));
            group.and_modify(|known| known.merge(calls)).or_insert(calls);
        });
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> Unbilled {
        let name = |column, number| name(dictionaries, column, number);
        let mut unbilled = Unbilled::default();
        for ((escapes, account, prefix), calls) in self.groups {
            let key = (name(NameColumn::Account, account), name(NameColumn::RatePrefix, prefix));
            let groups = if escapes { &mut unbilled.escaped } else { &mut unbilled.free };
            groups.add(key, calls);
        }
        unbilled.fit(MOST_GROUPS);
        unbilled
    }
}
