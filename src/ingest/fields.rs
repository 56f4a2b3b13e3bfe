//! The cells of one record.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use memchr::memchr_iter;

/// Splits records into cells; its memory is used again for every record.
#[derive(Debug)]
pub(super) struct Fields {
    delimiter: u8,
    unquoter: Reader,
    /// Where each cell ends; the next begins one byte later in a plain record, right there in an unquoted one.
    ends: Vec<usize>,
    unquoted: Vec<u8>,
}

impl Fields {
    pub(super) fn new(delimiter: u8) -> Self {
        let unquoter = ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).build();
        Self { delimiter, unquoter, ends: Vec::new(), unquoted: Vec::new() }
    }

    /// Every delimiter separates, quotes are text.
    pub(super) fn split_plain<'a>(&'a mut self, record: &'a [u8]) -> Cells<'a> {
        self.ends.clear();
        self.ends.extend(memchr_iter(self.delimiter, record));
        self.ends.push(record.len());
        Cells { bytes: record, ends: &self.ends, gap: 1 }
    }

    /// A cell that begins with a quote reaches to the closing one; a doubled quote in it is one quote.
    pub(super) fn split_quoted<'a>(&'a mut self, record: &[u8]) -> Cells<'a> {
        self.unquoter.reset();
        // Unquoting never makes a record longer, and it has at most one cell more than delimiters.
        self.unquoted.resize(record.len() + 1, 0);
        self.ends.resize(memchr_iter(self.delimiter, record).count() + 2, 0);
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            let (result, ate, wrote, found) =
                self.unquoter.read_record(&record[read..], &mut self.unquoted[written..], &mut self.ends[cells..]);
            read += ate;
            written += wrote;
            cells += found;
            match result {
                ReadRecordResult::InputEmpty => continue,
                ReadRecordResult::Record | ReadRecordResult::End => break,
                ReadRecordResult::OutputFull => self.unquoted.resize(self.unquoted.len() * 2 + 16, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2 + 16, 0),
            }
        }
        Cells { bytes: &self.unquoted[..written], ends: &self.ends[..cells], gap: 0 }
    }
}

/// The cells of one record, unquoted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
    gap: usize,
}

impl<'a> Cells<'a> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `index`, from 0; an empty one where the record has none.
    pub(super) fn get(&self, index: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] + self.gap };
        &self.bytes[start..end]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
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
        let mut fields = Fields::new(b'|');
        assert_eq!(texts(fields.split_plain(b"a||c|")), ["a", "", "c", ""]);
        assert_eq!(texts(fields.split_plain(b"only")), ["only"]);
        assert_eq!(fields.split_plain(b"a|b").get(7), b"");
    }

    #[test]
    fn a_quoted_cell_keeps_delimiters_newlines_and_doubled_quotes() {
        let mut fields = Fields::new(b',');
        assert_eq!(
            texts(fields.split_quoted(b"1,\"a,b\",\"c\nd\",\"say \"\"hi\"\"\",")),
            ["1", "a,b", "c\nd", "say \"hi\"", ""]
        );
        assert_eq!(texts(fields.split_quoted(b"\"\"")), [""]);
    }

    #[test]
    fn a_hundred_thousand_cells_are_counted() {
        let mut fields = Fields::new(b',');
        let record = b"\"x\",".repeat(100_000);
        assert_eq!(fields.split_quoted(&record).len(), 100_001);
    }
}
