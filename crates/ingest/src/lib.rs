//! Bytes to calls.
//!
//! An [`Unpacker`] gives the files that are in a dropped one; a [`FileParser`] is given the bytes of one of them, in
//! slices of any size, and gives back every row of it either as a [`calls::Call`] or as a [`SetAside`] row: nothing is
//! dropped. What it takes the file for is decided once, from the beginning of its text, so that the answer does not
//! depend on how the file was sliced.
//!
//! ```text
//! slices ─► container ─► encoding ─► dialect ─► layout ─► row ─► call (typed)
//!           gz zip xlsx  UTF-8 text  cells      which field
//! ```
//!
//! Each of the four is one trait or one data file a kind, in a folder of its own; none knows the ones after it.
//!
//! ```
//! use calls::Call;
//! use ingest::{FileParser, ParseOptions, RowSink, SetAside};
//!
//! #[derive(Default)]
//! struct Count {
//!     calls: u32,
//!     set_aside: u32,
//! }
//!
//! impl RowSink for Count {
//!     fn call(&mut self, _call: &Call<'_>) {
//!         self.calls += 1;
//!     }
//!     fn set_aside(&mut self, _row: SetAside) {
//!         self.set_aside += 1;
//!     }
//! }
//!
//! let (mut parser, mut count) = (FileParser::new(ParseOptions::default(), &[]), Count::default());
//! parser.push(b"starttime,holdtime,endreason\n1772452800000,60,-7\ntomorrow,0,503\n", &mut count).unwrap();
//! let facts = parser.finish(None, &mut count).unwrap();
//! assert_eq!((facts.rows, count.calls, count.set_aside), (2, 1, 1));
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod container;
mod dialect;
mod encoding;
mod facts;
mod layout;
mod parser;
mod problem;
mod raw_row;
mod row;
mod rows_again;
mod set_aside;
mod sniff;
mod table;

pub use container::{ContainerKind, Damage, GROWTH_FLOOR_BYTES, MOST_WORKBOOK_BYTES, Receiver, Unpacker};
pub use dialect::{CsvDialect, Dialect, LineEnd, MAX_LINE_BYTES, MAX_QUOTED_RECORD_BYTES, Quoting};
pub use encoding::{DetectedEncoding, Encoding, EncodingEvidence, TextDecoder};
pub use facts::FileFacts;
pub use layout::{
    DurationUnit, FieldColumn, Format, Layout, LayoutEvidence, Mapping, MappingsProblem, Misfit, Sample, formats,
    kept_mappings, read_mappings,
};
pub use parser::{FileParser, FileRead, KeptText, ParseOptions, RowAt, RowSink};
pub use problem::{FileProblem, ForeignKind};
pub use raw_row::{RawRow, ReadRow, raw_row};
pub use rows_again::RowRereader;
pub use set_aside::{KEPT_TEXT_BYTES, SetAside, SetAsideReason};
pub use sniff::HEAD_BYTES;
pub use table::Preview;
