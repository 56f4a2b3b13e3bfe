//! One cell to one value.

use serde::{Deserialize, Serialize};
use std::fmt::Write;
use time::{Date, Month, UtcDateTime};

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EpochMillis(pub i64);

impl EpochMillis {
    /// As RFC 3339 writes it, in UTC, with milliseconds only where there are some; empty for an instant beyond the
    /// calendar's end.
    pub fn rfc3339(self) -> String {
        let Ok(at) = UtcDateTime::from_unix_timestamp(self.0.div_euclid(1000)) else { return String::new() };
        let mut text = format!("{:04}-{:02}-{:02}", at.year(), at.month() as u8, at.day());
        let _ = write!(text, "T{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second());
        match self.0.rem_euclid(1000) {
            0 => {}
            millis => _ = write!(text, ".{millis:03}"),
        }
        text + "Z"
    }
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<T> {
    /// Empty, `NULL` or `\N`: the file does not say.
    Absent,
    Read(T),
    /// There is something, and it is not what the column should hold.
    Unreadable,
}

impl<T> Value<T> {
    pub(super) fn read(self) -> Option<T> {
        match self {
            Value::Read(value) => Some(value),
            Value::Absent | Value::Unreadable => None,
        }
    }
}

/// A time, and whether it was written as a date, which has no zone and is taken as UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) at: EpochMillis,
    pub(super) written_as_date: bool,
}

pub(super) fn is_absent(cell: &[u8]) -> bool {
    matches!(cell, b"" | b"\\N" | b"NULL" | b"null")
}

/// A whole number; spaces around it and a `+` do not matter, `7.0` is 7 (spreadsheets write that).
pub(super) fn integer(cell: &[u8]) -> Value<i64> {
    let cell = cell.trim_ascii();
    if is_absent(cell) {
        return Value::Absent;
    }
    let (whole, fraction) = match memchr::memchr(b'.', cell) {
        Some(point) if point + 1 < cell.len() => (&cell[..point], &cell[point + 1..]),
        _ => (cell, &[][..]),
    };
    if fraction.iter().any(|&digit| digit != b'0') {
        return Value::Unreadable;
    }
    let (negative, digits) = match whole {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    match digits_value(digits) {
        Some(value) if negative => Value::Read(-value),
        Some(value) => Value::Read(value),
        None => Value::Unreadable,
    }
}

/// At most 18 digits, so that nothing overflows.
fn digits_value(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}

/// A whole number of seconds or milliseconds, 0 or more; a negative one says "none", as -1 does in these files.
pub(super) fn count(cell: &[u8]) -> Value<u32> {
    match integer(cell) {
        Value::Read(value) if value < 0 => Value::Absent,
        Value::Read(value) => u32::try_from(value).map_or(Value::Unreadable, Value::Read),
        Value::Absent => Value::Absent,
        Value::Unreadable => Value::Unreadable,
    }
}

/// Epoch milliseconds or seconds, `YYYY-MM-DD HH:MM:SS` (also with `/`, `T`, a fraction or a final `Z`) or
/// `YYYYMMDDHHMMSS`. 0 says "none".
///
/// Milliseconds and seconds are told apart by their size: 9 to 11 digits are seconds (1973 to 5138), 12 or 13 are
/// milliseconds (1973 to 2286).
pub(super) fn instant(cell: &[u8]) -> Value<Time> {
    let cell = cell.trim_ascii();
    if is_absent(cell) {
        return Value::Absent;
    }
    if let Some(value) = digits_value(cell) {
        if value <= 0 {
            return Value::Absent;
        }
        return match cell.len() {
            9..=11 => read_epoch(value * 1000),
            12 | 13 => read_epoch(value),
            14 => date([&cell[..4], &cell[4..6], &cell[6..8], &cell[8..10], &cell[10..12], &cell[12..]], 0),
            _ => Value::Unreadable,
        };
    }
    date_with_separators(cell)
}

fn read_epoch(millis: i64) -> Value<Time> {
    Value::Read(Time { at: EpochMillis(millis), written_as_date: false })
}

fn date_with_separators(cell: &[u8]) -> Value<Time> {
    let cell = cell.strip_suffix(b"Z").unwrap_or(cell);
    if cell.len() < 19 {
        return Value::Unreadable;
    }
    let (clock, fraction) = cell.split_at(19);
    let separators = [clock[4], clock[7], clock[10], clock[13], clock[16]];
    if !matches!(separators, [b'-', b'-', b' ' | b'T', b':', b':'] | [b'/', b'/', b' ' | b'T', b':', b':']) {
        return Value::Unreadable;
    }
    let millis = match fraction {
        [] => 0,
        [b'.', digits @ ..] if digits.len() <= 9 => match digits_value(digits) {
            Some(value) => value * 1000 / 10_i64.pow(digits.len() as u32),
            None => return Value::Unreadable,
        },
        _ => return Value::Unreadable,
    };
    date([&clock[..4], &clock[5..7], &clock[8..10], &clock[11..13], &clock[14..16], &clock[17..19]], millis)
}

fn date(parts: [&[u8]; 6], millis: i64) -> Value<Time> {
    let mut numbers = [0_i64; 6];
    for (number, part) in numbers.iter_mut().zip(parts) {
        match digits_value(part) {
            Some(value) => *number = value,
            None => return Value::Unreadable,
        }
    }
    let [year, month, day, hour, minute, second] = numbers;
    // MySQL's "no date".
    if year == 0 && month == 0 && day == 0 {
        return Value::Absent;
    }
    let instant = || {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let date = Date::from_calendar_date(year as i32, month, day as u8).ok()?;
        let time = time::Time::from_hms(hour as u8, minute as u8, second as u8).ok()?;
        Some(UtcDateTime::new(date, time).unix_timestamp() * 1000 + millis)
    };
    match instant() {
        Some(at) => Value::Read(Time { at: EpochMillis(at), written_as_date: true }),
        None => Value::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(cell: &str) -> Option<i64> {
        super::instant(cell.as_bytes()).read().map(|time| time.at.0)
    }

    #[test]
    fn a_time_is_read_in_every_form() {
        for cell in [
            "1772452800000",
            "1772452800",
            " 1772452800 ",
            "2026-03-02 12:00:00",
            "2026-03-02T12:00:00Z",
            "2026/03/02 12:00:00.000",
            "20260302120000",
        ] {
            assert_eq!(at(cell), Some(1_772_452_800_000), "{cell}");
        }
        assert_eq!(at("2026-03-02 12:00:00.1234"), Some(1_772_452_800_123));
        assert_eq!(EpochMillis(1_772_452_800_123).rfc3339(), "2026-03-02T12:00:00.123Z");
        assert_eq!(EpochMillis(1_772_452_800_000).rfc3339(), "2026-03-02T12:00:00Z");
    }

    #[test]
    fn what_is_no_time_is_told_from_what_is_absent() {
        for cell in ["", "0", "NULL", "\\N", "0000-00-00 00:00:00", " "] {
            assert_eq!(super::instant(cell.as_bytes()), Value::Absent, "{cell:?}");
        }
        for cell in
            ["12", "2026-13-02 12:00:00", "2026-02-30 12:00:00", "yesterday", "2026-03-02", "1772452800.5x", "-5"]
        {
            assert_eq!(super::instant(cell.as_bytes()), Value::Unreadable, "{cell:?}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(integer(b"-69"), Value::Read(-69));
        assert_eq!(integer(b"+5"), Value::Read(5));
        assert_eq!(integer(b"16.0"), Value::Read(16));
        assert_eq!(integer(b"16.5"), Value::Unreadable);
        assert_eq!(integer(b"1e5"), Value::Unreadable);
        assert_eq!(integer(b"9999999999999999999"), Value::Unreadable);
        assert_eq!(count(b"-1"), Value::Absent);
        assert_eq!(count(b"4294967296"), Value::Unreadable);
    }

    proptest! {
        #[test]
        fn no_cell_stops_the_reader(cell in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = (super::instant(&cell), integer(&cell), count(&cell));
        }

        #[test]
        fn a_date_reads_back(seconds in 200_000_000_i64..4_000_000_000) {
            let text = EpochMillis(seconds * 1000).rfc3339();
            prop_assert_eq!(at(&text), Some(seconds * 1000));
            prop_assert_eq!(at(&text.replace('T', " ").replace('Z', "")), Some(seconds * 1000));
        }
    }
}
