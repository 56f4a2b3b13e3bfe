//! Times that a person types, each of which stands for as much as it names: a day for the whole day.

use super::{DateOrder, instant};
use crate::zone::LocalZone;

const SECOND_MILLIS: i64 = 1000;
const HOUR_MILLIS: i64 = 3600 * SECOND_MILLIS;

/// What a written time stands for, in epoch milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeSpan {
    /// Its begin.
    pub from: i64,
    /// The first instant behind it.
    pub to: i64,
    /// It names no minute: a month, a day or an hour.
    pub is_coarse: bool,
}

/// Reads a month (`2026-03`), a day, an hour (`2026-03-02 14`), or a time with its minutes; what has no zone is of
/// `zone`.
pub fn parse_span(text: &str, zone: &LocalZone) -> Option<TimeSpan> {
    let text = text.trim();
    if let Some((year, month)) = month(text) {
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let first = |(year, month): (u32, u32)| Some(at(read(&format!("{year:04}-{month:02}-01 00:00"))?, 0, zone));
        return Some(TimeSpan { from: first((year, month))?, to: first(next)?, is_coarse: true });
    }
    let of = |time: (i64, bool), millis: i64, is_coarse: bool| {
        Some(TimeSpan { from: at(time, 0, zone), to: at(time, millis, zone), is_coarse })
    };
    if let Some(time) = read(text) {
        let millis = match time.0 % SECOND_MILLIS {
            // There is room for seconds behind it.
            0 if read(&format!("{text}:00")).is_some() => 60 * SECOND_MILLIS,
            0 => SECOND_MILLIS,
            _ => 1,
        };
        return of(time, millis, false);
    }
    if let Some(time) = read(&format!("{text} 00:00")) {
        return of(time, 24 * HOUR_MILLIS, true);
    }
    of(read(&format!("{text}:00"))?, HOUR_MILLIS, true)
}

/// A time as a clock would show it, in milliseconds, and whether that is one of the zone that is assumed.
fn read(text: &str) -> Option<(i64, bool)> {
    instant(text.as_bytes(), DateOrder::Ymd, &LocalZone::default()).read().map(|time| (time.at.0, time.without_zone))
}

/// The instant at which clocks show so much later: a day in which they are set has 23 hours or 25.
fn at((shown, of_zone): (i64, bool), later: i64, zone: &LocalZone) -> i64 {
    if of_zone { zone.instant(shown + later) } else { shown + later }
}

/// `2026-03`.
fn month(text: &str) -> Option<(u32, u32)> {
    let (year, month) = text.split_once(['-', '/', '.'])?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = year.len() == 4 && (1..=2).contains(&month.len()) && digits(year) && digits(month);
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    is_one.then(|| Some((year.parse().ok()?, month)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EpochMillis;
    use proptest::prelude::*;

    fn span(text: &str, zone: &LocalZone) -> Option<String> {
        let instant = |millis: i64| EpochMillis(millis).rfc3339();
        parse_span(text, zone).map(|span| format!("{}..{}", instant(span.from), instant(span.to)))
    }

    #[test]
    fn a_time_stands_for_as_much_as_it_names() {
        for (text, expected) in [
            ("2026-03-02", "2026-03-02T00:00:00Z..2026-03-03T00:00:00Z"),
            ("2026/3/2", "2026-03-02T00:00:00Z..2026-03-03T00:00:00Z"),
            ("2 March 2026", "2026-03-02T00:00:00Z..2026-03-03T00:00:00Z"),
            ("2026-02", "2026-02-01T00:00:00Z..2026-03-01T00:00:00Z"),
            ("2026-12", "2026-12-01T00:00:00Z..2027-01-01T00:00:00Z"),
            ("2026-03-02 14", "2026-03-02T14:00:00Z..2026-03-02T15:00:00Z"),
            ("2026-03-02T14", "2026-03-02T14:00:00Z..2026-03-02T15:00:00Z"),
            ("2026-03-02 14:05", "2026-03-02T14:05:00Z..2026-03-02T14:06:00Z"),
            ("2026-03-02 14:05:06", "2026-03-02T14:05:06Z..2026-03-02T14:05:07Z"),
            ("2026-03-02T14:05:06Z", "2026-03-02T14:05:06Z..2026-03-02T14:05:07Z"),
            ("2026-03-02T14:05:06.007Z", "2026-03-02T14:05:06.007Z..2026-03-02T14:05:06.008Z"),
        ] {
            assert_eq!(span(text, &LocalZone::default()).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["", "2026", "2026-13", "2026-00", "2026-02-30", "yesterday", "14:05", "2026-03-02 25", "2026-03-02 14:61"]
        {
            assert_eq!(span(text, &LocalZone::default()), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_that_of_the_zone_however_long_it_is() {
        let east = LocalZone::fixed("+06:00", 6 * 3600);
        assert_eq!(span("2026-03-02", &east).as_deref(), Some("2026-03-01T18:00:00Z..2026-03-02T18:00:00Z"));
        assert_eq!(span("2026-03-02 14:05Z", &east).as_deref(), Some("2026-03-02T14:05:00Z..2026-03-02T14:06:00Z"));
        // Clocks go forward at one in the morning of 29 March 2026, UTC.
        let forward = 1_774_746_000_000;
        let zone = LocalZone { name: String::new(), offsets: vec![(i64::MIN, 0), (forward, 3600)] };
        assert_eq!(span("2026-03-29", &zone).as_deref(), Some("2026-03-29T00:00:00Z..2026-03-29T23:00:00Z"));
        assert_eq!(span("2026-03", &zone).as_deref(), Some("2026-03-01T00:00:00Z..2026-03-31T23:00:00Z"));
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in any::<String>()) {
            if let Some(span) = parse_span(&text, &LocalZone::default()) {
                prop_assert!(span.from < span.to);
            }
        }
    }
}
