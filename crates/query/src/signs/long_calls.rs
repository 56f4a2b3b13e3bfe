//! Calls as long as the switch lets them be.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::super::table::Amount;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{ABSENT, Column, Dictionaries, Selection};

/// The longest that a call lasts, in seconds, whose other side knows no session timers, as VOS3000 sets it
/// (`SS_SIP_NO_TIMER_REINVITE_INTERVAL`).
pub const LONGEST_SECONDS: i64 = 7200;

/// It is cut when a timer runs out, not to the second.
const SLACK_SECONDS: i64 = 5;

/// More gateways than this are no gateways: calls are put together in one.
const MOST_GATEWAYS: usize = 20_000;

/// The calls of at least [`LONGEST_SECONDS`] of talk, less a few, by terminating gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongCalls {
    vendors: Keyed<Option<String>, LongSums>,
    too_many: bool,
}

/// Long calls together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongSums {
    /// How many.
    pub calls: u64,
    /// Those among them that lasted that long exactly, give or take a few seconds.
    pub at_cap: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What customers are charged for them, where the file says.
    pub fee: Amount,
    /// What they cost, where the file says.
    pub cost: Amount,
    /// Calls of which the file says the cost.
    pub cost_known: u64,
    /// When they began.
    pub starts: Starts,
}

impl Merge for LongSums {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.at_cap += other.at_cap;
        self.talk_seconds += other.talk_seconds;
        self.fee.0 += other.fee.0;
        self.cost.0 += other.cost.0;
        self.cost_known += other.cost_known;
        self.starts.merge(other.starts);
    }
}

impl Merge for LongCalls {
    fn merge(&mut self, other: Self) {
        self.too_many |= other.too_many;
        self.vendors.merge(other.vendors);
        self.fit(MOST_GATEWAYS);
    }
}

impl LongCalls {
    /// Those of each terminating gateway, `None` where the file does not say it.
    pub fn vendors(&self) -> impl ExactSizeIterator<Item = (Option<&str>, &LongSums)> {
        self.vendors.iter().map(|(name, sums)| (name.as_deref(), sums))
    }

    pub(super) fn fit(&mut self, most: usize) {
        self.too_many |= self.vendors.len() > most;
        if self.too_many {
            self.vendors.rekey(|_| None);
        }
    }
}

/// Long calls that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct LongCallsCount {
    vendors: FxHashMap<i64, LongSums>,
}

const COLUMNS: [Column; 5] =
    [Column::Start, Column::TalkTime, Column::Fee, Column::Cost, Column::Name(NameColumn::TerminatingGateway)];

impl SignAccumulator for LongCallsCount {
    type Sign = LongCalls;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [start, talk, fee, cost, vendor] = COLUMNS.map(|column| view.columns.column(column));
        let amount = |value: i64| Amount(if value == ABSENT { 0 } else { value.into() });
        selection.for_each(|row| {
            let beyond = talk[row] - LONGEST_SECONDS;
            if beyond < -SLACK_SECONDS {
                return;
            }
            let sums = LongSums {
                calls: 1,
                at_cap: u64::from(beyond <= SLACK_SECONDS),
                talk_seconds: talk[row] as u64,
                fee: amount(fee[row]),
                cost: amount(cost[row]),
                cost_known: u64::from(cost[row] != ABSENT),
                starts: Starts::of(start[row]),
            };
            self.vendors.entry(vendor[row]).and_modify(|known| known.merge(sums)).or_insert(sums);
        });
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> LongCalls {
        let name = |number| name(dictionaries, NameColumn::TerminatingGateway, number);
        let vendors = self.vendors.into_iter().map(|(number, sums)| (name(number), sums)).collect();
        let mut calls = LongCalls { vendors, too_many: false };
        calls.fit(MOST_GATEWAYS);
        calls
    }
}
