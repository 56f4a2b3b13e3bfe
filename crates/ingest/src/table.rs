//! The beginning of a table, to be shown.

use serde::{Deserialize, Serialize};

/// Of a file's first rows so many are shown.
const SHOWN_ROWS: usize = 6;

/// Of each of their cells so many characters.
const SHOWN_CHARACTERS: usize = 60;

/// The beginning of a table, as a person sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The names of the columns, where a header has them.
    pub names: Vec<String>,
    /// The first rows, their cells cut to what is shown.
    pub rows: Vec<Vec<String>>,
}

impl Preview {
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
