//! Answers to files.

mod filtered_csv;
mod set_aside_csv;
mod summary_json;

pub use filtered_csv::FilteredCsv;
pub use set_aside_csv::{SetAsideCsv, moved_lines};
pub use summary_json::{EndReasonJson, FileJson, SummaryJson};

use std::borrow::Cow;

/// A spreadsheet takes a cell that begins so for a formula and runs it: an apostrophe before it keeps it text. A number is none.
pub fn no_formula(cell: &str) -> Cow<'_, str> {
    let is_number = || {
        let digits = cell.trim_start_matches(['+', '-']);
        cell.len() - digits.len() <= 1
            && digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number() {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}
