//! Calls to figures.
//!
//! A [`Tally`] counts the calls of one file as they are read. Tallies hold sums only, so they merge exactly, in any
//! order. A [`Summary`] is what is shown and exported: the tallies of all files, their end reasons put into families,
//! and the ratios, whose formulas stand in [`metrics`] and nowhere else.

mod breakdown;
mod count;
mod dialects;
mod end_reason_row;
mod evidence;
mod filter;
pub mod metrics;
mod order;
mod question;
mod rows;
mod serials;
mod summary;
mod tally;

pub use breakdown::{Breakdown, Dimension, Measures};
pub use count::Count;
pub use dialects::DialectOverview;
pub use end_reason_row::{EndReasonKey, EndReasonRow};
pub use evidence::{Delays, Evidence, NameCounts, PREFIX_DIGITS, Trend};
pub use filter::{Condition, Criterion, Filter, FilterField, FilterProblem, Pattern, ReasonRule, Sieve, Terms, quoted};
pub use order::{EndReasonSort, Group, GroupBy, GroupKey, RowPart, SortColumn, grouped, whole_rows};
pub use question::{Answer, Answering, Asked, Question, Scope, answer};
pub use rows::{FENCE, RowIndex, RowKey, RowOrder, RowSort, RowsFound, RowsFrom};
pub use serials::{ReasonSerials, Serials};
pub use summary::{DialectChoice, Summary};
pub use tally::{MOST_TEXTS, ReasonTally, Tally};
