//! The serial numbers of calls, as many as there is room for.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::super::switch_name::switch_name;
use super::keyed::{Keyed, Starts};
use super::packed_serials::Packed;
use super::{Merge, SignAccumulator, SignsSpec};
use calls::narrow;
use calls::{EpochMillis, LocalZone, NameColumn};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use sorting::Ordered;
use std::collections::BTreeSet;
use store::{ABSENT, Column, Dictionaries, Dictionary, Selection};

/// There are so many runs at most, in some 400 kB of a message: beyond, they become twice as long, of all switches
/// alike.
const MOST_RUNS: usize = 1 << 14;

/// More switches than this are no switches: nothing is told.
const MOST_SWITCHES: usize = 256;

/// The serial numbers (`flowno`) of calls, by the name of the switch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Packed", from = "Packed")]
pub struct SerialNumbers {
    /// By switch, empty where the file names none, and the number of the run.
    pub(super) runs: Keyed<(String, i64), Run>,
    /// The numbers of a run are the same but for so many of their last binary digits; the others are its own number.
    pub(super) coarseness: u8,
    /// See [`MOST_SWITCHES`].
    pub(super) too_many: bool,
}

/// Calls whose serial numbers stand close to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) calls: u64,
    pub(super) lowest: i64,
    pub(super) highest: i64,
    pub(super) starts: Starts,
    /// When the last of them was over, by its stop, or by its talk time where the file has none.
    pub(super) over: EpochMillis,
}

impl Merge for Run {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.lowest = self.lowest.min(other.lowest);
        self.highest = self.highest.max(other.highest);
        self.starts.merge(other.starts);
        self.over = self.over.max(other.over);
    }
}

impl Merge for SerialNumbers {
    fn merge(&mut self, mut other: Self) {
        let coarseness = self.coarseness.max(other.coarseness);
        self.coarsen(coarseness);
        other.coarsen(coarseness);
        self.too_many |= other.too_many;
        self.runs.merge(other.runs);
        self.fit(MOST_RUNS);
    }
}

impl SerialNumbers {
    fn coarsen(&mut self, to: u8) {
        let by = to - self.coarseness;
        if by > 0 {
            self.runs.rekey(|(switch, number)| (switch.clone(), number >> by));
            self.coarseness = to;
        }
    }

    /// However calls are put together on the way, runs are in the end as long as all calls need.
    pub(super) fn fit(&mut self, most: usize) {
        let switches: BTreeSet<&str> = self.runs.iter().map(|((switch, _), _)| switch.as_str()).ordered_set();
        self.too_many |= switches.len() > MOST_SWITCHES;
        if self.too_many {
            *self = Self { too_many: true, ..Self::default() };
        }
        while self.runs.len() > most {
            self.coarsen(self.coarseness + 1);
        }
    }
}

/// Serial numbers that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct SerialsCount {
    /// The names of switches, and that of each name of the file.
    switches: Dictionary,
    of_names: Vec<i64>,
    /// Those that have calls.
    used: FxHashSet<i64>,
    runs: FxHashMap<(i64, i64), Run>,
    coarseness: u8,
    /// That of the last call: mostly that of the next one too.
    last: Option<((i64, i64), Run)>,
}

impl SerialsCount {
    fn put_by(&mut self, key: (i64, i64), run: Run) {
        self.runs.entry(key).and_modify(|known| known.merge(run)).or_insert(run);
    }
}

const COLUMNS: [Column; 5] =
    [Column::Start, Column::SerialNumber, Column::Name(NameColumn::Softswitch), Column::Duration, Column::TalkTime];

impl SignAccumulator for SerialsCount {
    type Sign = SerialNumbers;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let names = view.dictionaries.names(NameColumn::Softswitch).iter().skip(self.of_names.len());
        let more: Vec<i64> =
            names.map(|name| i64::from(self.switches.intern(switch_name(name).unwrap_or_default()))).collect();
        self.of_names.extend(more);
        let unnamed = i64::from(self.switches.intern(""));
        let [start, serial, switch, duration, talk] = COLUMNS.map(|column| view.columns.column(column));
        selection.for_each(|row| {
            let number = serial[row];
            if number == ABSENT {
                return;
            }
            let switch = usize::try_from(switch[row]).map_or(unnamed, |name| self.of_names[name]);
            self.used.insert(switch);
            if self.used.len() > MOST_SWITCHES {
                return;
            }
            let lasted = if duration[row] == ABSENT { talk[row] * 1000 } else { duration[row] };
            let over = EpochMillis(start[row].saturating_add(lasted));
            let run = Run { calls: 1, lowest: number, highest: number, starts: Starts::of(start[row]), over };
            let key = (switch, number >> self.coarseness);
            match &mut self.last {
                Some((last, known)) if *last == key => known.merge(run),
                last => {
                    if let Some((key, run)) = last.replace((key, run)) {
                        self.put_by(key, run);
                    }
                }
            }
        });
        if let Some((key, run)) = self.last.take() {
            self.put_by(key, run);
        }
        while self.runs.len() > MOST_RUNS && self.used.len() <= MOST_SWITCHES {
            self.coarseness += 1;
            for ((switch, number), run) in std::mem::take(&mut self.runs) {
                self.put_by((switch, number >> 1), run);
            }
        }
    }

    fn sign(self, _: &Dictionaries, _: &Reasons) -> SerialNumbers {
        let name = |(switch, number): (i64, i64)| (self.switches.get(narrow::number(switch)).to_owned(), number);
        let runs = self.runs.into_iter().map(|(key, run)| (name(key), run)).collect();
        let too_many = self.used.len() > MOST_SWITCHES;
        let mut serials = SerialNumbers { runs, coarseness: self.coarseness, too_many };
        serials.fit(MOST_RUNS);
        serials
    }
}
