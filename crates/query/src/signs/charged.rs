//! Unanswered calls that someone is charged for.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::super::table::Amount;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{Column, Dictionaries, Selection};

/// More accounts than this are no accounts: calls are put together in one.
const MOST_ACCOUNTS: usize = 20_000;

/// Calls without talk time and with a fee, by account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargedUnanswered {
    accounts: Keyed<Option<String>, ChargedCalls>,
    too_many: bool,
}

/// Calls with a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargedCalls {
    /// How many.
    pub calls: u64,
    /// What is charged for them.
    pub fee: Amount,
    /// When they began.
    pub starts: Starts,
}

impl Merge for ChargedCalls {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.fee.0 += other.fee.0;
        self.starts.merge(other.starts);
    }
}

impl Merge for ChargedUnanswered {
    fn merge(&mut self, other: Self) {
        self.too_many |= other.too_many;
        self.accounts.merge(other.accounts);
        self.fit(MOST_ACCOUNTS);
    }
}

impl ChargedUnanswered {
    /// Those of each account, `None` where the file does not say it.
    pub fn accounts(&self) -> impl ExactSizeIterator<Item = (Option<&str>, &ChargedCalls)> {
        self.accounts.iter().map(|(name, calls)| (name.as_deref(), calls))
    }

    pub(super) fn fit(&mut self, most: usize) {
        self.too_many |= self.accounts.len() > most;
        if self.too_many {
            self.accounts.rekey(|_| None);
        }
    }
}

/// Charged calls that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct ChargedCount {
    accounts: FxHashMap<i64, ChargedCalls>,
}

const COLUMNS: [Column; 4] = [Column::Start, Column::TalkTime, Column::Fee, Column::Name(NameColumn::Account)];

impl SignAccumulator for ChargedCount {
    type Sign = ChargedUnanswered;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [start, talk, fee, account] = COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            if talk[row] > 0 || fee[row] <= 0 {
                return;
            }
            let calls = ChargedCalls { calls: 1, fee: Amount(fee[row].into()), starts: Starts::of(start[row]) };
            self.accounts.entry(account[row]).and_modify(|known| known.merge(calls)).or_insert(calls);
        });
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> ChargedUnanswered {
        let name = |number| name(dictionaries, NameColumn::Account, number);
        let accounts = self.accounts.into_iter().map(|(number, calls)| (name(number), calls)).collect();
        let mut charged = ChargedUnanswered { accounts, too_many: false };
        charged.fit(MOST_ACCOUNTS);
        charged
    }
}
