//! The zone of times that carry none.

use serde::{Deserialize, Serialize};

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

    /// What clocks of the zone show at an instant, counted as epoch milliseconds.
    pub fn local(&self, utc_millis: i64) -> i64 {
        utc_millis.saturating_add(i64::from(self.offset_at(utc_millis)) * 1000)
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

    const HOUR: i64 = 3_600_000;

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
