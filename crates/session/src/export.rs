//! Answers to files.

mod filtered_csv;
mod set_aside_csv;
mod summary_json;

pub use filtered_csv::{Added, FilteredCsv};
pub use set_aside_csv::{SetAsideCsv, moved_lines};
pub use summary_json::{EndReasonJson, FileJson, SummaryJson};

use std::borrow::Cow;

/// A spreadsheet takes a cell that begins so for a formula and runs it: an apostrophe before it keeps it text. A number
/// is none.
pub fn no_formula(cell: &str) -> Cow<'_, str> {
    if formula_guard(cell.as_bytes()) { format!("'{cell}").into() } else { cell.into() }
}

/// Whether a cell wants an apostrophe, see [`no_formula`].
fn formula_guard(cell: &[u8]) -> bool {
    let Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r') = cell.first() else { return false };
    let signs = cell.iter().take_while(|byte| matches!(byte, b'+' | b'-')).count();
    let digits = &cell[signs..];
    let is_number = signs <= 1
        && digits.first().is_some_and(u8::is_ascii_digit)
        && digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    !is_number
}
