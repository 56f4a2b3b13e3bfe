//! What was found out about a file.

use super::container::{ContainerKind, Damage};
use super::dialect::Dialect;
use super::encoding::{DetectedEncoding, EncodingEvidence};
use super::layout::Layout;
use super::table::Preview;
use serde::{Deserialize, Serialize};

/// What a file was taken for, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// What it was packed in, the outermost first.
    pub packed_in: Vec<ContainerKind>,
    /// The encoding of its text.
    pub encoding: DetectedEncoding,
    /// How its rows are written.
    pub dialect: Dialect,
    /// What it was taken for, and where its columns are.
    pub layout: Layout,
    /// Lines above the header that are none of the table.
    pub passed_over: usize,
    /// Its first rows.
    pub head: Preview,
    /// Rows so far: blank lines, the header and what is above it are none.
    pub rows: u64,
    /// Some times were written as dates without a zone.
    pub dates_without_zone: bool,
    /// The zone that these were taken to be of; empty for UTC.
    pub zone: String,
    /// Bytes of a byte order mark, which the text begins after.
    pub mark_bytes: u64,
    /// What is wrong with it, or with what it was packed in, as a whole.
    pub damage: Option<Damage>,
}

impl FileFacts {
    /// Adds what a later piece of the same file told.
    pub fn add_piece(&mut self, next: &FileFacts) {
        self.rows += next.rows;
        self.dates_without_zone |= next.dates_without_zone;
        self.damage = next.damage;
        self.layout = next.layout.clone();
        if self.encoding.evidence == EncodingEvidence::OnlyAscii {
            self.encoding = next.encoding;
        }
    }
}
