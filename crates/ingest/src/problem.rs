//! Why a whole file gives no calls. The sentences that a person reads are in `words`.

use super::table::Preview;
use calls::Field;
use serde::{Deserialize, Serialize};

/// Why a file could not be read as call detail records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileProblem {
    /// It has no bytes, or nothing but blank lines; an archive has no files.
    Empty,
    /// It is no text at all.
    Foreign(ForeignKind),
    /// Text, but nothing in it looks like a table.
    NotCdr {
        /// The beginning of its first line.
        first_line: String,
    },
    /// A table, but what its columns are is not known: a person may say.
    NeedsMapping(Box<Preview>),
    /// It has no line end where one must be: its first line is longer than what a layout is decided from.
    NoLineEnd,
    /// A header of column names, but without columns that nothing can be said without: a person may know better.
    MissingColumns {
        /// Each is a set of fields of which one is needed.
        missing: Vec<Vec<Field>>,
        /// What there is.
        table: Box<Preview>,
    },
    /// The file in the archive needs a password.
    Encrypted,
    /// It unpacks to so much that it may have been made to fill a disk: a person may lift the bound.
    GrowsTooLarge {
        /// Bytes that were read.
        packed: u64,
        /// Bytes that came out of them.
        unpacked: u64,
    },
    /// What comes after the files before it in an archive is missing, or cannot be found.
    RestMissing,
    /// The page itself met an error while it read the file.
    Crashed {
        /// What is known of it.
        detail: String,
    },
    /// A workbook beyond [`super::MOST_WORKBOOK_BYTES`].
    WorkbookTooLarge,
    /// It has fewer bytes than when it was given: something wrote to it meanwhile.
    BecameShorter,
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
    /// 7z, xz, bzip2, rar or zstd; a file in a zip that was packed in another way than by deflating.
    Archive,
    /// A workbook that cannot be opened: damaged, protected by a password, or of another program.
    Workbook,
    /// Anything else with NUL bytes in it.
    Binary,
}

impl FileProblem {
    /// The table that a person may say the columns of.
    pub fn table(&self) -> Option<&Preview> {
        match self {
            FileProblem::NeedsMapping(table) | FileProblem::MissingColumns { table, .. } => Some(table),
            _ => None,
        }
    }
}
