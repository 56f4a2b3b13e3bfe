//! Why a whole file gives no calls. The sentences that a person reads are in [`crate::words`].

use super::layout::Column;
use serde::{Deserialize, Serialize};

/// Why a file could not be read as call detail records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileProblem {
    /// It has no bytes, or nothing but blank lines.
    Empty,
    /// It is no text at all.
    Foreign(ForeignKind),
    /// Text, but nothing in it looks like a call detail record.
    NotCdr {
        /// The beginning of its first line.
        first_line: String,
    },
    /// It has no line end where one must be: its first line is longer than what a layout is decided from.
    NoLineEnd,
    /// A header of column names, but without columns that nothing can be said without.
    MissingColumns {
        /// Each is a set of columns of which one is needed.
        missing: Vec<Vec<Column>>,
        /// The names that the header has.
        found: Vec<String>,
    },
    /// The browser or the system refused to give the bytes: the file was moved, deleted or changed meanwhile.
    Unreadable {
        /// What it said.
        detail: String,
    },
}

/// Things that are dropped by mistake, told by their first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForeignKind {
    /// PNG, JPEG, GIF, WebP or BMP.
    Picture,
    /// A PDF document.
    Pdf,
    /// gzip, zip, 7z, xz, bzip2, rar or zstd.
    Archive,
    /// An Excel workbook (xls, or xlsx, which is a zip with a certain content).
    Workbook,
    /// Text of two bytes a character.
    Utf16,
    /// Anything else with NUL bytes in it.
    Binary,
}
