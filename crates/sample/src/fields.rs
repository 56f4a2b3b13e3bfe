//! One line of a file, value by value: separators, quotes, nulls, numbers.
//!
//! In: the values in their order. Out: bytes at the end of a buffer, without anything allocated in between.

use super::draw::scatter;
use super::spec::Format;
use super::world::Number;

/// One line under construction.
pub(super) struct Fields<'out> {
    out: &'out mut Vec<u8>,
    separator: u8,
    /// Whether a value that holds a separator or a quote is put in quotes.
    quotes: bool,
    null: &'static [u8],
    first: bool,
}

impl<'out> Fields<'out> {
    pub(super) fn new(out: &'out mut Vec<u8>, format: Format) -> Self {
        let (separator, quotes, null): (_, _, &[u8]) = match format {
            Format::SoftswitchText => (b'|', false, b""),
            Format::EcdrCsv => (b',', true, b""),
            Format::EcdrTsv => (b'\t', false, b"\\N"),
        };
        Fields { out, separator, quotes, null, first: true }
    }

    /// Where the next value goes.
    fn next(&mut self) -> &mut Vec<u8> {
        if !std::mem::take(&mut self.first) {
            self.out.push(self.separator);
        }
        self.out
    }

    pub(super) fn text(&mut self, text: &str) {
        let must_quote = self.quotes && text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'));
        let out = self.next();
        if !must_quote {
            return out.extend_from_slice(text.as_bytes());
        }
        out.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
        out.push(b'"');
    }

    pub(super) fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    pub(super) fn null(&mut self) {
        let null = self.null;
        self.next().extend_from_slice(null);
    }

    pub(super) fn int(&mut self, value: impl Into<i64>) {
        let value = value.into();
        let out = self.next();
        if value < 0 {
            out.push(b'-');
        }
        digits(out, value.unsigned_abs(), 1);
    }

    /// An amount in ten-thousandths, without idle zeros, as MySQL prints a double.
    pub(super) fn money(&mut self, amount: u64) {
        let out = self.next();
        digits(out, amount / 10_000, 1);
        if !amount.is_multiple_of(10_000) {
            out.push(b'.');
            digits(out, amount % 10_000, 4);
            while out.last() == Some(&b'0') {
                out.pop();
            }
        }
    }

    pub(super) fn number(&mut self, number: Number) {
        let out = self.next();
        out.extend_from_slice(number.prefix.as_bytes());
        out.extend_from_slice(number.head.as_bytes());
        if number.digits > 0 {
            digits(out, u64::from(number.tail), usize::from(number.digits));
        }
    }

    /// A Call-ID: hexadecimal digits, `@`, an address.
    pub(super) fn call_id(&mut self, identity: u64, leg: u64, ip: &str) {
        let out = self.next();
        for half in 0..2 {
            let bits = scatter(identity, leg * 2 + half);
            out.extend((0..16).map(|place| b"0123456789abcdef"[(bits >> (place * 4) & 15) as usize]));
        }
        out.push(b'@');
        out.extend_from_slice(ip.as_bytes());
    }
}

/// Appends a whole number of at least `width` digits.
fn digits(out: &mut Vec<u8>, mut value: u64, width: usize) {
    let mut buffer = [b'0'; 20];
    let mut from = buffer.len();
    while value > 0 {
        from -= 1;
        buffer[from] = b'0' + (value % 10) as u8;
        value /= 10;
    }
    out.extend_from_slice(&buffer[from.min(buffer.len() - width)..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(format: Format, write: impl Fn(&mut Fields)) -> String {
        let mut out = Vec::new();
        write(&mut Fields::new(&mut out, format));
        String::from_utf8(out).expect("the fields are text")
    }

    #[test]
    fn numbers_are_written_in_full() {
        let written = line(Format::EcdrTsv, |fields| {
            [0, -69, 1_772_409_600_000, i64::MIN].into_iter().for_each(|value| fields.int(value));
            [0, 1, 10_000, 123_400, 1_000_500].into_iter().for_each(|amount| fields.money(amount));
            fields.number(Number { prefix: "00", head: "4420", digits: 3, tail: 7 });
            fields.null();
        });
        let expected = "0 -69 1772409600000 -9223372036854775808 0 0.0001 1 12.34 100.05 004420007 \\N";
        assert_eq!(written, expected.replace(' ', "\t"));
    }

    #[test]
    fn only_csv_quotes_and_only_where_it_must() {
        let write = |fields: &mut Fields| ["plain", "a \"b\", c"].into_iter().for_each(|text| fields.text(text));
        assert_eq!(line(Format::EcdrCsv, write), "plain,\"a \"\"b\"\", c\"");
        assert_eq!(line(Format::EcdrTsv, write), "plain\ta \"b\", c");
    }
}
