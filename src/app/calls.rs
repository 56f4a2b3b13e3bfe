//! The calls that are looked at one by one.

use ingest::RawRow;
use query::{RowKey, RowOrder, RowSort};
use std::rc::Rc;

/// The calls of the filter: how many, and those in sight.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CallsFound {
    /// They are to be seen.
    pub(super) wanted: bool,
    pub(super) order: RowOrder,
    /// How many there are, once it is known.
    pub(super) found: Option<u64>,
    /// The first in sight, and how many are.
    pub(super) window: (u64, usize),
    /// The place of the first of `rows` among all.
    pub(super) at: u64,
    pub(super) rows: Vec<ShownCall>,
}

impl Default for CallsFound {
    fn default() -> Self {
        let order = RowOrder { by: RowSort::Start, descending: false };
        Self { wanted: false, order, found: None, window: (0, 50), at: 0, rows: Vec::new() }
    }
}

/// One call, read again from its file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ShownCall {
    pub(super) key: RowKey,
    /// `None` where it cannot be read: the file has changed.
    pub(super) row: Option<Rc<RawRow>>,
}
