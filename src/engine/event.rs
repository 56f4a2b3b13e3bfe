//! What the page is told.

use ingest::{FileFacts, FileProblem};
use query::Tally;
use session::{FileReport, QuestionEvent};
use std::rc::Rc;
use web_sys::{Blob, File};

/// What the page is told. `id` is that of a dropped file, `entry` the path of a file in it.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub enum EngineEvent {
    /// A file was looked at, and is read later.
    Peeked {
        /// Which file.
        id: u32,
        /// What it was taken for.
        facts: Rc<FileFacts>,
    },
    /// A file has come so far.
    Progress {
        /// Which file.
        id: u32,
        /// Which file in it is read now.
        entry: Option<String>,
        /// Bytes read of the dropped file.
        bytes: u64,
        /// What is known of it.
        report: Rc<FileReport>,
    },
    /// A file is read.
    Read {
        /// Which file.
        id: u32,
        /// Which file in it.
        entry: Option<String>,
        /// Which part of the dropped file that is to the workers; `None` for all of it.
        part: Option<u32>,
        /// All that is known of it.
        report: Rc<FileReport>,
        /// Its rows set aside, as CSV, and how many lines of the file stand before those that each counts from.
        set_aside: Vec<(Blob, u64)>,
        /// Its text, where rows cannot be read from the dropped file.
        text: Option<Blob>,
    },
    /// Some of a file's calls are duplicates: what is left.
    Marked {
        /// Which file.
        id: u32,
        /// Which part of it.
        part: u32,
        /// The sums of what is left.
        tally: Tally,
        /// How many calls are duplicates.
        duplicates: u64,
    },
    /// A file cannot be read.
    Failed {
        /// Which file.
        id: u32,
        /// Which file in it.
        entry: Option<String>,
        /// Why.
        problem: FileProblem,
    },
    /// All of a dropped file was read.
    Finished {
        /// Which file.
        id: u32,
    },
    /// A worker stopped by an error.
    Lost {
        /// What it had read of these files is read once more.
        again: Vec<u32>,
        /// These brought two workers down.
        failed: Vec<u32>,
        /// What is known of the error.
        detail: String,
    },
    /// What became of what was asked.
    Question(QuestionEvent<Blob>),
    /// So many bytes of columns are held by all workers.
    HeldBytes(f64),
    /// The sample is made.
    Sample(File),
    /// No worker can be started.
    CannotStart {
        /// What is known of the error.
        detail: String,
    },
}
