//! The rows of some calls as CSV: the columns of their file, every cell as it stands there.
//!
//! Rows are read again from their file, a stretch of its text at a time: one reader goes through the stretch from its
//! first wanted row to its last, so that each byte is looked at once, however many of its rows are wanted.

use super::formula_guard;
use ingest::{FileFacts, RowRereader};

/// Writes rows of one file as CSV text, to be taken away in pieces.
#[derive(Debug)]
pub struct FilteredCsv {
    rows: RowRereader,
    writer: csv::Writer<Vec<u8>>,
    cell: Vec<u8>,
}

/// What became of rows that were to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// So many of the first of them are done with.
    pub done: usize,
    /// So many of these are written; at the places of the others no row begins any more.
    pub written: usize,
}

fn writer(text: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(text)
}

impl FilteredCsv {
    /// For rows of a file of which so much is known.
    pub fn new(facts: &FileFacts) -> Self {
        Self { rows: RowRereader::new(facts), writer: writer(Vec::new()), cell: Vec::new() }
    }

    /// The line that names the file's columns; empty where they have no names.
    pub fn header(facts: &FileFacts) -> Vec<u8> {
        let mut header = Self::new(facts);
        let names = &facts.layout.names;
        if names.iter().any(|name| !name.is_empty()) {
            write(&mut header.writer, &mut header.cell, names.iter().map(String::as_bytes));
        }
        header.take()
    }

    /// Adds the rows that begin at `offsets` of the file's text, in ascending order; `text` is what stands there from
    /// the place `from` on, and `is_all` says that it is all up to the end. A row that is not whole in `text` is left,
    /// and those behind it.
    pub fn add(&mut self, text: &[u8], from: u64, offsets: &[u64], is_all: bool) -> Added {
        let Self { rows, writer, cell } = self;
        let mut written = 0;
        let done = rows.read(text, from, offsets, is_all, |cells| {
            written += 1;
            write(writer, cell, cells.iter().copied());
        });
        Added { done, written }
    }

    /// What was added since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        // Writing to memory cannot fail.
        std::mem::replace(&mut self.writer, writer(Vec::new())).into_inner().unwrap_or_default()
    }
}

fn write<'a>(writer: &mut csv::Writer<Vec<u8>>, buffer: &mut Vec<u8>, cells: impl Iterator<Item = &'a [u8]>) {
    for cell in cells {
        // Writing to memory cannot fail.
        let _ = if formula_guard(cell) {
            buffer.clear();
            buffer.push(b'\'');
            buffer.extend_from_slice(cell);
            writer.write_field(&*buffer)
        } else {
            writer.write_field(cell)
        };
    }
    let _ = writer.write_record(None::<&[u8]>);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_whole;

    fn exported(facts: &FileFacts, text: &[u8], offsets: &[u64]) -> String {
        let mut csv = FilteredCsv::new(facts);
        assert_eq!(csv.add(text, 0, offsets, true), Added { done: offsets.len(), written: offsets.len() });
        String::from_utf8([FilteredCsv::header(facts), csv.take()].concat()).unwrap()
    }

    #[test]
    fn rows_are_those_of_the_file() {
        let file =
            "starttime,holdtime,endreason,account\n1772452800000,60,-7,\"a, \"\"b\"\"\"\n1772452801000,0,503,=1+1\n";
        let facts = read_whole("a.csv", file.as_bytes()).unwrap().facts.unwrap();
        let offsets: Vec<u64> = file.match_indices("17724").map(|(at, _)| at as u64).collect();
        let expected = "starttime,holdtime,endreason,account\r\n1772452800000,60,-7,\"a, \
            \"\"b\"\"\"\r\n1772452801000,0,503,'=1+1\r\n";
        assert_eq!(exported(&facts, file.as_bytes(), &offsets), expected);
        assert!(exported(&facts, file.as_bytes(), &offsets[1..]).ends_with("account\r\n1772452801000,0,503,'=1+1\r\n"));
    }

    #[test]
    fn a_row_that_is_not_whole_is_left() {
        let file = "starttime,holdtime,endreason\n1772452800000,60,-7\n1772452801000,0,503\n";
        let facts = read_whole("a.csv", file.as_bytes()).unwrap().facts.unwrap();
        let offsets: Vec<u64> = file.match_indices("17724").map(|(at, _)| at as u64).collect();
        let mut csv = FilteredCsv::new(&facts);
        let (from, end) = (offsets[0], file.len() - 3);
        let text = &file.as_bytes()[from as usize..end];
        assert_eq!(csv.add(text, from, &offsets, false), Added { done: 1, written: 1 });
        let rest = &file.as_bytes()[offsets[1] as usize..];
        assert_eq!(csv.add(rest, offsets[1], &offsets[1..], true), Added { done: 1, written: 1 });
        assert_eq!(String::from_utf8(csv.take()).unwrap(), "1772452800000,60,-7\r\n1772452801000,0,503\r\n");
    }

    #[test]
    fn a_stray_quote_between_wanted_rows_swallows_none_of_them() {
        let file = "starttime,holdtime,endreason,account\n\
            1772452800000,60,-7,a\n\
            \"stray\n\
            1772452801000,0,503,b\n\
            1772452802000,0,503,\"c\"\n";
        let facts = read_whole("a.csv", file.as_bytes()).unwrap().facts.unwrap();
        let offsets: Vec<u64> = file.match_indices("17724").map(|(at, _)| at as u64).collect();
        let text = exported(&facts, file.as_bytes(), &offsets);
        assert!(
            text.ends_with("1772452800000,60,-7,a\r\n1772452801000,0,503,b\r\n1772452802000,0,503,c\r\n"),
            "{text}"
        );
    }
}
