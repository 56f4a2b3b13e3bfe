//! Which accounts' calls the switch refused before a vendor was tried, for which reason, and from when to when.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::keyed::{Keyed, Starts, name};
use super::{Merge, SignAccumulator, SignsSpec, is_refused};
use calls::narrow;
use calls::{LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{Column, Dictionaries, Selection};

/// An account, `None` where the file does not say, and an end reason as [`super::super::Dimension::EndReason`] has it.
pub type RefusalKey = (Option<String>, String);

/// Unanswered calls that reached no vendor, by account and end reason: at most as many as there are pairs of these.
pub type Refusals = Keyed<RefusalKey, Refusal>;

/// The refused calls of one account and reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// How many.
    pub calls: u64,
    /// When they began.
    pub starts: Starts,
}

impl Merge for Refusal {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.starts.merge(other.starts);
    }
}

/// Gathers them, by the numbers of the account and of the reason's key.
#[derive(Debug)]
pub(super) struct RefusalsCount {
    refusals: FxHashMap<(i64, i64), Refusal>,
}

impl SignAccumulator for RefusalsCount {
    type Sign = Refusals;

    const COLUMNS: &'static [Column] = &[
        Column::Start,
        Column::TalkTime,
        Column::EndReason,
        Column::HangUpSide,
        Column::Name(NameColumn::TerminatingGateway),
        Column::Name(NameColumn::Account),
    ];

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self { refusals: FxHashMap::default() }
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [starts, reasons, accounts] = [Column::Start, Column::EndReason, Column::Name(NameColumn::Account)]
            .map(|column| view.columns.column(column));
        let refused = is_refused(view);
        selection.for_each(|row| {
            if refused(row) {
                let key = (accounts[row], view.reasons[narrow::index(reasons[row])].key);
                let one = Refusal { calls: 1, starts: Starts::of(starts[row]) };
                self.refusals.entry(key).and_modify(|known| known.merge(one)).or_insert(one);
            }
        });
    }

    fn sign(self, dictionaries: &Dictionaries, reasons: &Reasons) -> Refusals {
        let named = |((account, reason), refusal)| {
            ((name(dictionaries, NameColumn::Account, account), reasons.name(reason).to_owned()), refusal)
        };
        self.refusals.into_iter().map(named).collect()
    }
}
