//! A few thousand calls of one file.

use super::column::{self, Column};
use super::dictionaries::Dictionaries;
use super::ints::Ints;
use super::selection::Selection;
use calls::Call;

/// Calls in a block, but for the last of a file. Small enough that a column fits a processor's nearest caches when it
/// is unpacked, large enough that what a block takes besides its values does not count.
pub const BLOCK_ROWS: usize = 8192;

/// Calls in columns, packed.
#[derive(Debug)]
pub struct Block {
    columns: [Ints; Column::COUNT],
    /// Calls that another row had already; they are in no answer.
    duplicates: Option<Selection>,
}

impl Block {
    /// Calls, duplicates too.
    pub fn rows(&self) -> usize {
        self.column(Column::Start).len()
    }

    /// The values of a column.
    pub fn column(&self, column: Column) -> &Ints {
        &self.columns[column.index()]
    }

    /// The calls that count.
    pub fn calls(&self) -> Selection {
        let mut calls = Selection::all(self.rows());
        if let Some(duplicates) = &self.duplicates {
            calls.remove(duplicates);
        }
        calls
    }

    /// Says which calls another row had already, in place of what was said before.
    pub fn set_duplicates(&mut self, duplicates: Selection) {
        self.duplicates = (!duplicates.is_empty()).then_some(duplicates);
    }

    /// How many calls another row had already.
    pub fn duplicates(&self) -> usize {
        self.duplicates.as_ref().map_or(0, Selection::count)
    }

    /// The calls that another row had already.
    pub fn duplicate_calls(&self) -> Selection {
        self.duplicates.clone().unwrap_or_else(|| Selection::none(self.rows()))
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        let duplicates = self.duplicates.as_ref().map_or(0, |duplicates| duplicates.rows() / 8);
        self.columns.iter().map(Ints::bytes).sum::<usize>() + duplicates
    }
}

/// A block that is being filled.
#[derive(Debug, Default)]
pub(super) struct OpenBlock {
    columns: [Vec<i64>; Column::COUNT],
}

impl OpenBlock {
    pub(super) fn rows(&self) -> usize {
        self.columns[0].len()
    }

    pub(super) fn push(&mut self, call: &Call<'_>, dictionaries: &mut Dictionaries) {
        column::push(&mut self.columns, call, dictionaries);
    }

    /// Packs the calls and begins anew.
    pub(super) fn seal(&mut self) -> Block {
        let columns = std::array::from_fn(|at| {
            let packed = Ints::new(&self.columns[at]);
            self.columns[at].clear();
            packed
        });
        Block { columns, duplicates: None }
    }
}
