//! What serial numbers tell: their sequences, what is missing in them, and whether clocks were set back meanwhile.

use super::serials::{Run, SerialNumbers};
use calls::EpochMillis;
use sorting::Sort;
use std::collections::BTreeMap;
use std::ops::Range;

/// So many runs one after another tell what time it was: the time that half of them began by. One odd call among them
/// changes little.
const OF_ONE_TIME: usize = 16;

/// Numbers of calls that begin and end so close to one another may be exchanged.
const FAR_MILLIS: i64 = 15 * 60_000;

/// Numbers follow time if at most one run of so many is earlier than the one before.
const ONE_EARLIER_OF: usize = 20;

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
    /// Where the clock of a switch was set back, if its numbers follow time.
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

/// Calls with later numbers that began and were over earlier: a switch gives numbers in the order in which calls begin,
/// or in which they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetBack {
    /// By about so many milliseconds.
    pub millis: i64,
    /// When the calls with earlier numbers began.
    pub at: EpochMillis,
}

impl SerialNumbers {
    /// The sequences, by their lowest numbers.
    pub fn sequences(&self) -> Vec<Sequence> {
        let mut by_switch: BTreeMap<&str, Vec<Run>> = BTreeMap::new();
        for ((switch, _), run) in self.runs.iter() {
            by_switch.entry(switch).or_default().push(*run);
        }
        let mut switches: Vec<(&str, Vec<Run>)> = by_switch.into_iter().collect();
        switches.order_by_key(|(_, runs)| runs.first().map(|run| run.lowest));
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
            if follow_time(&runs) {
                sequence.set_back.extend(set_back(&runs));
            }
            all.extend(runs);
        }
        let with_gaps =
            |(sequence, runs): (Sequence, Vec<Run>)| Sequence { gaps: gaps(runs, sequence.least_gap), ..sequence };
        sequences.into_iter().map(with_gaps).collect()
    }
}

/// The gaps between runs. Those within a run are shorter than it.
fn gaps(mut runs: Vec<Run>, least: i64) -> Vec<Gap> {
    runs.order_by_key(|run| run.lowest);
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

/// Whether numbers follow time at all: a run that is earlier than the one before, by its begin and by its end, is a
/// rare thing. A clock that is set back makes one such run.
fn follow_time(runs: &[Run]) -> bool {
    let is_earlier = |pair: &&[Run]| {
        let by = |of: fn(&Run) -> EpochMillis| of(&pair[0]).0.saturating_sub(of(&pair[1]).0);
        by(|run| run.starts.first) > FAR_MILLIS && by(|run| run.over) > FAR_MILLIS
    };
    runs.windows(2).filter(is_earlier).count() * ONE_EARLIER_OF <= runs.len()
}

/// Where the clock went back, given the runs of one switch by their numbers. Both the times at which calls began and
/// those at which they were over went back then: where numbers are given at the end of calls, long ones began earlier
/// than short ones, and no clock is to blame.
fn set_back(runs: &[Run]) -> Vec<SetBack> {
    let begun = falls(runs, |run| run.starts.first);
    let over = falls(runs, |run| run.over);
    let both = begun.into_iter().filter_map(|(at, back)| {
        // Calls of another length make that the one goes back a little before the other.
        let beside = |other: &&(Range<usize>, SetBack)| other.0.start <= at.end && at.start <= other.0.end;
        let millis = over.iter().find(beside)?.1.millis;
        Some(SetBack { millis: back.millis.min(millis), ..back })
    });
    both.collect()
}

/// Where times go back, as places among each [`OF_ONE_TIME`] runs.
fn falls(runs: &[Run], of: impl Fn(&Run) -> EpochMillis) -> Vec<(Range<usize>, SetBack)> {
    let time = |runs: &[Run]| {
        let mut times: Vec<EpochMillis> = runs.iter().map(&of).collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    let times: Vec<EpochMillis> =
        runs.chunks(OF_ONE_TIME).filter(|runs| runs.len() > OF_ONE_TIME / 2).map(time).collect();
    // Runs in the middle of which it was set back lie between those before and those behind.
    let mut begin = 0;
    let mut falls = Vec::new();
    for falling in times.chunk_by(|one, next| next < one) {
        let (first, last) = (falling[0], falling[falling.len() - 1]);
        if falling.len() > 1 {
            let back = SetBack { millis: first.0.saturating_sub(last.0), at: first };
            falls.push((begin..begin + falling.len() - 1, back));
        }
        begin += falling.len();
    }
    falls
}

#[cfg(test)]
mod tests {
    use super::super::keyed::Starts;
    use super::*;

    /// A call a second, of these switches and numbers.
    fn serials(calls: impl IntoIterator<Item = (&'static str, i64)>) -> SerialNumbers {
        let run = |(at, (switch, number)): (i64, (&str, i64))| {
            let run = Run {
                calls: 1,
                lowest: number,
                highest: number,
                starts: Starts::of(at * 1000),
                over: EpochMillis(at * 1000),
            };
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
