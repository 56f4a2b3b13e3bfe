//! One file, from bytes to sums.

use crate::export::SetAsideCsv;
use crate::ingest::{Call, FileFacts, FileParser, FileProblem, RowSink, SetAside};
use crate::query::Tally;
use crate::words::Language;
use serde::{Deserialize, Serialize};

/// This many of a file's rows set aside are shown; all of them are counted and can be downloaded.
pub const SHOWN_SET_ASIDE: usize = 200;

/// What is known of a file that is being read or was read. rows = calls + set aside, at any moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// What it was taken for; nothing before enough of it was seen.
    pub facts: Option<FileFacts>,
    /// The sums of its calls.
    pub tally: Tally,
    /// Rows that could not be read.
    pub set_aside: u64,
    /// The first [`SHOWN_SET_ASIDE`] of them.
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
            self.report.first_set_aside.push(row);
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

    /// What is known so far.
    pub fn report(&self) -> FileReport {
        FileReport { facts: self.parser.facts().cloned(), ..self.rows.report.clone() }
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
