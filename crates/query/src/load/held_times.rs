//! From when on and for how long the calls of a block hold a line.

use super::super::grouping::UnpackedColumns;
use store::{ABSENT, Block, Column};

/// When the calls of a block begin, and for how long they hold a line, in whole seconds.
#[derive(Debug, Default)]
pub(in super::super) struct HeldTimes {
    /// The second of each call's start, since 1970.
    pub(in super::super) from: Vec<i64>,
    /// For how many seconds it holds a line from then on; 0 for one that holds none.
    pub(in super::super) seconds: Vec<u64>,
}

/// The columns that they are made of.
const COLUMNS: [Column; 3] = [Column::Start, Column::Duration, Column::TalkTime];

impl HeldTimes {
    /// Those of the next block.
    pub(in super::super) fn find(&mut self, block: &Block, columns: &mut UnpackedColumns) {
        columns.unpack(block, &COLUMNS);
        let [start, duration, talk] = COLUMNS.map(|column| columns.column(column));
        let calls = || start.iter().zip(duration).zip(talk).map(|((&start, &duration), &talk)| (start, duration, talk));
        let bounds = block.column(Column::Start).bounds();
        let longest = block.column(Column::Duration).bounds().map_or(0, |(_, longest)| longest);
        match bounds {
            // From the first second of the block on, all of its times fit 32 bits, unless it is of many weeks.
            Some((first, last)) if last.saturating_sub(first) < (1 << 32) - 1000 && longest < 1 << 31 => {
                self.find_near(first.div_euclid(1000), calls());
            }
            _ => {
                self.from.clear();
                self.from.extend(start.iter().map(|start| start.div_euclid(1000)));
                self.seconds.clear();
                self.seconds.extend(calls().map(|(start, duration, talk)| held_seconds(start, duration, talk)));
            }
        }
    }

    /// By divisions of 32 bits, which are several times as fast as those of 64.
    #[inline(never)]
    #[expect(clippy::cast_possible_truncation, reason = "whoever calls it has looked at the bounds of the columns")]
    fn find_near(&mut self, first: i64, calls: impl Iterator<Item = (i64, i64, i64)> + Clone) {
        let since = |start: i64| (start - first * 1000) as u32;
        self.from.clear();
        self.from.extend(calls.clone().map(|(start, ..)| first + i64::from(since(start) / 1000)));
        self.seconds.clear();
        self.seconds.extend(calls.map(|(start, duration, talk)| {
            // Whole seconds from wherever in a second it starts, where nobody says when it stopped.
            let seconds = u64::from((since(start) % 1000 + duration as u32) / 1000);
            if duration == ABSENT { talk as u64 } else { seconds }
        }));
    }
}

/// The seconds from which and up to which a call holds a line, given the values of its columns; `None` for one that
/// holds none.
fn held(start: i64, duration: i64, talk_seconds: i64) -> Option<(i64, i64)> {
    let stop = if duration == ABSENT {
        start.saturating_add(talk_seconds.saturating_mul(1000))
    } else {
        start.saturating_add(duration)
    };
    let (from, to) = (start.div_euclid(1000), stop.div_euclid(1000));
    (to > from).then_some((from, to))
}

/// Milliseconds since the last whole second, by divisions of 32 bits: those of 64 bits are several times as slow in the
/// page.
#[expect(clippy::cast_possible_truncation, reason = "the halves of 64 bits, one by one")]
#[inline]
fn millis_within_second(at: i64) -> i64 {
    /// What is left of 2^32 when thousands are taken away.
    const LEFT: u32 = ((1_u64 << 32) % 1000) as u32;
    match u64::try_from(at) {
        Ok(at) => i64::from(((at >> 32) as u32 % 1000 * LEFT + at as u32 % 1000) % 1000),
        Err(_) => at.rem_euclid(1000),
    }
}

/// How many seconds these are: 0 for a call that holds no line.
#[inline]
fn held_seconds(start: i64, duration: i64, talk_seconds: i64) -> u64 {
    if duration == ABSENT {
        // Whole seconds from wherever in a second it starts.
        return talk_seconds as u64;
    }
    let within = millis_within_second(start);
    // Most are so short that this fits 32 bits.
    match u32::try_from(duration.saturating_add(within)) {
        Ok(millis) => u64::from(millis / 1000),
        Err(_) => held(start, duration, talk_seconds).map_or(0, |(from, to)| (to - from) as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::{Call, EpochMillis};
    use proptest::prelude::*;
    use store::{BlockKey, Shard};

    proptest! {
        #[test]
        fn seconds_are_those_from_and_up_to_which_a_call_holds_a_line(
            start in prop_oneof![-5_000_000_000_000..5_000_000_000_000_i64, any::<i64>()],
            duration in prop_oneof![Just(ABSENT), 0..10_000_000_000_i64, 0..i64::MAX], talk in 0..100_000_i64,
        ) {
            // A start so late that its stop cannot be told is in no file.
            let start = start.min(i64::MAX - 1000 * talk);
            let expected = held(start, duration, talk).map_or(0, |(from, to)| (to - from) as u64);
            prop_assert_eq!(millis_within_second(start), start.rem_euclid(1000));
            prop_assert_eq!(held_seconds(start, duration, talk), expected);
        }

        #[test]
        fn a_block_has_the_times_of_each_of_its_calls(
            calls in proptest::collection::vec(
                (
                    prop_oneof![5 => 0..100_000_i64, 1 => -5_000_000_000_000..5_000_000_000_000_i64],
                    proptest::option::of(prop_oneof![5 => -5_000..100_000_i64, 1 => 0..9_000_000_000_000_i64]),
                    0..1000_u32,
                ),
                1..40,
            ),
        ) {
            let mut shard = Shard::default();
            for &(start, length, talk_seconds) in &calls {
                let (start, stop) = (EpochMillis(start), length.map(|length| EpochMillis(start + length)));
                shard.push(&Call { start, stop, talk_seconds, ..Call::default() });
            }
            shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
            let (mut times, mut columns) = (HeldTimes::default(), UnpackedColumns::default());
            times.find(&shard.blocks()[0].1, &mut columns);
            for (at, &(start, length, talk)) in calls.iter().enumerate() {
                let duration = length.filter(|&length| length >= 0).unwrap_or(ABSENT);
                let expected = held(start, duration, talk.into());
                prop_assert_eq!(times.from[at], start.div_euclid(1000));
                prop_assert_eq!(times.seconds[at], expected.map_or(0, |(from, to)| (to - from) as u64));
            }
        }
    }
}
