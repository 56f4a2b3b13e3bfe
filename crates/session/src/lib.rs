//! The files that a person gave, from the first byte to the report; knows no browser.
//!
//! [`DroppedFileReader`] turns the bytes of one dropped file into a [`FileReport`] for each file in it. A [`Session`]
//! is the state of all of them: what waits, what is read, what could not be read, and the summary of what there is. The
//! page holds one and draws from it, `examples/summarize.rs` uses it as it is.
//!
//! ```
//! use session::read_whole;
//!
//! let file = "starttime,holdtime,endreason\n1772452800000,60,-7\n1772452801000,0,503\n";
//! let report = read_whole("e_cdr.csv", file.as_bytes()).unwrap();
//! assert_eq!((report.tally.calls, report.tally.answered), (2, 1));
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod block_serials;
mod dropped_file;
mod dropped_file_reader;
pub mod export;
mod file_report;
mod filter_question;
mod learning;
mod marking;
mod piece_reader;
mod questions;
mod rate_list;
mod read_settings;
mod reading_plan;
mod seen_calls;
mod session_file;
mod state;
mod text_relay;

pub use dropped_file::DroppedFile;
pub use dropped_file_reader::{DroppedFileReader, LeastBytes, ReadEvent, ReadPart, read_whole};
pub use file_report::{FieldCoverage, FileReport, SHOWN_SET_ASIDE};
pub use filter_question::filter_problems;
pub use learning::LearnedName;
pub use marking::mark_duplicates;
pub use piece_reader::{PieceBounds, PieceRead, PieceReader, PieceSpec};
pub use questions::{ExportEnd, ExportFault, FromShard, QuestionEvent, Questions, ShardQuestions, ToShard};
pub use rate_list::{RateEntry, RateList, RateProblem, RateProblemKind, SHOWN_RATE_PROBLEMS};
pub use read_settings::{FileChoice, ReadSettings};
pub use reading_plan::{Job, LostWork, PlanEvent, ReadingPlan, Stream};
pub use seen_calls::SeenCalls;
pub use session_file::{FileIdentity, FileState, SessionFile};
pub use state::Session;
