use super::cells::Fields;
use super::record::{Record, RecordKind, Splitter};
use super::{Row, RowFault, RowReader};
use serde::{Deserialize, Serialize};

/// How lines of cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvDialect {
    /// The byte between two cells.
    pub delimiter: u8,
    /// How a quote stands inside a quoted cell.
    pub quoting: Quoting,
    /// What ends a line.
    pub line_end: LineEnd,
}

impl Default for CsvDialect {
    fn default() -> Self {
        Self { delimiter: b',', quoting: Quoting::Doubled, line_end: LineEnd::Newline }
    }
}

/// How a quote stands inside a quoted cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quoting {
    /// Twice, as RFC 4180 has it.
    Doubled,
    /// Behind a backslash, as MySQL has it: it also takes the meaning of delimiters and line ends away.
    Backslash,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineEnd {
    /// LF, or CR and LF.
    Newline,
    /// CR alone, as old systems wrote it.
    CarriageReturn,
}

impl LineEnd {
    /// The byte that ends every line.
    pub fn byte(self) -> u8 {
        match self {
            LineEnd::Newline => b'\n',
            LineEnd::CarriageReturn => b'\r',
        }
    }
}

/// Lines of cells between delimiters, some of them in quotes.
#[derive(Debug)]
pub(crate) struct DelimitedText {
    splitter: Splitter,
    fields: Fields,
    record: Option<Record>,
    /// The record is the first line of one that was taken back, and comes again.
    again: bool,
}

impl DelimitedText {
    pub(crate) fn new(dialect: CsvDialect) -> Self {
        Self::at(dialect, 0)
    }

    /// Goes on at that place of the text, where a record begins; lines are counted from there.
    pub(crate) fn at(dialect: CsvDialect, offset: u64) -> Self {
        Self { splitter: Splitter::at(dialect, offset), fields: Fields::new(dialect), record: None, again: false }
    }
}

#[cfg(test)]
impl DelimitedText {
    /// Every record is walked and then split, as the reference does it.
    pub(super) fn reference(dialect: CsvDialect) -> Self {
        let mut text = Self::new(dialect);
        text.splitter.walks_only = true;
        text
    }
}

impl RowReader for DelimitedText {
    fn fill(&mut self, text: &[u8]) {
        self.splitter.fill(text);
    }

    fn advance(&mut self, at_end: bool) -> bool {
        if !std::mem::take(&mut self.again) {
            self.record = self.splitter.next_record(at_end);
        }
        let Some(record) = &self.record else { return false };
        if record.is_split {
            return true;
        }
        let text = self.splitter.bytes(&record.range);
        match record.kind {
            RecordKind::Quoted => self.fields.split_quoted(text),
            RecordKind::TooLong { .. } => self.fields.split_plain(&[]),
            RecordKind::Plain | RecordKind::QuoteNotClosed => self.fields.split_plain(text),
        }
        true
    }

    fn row(&self) -> Row<'_> {
        let (line, offset, kind, text, several_lines) = match &self.record {
            Some(record) => {
                let text = self.splitter.bytes(&record.range);
                (record.line, record.offset, record.kind, text, record.several_lines)
            }
            None => (0, 0, RecordKind::Plain, &b""[..], false),
        };
        let fault = match kind {
            RecordKind::TooLong { bytes } => Some(RowFault::TooLong { bytes }),
            RecordKind::QuoteNotClosed => Some(RowFault::QuoteNotClosed),
            RecordKind::Plain | RecordKind::Quoted => None,
        };
        let is_split = self.record.as_ref().is_some_and(|record| record.is_split);
        let cells = if is_split { self.splitter.cells() } else { self.fields.cells(text) };
        Row { line, offset, cells, text, several_lines, fault }
    }

    fn reject(&mut self) {
        self.record = self.splitter.reject();
        self.again = self.record.is_some();
    }
}
