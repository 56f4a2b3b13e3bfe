//! The files that a person gave, from the first byte to the report; knows no browser.
//!
//! [`FileReading`] turns the bytes of one file into a [`FileReport`]. A [`Session`] is the state of all of them: what
//! waits, what is read, what could not be read, and the summary of what there is. The page wraps it in a Yew reducer,
//! `examples/summarize.rs` uses it as it is.

mod file_reading;
mod learning;
mod state;

pub use file_reading::{FileReading, FileReport, SHOWN_SET_ASIDE};
pub use learning::Learnt;
pub use state::{FileIdentity, FileState, Session, SessionFile};
