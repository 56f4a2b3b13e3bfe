//! When the calls of each file began, and whether their times agree with one another.

use super::super::grouping::BlockView;
use super::super::interpretation::Reasons;
use super::keyed::{Keyed, Starts};
use super::{Merge, SignAccumulator, SignsSpec};
use calls::{EpochMillis, LocalZone};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use store::{ABSENT, Column, Dictionaries, Selection};

const HOUR_MILLIS: i64 = 3_600_000;
const QUARTER_SECONDS: i64 = 900;

/// There are so many steps at most, in some 2 MB: beyond, they become twice as long, of all files alike.
const MOST_STEPS: usize = 1 << 15;

/// Then all instants are in one step, or in two: before and after 1970.
const COARSEST: u8 = 42;

/// From start to stop and talk time differ by a constant if they do so give or take so many seconds: that also covers
/// ringing, where the start is that of the attempt.
const SLACK_SECONDS: i64 = 60;

/// Clocks are no further apart than this: from -12:00 to +14:00.
const MOST_QUARTERS: i64 = 26 * 4;

/// The times of the calls of each file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// By file, as [`super::super::Dimension::File`] names it, and the number of the step since 1970.
    steps: Keyed<(u32, i64), ClockStep>,
    /// A step is an hour, doubled so many times.
    coarseness: u8,
    files: Keyed<u32, CallLengths>,
}

/// The calls that began in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockStep {
    /// All of them.
    pub calls: u64,
    /// Those that were up when the file was written.
    pub in_progress: u64,
    /// When they began.
    pub starts: Starts,
}

impl Merge for ClockStep {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.in_progress += other.in_progress;
        self.starts.merge(other.starts);
    }
}

/// How long the calls of a file were by their start and stop, against their talk time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallLengths {
    /// Calls with a stop at their start or later.
    pub timed: u64,
    /// Calls that are over, and have no stop or one before their start.
    pub untimed: u64,
    /// Calls that stop later than start and talk time say, by so many quarters of an hour, at least one, give or take a
    /// minute.
    pub shifted: Keyed<i64, u64>,
}

impl Merge for CallLengths {
    fn merge(&mut self, other: Self) {
        self.timed += other.timed;
        self.untimed += other.untimed;
        self.shifted.merge(other.shifted);
    }
}

impl Merge for Clock {
    fn merge(&mut self, mut other: Self) {
        let coarseness = self.coarseness.max(other.coarseness);
        self.coarsen(coarseness);
        other.coarsen(coarseness);
        self.steps.merge(other.steps);
        self.files.merge(other.files);
        self.fit(MOST_STEPS);
    }
}

impl Clock {
    /// How long a step is, in milliseconds: an hour, unless files are of many years.
    pub fn step_millis(&self) -> i64 {
        HOUR_MILLIS.saturating_mul(1 << self.coarseness)
    }

    /// Each file and the lengths of its calls.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (u32, &CallLengths)> {
        self.files.iter().map(|(&file, lengths)| (file, lengths))
    }

    /// The steps in which calls of a file began, or those of all files, by their begins.
    pub fn steps(&self, of: Option<u32>) -> Vec<(EpochMillis, ClockStep)> {
        let mut all: Keyed<i64, ClockStep> = Keyed::default();
        for (&(file, number), &step) in self.steps.iter() {
            if of.is_none_or(|of| of == file) {
                all.add(number, step);
            }
        }
        let begin = |number: i64| EpochMillis(number.saturating_mul(self.step_millis()));
        all.iter().map(|(&number, &step)| (begin(number), step)).collect()
    }

    fn coarsen(&mut self, to: u8) {
        let by = to - self.coarseness;
        if by > 0 {
            self.steps.rekey(|&(file, number)| (file, number >> by));
            self.coarseness = to;
        }
    }

    /// However calls are put together on the way, steps are in the end as long as all calls need.
    pub(super) fn fit(&mut self, most: usize) {
        while self.steps.len() > most && self.coarseness < COARSEST {
            self.coarsen(self.coarseness + 1);
        }
    }
}

/// Times that a shard is gathering.
#[derive(Debug, Default)]
pub(super) struct ClockCount {
    steps: FxHashMap<(u32, i64), ClockStep>,
    coarseness: u8,
    files: FxHashMap<u32, CallLengths>,
    /// The file and the step of the last call: mostly those of the next one too.
    last: Option<((u32, i64), ClockStep)>,
}

impl ClockCount {
    fn put_by_last(&mut self) {
        if let Some((key, step)) = self.last.take() {
            self.steps.entry(key).and_modify(|known| known.merge(step)).or_insert(step);
        }
    }
}

const COLUMNS: [Column; 4] = [Column::Start, Column::Duration, Column::TalkTime, Column::InProgress];

impl SignAccumulator for ClockCount {
    type Sign = Clock;

    const COLUMNS: &'static [Column] = &COLUMNS;

    fn new(_: &SignsSpec, _: &LocalZone) -> Self {
        Self::default()
    }

    fn add(&mut self, view: &BlockView<'_>, selection: &Selection) {
        let [start, duration, talk, in_progress] = COLUMNS.map(|column| view.columns.column(column));
        let lengths = self.files.entry(view.file).or_default();
        selection.for_each(|row| {
            let is_up = in_progress[row] == 1;
            let step = ClockStep { calls: 1, in_progress: is_up.into(), starts: Starts::of(start[row]) };
            let key = (view.file, start[row].div_euclid(HOUR_MILLIS) >> self.coarseness);
            match &mut self.last {
                Some((last, known)) if *last == key => known.merge(step),
                last => {
                    if let Some((key, step)) = last.replace((key, step)) {
                        self.steps.entry(key).and_modify(|known| known.merge(step)).or_insert(step);
                    }
                }
            }
            match duration[row] {
                ABSENT => lengths.untimed += u64::from(!is_up),
                millis => {
                    lengths.timed += 1;
                    let beyond = millis / 1000 - talk[row];
                    let quarters = (beyond + QUARTER_SECONDS / 2).div_euclid(QUARTER_SECONDS);
                    let is_shifted = (beyond - quarters * QUARTER_SECONDS).abs() <= SLACK_SECONDS;
                    if is_shifted && (1..=MOST_QUARTERS).contains(&quarters) {
                        lengths.shifted.add(quarters, 1);
                    }
                }
            }
        });
        self.put_by_last();
        while self.steps.len() > MOST_STEPS && self.coarseness < COARSEST {
            self.coarseness += 1;
            for ((file, number), step) in std::mem::take(&mut self.steps) {
                self.steps.entry((file, number >> 1)).and_modify(|known| known.merge(step)).or_insert(step);
            }
        }
    }

    fn sign(self, _: &Dictionaries, _: &Reasons) -> Clock {
        let (steps, files) = (self.steps.into_iter().collect(), self.files.into_iter().collect());
        Clock { steps, coarseness: self.coarseness, files }
    }
}
