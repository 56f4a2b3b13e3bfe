//! Rows that could not be read: each is kept with its line, the reason and its text.

use calls::Field;
use serde::{Deserialize, Serialize};

/// Of a row that was set aside, this many bytes of its text are kept.
pub const KEPT_TEXT_BYTES: usize = 4096;

/// One row that is no call, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The line of the file that it begins on, from 1.
    pub line: u64,
    /// The column that could not be read, from 1, where it is one column's fault.
    pub column: Option<usize>,
    /// What is wrong.
    pub reason: SetAsideReason,
    /// The row as it stands in the file, at most its first [`KEPT_TEXT_BYTES`] bytes.
    pub text: String,
}

/// Why a row is no call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetAsideReason {
    /// The row has another number of columns than the file's layout.
    ColumnCount {
        /// Columns of the layout.
        expected: usize,
        /// Columns of this row.
        found: usize,
    },
    /// The line is longer than [`super::MAX_LINE_BYTES`].
    LineTooLong {
        /// Its length in bytes.
        bytes: u64,
    },
    /// A quote opens a cell on this line and does not close where a cell ends.
    QuoteNotClosed,
    /// It is cut or damaged, so that it cannot be told into cells.
    Broken,
    /// It is the header once more.
    HeaderAgain,
    /// A necessary cell is empty.
    Absent(Field),
    /// A necessary cell holds something else.
    Unreadable(Field),
}

/// The beginning of `bytes` as text; what is no UTF-8 becomes U+FFFD.
pub(super) fn kept_text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(KEPT_TEXT_BYTES)]).into_owned()
}
