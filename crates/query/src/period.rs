//! Spans of time, and which of them calls are compared with.

use super::filter::{Condition, Filter, FilterField};
use super::time_steps::TimeSteps;
use calls::{EpochMillis, LocalZone};
use store::Column;

const DAY_SECONDS: u32 = 24 * 3600;

/// A day counts as whole if the first call of all comes no later than this after its begin, and the last one no earlier
/// before its end.
const DAY_EDGE_MILLIS: i64 = 30 * 60_000;

/// A span of time, without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its begin.
    pub from: EpochMillis,
    /// The first instant that is not in it.
    pub to: EpochMillis,
}

impl Period {
    /// A period between two instants in epoch milliseconds.
    pub fn new(from: i64, to: i64) -> Self {
        Self { from: EpochMillis(from), to: EpochMillis(to) }
    }

    /// That of a filter; `None` where it has none, or one without a begin or an end. Times without a zone are of
    /// `zone`.
    pub fn of_filter(filter: &Filter, zone: &LocalZone) -> Option<Self> {
        let criterion = filter.active().find(|criterion| criterion.field == FilterField::Period)?;
        match Condition::of(criterion, zone).ok()? {
            Condition::Between { column: Column::Start, from, to }
                if from > i64::MIN + 1 && to < i64::MAX && from < to =>
            {
                // What a criterion means has its end included.
                Some(Self::new(from, to + 1))
            }
            _ => None,
        }
    }

    /// What a filter is to say for it.
    pub fn criterion(&self) -> String {
        format!("{}..{}", self.from.rfc3339(), self.to.rfc3339())
    }

    /// The same length right before it.
    pub fn before(&self) -> Self {
        Self { from: EpochMillis(self.from.0 - (self.to.0 - self.from.0)), to: self.from }
    }

    /// A filter that wants the same as another one, but of this period.
    pub fn in_place_of(&self, filter: &Filter) -> Filter {
        let mut of_period = filter.clone();
        of_period.set(FilterField::Period, &self.criterion());
        of_period
    }
}

/// The last whole day of calls that began from `first` to `last`, and the day before, which is whole too; `None` where
/// there are no two such days. Days are those of clocks of `zone`.
pub fn last_whole_days((first, last): (EpochMillis, EpochMillis), zone: &LocalZone) -> Option<[Period; 2]> {
    let mut days = TimeSteps::new(DAY_SECONDS, zone.clone());
    let mut day = |at: i64| {
        let (from, to) = days.step(at);
        Period::new(from, to)
    };
    let of_last = day(last.0);
    let is_over = last.0 >= of_last.to.0 - DAY_EDGE_MILLIS;
    let later = if is_over { of_last } else { day(of_last.from.0 - 1) };
    let earlier = day(later.from.0 - 1);
    (first.0 <= earlier.from.0 + DAY_EDGE_MILLIS).then_some([later, earlier])
}

/// What the figures of a selection are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// The same length right before the period of the filter.
    Before(Period),
    /// That time is not in the files, or not all of it.
    NotInFiles,
    /// Without a period in the filter: the last whole day of the files, and the day before.
    Days([Period; 2]),
    /// There are no two whole days.
    TooShort,
}

impl Baseline {
    /// For a filter and files whose calls began from the first to the last instant of `files`.
    pub fn of(filter: &Filter, files: (EpochMillis, EpochMillis), zone: &LocalZone) -> Self {
        if filter.active().any(|criterion| criterion.field == FilterField::Period) {
            let Some(mut period) = Period::of_filter(filter, zone) else { return Self::NotInFiles };
            // Calls need not come at once, nor up to the end; a twentieth of the period is little enough to compare.
            let edge = |period: &Period| ((period.to.0 - period.from.0) / 20).min(DAY_EDGE_MILLIS);
            if period.to.0 > files.1.0 + edge(&period) {
                // What the files do not reach is compared with nothing.
                period.to = EpochMillis(files.1.0 + 1);
            }
            let before = period.before();
            let is_in_files = period.from < period.to && files.0.0 <= before.from.0 + edge(&before);
            return if is_in_files { Self::Before(before) } else { Self::NotInFiles };
        }
        last_whole_days(files, zone).map_or(Self::TooShort, Self::Days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;

    fn filter(text: &str) -> Filter {
        let mut filter = Filter::default();
        filter.set(FilterField::Account, "a");
        filter.set(FilterField::Period, text);
        filter
    }

    #[test]
    fn the_period_of_a_filter_and_the_one_before() {
        let of = |text: &str| Period::of_filter(&filter(text), &LocalZone::default());
        let period = of("1970-01-02 06:00..1970-01-02 08:00").unwrap();
        assert_eq!(period, Period::new(DAY + 6 * HOUR, DAY + 8 * HOUR));
        assert_eq!(period.before(), Period::new(DAY + 4 * HOUR, DAY + 6 * HOUR));
        assert_eq!(of(&period.criterion()), Some(period));
        assert_eq!([of("1970-01-02.."), of("..1970-01-02"), of("what")], [None; 3]);
        assert_eq!(of("1970-01-02"), Some(Period::new(DAY, 2 * DAY)));
        let before = period.before().in_place_of(&filter("1970-01-02 06:00..1970-01-02 08:00"));
        assert_eq!(before.get(FilterField::Account).unwrap().text, "a");
        assert_eq!(Period::of_filter(&before, &LocalZone::default()), Some(period.before()));
    }

    #[test]
    fn one_that_is_off_is_none() {
        let mut off = filter("1970-01-02");
        off.toggle(FilterField::Period);
        assert_eq!(Period::of_filter(&off, &LocalZone::default()), None);
    }

    #[test]
    fn days_that_are_whole() {
        let days =
            |first: i64, last: i64| last_whole_days((EpochMillis(first), EpochMillis(last)), &LocalZone::default());
        let day = |at: i64| Period::new(at * DAY, (at + 1) * DAY);
        assert_eq!(days(5, 2 * DAY - 5), Some([day(1), day(0)]));
        assert_eq!(days(5, 2 * DAY + 7 * HOUR), Some([day(1), day(0)]), "the third day is not over");
        assert_eq!(days(HOUR, 2 * DAY + 7 * HOUR), None, "the first day is not whole");
        assert_eq!(days(HOUR, 3 * DAY - 1), Some([day(2), day(1)]));
        assert_eq!(days(5, DAY - 1), None);
        let east = LocalZone::fixed("+08:00", 8 * 3600);
        let of = |at: i64| Period::new(at * DAY - 8 * HOUR, (at + 1) * DAY - 8 * HOUR);
        assert_eq!(last_whole_days((EpochMillis(-8 * HOUR), EpochMillis(2 * DAY)), &east), Some([of(1), of(0)]));
    }

    #[test]
    fn what_figures_are_compared_with() {
        let files = (EpochMillis(0), EpochMillis(3 * DAY - 1));
        let of = |text: &str| Baseline::of(&filter(text), files, &LocalZone::default());
        assert_eq!(of("1970-01-02"), Baseline::Before(Period::new(0, DAY)));
        let over_the_end = of("1970-01-03 12:00..1970-01-04");
        assert_eq!(over_the_end, Baseline::Before(Period::new(2 * DAY, 2 * DAY + 12 * HOUR)));
        assert_eq!(of("1970-02-01"), Baseline::NotInFiles, "the files end before");
        assert_eq!(of("1970-01-01 06:00..1970-01-02 00:00"), Baseline::NotInFiles, "18 hours before are not");
        assert_eq!(of("1970-01-01"), Baseline::NotInFiles);
        assert_eq!(of("1970-01-02.."), Baseline::NotInFiles, "it has no end");
        assert_eq!(of(""), Baseline::Days([Period::new(2 * DAY, 3 * DAY), Period::new(DAY, 2 * DAY)]));
        let short = (EpochMillis(0), EpochMillis(DAY - 1));
        assert_eq!(Baseline::of(&Filter::default(), short, &LocalZone::default()), Baseline::TooShort);
    }
}
