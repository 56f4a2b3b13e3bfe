//! Calls to figures.
//!
//! A [`Tally`] counts the calls of one file as they are read. Tallies hold sums only, so they merge exactly, in any
//! order. A [`Summary`] is what is shown and exported: the tallies of all files, their end reasons put into families,
//! and the ratios, whose formulas stand in [`metrics`] and nowhere else.

pub mod metrics;
mod order;
mod summary;
mod tally;

pub use order::{CategoryGroup, EndReasonSort, SortColumn, grouped_by_category};
pub use summary::{DialectChoice, EndReasonKey, EndReasonRow, Summary};
pub use tally::{MOST_TEXTS, ReasonTally, Tally};
