//! The serial numbers of calls in their order: which are missing, and whether clocks were set back meanwhile.

use super::super::grouping::Seen;
use super::super::reading::Reasons;
use super::super::switch_name::switch_name;
use super::keyed::{Keyed, Starts};
use super::{Gather, Merge, SignsSpec};
use crate::ingest::{EpochMillis, LocalZone};
use crate::store::{ABSENT, Column, Dictionaries, Dictionary, NameColumn, Selection};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// There are so many runs at most, in some 2 MB: beyond, they become twice as long, of all switches alike.
const MOST_RUNS: usize = 1 << 15;

/// More switches than this are no switches: nothing is told.
const MOST_SWITCHES: usize = 256;

/// So many runs one after another tell what time it was: the time that half of them began by. One odd call among them changes little.
const OF_ONE_TIME: usize = 16;

/// The serial numbers (`flowno`) of calls, by the name of the switch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SerialNumbers {
    /// By switch, empty where the file names none, and the number of the run.
    runs: Keyed<(String, i64), Run>,
    /// The numbers of a run are the same but for so many of their last binary digits; the others are its own number.
    coarseness: u8,
    /// See [`MOST_SWITCHES`].
    too_many: bool,
}

/// Calls whose serial numbers stand close to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    calls: u64,
    lowest: i64,
    highest: i64,
    starts: Starts,
}

impl Merge for Run {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.lowest = self.lowest.min(other.lowest);
        self.highest = self.highest.max(other.highest);
        self.starts.merge(other.starts);
    }
}

/// The serial numbers of one sequence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sequence {
    /// The switches that share it: their numbers lie among one another. Empty where the files name none.
    pub switches: Vec<String>,
    /// Calls with a serial number.
    pub calls: u64,
    /// Their lowest.
    pub lowest: i64,
    /// Their highest.
    pub highest: i64,
    /// Gaps, by their numbers.
    pub gaps: Vec<Gap>,
    /// Gaps of fewer numbers are among [`Sequence::missing`] only: with very many calls, not every number is kept.
    pub least_gap: i64,
    /// Where the clock of a switch was set back.
    pub set_back: Vec<SetBack>,
}

impl Sequence {
    /// Numbers between the lowest and the highest that no call has.
    pub fn missing(&self) -> u64 {
        self.highest.abs_diff(self.lowest).saturating_add(1).saturating_sub(self.calls)
    }
}

/// Serial numbers that no call has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// How many.
    pub numbers: i64,
    /// The last start among the calls right before it.
    pub from: EpochMillis,
    /// The first start among the calls right behind it.
    pub to: EpochMillis,
}

/// Calls with later numbers that began earlier: a switch gives numbers in the order in which calls begin, or in which they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetBack {
    /// By about so many milliseconds.
    pub millis: i64,
    /// When the calls with earlier numbers began.
    pub at: EpochMillis,
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
        let switches: BTreeSet<&str> = self.runs.iter().map(|((switch, _), _)| switch.as_str()).collect();
        self.too_many |= switches.len() > MOST_SWITCHES;
        if self.too_many {
            *self = Self { too_many: true, ..Self::default() };
        }
        while self.runs.len() > most {
            self.coarsen(self.coarseness + 1);
        }
    }

    /// The sequences, by their lowest numbers.
    pub fn sequences(&self) -> Vec<Sequence> {
        let mut by_switch: BTreeMap<&str, Vec<Run>> = BTreeMap::new();
        for ((switch, _), run) in self.runs.iter() {
            by_switch.entry(switch).or_default().push(*run);
        }
        let mut switches: Vec<(&str, Vec<Run>)> = by_switch.into_iter().collect();
        switches.sort_by_key(|(_, runs)| runs.first().map(|run| run.lowest));
        let mut sequences: Vec<(Sequence, Vec<Run>)> = Vec::new();
        for (switch, runs) in switches {
            let (Some(first), Some(last)) = (runs.first(), runs.last()) else { continue };
            let mut is_new = true;
            if let Some((sequence, _)) = sequences.last() {
                is_new = first.lowest > sequence.highest;
            }
            if is_new {
                let least_gap = ((1_i64 << self.coarseness) - 1).max(1);
                let sequence =
                    Sequence { lowest: first.lowest, highest: last.highest, least_gap, ..Sequence::default() };
                sequences.push((sequence, Vec::new()));
            }
            let Some((sequence, all)) = sequences.last_mut() else { continue };
            sequence.highest = sequence.highest.max(last.highest);
            sequence.calls += runs.iter().map(|run| run.calls).sum::<u64>();
            sequence.switches.extend((!switch.is_empty()).then(|| switch.to_owned()));
            sequence.set_back.extend(set_back(&runs));
            all.extend(runs);
        }
        let with_gaps =
            |(sequence, runs): (Sequence, Vec<Run>)| Sequence { gaps: gaps(runs, sequence.least_gap), ..sequence };
        sequences.into_iter().map(with_gaps).collect()
    }
}

/// The gaps between runs. Those within a run are shorter than it.
fn gaps(mut runs: Vec<Run>, least: i64) -> Vec<Gap> {
    runs.sort_by_key(|run| run.lowest);
    let (mut gaps, mut before): (Vec<Gap>, Option<Run>) = (Vec::new(), None);
    for run in runs {
        if let Some(before) = before {
            let numbers = run.lowest.saturating_sub(before.highest).saturating_sub(1);
            if numbers >= least {
                gaps.push(Gap { numbers, from: before.starts.last, to: run.starts.first });
            }
        }
        // Runs of switches that share a sequence lie across one another.
        before = before.filter(|before| before.highest > run.highest).or(Some(run));
    }
    gaps
}

/// Where the clock went back, given the runs of one switch by their numbers.
fn set_back(runs: &[Run]) -> Vec<SetBack> {
    let time = |runs: &[Run]| {
        let mut starts: Vec<EpochMillis> = runs.iter().map(|run| run.starts.first).collect();
        starts.sort_unstable();
        starts[starts.len() / 2]
    };
    let times: Vec<EpochMillis> =
        runs.chunks(OF_ONE_TIME).filter(|runs| runs.len() > OF_ONE_TIME / 2).map(time).collect();
    // Runs in the middle of which it was set back lie between those before and those behind.
    let falls = times.chunk_by(|one, next| next < one).filter(|falling| falling.len() > 1);
    falls
        .map(|falling| SetBack { millis: falling[0].0.saturating_sub(falling[falling.len() - 1].0), at: falling[0] })
        .collect()
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
}

const COLUMNS: [Column; 3] = [Column::Start, Column::FlowNo, Column::Softswitch];

impl Gather for SerialsCount {
    type Sign = SerialNumbers;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, seen: &Seen<'_>, selection: &Selection) {
        let names = seen.words.names(NameColumn::Softswitch).words().skip(self.of_names.len());
        let more: Vec<i64> =
            names.map(|name| i64::from(self.switches.number(switch_name(name).unwrap_or_default()))).collect();
        self.of_names.extend(more);
        let unnamed = i64::from(self.switches.number(""));
        let [start, serial, switch] = COLUMNS.map(|column| seen.columns.column(column));
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
            let run = Run { calls: 1, lowest: number, highest: number, starts: Starts::of(start[row]) };
            let known = self.runs.entry((switch, number >> self.coarseness));
            known.and_modify(|known| known.merge(run)).or_insert(run);
        });
        while self.runs.len() > MOST_RUNS && self.used.len() <= MOST_SWITCHES {
            self.coarseness += 1;
            for ((switch, number), run) in std::mem::take(&mut self.runs) {
                let known = self.runs.entry((switch, number >> 1));
                known.and_modify(|known| known.merge(run)).or_insert(run);
            }
        }
    }

    fn sign(self, _: &Dictionaries, _: &Reasons) -> SerialNumbers {
        let name = |(switch, number): (i64, i64)| (self.switches.word(switch as u32).to_owned(), number);
        let runs = self.runs.into_iter().map(|(key, run)| (name(key), run)).collect();
        let too_many = self.used.len() > MOST_SWITCHES;
        let mut serials = SerialNumbers { runs, coarseness: self.coarseness, too_many };
        serials.fit(MOST_RUNS);
        serials
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A call a second, of these switches and numbers.
    fn serials(calls: impl IntoIterator<Item = (&'static str, i64)>) -> SerialNumbers {
        let run = |(at, (switch, number)): (i64, (&str, i64))| {
            let run = Run { calls: 1, lowest: number, highest: number, starts: Starts::of(at * 1000) };
            ((switch.to_owned(), number), run)
        };
        SerialNumbers { runs: (0..).zip(calls).map(run).collect(), ..SerialNumbers::default() }
    }

    #[test]
    fn gaps_are_the_same_when_not_every_number_is_kept() {
        let all = serials((0..1000).map(|at| ("", 5000 + at + at / 100 * 7 + if at >= 640 { 300 } else { 0 })));
        let mut few = all.clone();
        few.fit(80);
        let [all, few] = [all, few].map(|serials| serials.sequences().remove(0));
        assert_eq!((all.calls, all.missing(), all.gaps.len(), all.least_gap), (1000, 9 * 7 + 300, 10, 1));
        assert_eq!((few.calls, few.missing(), few.gaps.len(), few.least_gap), (1000, 9 * 7 + 300, 1, 15));
        let longest = all.gaps.iter().max_by_key(|gap| gap.numbers).unwrap();
        assert_eq!((longest.numbers, longest.from, longest.to), (300, EpochMillis(639_000), EpochMillis(640_000)));
        assert_eq!(few.gaps[0].numbers, 300);
    }

    #[test]
    fn switches_whose_numbers_lie_among_one_another_share_them() {
        let shared = serials((0..100).map(|at| (if at % 3 == 0 { "SW_1" } else { "SW_2" }, 1000 + at)));
        let [sequence] = shared.sequences().try_into().unwrap();
        assert_eq!((sequence.switches.len(), sequence.missing(), sequence.gaps), (2, 0, Vec::new()));
        let apart = serials((0..100).map(|at| if at < 50 { ("SW_1", 1000 + at) } else { ("SW_2", 9000 + at) }));
        let sequences = apart.sequences();
        assert_eq!(sequences.iter().map(|of| (of.calls, of.missing())).collect::<Vec<_>>(), [(50, 0), (50, 0)]);
    }
}
