//! CDR Lens: why the calls in a VOS3000 softswitch's call detail records ended.
//!
//! The modules stand in the order of the data; each uses only those before it (and [`words`], which all may use for what
//! a person reads). None knows the browser: the page and its workers are a package of their own, `page/`. ARCHITECTURE.md has the whole picture.
//!
//! ```
//! use cdr_lens::session::read_whole;
//!
//! let file = "starttime,holdtime,endreason\n1772452800000,60,-7\n1772452801000,0,503\n";
//! let report = read_whole("e_cdr.csv", file.as_bytes()).unwrap();
//! assert_eq!((report.tally.calls, report.tally.answered), (2, 1));
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod tables;

pub mod ingest;
pub mod knowledge;
pub mod store;

pub mod query;

pub mod export;
pub mod session;

pub mod reference;

pub mod insight;

pub mod sample;
pub mod words;
