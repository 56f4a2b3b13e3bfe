//! Steps of time, as clocks of a zone show them.

use calls::LocalZone;

const DAY_SECONDS: i64 = 24 * 3600;
const DAY_MILLIS: i64 = DAY_SECONDS * 1000;
const WEEK_DAYS: i64 = 7;

/// The days from a Monday to 1970-01-01, a Thursday.
const DAYS_SINCE_MONDAY: i64 = 3;

/// Steps of time without gaps. Those shorter than a day are counted from each midnight that clocks of the zone show,
/// and the last one of a day ends with it, so that a day on which clocks are set is neither cut nor counted twice. Days
/// begin at midnight, whole weeks on Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeSteps {
    seconds: i64,
    zone: LocalZone,
    /// The step that was looked up last: calls mostly come in the order of time.
    last: (i64, i64),
}

impl TimeSteps {
    /// Steps of so many seconds, at least one; what is a day or more is whole days.
    pub fn new(seconds: u32, zone: LocalZone) -> Self {
        let seconds = i64::from(seconds.max(1));
        let seconds = if seconds < DAY_SECONDS { seconds } else { seconds / DAY_SECONDS * DAY_SECONDS };
        Self { seconds, zone, last: (0, 0) }
    }

    /// How long a step is, in seconds, where no clock is set and no day ends.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }

    /// The begin of the step that an instant is in, and that of the next one; in epoch milliseconds.
    pub fn step(&mut self, at: i64) -> (i64, i64) {
        if !(self.last.0..self.last.1).contains(&at) {
            self.last = self.find(at);
        }
        self.last
    }

    fn find(&self, at: i64) -> (i64, i64) {
        let local = self.zone.local(at);
        let day = local.div_euclid(DAY_MILLIS);
        let midnight = |day: i64| self.zone.instant(day.saturating_mul(DAY_MILLIS));
        if self.seconds < DAY_SECONDS {
            let (begin, end) = (midnight(day), midnight(day + 1));
            let from = begin + (at - begin).div_euclid(self.seconds * 1000) * self.seconds * 1000;
            (from, (from + self.seconds * 1000).min(end.max(at + 1)))
        } else {
            let days = self.seconds / DAY_SECONDS;
            let before = if days % WEEK_DAYS == 0 { DAYS_SINCE_MONDAY } else { 0 };
            let first = (day + before).div_euclid(days) * days - before;
            (midnight(first), midnight(first + days))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;

    /// An hour ahead from 02:00 on the fifth day, back again from 03:00 (02:00 then) on the tenth day.
    fn zone() -> LocalZone {
        let offsets = vec![(i64::MIN, 3600), (4 * DAY_MILLIS + HOUR, 7200), (9 * DAY_MILLIS + HOUR, 3600)];
        LocalZone { name: String::new(), offsets }
    }

    #[test]
    fn days_and_weeks_begin_at_midnight_of_the_zone() {
        let mut days = TimeSteps::new(86_400, zone());
        assert_eq!(days.step(0), (-HOUR, 23 * HOUR));
        assert_eq!(days.step(23 * HOUR), (23 * HOUR, 47 * HOUR));
        assert_eq!(days.step(4 * DAY_MILLIS), (4 * DAY_MILLIS - HOUR, 5 * DAY_MILLIS - 2 * HOUR), "23 hours");
        let mut weeks = TimeSteps::new(7 * 86_400, LocalZone::default());
        assert_eq!(weeks.step(0), (-3 * DAY_MILLIS, 4 * DAY_MILLIS), "from Monday, 29 December 1969");
    }

    #[test]
    fn hours_where_clocks_are_half_an_hour_off() {
        let mut hours = TimeSteps::new(3600, LocalZone::fixed("+05:30", 19_800));
        assert_eq!(hours.step(0), (-HOUR / 2, HOUR / 2));
    }

    proptest! {
        #[test]
        fn steps_have_no_gaps(
            at in -20 * DAY_MILLIS..40 * DAY_MILLIS,
            seconds in prop_oneof![1..200_000_u32, Just(3600), Just(7 * 86_400)],
        ) {
            let mut steps = TimeSteps::new(seconds, zone());
            let (begin, next) = steps.step(at);
            prop_assert!(begin <= at && at < next);
            prop_assert_eq!(TimeSteps::new(seconds, zone()).step(begin), (begin, next));
            prop_assert_eq!(TimeSteps::new(seconds, zone()).step(next).0, next);
            prop_assert_eq!(TimeSteps::new(seconds, zone()).step(begin - 1).1, begin);
        }
    }
}
