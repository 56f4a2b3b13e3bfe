//! Which two selections are compared.

use super::split::Basis;
use calls::{EpochMillis, LocalZone};
use query::{Baseline, Filter, FilterField, Measures, Period, last_whole_days};

/// How two selections are made of the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairing {
    /// The filter's period, and the same length right before it.
    Before,
    /// The last whole day, and the day before.
    Days,
    /// The halves of the filter's period, or of the files'.
    Halves,
    /// Two periods that a person typed.
    Typed,
    /// Two files.
    Files,
    /// Two values of a field.
    Values,
}

impl Pairing {
    /// All of them, in the order in which a person is offered them.
    pub const ALL: [Pairing; 6] =
        [Pairing::Before, Pairing::Days, Pairing::Halves, Pairing::Typed, Pairing::Files, Pairing::Values];

    /// Its name in addresses; [`Pairing::parse`] reads it back.
    pub fn key(self) -> &'static str {
        match self {
            Pairing::Before => "before",
            Pairing::Days => "days",
            Pairing::Halves => "halves",
            Pairing::Typed => "periods",
            Pairing::Files => "files",
            Pairing::Values => "values",
        }
    }

    /// The way of a name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pairing| pairing.key() == key)
    }

    /// What says something without that a person chooses anything, for files whose calls began from the first to the
    /// last instant of `files`.
    pub fn usual(filter: &Filter, files: (EpochMillis, EpochMillis), zone: &LocalZone) -> Self {
        match Baseline::of(filter, files, zone) {
            Baseline::Before(_) => Pairing::Before,
            Baseline::Days(_) => Pairing::Days,
            Baseline::NotInFiles | Baseline::TooShort => Pairing::Halves,
        }
    }

    /// The two periods that it compares, the earlier one first, where these do not hang on what a person typed; `None`
    /// also where the files do not have them.
    pub fn periods(self, filter: &Filter, files: (EpochMillis, EpochMillis), zone: &LocalZone) -> Option<[Period; 2]> {
        match self {
            Pairing::Before => match Baseline::of(filter, files, zone) {
                Baseline::Before(before) => {
                    let length = before.to.0 - before.from.0;
                    Some([before, Period::new(before.to.0, before.to.0 + length)])
                }
                _ => None,
            },
            Pairing::Days => last_whole_days(files, zone).map(|[later, earlier]| [earlier, later]),
            Pairing::Halves => {
                let all = Period::new(files.0.0, files.1.0 + 1);
                let wanted = Period::of_filter(filter, zone).unwrap_or(all);
                let (from, to) = (wanted.from.max(all.from), wanted.to.min(all.to));
                let middle = from.0 + (to.0 - from.0) / 2;
                (middle > from.0 && to.0 > middle).then(|| [Period::new(from.0, middle), Period::new(middle, to.0)])
            }
            Pairing::Typed | Pairing::Files | Pairing::Values => None,
        }
    }
}

/// The period that a person typed, as in a filter: `2026-03-02T14:00..2026-03-02T16:00`, of clocks of `zone`.
pub fn typed_period(text: &str, zone: &LocalZone) -> Option<Period> {
    let mut filter = Filter::default();
    filter.set(FilterField::Period, text);
    Period::of_filter(&filter, zone)
}

/// Two selections of calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedFilters {
    /// The one.
    pub before: Filter,
    /// The other.
    pub after: Filter,
    /// Their times.
    pub times: Times,
}

/// When the calls of two selections were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// In these periods, the earlier one first.
    Periods([Period; 2]),
    /// From the first to the last call of each, whenever that was.
    OfCalls,
    /// At the same time.
    Same,
}

impl ComparedFilters {
    /// The calls that a filter wants, in two periods.
    pub fn of_periods(filter: &Filter, periods: [Period; 2]) -> Self {
        let [before, after] = periods.map(|period| period.in_place_of(filter));
        Self { before, after, times: Times::Periods(periods) }
    }

    /// The calls that a filter wants, and of which a field is the one or the other.
    pub fn of_criteria(filter: &Filter, [before, after]: [(FilterField, String); 2], times: Times) -> Self {
        let with = |(field, text): (FilterField, String)| {
            let mut filter = filter.clone();
            filter.set(field, &text);
            filter
        };
        Self { before: with(before), after: with(after), times }
    }

    /// How sums of both are compared.
    pub fn basis(&self, before: &Measures, after: &Measures) -> Basis {
        let seconds = |millis: i64| millis as f64 / 1000.0;
        match self.times {
            Times::Periods([before, after]) => {
                Basis::of(seconds(before.to.0 - before.from.0), seconds(after.to.0 - after.from.0))
            }
            Times::OfCalls => {
                let length = |of: &Measures| {
                    of.first_start.zip(of.last_start).map_or(0.0, |(first, last)| seconds(last.0 - first.0))
                };
                Basis::of(length(before), length(after))
            }
            Times::Same => Basis::Totals,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;

    fn filter(period: &str) -> Filter {
        let mut filter = Filter::default();
        filter.set(FilterField::Account, "a");
        filter.set(FilterField::Period, period);
        filter
    }

    #[test]
    fn what_says_something_by_itself() {
        let zone = LocalZone::default();
        let usual = |period: &str, days: i64| {
            let files = (EpochMillis(0), EpochMillis(days * DAY - 1));
            let pairing = Pairing::usual(&filter(period), files, &zone);
            (pairing, pairing.periods(&filter(period), files, &zone))
        };
        let days = [Period::new(DAY, 2 * DAY), Period::new(2 * DAY, 3 * DAY)];
        assert_eq!(usual("", 3), (Pairing::Days, Some(days)));
        assert_eq!(usual("1970-01-03", 3), (Pairing::Before, Some(days)));
        let halves = [Period::new(0, DAY / 2), Period::new(DAY / 2, DAY)];
        assert_eq!(usual("", 1), (Pairing::Halves, Some(halves)));
        assert_eq!(usual("1970-01-01", 3), (Pairing::Halves, Some(halves)), "nothing is before it");
        assert_eq!(usual("1971-01-01", 3), (Pairing::Halves, None), "there are no calls");
        let one = (EpochMillis(5), EpochMillis(5));
        assert_eq!(Pairing::Halves.periods(&Filter::default(), one, &zone), None, "one call has no halves");
        assert_eq!(Pairing::Before.periods(&filter(""), (EpochMillis(0), EpochMillis(9 * DAY)), &zone), None);
    }

    #[test]
    fn both_sides_want_what_the_filter_wants() {
        let zone = LocalZone::default();
        let typed = typed_period("1970-01-01T06:00..1970-01-01T08:00", &zone).unwrap();
        assert_eq!(typed, Period::new(6 * HOUR, 8 * HOUR));
        assert_eq!([typed_period("..", &zone), typed_period("1970-01-01T06:00..", &zone)], [None; 2]);
        let sides = ComparedFilters::of_periods(&filter("1971-01-01"), [typed, Period::new(8 * HOUR, 9 * HOUR)]);
        for side in [&sides.before, &sides.after] {
            assert_eq!(side.get(FilterField::Account).unwrap().text, "a");
        }
        assert_eq!(Period::of_filter(&sides.before, &zone), Some(typed));
        let nothing = Measures::default();
        assert_eq!(sides.basis(&nothing, &nothing), Basis::PerHour { before: 2.0, after: 1.0 });
        let criteria = ["b", "c"].map(|account| (FilterField::Account, account.to_owned()));
        let sides = ComparedFilters::of_criteria(&filter("1970-01-01.."), criteria, Times::Same);
        assert_eq!(sides.after.get(FilterField::Account).unwrap().text, "c");
        assert_eq!(sides.before.criteria.len(), 2);
        assert_eq!(sides.basis(&nothing, &nothing), Basis::Totals);
    }

    #[test]
    fn files_are_as_long_as_their_calls() {
        let sides = ComparedFilters { before: Filter::default(), after: Filter::default(), times: Times::OfCalls };
        let hours = |hours: i64| Measures {
            calls: 2,
            first_start: Some(EpochMillis(0)),
            last_start: Some(EpochMillis(hours * HOUR)),
            ..Measures::default()
        };
        assert_eq!(sides.basis(&hours(3), &hours(6)), Basis::PerHour { before: 3.0, after: 6.0 });
        assert_eq!(sides.basis(&hours(3), &Measures::default()), Basis::Totals);
    }

    #[test]
    fn every_way_reads_back() {
        for pairing in Pairing::ALL {
            assert_eq!(Pairing::parse(pairing.key()), Some(pairing));
        }
        assert_eq!(Pairing::parse("else"), None);
    }
}
