//! What was found out about a file.

use super::container::{ContainerKind, Damage};
use super::dialect::Form;
use super::encoding::{EncodingEvidence, EncodingFinding};
use super::layout::Layout;
use serde::{Deserialize, Serialize};

/// Of a file's first rows so many are shown.
const SHOWN_ROWS: usize = 6;

/// Of each of their cells so many characters.
const SHOWN_CHARACTERS: usize = 60;

/// The beginning of a table, as a person sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The names of the columns, where a header has them.
    pub names: Vec<String>,
    /// The first rows, their cells cut to what is shown.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(names: &[String], rows: &[Vec<String>]) -> Self {
        let cut = |cell: &String| match cell.char_indices().nth(SHOWN_CHARACTERS) {
            Some((end, _)) => format!("{}…", &cell[..end]),
            None => cell.clone(),
        };
        let rows = rows.iter().take(SHOWN_ROWS).map(|row| row.iter().map(cut).collect()).collect();
        Self { names: names.to_vec(), rows }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).chain([self.names.len()]).max().unwrap_or_default()
    }

    /// The cells of a column, from 0.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(column)).map(String::as_str)
    }
}

/// What a file was taken for, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// What it was packed in, the outermost first.
    pub packed_in: Vec<ContainerKind>,
    /// The encoding of its text.
    pub encoding: EncodingFinding,
    /// How its rows are written.
    pub form: Form,
    /// What it was taken for, and where its columns are.
    pub layout: Layout,
    /// Lines above the header that are none of the table.
    pub passed_over: usize,
    /// Its first rows.
    pub head: Table,
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
