//! One file, from bytes to sums.

use crate::export::SetAsideCsv;
use crate::ingest::{Call, FileFacts, FileParser, FileProblem, RowSink, SetAside};
use crate::query::Tally;
use crate::words::Language;
use serde::{Deserialize, Serialize};

/// This many of a file's rows set aside are shown; all of them are counted and can be downloaded.
pub const SHOWN_SET_ASIDE: usize = 200;

/// Of each of those, this many characters are shown.
const SHOWN_CHARACTERS: usize = 300;

/// What is known of a file that is being read or was read. rows = calls + set aside, at any moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// What it was taken for; nothing before enough of it was seen.
    pub facts: Option<FileFacts>,
    /// The sums of its calls.
    pub tally: Tally,
    /// Rows that could not be read.
    pub set_aside: u64,
    /// The first [`SHOWN_SET_ASIDE`] of them, their texts cut to what is shown; empty while the file is read.
    pub first_set_aside: Vec<SetAside>,
}

impl FileReport {
    /// Rows: calls and rows set aside.
    pub fn rows(&self) -> u64 {
        self.tally.calls + self.set_aside
    }
}

/// Reads one file.
#[derive(Debug)]
pub struct FileReading {
    parser: FileParser,
    rows: Rows,
}

#[derive(Debug)]
struct Rows {
    file: String,
    report: FileReport,
    csv: SetAsideCsv,
}

impl RowSink for Rows {
    fn call(&mut self, call: &Call<'_>) {
        self.report.tally.observe(call);
    }

    fn set_aside(&mut self, row: SetAside) {
        self.csv.add(&self.file, &row);
        self.report.set_aside += 1;
        if self.report.first_set_aside.len() < SHOWN_SET_ASIDE {
            self.report.first_set_aside.push(SetAside { text: shown(&row.text), ..row });
        }
    }
}

impl FileReading {
    /// Begins the file of that name; `language` is that of the reasons in [`FileReading::take_set_aside`].
    pub fn new(file: &str, language: Language) -> Self {
        let rows = Rows { file: file.to_owned(), report: FileReport::default(), csv: SetAsideCsv::new(language) };
        Self { parser: FileParser::default(), rows }
    }

    /// The next bytes.
    ///
    /// # Errors
    /// When it is no file of calls.
    pub fn push(&mut self, slice: &[u8]) -> Result<(), FileProblem> {
        self.parser.push(slice, &mut self.rows)
    }

    /// What is known so far, but for the rows set aside: it is asked for often.
    pub fn report_so_far(&self) -> FileReport {
        let FileReport { tally, set_aside, .. } = &self.rows.report;
        FileReport {
            facts: self.parser.facts().cloned(),
            tally: tally.without_evidence(),
            set_aside: *set_aside,
            first_set_aside: Vec::new(),
        }
    }

    /// CSV lines, without a header, of the rows set aside since the last time, once there are `at_least` bytes.
    pub fn take_set_aside(&mut self, at_least: usize) -> Option<Vec<u8>> {
        (self.rows.csv.len() >= at_least).then(|| self.rows.csv.take())
    }

    /// There are no more bytes: the report, and the CSV lines of the rows set aside since the last time.
    ///
    /// # Errors
    /// When it is no file of calls.
    pub fn finish(mut self) -> Result<(FileReport, Vec<u8>), FileProblem> {
        let facts = self.parser.finish(&mut self.rows)?;
        let report = FileReport { facts: Some(facts), ..self.rows.report };
        Ok((report, self.rows.csv.take()))
    }
}

/// The beginning of a row's text, and a sign that there is more.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_rows_set_aside_are_counted_and_only_the_first_are_shown() {
        let mut reading = FileReading::new("a.csv", Language::English);
        reading.push(b"starttime,holdtime,endreason\n").unwrap();
        let row = format!("{},x\n", "y".repeat(1000));
        for _ in 0..SHOWN_SET_ASIDE + 50 {
            reading.push(row.as_bytes()).unwrap();
        }
        assert_eq!(reading.take_set_aside(usize::MAX), None);
        assert_eq!(reading.report_so_far().first_set_aside, []);
        let (report, lines) = reading.finish().unwrap();
        assert_eq!(report.set_aside, SHOWN_SET_ASIDE as u64 + 50);
        assert_eq!(report.rows(), report.set_aside);
        assert_eq!(report.first_set_aside.len(), SHOWN_SET_ASIDE);
        assert_eq!(report.first_set_aside[0].text.chars().count(), SHOWN_CHARACTERS + 1);
        assert_eq!(lines.split(|&byte| byte == b'\n').count(), SHOWN_SET_ASIDE + 50 + 1);
    }
}
