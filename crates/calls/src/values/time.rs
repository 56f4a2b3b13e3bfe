//! Times: epochs, and dates as programs and people write them.

use super::{EpochMillis, Value, digits_value, is_absent};
use crate::zone::LocalZone;
use serde::{Deserialize, Serialize};
use time::{Date, Month, UtcDateTime};

/// A time, and whether it was written as a date without a zone, so that it is of the zone that was assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// When.
    pub at: EpochMillis,
    /// It had no zone of its own.
    pub without_zone: bool,
}

/// What comes first in a date of three numbers; a year of four digits is seen without it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year.
    #[default]
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// An epoch, or a date with a clock time. 0 says "none".
///
/// Epochs are told apart by their size: 9 to 11 digits are seconds (1973 to 5138), 12 or 13 are milliseconds (1973 to
/// 2286), 15 or 16 microseconds; 14 digits are `YYYYMMDDHHMMSS`.
pub fn instant(cell: &[u8], order: DateOrder, zone: &LocalZone) -> Value<Time> {
    let cell = cell.trim_ascii();
    if is_absent(cell) {
        return Value::Absent;
    }
    if let Some(value) = digits_value(cell) {
        if value <= 0 {
            return Value::Absent;
        }
        return match cell.len() {
            9..=11 => epoch(value * 1000),
            12 | 13 => epoch(value),
            14 => {
                let number = |from: usize, to: usize| digits_value(&cell[from..to]).unwrap_or_default();
                let numbers = [number(0, 4), number(4, 6), number(6, 8), number(8, 10), number(10, 12), number(12, 14)];
                local(Clock { numbers, millis: 0, ahead_seconds: None }, zone)
            }
            15 | 16 => epoch(value / 1000),
            _ => Value::Unreadable,
        };
    }
    // A spreadsheet's or a program's epoch with a fraction.
    if let Some(point) = memchr::memchr(b'.', cell)
        && (9..=13).contains(&point)
        && let (Some(whole), Some(_)) = (digits_value(&cell[..point]), digits_value(&cell[point + 1..]))
    {
        let millis: String = String::from_utf8_lossy(&cell[point + 1..]).chars().chain("000".chars()).take(3).collect();
        return if point > 11 { epoch(whole) } else { epoch(whole * 1000 + millis.parse::<i64>().unwrap_or_default()) };
    }
    match usual(cell).or_else(|| Words::of(cell).and_then(|words| words.clock(order))) {
        Some(clock) => local(clock, zone),
        None => Value::Unreadable,
    }
}

/// `YYYY-MM-DD HH:MM:SS`, which most files have: without taking words apart.
fn usual(cell: &[u8]) -> Option<Clock> {
    let marks = [*cell.get(4)?, *cell.get(7)?, *cell.get(10)?, *cell.get(13)?, *cell.get(16)?];
    if cell.len() != 19 || marks != *b"-- ::" {
        return None;
    }
    let number = |from: usize, to: usize| digits_value(&cell[from..to]);
    let numbers = [number(0, 4)?, number(5, 7)?, number(8, 10)?, number(11, 13)?, number(14, 16)?, number(17, 19)?];
    Some(Clock { numbers, millis: 0, ahead_seconds: None })
}

fn epoch(millis: i64) -> Value<Time> {
    Value::Read(Time { at: EpochMillis(millis), without_zone: false })
}

/// What a written time says.
struct Clock {
    /// Year, month, day, hour, minute, second.
    numbers: [i64; 6],
    millis: i64,
    /// Seconds ahead of UTC, where it says so.
    ahead_seconds: Option<i64>,
}

fn local(clock: Clock, zone: &LocalZone) -> Value<Time> {
    let [year, month, day, hour, minute, second] = clock.numbers;
    // MySQL's "no date".
    if year == 0 && month == 0 && day == 0 {
        return Value::Absent;
    }
    let shown = || {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()?;
        let parts = [hour, minute, second].map(|part| u8::try_from(part).unwrap_or(u8::MAX));
        let time = time::Time::from_hms(parts[0], parts[1], parts[2]).ok()?;
        Some(UtcDateTime::new(date, time).unix_timestamp() * 1000 + clock.millis)
    };
    match (shown(), clock.ahead_seconds) {
        (Some(shown), Some(ahead)) => epoch(shown - ahead * 1000),
        (Some(shown), None) => Value::Read(Time { at: EpochMillis(zone.instant(shown)), without_zone: true }),
        (None, _) => Value::Unreadable,
    }
}

/// A written time, taken apart.
#[derive(Default)]
struct Words {
    /// The numbers of the date and how many digits each has; a month's name is its number, with no digits.
    date: Vec<(i64, usize)>,
    clock: Vec<i64>,
    millis: i64,
    afternoon: Option<bool>,
    ahead_seconds: Option<i64>,
}

impl Words {
    fn of(cell: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(cell).ok().filter(|text| text.len() <= 48)?;
        let mut words = Self::default();
        let mut rest = text;
        let mut before = ' ';
        while let Some(first) = rest.chars().next() {
            if first.is_ascii_digit() {
                let length = rest.bytes().take_while(u8::is_ascii_digit).count();
                let (digits, behind) = rest.split_at(length);
                words.number(before, digits, behind.starts_with([':', '时']))?;
                rest = behind;
                before = '0';
            } else if first.is_alphabetic() && !is_date_mark(first) {
                let length = rest.find(|c: char| !c.is_alphabetic() || is_date_mark(c)).unwrap_or(rest.len());
                words.word(&rest[..length])?;
                rest = &rest[length..];
                before = 'a';
            } else if matches!(first, '+' | '-') && !words.clock.is_empty() {
                words.ahead_seconds = Some(ahead(rest)?);
                return Some(words);
            } else {
                rest = &rest[first.len_utf8()..];
                before = first;
            }
        }
        Some(words)
    }

    fn number(&mut self, before: char, digits: &str, is_clock: bool) -> Option<()> {
        let value = digits_value(digits.as_bytes())?;
        // `Mon Mar 02 12:00:00 CST 2026`, as Java and C write it.
        let is_year_behind = self.date.len() == 2 && digits.len() == 4 && before == ' ';
        if self.clock.len() == 3 && matches!(before, '.' | ',') {
            let thousandths: String = digits.chars().chain("000".chars()).take(3).collect();
            self.millis = thousandths.parse().ok()?;
        } else if self.date.len() < 3 && !is_clock && (self.clock.is_empty() || is_year_behind) {
            self.date.push((value, digits.len()));
        } else if self.clock.len() < 3
            && digits.len() <= 2
            && (self.clock.is_empty() || matches!(before, ':' | '.' | '时' | '分'))
        {
            self.clock.push(value);
        } else {
            return None;
        }
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let lower = word.to_lowercase();
        match lower.as_str() {
            "t" => {}
            "z" | "utc" | "gmt" => self.ahead_seconds = Some(0),
            "am" | "上午" => self.afternoon = Some(false),
            "pm" | "下午" => self.afternoon = Some(true),
            // A zone's name says less than its offset: the page asks. A day of the week says nothing.
            _ if !self.clock.is_empty()
                && (2..=5).contains(&word.len())
                && word.bytes().all(|byte| byte.is_ascii_uppercase()) => {}
            _ if word.starts_with(['周', '星']) => {}
            _ => match MONTHS.iter().position(|month| lower.starts_with(month)) {
                Some(month) if self.date.len() < 3 => self.date.push((month as i64 + 1, 0)),
                _ if DAYS.iter().any(|day| lower.starts_with(day)) => {}
                _ => return None,
            },
        }
        Some(())
    }

    fn clock(self, order: DateOrder) -> Option<Clock> {
        let &[first, second, third] = self.date.as_slice() else { return None };
        if self.clock.len() < 2 {
            return None;
        }
        let named = |(_, digits): (i64, usize)| digits == 0;
        let (year, month, day) = if first.1 == 4 {
            (first, second, third)
        } else if third.1 == 4 || order != DateOrder::Ymd {
            match order {
                _ if named(first) => (third, first, second),
                _ if named(second) => (third, second, first),
                DateOrder::Mdy => (third, first, second),
                DateOrder::Dmy | DateOrder::Ymd => (third, second, first),
            }
        } else {
            (first, second, third)
        };
        let year = if year.1 == 2 { 2000 + year.0 } else { year.0 };
        let hour = match (self.clock[0], self.afternoon) {
            (12, Some(false)) => 0,
            (hour, Some(true)) if hour < 12 => hour + 12,
            (hour, _) => hour,
        };
        let second = self.clock.get(2).copied().unwrap_or_default();
        let numbers = [year, month.0, day.0, hour, self.clock[1], second];
        Some(Clock { numbers, millis: self.millis, ahead_seconds: self.ahead_seconds })
    }
}

fn is_date_mark(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '时' | '分' | '秒')
}

/// `+08:00`, `-0530` or `+8`, in seconds.
fn ahead(text: &str) -> Option<i64> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text[1..].chars().filter(|&c| c != ':').collect();
    let value: i64 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (hours, minutes) = if digits.len() > 2 { (value / 100, value % 100) } else { (value, 0) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Whether day or month comes first, told by dates of which one part is over 12; `None` where none tells. What more of
/// the dates say counts.
pub fn date_order_in<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut day_first, mut month_first, mut american) = (0, 0, false);
    let (mut firsts, mut thirds) = (Vec::new(), Vec::new());
    for words in cells.filter_map(|cell| Words::of(cell.trim().as_bytes())) {
        if let [(first, 2), (_, 2), (third, 2)] = words.date[..] {
            firsts.push(first);
            thirds.push(third);
        }
        if let [(first, digits @ 1..=2), (second, 1..=2), (_, 2 | 4)] = words.date[..] {
            american |= words.afternoon.is_some();
            day_first += usize::from(first > 12 && second <= 12 && digits > 0);
            month_first += usize::from(second > 12 && first <= 12);
        }
    }
    // Years of two digits: all the same before days that are not.
    let same = |numbers: &[i64]| numbers.iter().all(|number| *number == numbers[0]);
    if firsts.len() > 1 && firsts[0] > 12 && same(&firsts) && !same(&thirds) {
        return Some(DateOrder::Ymd);
    }
    match day_first.cmp(&month_first) {
        std::cmp::Ordering::Greater => Some(DateOrder::Dmy),
        std::cmp::Ordering::Less => Some(DateOrder::Mdy),
        // Where the day has two halves the month comes first.
        std::cmp::Ordering::Equal => american.then_some(DateOrder::Mdy),
    }
}

/// Whether a date can be read with the day first and with the month first.
pub fn is_open_date(cell: &str) -> bool {
    let words = Words::of(cell.trim().as_bytes());
    matches!(
        words.as_ref().map(|words| &words.date[..]),
        Some([(first, 1..=2), (second, 1..=2), (_, 2 | 4)]) if first != second
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(cell: &str) -> Option<i64> {
        super::instant(cell.as_bytes(), DateOrder::Dmy, &LocalZone::default()).read().map(|time| time.at.0)
    }

    #[test]
    fn a_time_is_read_in_every_form() {
        for cell in [
            "1772452800000",
            "1772452800",
            " 1772452800 ",
            "1772452800000000",
            "1772452800.0",
            "2026-03-02 12:00:00",
            "2026-03-02T12:00:00Z",
            "2026-03-02T20:00:00+08:00",
            "2026-03-02 06:30:00 -0530",
            "2026/03/02 12:00:00.000",
            "2026.03.02 12:00",
            "20260302120000",
            "02/03/2026 12:00",
            "2/3/2026 12:00:00 PM",
            "02.03.2026 12:00:00",
            "02-Mar-2026 12:00:00",
            "March 2, 2026 12:00:00",
            "Mon, 02 Mar 2026 12:00:00 GMT",
            "2026年3月2日 12:00:00",
            "2026年3月2日 12时00分00秒",
            "2026/3/2 下午 12:00:00",
            "02/03/26 12:00:00",
            "2026-03-02 12:00:00 CST",
            "Mon Mar 02 12:00:00 CST 2026",
            "2026年3月2日 星期一 12:00:00",
        ] {
            assert_eq!(at(cell), Some(1_772_452_800_000), "{cell}");
        }
        assert_eq!(at("2026-03-02 12:00:00.1234"), Some(1_772_452_800_123));
        assert_eq!(EpochMillis(1_772_452_800_123).rfc3339(), "2026-03-02T12:00:00.123Z");
        assert_eq!(EpochMillis(1_772_452_800_000).rfc3339(), "2026-03-02T12:00:00Z");
        let american = super::instant(b"3/2/2026 12:00:00 AM", DateOrder::Mdy, &LocalZone::default());
        assert_eq!(american.read().unwrap().at.0, 1_772_409_600_000);
    }

    #[test]
    fn what_is_no_time_is_told_from_what_is_absent() {
        for cell in ["", "0", "NULL", "\\N", "0000-00-00 00:00:00", " "] {
            assert_eq!(
                super::instant(cell.as_bytes(), DateOrder::Dmy, &LocalZone::default()),
                Value::Absent,
                "{cell:?}"
            );
        }
        for cell in [
            "12",
            "2026-13-02 12:00:00",
            "2026-02-30 12:00:00",
            "yesterday",
            "2026-03-02",
            "1772452800.5x",
            "-5",
            "12:00:00",
            "2026-03-02 12:00:00+99:00",
            "192.0.2.1",
        ] {
            let read = super::instant(cell.as_bytes(), DateOrder::Dmy, &LocalZone::default());
            assert_eq!(read, Value::Unreadable, "{cell:?}");
        }
    }

    #[test]
    fn dates_without_a_zone_are_of_the_one_that_is_assumed() {
        let zone = LocalZone::fixed("+08:00", 8 * 3600);
        let read = |cell: &str| super::instant(cell.as_bytes(), DateOrder::Dmy, &zone).read().unwrap();
        assert_eq!(read("2026-03-02 20:00:00"), Time { at: EpochMillis(1_772_452_800_000), without_zone: true });
        assert_eq!(read("2026-03-02T12:00:00Z"), Time { at: EpochMillis(1_772_452_800_000), without_zone: false });
    }

    #[test]
    fn day_and_month_are_told_by_the_dates() {
        let order = |cells: &[&'static str]| date_order_in(cells.iter().copied());
        assert_eq!(order(&["02/03/2026 12:00", "13/03/2026 12:00"]), Some(DateOrder::Dmy));
        assert_eq!(order(&["02/03/2026 12:00", "03/13/2026 12:00"]), Some(DateOrder::Mdy));
        assert_eq!(order(&["02/03/2026 12:00", "2026-03-13 12:00", "1772452800"]), None);
        assert_eq!(order(&["02/03/2026 01:00 PM"]), Some(DateOrder::Mdy));
        assert_eq!(order(&["26-03-02 12:00", "26-03-09 12:00"]), Some(DateOrder::Ymd));
    }

    proptest! {
        #[test]
        fn no_cell_stops_the_reader(cell in proptest::collection::vec(any::<u8>(), 0..40), text in "\\PC{0,30}") {
            let _ = super::instant(&cell, DateOrder::Mdy, &LocalZone::default());
            let _ = super::instant(text.as_bytes(), DateOrder::Ymd, &LocalZone::default());
        }

        #[test]
        fn a_date_reads_back(seconds in 200_000_000_i64..4_000_000_000) {
            let text = EpochMillis(seconds * 1000).rfc3339();
            prop_assert_eq!(at(&text), Some(seconds * 1000));
            prop_assert_eq!(at(&text.replace('T', " ").replace('Z', "")), Some(seconds * 1000));
        }
    }
}
