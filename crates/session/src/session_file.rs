//! One file of a session, and how far it has come.

use super::file_report::FileReport;
use ingest::{FileFacts, FileProblem};
use std::rc::Rc;

/// What tells one dropped file from another: the same one dropped twice is read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileIdentity {
    /// Its name, with the folders that it was dropped in.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last changed, in milliseconds since 1970.
    pub modified: i64,
}

/// How far a file has come. Reports are shared: the state of many files is copied whenever one of them changes.
#[derive(Debug, Clone, PartialEq)]
pub enum FileState {
    /// Others are read first.
    Waiting,
    /// This many bytes were read; the report grows.
    Reading {
        /// Bytes read.
        bytes: u64,
        /// What is known so far.
        report: Rc<FileReport>,
    },
    /// All of it was read.
    Read(Rc<FileReport>),
    /// It was unpacked: the files that were in it follow it, as files of their own.
    Unpacked,
    /// It could not be read. Nothing of it counts.
    Failed(FileProblem),
}

/// One file of the session: a dropped one, or one that is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionFile {
    /// Names the file among all of the session.
    pub id: u32,
    /// Which file it is.
    pub identity: FileIdentity,
    /// For a file that is in a dropped one, its path there.
    pub path: Option<String>,
    /// How far it has come.
    pub state: FileState,
    /// Which part of the dropped file it is to the workers; `None` for all of it.
    pub part: Option<u32>,
    /// What it was taken for by its beginning, where it was looked at before it is read.
    pub peeked: Option<Rc<FileFacts>>,
}

impl SessionFile {
    pub(super) fn new(id: u32, identity: FileIdentity, path: Option<String>) -> Self {
        Self { id, identity, path, state: FileState::Waiting, part: None, peeked: None }
    }

    /// What is known of it, if anything.
    pub fn report(&self) -> Option<&Rc<FileReport>> {
        match &self.state {
            FileState::Reading { report, .. } | FileState::Read(report) => Some(report),
            FileState::Waiting | FileState::Unpacked | FileState::Failed(_) => None,
        }
    }

    /// Its calls count, and no worker holds them.
    pub(super) fn let_go(&mut self) {
        if let FileState::Read(report) = &mut self.state {
            let report = Rc::make_mut(report);
            report.not_kept = report.tally.calls;
        }
    }

    /// Not all of its rows are read.
    pub(super) fn is_unread(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading { .. })
    }

    pub(super) fn bytes_read(&self) -> u64 {
        match self.state {
            FileState::Waiting => 0,
            FileState::Reading { bytes, .. } => bytes,
            FileState::Read(_) | FileState::Unpacked | FileState::Failed(_) => self.identity.bytes,
        }
    }
}
