//! Bytes to calls.
//!
//! A [`FileParser`] is given the bytes of one file, in slices of any size, and gives back every row of it either as a
//! [`Call`] or as a [`SetAside`] row: nothing is dropped. What it takes the file for is decided once, from the first
//! [`HEAD_BYTES`] bytes, so that the answer does not depend on how the file was sliced.
//!
//! ```text
//! slices ─► record (where a row ends) ─► sniff (which layout) ─► fields (cells of a row) ─► call (typed)
//! ```

mod call;
mod fields;
mod layout;
mod parser;
mod problem;
mod record;
mod set_aside;
mod sniff;
mod values;

pub use call::{Call, EndReason, HangUpSide};
pub use layout::{Column, Layout, LayoutKind, plain_name};
pub use parser::{FileFacts, FileParser, RowSink};
pub use problem::{FileProblem, ForeignKind};
pub use record::{MAX_LINE_BYTES, MAX_QUOTED_RECORD_BYTES};
pub use set_aside::{KEPT_TEXT_BYTES, SetAside, SetAsideReason};
pub use sniff::HEAD_BYTES;
pub use values::EpochMillis;
