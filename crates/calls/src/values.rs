//! One cell to one value.

mod decimal;
mod span;
mod time;

pub use decimal::decimal_comma_in;
pub use decimal::{duration_millis, money, seconds};
pub use span::{TimeSpan, parse_span};
pub use time::DateOrder;
pub use time::{Time, date_order_in, instant, is_open_date};

use crate::Money;
use crate::instant::EpochMillis;
use serde::{Deserialize, Serialize};

/// How a file writes what can be written in several ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    /// What comes first in a date without a year of four digits at its beginning.
    pub date_order: DateOrder,
    /// Nothing told whether day or month comes first, and a date of the first rows hangs on it.
    #[serde(default)]
    pub date_order_open: bool,
    /// Amounts and durations have a decimal comma.
    pub decimal_comma: bool,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<T> {
    /// Empty, `NULL` or `\N`: the file does not say.
    Absent,
    /// A value.
    Read(T),
    /// There is something, and it is not what the column should hold.
    Unreadable,
}

impl<T> Value<T> {
    /// The value, if there is one.
    pub fn read(self) -> Option<T> {
        match self {
            Value::Read(value) => Some(value),
            Value::Absent | Value::Unreadable => None,
        }
    }

    fn and_then<U>(self, then: impl FnOnce(T) -> Value<U>) -> Value<U> {
        match self {
            Value::Absent => Value::Absent,
            Value::Read(value) => then(value),
            Value::Unreadable => Value::Unreadable,
        }
    }
}

/// Whether a cell says nothing: empty, `NULL`, `\N` and the like.
pub fn is_absent(cell: &[u8]) -> bool {
    const WORDS: [&str; 8] = ["null", "(null)", "<null>", "[null]", "none", "nil", "#n/a", "n/a"];
    match cell {
        b"" | b"\\N" => true,
        // Most cells begin with a digit.
        [b'a'..=b'z' | b'A'..=b'Z' | b'(' | b'<' | b'[' | b'#', ..] if cell.len() <= 6 => {
            WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
        }
        _ => false,
    }
}

/// A whole number; spaces around it and a `+` do not matter, `7.0` is 7 (spreadsheets write that).
pub fn integer(cell: &[u8]) -> Value<i64> {
    // Most cells are digits and nothing else.
    if let Some(value) = digits_value(cell) {
        return Value::Read(value);
    }
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

/// An amount as a list of prices has it, with a decimal point or a comma, and a currency around it perhaps.
pub fn read_amount(cell: &str, decimal_comma: bool) -> Option<Money> {
    money(cell.trim().as_bytes(), decimal_comma).read()
}

/// At most 18 digits, so that nothing overflows.
fn digits_value(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers() {
        assert_eq!(integer(b"-69"), Value::Read(-69));
        assert_eq!(integer(b"+5"), Value::Read(5));
        assert_eq!(integer(b"16.0"), Value::Read(16));
        assert_eq!(integer(b"16.5"), Value::Unreadable);
        assert_eq!(integer(b"1e5"), Value::Unreadable);
        assert_eq!(integer(b"9999999999999999999"), Value::Unreadable);
    }
}
