//! The cells of one record.

#![expect(clippy::cast_possible_truncation, reason = "a record has no more than MAX_LINE_BYTES")]

use super::delimited::{CsvDialect, Quoting};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use memchr::memchr_iter;

/// Splits records into cells; its memory is used again for every record.
#[derive(Debug)]
pub(super) struct Fields {
    delimiter: u8,
    quoting: Quoting,
    unquoter: Reader,
    /// Where each cell ends; the next begins one byte later in a plain record, right there in an unquoted one.
    ends: Vec<u32>,
    /// csv-core's ends.
    wide_ends: Vec<usize>,
    unquoted: Vec<u8>,
    /// The cells are ranges of the record itself.
    in_place: bool,
}

impl Fields {
    pub(super) fn new(dialect: CsvDialect) -> Self {
        let delimiter = dialect.delimiter;
        // The record is cut already; what ends a line is text in it.
        let unquoter = ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::Any(0)).build();
        Self {
            delimiter,
            quoting: dialect.quoting,
            unquoter,
            ends: Vec::new(),
            wide_ends: Vec::new(),
            unquoted: Vec::new(),
            in_place: true,
        }
    }

    /// Every delimiter separates, quotes are text.
    pub(super) fn split_plain(&mut self, record: &[u8]) {
        self.ends.clear();
        self.ends.extend(memchr_iter(self.delimiter, record).map(|at| at as u32));
        self.ends.push(record.len() as u32);
        self.in_place = true;
    }

    /// The cells of `record`, which was split last.
    pub(super) fn cells<'a>(&'a self, record: &'a [u8]) -> Cells<'a> {
        if self.in_place { Cells::between(record, &self.ends, 0) } else { Cells::joined(&self.unquoted, &self.ends) }
    }

    /// A cell that begins with a quote reaches to the closing one; how a quote stands in it, the form says.
    pub(super) fn split_quoted(&mut self, record: &[u8]) {
        self.in_place = false;
        if self.quoting == Quoting::Doubled && memchr::memchr(0, record).is_none() {
            self.split_doubled(record);
        } else {
            self.split_by_hand(record);
        }
    }

    fn split_doubled(&mut self, record: &[u8]) {
        self.unquoter.reset();
        // Unquoting never makes a record longer, and it has at most one cell more than delimiters.
        self.unquoted.resize(record.len() + 1, 0);
        let ends = &mut self.wide_ends;
        ends.resize(memchr_iter(self.delimiter, record).count() + 2, 0);
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            let (result, ate, wrote, found) =
                self.unquoter.read_record(&record[read..], &mut self.unquoted[written..], &mut ends[cells..]);
            read += ate;
            written += wrote;
            cells += found;
            match result {
                ReadRecordResult::InputEmpty => continue,
                ReadRecordResult::Record | ReadRecordResult::End => break,
                ReadRecordResult::OutputFull => self.unquoted.resize(self.unquoted.len() * 2 + 16, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2 + 16, 0),
            }
        }
        self.unquoted.truncate(written);
        self.ends.clear();
        self.ends.extend(ends[..cells].iter().map(|&end| end as u32));
    }

    /// With what csv-core does not know: backslashes outside of quotes, as MySQL writes them, and NUL bytes.
    fn split_by_hand(&mut self, record: &[u8]) {
        let escapes = self.quoting == Quoting::Backslash;
        self.ends.clear();
        self.unquoted.clear();
        let (mut at, mut cell, mut in_quotes) = (0, 0, false);
        while let Some(&byte) = record.get(at) {
            let next = record.get(at + 1).copied();
            at += 1;
            match byte {
                // MySQL's NULL is a backslash and an N, not an N.
                b'\\' if escapes && next.is_some() && (in_quotes || next != Some(b'N')) => {
                    self.unquoted.push(unescaped(next.unwrap_or(byte)));
                    at += 1;
                }
                b'"' if in_quotes && next == Some(b'"') => {
                    self.unquoted.push(b'"');
                    at += 1;
                }
                b'"' if in_quotes => in_quotes = false,
                b'"' if self.unquoted.len() == cell && (at == 1 || record[at - 2] == self.delimiter) => {
                    in_quotes = true
                }
                _ if byte == self.delimiter && !in_quotes => {
                    cell = self.unquoted.len();
                    self.ends.push(cell as u32);
                }
                _ => self.unquoted.push(byte),
            }
        }
        self.ends.push(self.unquoted.len() as u32);
    }
}

/// The byte that a backslash and `letter` stand for (MySQL reference manual, string literals).
pub(super) fn unescaped(letter: u8) -> u8 {
    match letter {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'0' => 0,
        b'b' => 8,
        b'Z' => 26,
        other => other,
    }
}

/// The cells of one record, unquoted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cells<'a> {
    bytes: &'a [u8],
    ends: &'a [u32],
    /// Where the first one begins.
    begin: u32,
    /// Bytes between two cells.
    gap: u32,
}

impl<'a> Cells<'a> {
    /// Cells that stand one right after the other in `bytes`, each up to its end.
    pub(crate) fn joined(bytes: &'a [u8], ends: &'a [u32]) -> Self {
        Self { bytes, ends, begin: 0, gap: 0 }
    }

    /// Cells with one byte between each and the next, from `begin` on; none goes beyond the end of `bytes`.
    pub(super) fn between(bytes: &'a [u8], ends: &'a [u32], begin: u32) -> Self {
        Self { bytes, ends, begin, gap: 1 }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `index`, from 0; an empty one where the record has none.
    pub(crate) fn get(&self, index: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(index) else { return &[] };
        let begin = if index == 0 { self.begin } else { self.ends[index - 1] + self.gap };
        &self.bytes[begin as usize..(end as usize).min(self.bytes.len())]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let cells = *self;
        (0..cells.len()).map(move |index| cells.get(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: Cells<'_>) -> Vec<String> {
        cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    }

    #[test]
    fn a_plain_record_is_cut_at_every_delimiter() {
        let mut fields = Fields::new(CsvDialect { delimiter: b'|', ..CsvDialect::default() });
        fields.split_plain(b"a||c|");
        assert_eq!(texts(fields.cells(b"a||c|")), ["a", "", "c", ""]);
        fields.split_plain(b"only");
        assert_eq!(texts(fields.cells(b"only")), ["only"]);
        assert_eq!(fields.cells(b"only").get(7), b"");
    }

    #[test]
    fn a_quoted_cell_keeps_delimiters_newlines_and_doubled_quotes() {
        let mut fields = Fields::new(CsvDialect::default());
        fields.split_quoted(b"1,\"a,b\",\"c\nd\",\"say \"\"hi\"\"\",");
        assert_eq!(texts(fields.cells(b"")), ["1", "a,b", "c\nd", "say \"hi\"", ""]);
        fields.split_quoted(b"\"\"");
        assert_eq!(texts(fields.cells(b"")), [""]);
    }

    #[test]
    fn backslashes_take_the_meaning_away() {
        let mut fields = Fields::new(CsvDialect { quoting: Quoting::Backslash, ..CsvDialect::default() });
        let record = b"\\N,\"say \\\"hi\\\", \\\\\",a\\,b,\"x\\ty\",5\" screen,\"\"";
        fields.split_quoted(record);
        assert_eq!(texts(fields.cells(record)), ["\\N", "say \"hi\", \\", "a,b", "x\ty", "5\" screen", ""]);
    }

    #[test]
    fn a_hundred_thousand_cells_are_counted() {
        let mut fields = Fields::new(CsvDialect::default());
        let record = b"\"x\",".repeat(100_000);
        fields.split_quoted(&record);
        assert_eq!(fields.cells(&record).len(), 100_001);
    }
}
