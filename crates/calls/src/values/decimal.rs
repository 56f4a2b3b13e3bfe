//! Amounts and durations, as machines and as people write them.

use super::{Value, digits_value, is_absent};
use crate::money::{Money, PARTS};

/// A number in hundred-millionths, with a decimal point or, `decimal_comma`, a comma; the other one, spaces and
/// apostrophes may stand between groups of three digits. `1.2E-4` is what Java writes.
fn decimal(cell: &[u8], decimal_comma: bool) -> Value<i128> {
    let cell = cell.trim_ascii();
    if is_absent(cell) {
        return Value::Absent;
    }
    if let Some(whole) = digits_value(cell) {
        return Value::Read(i128::from(whole) * i128::from(PARTS));
    }
    let point = if decimal_comma { b',' } else { b'.' };
    // A mark that cannot stand between thousands is a decimal point, whatever the other cells have.
    let other = if decimal_comma { b'.' } else { b',' };
    parse(cell, point).or_else(|| parse(cell, other)).map_or(Value::Unreadable, Value::Read)
}

fn parse(cell: &[u8], point: u8) -> Option<i128> {
    let (negative, rest) = match cell {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mut value, mut digits, mut decimals): (i128, u32, Option<i32>) = (0, 0, None);
    // Digits since the last mark between thousands, once there was one.
    let mut group: Option<u32> = None;
    let group_is_whole = |group: Option<u32>| group.is_none_or(|digits| digits == 3);
    for (at, &byte) in rest.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                if digits > 30 {
                    return None;
                }
                value = value * 10 + i128::from(byte - b'0');
                if decimals.is_none() {
                    group = group.map(|digits| digits + 1);
                }
                decimals = decimals.map(|count| count + 1);
            }
            _ if byte == point && decimals.is_none() && group_is_whole(group) => decimals = Some(0),
            b',' | b'.' | b' ' | b'\'' if decimals.is_none() && value > 0 => {
                let first = group.is_none() && digits <= 3;
                if !(first || group == Some(3)) {
                    return None;
                }
                group = Some(0);
            }
            // UTF-8's no-break space, and its narrow one.
            0xC2 | 0xE2
                if decimals.is_none() && value > 0 && (group == Some(3) || (group.is_none() && digits <= 3)) =>
            {
                group = Some(0);
            }
            0xA0 | 0x80 | 0xAF if group == Some(0) => {}
            b'e' | b'E' if digits > 0 => {
                let exponent = std::str::from_utf8(&rest[at + 1..]).ok()?.parse::<i32>().ok()?;
                decimals = Some(decimals.unwrap_or(0).checked_sub(exponent)?);
                break;
            }
            _ => return None,
        }
    }
    if digits == 0 || !group_is_whole(group) {
        return None;
    }
    let scaled = scale(value, 8_i32.checked_sub(decimals.unwrap_or(0))?)?;
    Some(if negative { -scaled } else { scaled })
}

/// An amount without its currency before or behind it.
fn without_currency(cell: &[u8]) -> &[u8] {
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b',');
    let from = cell.iter().position(|&byte| is_part(byte));
    let to = cell.iter().rposition(u8::is_ascii_digit).map(|at| at + 1);
    match from.zip(to) {
        Some((from, to)) if from < to && is_currency(&cell[..from]) && is_currency(&cell[to..]) => &cell[from..to],
        _ => cell,
    }
}

/// Nothing, a currency's sign, or its code of three letters.
fn is_currency(around: &[u8]) -> bool {
    let around = around.trim_ascii();
    let is_code = around.len() == 3 && around.iter().all(u8::is_ascii_alphabetic);
    is_code || (around.len() <= 4 && !around.iter().any(|byte| byte.is_ascii_alphanumeric() || *byte == b':'))
}

/// `value` times ten to the power of `power`, rounded half up.
fn scale(value: i128, power: i32) -> Option<i128> {
    match u32::try_from(power) {
        Ok(power) => value.checked_mul(10_i128.checked_pow(power)?),
        Err(_) => match 10_i128.checked_pow(power.unsigned_abs()) {
            Some(divisor) => Some((value + divisor / 2) / divisor),
            None => Some(0),
        },
    }
}

/// An amount.
pub fn money(cell: &[u8], decimal_comma: bool) -> Value<Money> {
    if !decimal_comma && let Some(amount) = plain_amount(cell) {
        return Value::Read(Money(amount));
    }
    decimal(without_currency(cell), decimal_comma)
        .and_then(|value| i64::try_from(value).map_or(Value::Unreadable, |value| Value::Read(Money(value))))
}

/// Digits with a point among them or none, as machines write amounts: most cells, without looking for anything else.
#[expect(clippy::cast_possible_truncation, reason = "there are eight decimals at most")]
fn plain_amount(cell: &[u8]) -> Option<i64> {
    let (whole, decimals) = match cell.iter().position(|&byte| byte == b'.') {
        Some(point) => (&cell[..point], &cell[point + 1..]),
        None => (cell, &b"0"[..]),
    };
    if whole.len() > 9 || decimals.len() > 8 {
        return None;
    }
    let parts = digits_value(decimals)? * 10_i64.pow(8 - decimals.len() as u32);
    Some(digits_value(whole)? * PARTS + parts)
}

/// A duration in milliseconds: a number of units of `unit_micros` microseconds, `mm:ss` or `hh:mm:ss`, each with a
/// fraction or without. A negative one says "none", as -1 does in these files.
pub fn duration_millis(cell: &[u8], unit_micros: u32, decimal_comma: bool) -> Value<u64> {
    if let Some(value) = digits_value(cell).filter(|_| unit_micros >= 1000 && cell.len() <= 12) {
        return Value::Read(value as u64 * u64::from(unit_micros / 1000));
    }
    let cell = without_unit(cell.trim_ascii());
    // `-` and `--:--` are how portals show that there was no talk.
    if !cell.is_empty() && cell.iter().all(|byte| matches!(byte, b'-' | b':' | b' ')) {
        return Value::Read(0);
    }
    if memchr::memchr(b':', cell).is_none_or(|at| at == 0) {
        let micros = decimal(cell, decimal_comma)
            .and_then(|value| Value::Read(value.saturating_mul(i128::from(unit_micros)).div_euclid(i128::from(PARTS))));
        return micros.and_then(|micros| match u64::try_from(micros) {
            // Any part of a millisecond counts whole, so that a short talk does not become none.
            Ok(micros) => Value::Read(micros.div_ceil(1000)),
            Err(_) if micros < 0 => Value::Absent,
            Err(_) => Value::Unreadable,
        });
    }
    let mut parts = cell.split(|&byte| byte == b':');
    let last = parts.next_back().unwrap_or_default();
    let mut minutes = 0;
    for (at, part) in parts.enumerate() {
        match digits_value(part) {
            // Up to 99999 hours.
            Some(value) if part.len() <= 5 && at < 2 && (at == 0 || value < 60) => minutes = minutes * 60 + value,
            _ => return Value::Unreadable,
        }
    }
    match decimal(last, memchr::memchr(b',', last).is_some()) {
        Value::Read(seconds) if (0..60 * i128::from(PARTS)).contains(&seconds) => {
            let millis = u64::try_from(seconds).unwrap_or_default().div_ceil(PARTS as u64 / 1000);
            Value::Read(minutes as u64 * 60_000 + millis)
        }
        _ => Value::Unreadable,
    }
}

/// `65 s` without its unit, and `="65"`, as spreadsheets are made to keep text, without what is around it.
fn without_unit(cell: &[u8]) -> &[u8] {
    let cell = cell.strip_prefix(b"=\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(cell);
    let digits = cell.iter().rposition(u8::is_ascii_digit).map_or(0, |at| at + 1);
    let unit = &cell[digits..];
    let is_seconds = ["s", "sec", "secs", "seconds", "秒"]
        .iter()
        .any(|name| unit.trim_ascii().eq_ignore_ascii_case(name.as_bytes()));
    if digits > 0 && is_seconds { &cell[..digits] } else { cell }
}

/// A duration in seconds, any part of one counted whole; see [`duration_millis`].
pub fn seconds(cell: &[u8], unit_micros: u32, decimal_comma: bool) -> Value<u32> {
    if unit_micros == 1_000_000
        && cell.len() < 10
        && let Some(seconds) = digits_value(cell)
    {
        return u32::try_from(seconds).map_or(Value::Unreadable, Value::Read);
    }
    duration_millis(cell, unit_micros, decimal_comma)
        .and_then(|millis| u32::try_from(millis.div_ceil(1000)).map_or(Value::Unreadable, Value::Read))
}

/// Whether amounts in these cells have a decimal comma; `None` where none of them tells.
///
/// A comma with another number of digits behind it than three tells it, as a point behind a comma denies it.
pub fn decimal_comma_in<'a>(cells: impl Iterator<Item = &'a str>) -> Option<bool> {
    for cell in cells {
        match (cell.rfind(','), cell.rfind('.')) {
            (Some(comma), Some(point)) => return Some(comma > point),
            // No group of thousands begins with a 0.
            (Some(1), None) if cell.starts_with('0') => return Some(true),
            (None, Some(1)) if cell.starts_with('0') => return Some(false),
            (Some(comma), None) if cell.len() - comma != 4 && cell.matches(',').count() == 1 => return Some(true),
            (None, Some(point)) if cell.len() - point != 4 && cell.matches('.').count() == 1 => return Some(false),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(cell: &str, comma: bool) -> Option<String> {
        money(cell.as_bytes(), comma).read().map(|amount| amount.to_string())
    }

    #[test]
    fn amounts_as_they_are_written() {
        for (cell, comma, read) in [
            ("0.0125", false, "0.0125"),
            ("-3", false, "-3"),
            ("1,234.50", false, "1234.5"),
            ("1.234,50", true, "1234.5"),
            ("1 234,5", true, "1234.5"),
            ("1\u{a0}234,5", true, "1234.5"),
            ("1.2E-4", false, "0.00012"),
            ("0.012000000000000002", false, "0.012"),
            ("$0.5", false, "0.5"),
            ("0,5 €", true, "0.5"),
            ("USD 0.5", false, "0.5"),
            (".5", false, "0.5"),
            ("0,125", false, "0.125"),
            ("0.5", true, "0.5"),
            ("12,5", false, "12.5"),
        ] {
            assert_eq!(amount(cell, comma).as_deref(), Some(read), "{cell}");
        }
        for cell in ["free", "1.2.3", "1e", "--1", "12:00", "1.5 per minute"] {
            assert_eq!(amount(cell, false), None, "{cell}");
        }
        assert_eq!(money(b"NULL", false), Value::Absent);
    }

    #[test]
    fn durations_as_they_are_written() {
        let read = |cell: &str| seconds(cell.as_bytes(), 1_000_000, false);
        for (cell, value) in [
            ("60", 60),
            ("1:05", 65),
            ("01:01:05", 3665),
            ("12.2", 13),
            ("12,5", 13),
            ("65 s", 65),
            ("65秒", 65),
            ("=\"65\"", 65),
            ("-", 0),
            ("--:--", 0),
            ("0:00:00", 0),
            ("1,234", 1234),
        ] {
            assert_eq!(read(cell), Value::Read(value), "{cell}");
        }
        for cell in ["5 min", "1:75:00", "1:2:3:4", "ten", "1:", "99999999999", ":05"] {
            assert_eq!(read(cell), Value::Unreadable, "{cell}");
        }
        assert_eq!((read("-1"), read("")), (Value::Absent, Value::Absent));
        assert_eq!(seconds(b"61500", 1000, false), Value::Read(62), "milliseconds");
        assert_eq!(duration_millis(b"2.5", 1_000_000, false), Value::Read(2500));
        assert_eq!(duration_millis(b"2,5", 1_000_000, true), Value::Read(2500));
        assert_eq!(duration_millis(b"0.3", 1000, false), Value::Read(1));
    }

    #[test]
    fn a_decimal_comma_is_told_by_the_cells() {
        assert_eq!(decimal_comma_in(["1,234", "0,5"].into_iter()), Some(true));
        assert_eq!(decimal_comma_in(["1,234", "1,234.5"].into_iter()), Some(false));
        assert_eq!(decimal_comma_in(["1,234", "0,125"].into_iter()), Some(true));
        assert_eq!(decimal_comma_in(["1,234", "7"].into_iter()), None);
    }

    proptest! {
        #[test]
        fn no_cell_stops_the_reader(cell in "[0-9:.,eE \\-+'$€]{0,40}", comma: bool) {
            let cell = cell.as_bytes();
            let _ = (money(cell, comma), seconds(cell, 1_000_000, comma), duration_millis(cell, 1, comma));
        }

        #[test]
        fn an_amount_reads_back(amount in any::<i64>()) {
            prop_assert_eq!(money(Money(amount).to_string().as_bytes(), false), Value::Read(Money(amount)));
        }
    }
}
