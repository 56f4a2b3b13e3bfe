//! The rows of some calls as CSV: the columns of their file, every cell as it stands there.

use super::no_formula;
use crate::ingest::{FileFacts, LocalZone, raw_row};
use std::rc::Rc;

/// Collects rows of one file as CSV text, to be taken away in pieces.
#[derive(Debug)]
pub struct FilteredCsv {
    facts: FileFacts,
    text: Vec<u8>,
    /// Times are written as they stand.
    zone: Rc<LocalZone>,
}

impl FilteredCsv {
    /// For rows of a file of which so much is known.
    pub fn new(facts: &FileFacts) -> Self {
        Self { facts: facts.clone(), text: Vec::new(), zone: Rc::default() }
    }

    /// The line that names the file's columns; empty where they have no names.
    pub fn header(facts: &FileFacts) -> Vec<u8> {
        let mut header = Self::new(facts);
        if facts.layout.names.iter().any(|name| !name.is_empty()) {
            let names = facts.layout.names.clone();
            header.write(names.iter().map(String::as_str));
        }
        header.take()
    }

    /// Adds the row that `text` begins with.
    pub fn add(&mut self, text: &[u8]) {
        let Some(row) = raw_row(&self.facts, &self.zone, text) else { return };
        // Rows with names of their own may have them in another order, and not all of them.
        let by_name = |name: &String| row.cells.iter().find(|(of, _)| of == name).map_or("", |(_, cell)| cell.as_str());
        if row.cells.iter().zip(&self.facts.layout.names).all(|((of, _), name)| of == name) {
            self.write(row.cells.iter().map(|(_, cell)| cell.as_str()));
        } else {
            let names = self.facts.layout.names.clone();
            self.write(names.iter().map(by_name));
        }
    }

    fn write<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(std::mem::take(&mut self.text));
        for cell in cells {
            // Writing to memory cannot fail.
            let _ = writer.write_field(&*no_formula(cell));
        }
        let _ = writer.write_record(None::<&[u8]>);
        self.text = writer.into_inner().unwrap_or_default();
    }

    /// What was added since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::read_whole;

    #[test]
    fn rows_are_those_of_the_file() {
        let file =
            "starttime,holdtime,endreason,account\n1772452800000,60,-7,\"a, \"\"b\"\"\"\n1772452801000,0,503,=1+1\n";
        let facts = read_whole("a.csv", file.as_bytes()).unwrap().facts.unwrap();
        let mut csv = FilteredCsv::new(&facts);
        for at in file.match_indices("17724").map(|(at, _)| at) {
            csv.add(&file.as_bytes()[at..]);
        }
        let text = [FilteredCsv::header(&facts), csv.take()].concat();
        let expected = "starttime,holdtime,endreason,account\r\n1772452800000,60,-7,\"a, \"\"b\"\"\"\r\n1772452801000,0,503,'=1+1\r\n";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }
}
