//! How long the long calls of each vendor were, to the second: timers end calls at exactly the same length.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::keyed::{Keyed, name};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::narrow;
use calls::{HangUpSide, LocalZone, NameColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{Column, Dictionaries, Selection};

/// Calls from so many seconds on are long.
pub const LONG_SECONDS: u32 = 600;

/// There are so many lengths at most, of all vendors together, in some 3 MB; of files with more of them nothing is
/// told.
const MOST_LENGTHS: usize = 200_000;

/// A vendor, `None` where the file does not say, and a talk time in seconds.
pub type LengthKey = (Option<String>, u32);

/// The lengths of answered calls of at least [`LONG_SECONDS`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lengths {
    /// Calls of each vendor and length.
    pub calls: Keyed<LengthKey, OfLength>,
    /// There are so many lengths that none is told.
    pub too_many: bool,
}

/// The calls of one length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "(u64, u64)", from = "(u64, u64)")]
pub struct OfLength {
    /// How many.
    pub calls: u64,
    /// Those of them that the server ended.
    pub by_server: u64,
}

impl From<OfLength> for (u64, u64) {
    fn from(of: OfLength) -> Self {
        (of.calls, of.by_server)
    }
}

impl From<(u64, u64)> for OfLength {
    fn from((calls, by_server): (u64, u64)) -> Self {
        Self { calls, by_server }
    }
}

impl Merge for OfLength {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.by_server += other.by_server;
    }
}

impl Merge for Lengths {
    fn merge(&mut self, other: Self) {
        self.calls.merge(other.calls);
        self.too_many |= other.too_many;
        self.bound();
    }
}

impl Lengths {
    fn bound(&mut self) {
        self.too_many |= self.calls.len() > MOST_LENGTHS;
        if self.too_many {
            self.calls.clear();
        }
    }
}

/// Gathers them, by the number of the vendor.
#[derive(Debug)]
pub(super) struct LengthsCount {
    calls: FxHashMap<(i64, u32), OfLength>,
    too_many: bool,
}

impl SignAccumulator for LengthsCount {
    type Sign = Lengths;

    const COLUMNS: &'static [Column] =
        &[Column::TalkTime, Column::HangUpSide, Column::Name(NameColumn::TerminatingGateway)];

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self { calls: FxHashMap::default(), too_many: false }
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [talks, sides, vendors] =
            [Column::TalkTime, Column::HangUpSide, Column::Name(NameColumn::TerminatingGateway)]
                .map(|column| view.columns.column(column));
        selection.for_each(|row| {
            if talks[row] >= LONG_SECONDS.into() && !self.too_many {
                let of = self.calls.entry((vendors[row], narrow::number(talks[row]))).or_default();
                of.calls += 1;
                of.by_server += u64::from(sides[row] == HangUpSide::Server as i64);
            }
        });
        self.too_many |= self.calls.len() > MOST_LENGTHS;
        if self.too_many {
            self.calls = FxHashMap::default();
        }
    }

    fn sign(self, dictionaries: &Dictionaries, _: &Reasons) -> Lengths {
        let named =
            |((vendor, seconds), of)| ((name(dictionaries, NameColumn::TerminatingGateway, vendor), seconds), of);
        let mut lengths = Lengths { calls: self.calls.into_iter().map(named).collect(), too_many: self.too_many };
        lengths.bound();
        lengths
    }
}
