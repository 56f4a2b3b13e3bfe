//! Answers to files.

mod set_aside_csv;
mod summary_json;

pub use set_aside_csv::SetAsideCsv;
pub use summary_json::{EndReasonJson, FileJson, SummaryJson};
