//! Text to rows of cells.
//!
//! A [`RowReader`] is given the text of one file in slices of any size and gives back one [`Row`] after another. It
//! knows where rows and cells end, and nothing of what they mean.

mod cells;
mod delimited;
mod json;
mod lines;
mod marks;
mod record;
mod sql;

pub use delimited::{CsvDialect, LineEnd, Quoting};
pub use record::{MAX_LINE_BYTES, MAX_QUOTED_RECORD_BYTES};

pub(super) use cells::Cells;
pub(super) use delimited::DelimitedText;
pub(super) use json::JsonObjects;
pub(super) use sql::{SqlInserts, table_of_day};

use serde::{Deserialize, Serialize};

/// How the rows of a file are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dialect {
    /// Lines of cells.
    Delimited(CsvDialect),
    /// Objects: in an array, in an answer of the switch's interface, or one on a line.
    Json,
    /// `INSERT INTO table VALUES (…),(…)`, as mysqldump writes it.
    Sql {
        /// The table, without the day that its name may end with.
        table: String,
    },
}

impl Dialect {
    pub(super) fn reader(&self) -> Box<dyn RowReader> {
        match self {
            Dialect::Delimited(dialect) => Box::new(DelimitedText::new(*dialect)),
            Dialect::Json => Box::new(JsonObjects::default()),
            Dialect::Sql { table } => Box::new(SqlInserts::new(Some(table))),
        }
    }
}

/// What is wrong with a row, so that its cells mean nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowFault {
    /// The row has so many bytes, more than one may have; its text is cut.
    TooLong { bytes: u64 },
    /// A quote that does not close: the cells are those of the line, with quotes as text.
    QuoteNotClosed,
    /// It is cut or damaged.
    Broken,
}

/// One row.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The line of the file that it begins on, from 1.
    pub(super) line: u64,
    /// Where it begins in the text, in bytes.
    pub(super) offset: u64,
    pub(super) cells: Cells<'a>,
    /// As it stands in the file.
    pub(super) text: &'a [u8],
    /// More than one line of the file, held together by quotes, which may have been none.
    pub(super) several_lines: bool,
    pub(super) fault: Option<RowFault>,
}

/// One way to write rows.
pub(super) trait RowReader: std::fmt::Debug {
    /// Adds the next text of the file. What was given back before is forgotten.
    fn fill(&mut self, text: &[u8]);

    /// Goes on to the next row; `false` when more text is needed (`at_end`: when there is no more).
    fn advance(&mut self, at_end: bool) -> bool;

    /// The row that was gone on to. To be asked for only after [`RowReader::advance`] said that there is one.
    fn row(&self) -> Row<'_>;

    /// Takes back the last row, which has several lines: its first line comes next, alone, with quotes as text.
    fn reject(&mut self) {}

    /// The text ended within something that must end.
    fn is_cut(&self) -> bool {
        false
    }

    /// The names of the cells so far, where rows bring their own; there may be more after every row, and never others.
    fn names(&self) -> Option<&[String]> {
        None
    }
}

#[cfg(test)]
mod tests;
