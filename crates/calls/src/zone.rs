//! Zones of time: the one that times without a zone are of, and the one that a person sees times in. Whatever hangs on
//! a zone, an hour, a day or what a clock shows, is asked here.

use crate::instant::EpochMillis;
use serde::{Deserialize, Serialize};

const HOUR_MILLIS: i64 = 3_600_000;
const DAY_MILLIS: i64 = 24 * HOUR_MILLIS;

/// 1970-01-01 was a Thursday.
const EPOCH_WEEKDAY: i64 = 3;

/// How far local time is ahead of UTC, and since when. It is data: whoever knows zones makes it, a browser for example.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalZone {
    /// Its name, such as `Asia/Shanghai` or `+08:00`; empty for UTC.
    pub name: String,
    /// Each an instant in epoch milliseconds, ascending, and the seconds that local time is ahead of UTC from then on;
    /// before the first, its offset holds too. Empty for UTC.
    pub offsets: Vec<(i64, i32)>,
}

impl LocalZone {
    /// A zone that is always `seconds` ahead of UTC.
    pub fn fixed(name: &str, seconds: i32) -> Self {
        Self { name: name.to_owned(), offsets: vec![(i64::MIN, seconds)] }
    }

    /// Seconds that local time is ahead of UTC at an instant in epoch milliseconds.
    pub fn offset_at(&self, utc_millis: i64) -> i32 {
        let next = self.offsets.partition_point(|&(since, _)| since <= utc_millis);
        self.offsets.get(next.saturating_sub(1)).map_or(0, |&(_, seconds)| seconds)
    }

    /// The instants `from..to`, in epoch milliseconds, around `utc_millis` at which clocks of the zone show the same
    /// hour of the same day as then.
    pub fn hour_around(&self, utc_millis: i64) -> (i64, i64) {
        let next = self.offsets.partition_point(|&(since, _)| since <= utc_millis);
        // Before the first of them, its offset holds too.
        let since = if next == 0 { i64::MIN } else { self.offsets[next - 1].0 };
        let until = self.offsets.get(next).map_or(i64::MAX, |&(since, _)| since);
        let begin = utc_millis.saturating_sub(self.local(utc_millis).rem_euclid(HOUR_MILLIS));
        (begin.max(since), begin.saturating_add(HOUR_MILLIS).min(until))
    }

    /// What clocks of the zone show at an instant, counted as epoch milliseconds.
    pub fn local(&self, utc_millis: i64) -> i64 {
        utc_millis.saturating_add(i64::from(self.offset_at(utc_millis)) * 1000)
    }

    /// `2026-03-02 14:00:05`, as clocks of the zone show it; empty for years that calendars do not have.
    pub fn clock(&self, at: EpochMillis) -> String {
        EpochMillis(self.local(at.0)).rfc3339().get(..19).unwrap_or_default().replace('T', " ")
    }

    /// The hour that clocks of the zone show at an instant in epoch milliseconds, 0 to 23.
    pub fn hour_of_day(&self, utc_millis: i64) -> i64 {
        self.local(utc_millis).rem_euclid(DAY_MILLIS) / HOUR_MILLIS
    }

    /// The day of the week there, 0 for Monday to 6.
    pub fn weekday(&self, utc_millis: i64) -> i64 {
        (self.local(utc_millis).div_euclid(DAY_MILLIS) + EPOCH_WEEKDAY).rem_euclid(7)
    }

    /// The instant at which clocks of the zone show `local_millis` (which counts as epoch milliseconds do). Of two such
    /// instants, when clocks are set back, the earlier one; where clocks were set forward over it, as if they had not
    /// been.
    pub fn instant(&self, local_millis: i64) -> i64 {
        let before = self.offset_at(local_millis - 24 * 3_600_000);
        let as_before = local_millis - i64::from(before) * 1000;
        if self.offset_at(as_before) == before {
            return as_before;
        }
        let after = local_millis - i64::from(self.offset_at(local_millis + 24 * 3_600_000)) * 1000;
        if self.local(after) == local_millis { after } else { as_before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = HOUR_MILLIS;

    #[test]
    fn what_clocks_show() {
        let (utc, east) = (LocalZone::default(), LocalZone::fixed("+08:00", 8 * 3600));
        // 2026-03-01 23:30:05.678 UTC, a Sunday.
        let at = EpochMillis(1_772_407_805_678);
        assert_eq!((utc.clock(at).as_str(), east.clock(at).as_str()), ("2026-03-01 23:30:05", "2026-03-02 07:30:05"));
        assert_eq!((utc.hour_of_day(at.0), east.hour_of_day(at.0)), (23, 7));
        assert_eq!((utc.weekday(at.0), east.weekday(at.0)), (6, 0));
        assert_eq!((utc.hour_of_day(-1), utc.weekday(-1)), (23, 2));
        assert_eq!(utc.clock(EpochMillis(i64::MAX)), "");
    }

    #[test]
    fn within_an_hour_of_the_clock_hour_and_day_are_the_same() {
        // Half an hour ahead from 10:20 on, back again later; an odd offset before.
        let zone = LocalZone {
            name: String::new(),
            offsets: vec![(i64::MIN, 613), (10 * HOUR + 20 * 60_000, 1800), (31 * HOUR, 0)],
        };
        for at in (0..40 * HOUR).step_by(30_011) {
            let (from, to) = zone.hour_around(at);
            assert!((from..to).contains(&at) && to - from <= HOUR);
            for other in [from, to - 1] {
                let shown = |at| (zone.hour_of_day(at), zone.weekday(at));
                assert_eq!(shown(other), shown(at), "{at} {other}");
            }
        }
        assert_eq!(LocalZone::default().hour_around(5), (0, HOUR));
    }

    #[test]
    fn a_fixed_zone() {
        let zone = LocalZone::fixed("+08:00", 8 * 3600);
        assert_eq!(zone.instant(1_772_452_800_000), 1_772_452_800_000 - 8 * HOUR);
        assert_eq!(LocalZone::default().instant(5), 5);
    }

    #[test]
    fn clocks_that_are_set() {
        // An hour ahead from 100 h on, back again from 200 h on.
        let zone = LocalZone { name: String::new(), offsets: vec![(i64::MIN, 0), (100 * HOUR, 3600), (200 * HOUR, 0)] };
        assert_eq!(zone.instant(99 * HOUR), 99 * HOUR);
        assert_eq!(zone.instant(100 * HOUR + 1), 100 * HOUR + 1, "shown by no clock");
        assert_eq!(zone.instant(101 * HOUR), 100 * HOUR);
        assert_eq!(zone.instant(150 * HOUR), 149 * HOUR);
        assert_eq!(zone.instant(200 * HOUR), 199 * HOUR, "shown twice");
        assert_eq!(zone.instant(201 * HOUR), 201 * HOUR);
    }
}
