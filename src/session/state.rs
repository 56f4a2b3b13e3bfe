//! All files of a person's session.

use super::file_reading::FileReport;
use crate::export::{FileJson, SummaryJson};
use crate::ingest::FileProblem;
use crate::knowledge::PersonalDictionary;
use crate::query::{DialectChoice, Summary};
use crate::words::Language;
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
    /// It could not be read. Nothing of it counts.
    Failed(FileProblem),
}

/// One file of the session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionFile {
    /// Names the file among all of the session.
    pub id: u32,
    /// Which file it is.
    pub identity: FileIdentity,
    /// How far it has come.
    pub state: FileState,
}

impl SessionFile {
    /// What is known of it, if anything.
    pub fn report(&self) -> Option<&Rc<FileReport>> {
        match &self.state {
            FileState::Reading { report, .. } | FileState::Read(report) => Some(report),
            FileState::Waiting | FileState::Failed(_) => None,
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading { .. })
    }

    fn bytes_read(&self) -> u64 {
        match self.state {
            FileState::Waiting => 0,
            FileState::Reading { bytes, .. } => bytes,
            FileState::Read(_) | FileState::Failed(_) => self.identity.bytes,
        }
    }
}

/// All files of a session, in the order in which they were given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    /// The files.
    pub files: Vec<SessionFile>,
    /// How numbers of end reasons are read.
    pub dialect: DialectChoice,
    /// What the person knows better.
    pub personal: PersonalDictionary,
    next_id: u32,
    /// The first file of the drop that is being read: what Cancel takes back begins here.
    drop_begins: u32,
}

impl Session {
    /// No files yet; what the person knew better the last time.
    pub fn new(personal: PersonalDictionary) -> Self {
        Self { personal, ..Self::default() }
    }

    /// Adds files that are to be read. Those that are there already are not added again; a file that had failed is
    /// tried once more. The ids of the added ones, in order, `None` for one that was there.
    pub fn add(&mut self, files: impl IntoIterator<Item = FileIdentity>) -> Vec<Option<u32>> {
        if !self.is_reading() {
            self.drop_begins = self.next_id;
        }
        files
            .into_iter()
            .map(|identity| {
                self.files.retain(|file| file.identity != identity || !matches!(file.state, FileState::Failed(_)));
                if self.files.iter().any(|file| file.identity == identity) {
                    return None;
                }
                let id = self.next_id;
                self.next_id += 1;
                self.files.push(SessionFile { id, identity, state: FileState::Waiting });
                Some(id)
            })
            .collect()
    }

    /// Sets how far a file has come; one that is gone stays gone.
    pub fn update(&mut self, id: u32, state: FileState) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.state = state;
        }
    }

    /// Takes back the whole drop that is being read, its finished files too: nothing half-done stays.
    pub fn cancel(&mut self) {
        if self.is_reading() {
            self.files.retain(|file| file.id < self.drop_begins);
        }
    }

    /// Forgets all files; how numbers are read stays as it was chosen. No id is given a second time.
    pub fn remove_all(&mut self) {
        self.files.clear();
    }

    /// Whether any file is waiting or being read.
    pub fn is_reading(&self) -> bool {
        self.files.iter().any(SessionFile::is_open)
    }

    /// Whether there are figures to show.
    pub fn has_report(&self) -> bool {
        self.files.iter().any(|file| file.report().is_some())
    }

    /// Bytes read and bytes in all, of the drop that is being read.
    pub fn progress(&self) -> (u64, u64) {
        let of_drop = || self.files.iter().filter(|file| file.id >= self.drop_begins);
        (of_drop().map(SessionFile::bytes_read).sum(), of_drop().map(|file| file.identity.bytes).sum())
    }

    /// Calls read, of the drop that is being read.
    pub fn calls_of_drop(&self) -> u64 {
        let of_drop = self.files.iter().filter(|file| file.id >= self.drop_begins);
        of_drop.filter_map(SessionFile::report).map(|report| report.tally.calls).sum()
    }

    /// Rows, calls and rows set aside, in all files.
    pub fn row_counts(&self) -> (u64, u64, u64) {
        self.files.iter().filter_map(SessionFile::report).fold((0, 0, 0), |(rows, calls, set_aside), report| {
            (rows + report.rows(), calls + report.tally.calls, set_aside + report.set_aside)
        })
    }

    /// The figures of what was read so far.
    pub fn summary(&self) -> Summary {
        let tallies = self.files.iter().filter_map(|file| file.report().map(|report| &report.tally));
        Summary::of(tallies, self.dialect, &self.personal)
    }

    /// The summary for programs.
    pub fn summary_json(&self) -> SummaryJson {
        let file_json = |file: &SessionFile| {
            let report = file.report();
            FileJson {
                name: file.identity.name.clone(),
                rows: report.map_or(0, |report| report.rows()),
                calls: report.map_or(0, |report| report.tally.calls),
                set_aside: report.map_or(0, |report| report.set_aside),
                problem: match &file.state {
                    FileState::Failed(problem) => Some(Language::English.file_problem(problem).what),
                    _ => None,
                },
            }
        };
        SummaryJson::new(&self.summary(), self.files.iter().map(file_json).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::FileReading;

    fn identity(name: &str) -> FileIdentity {
        FileIdentity { name: name.to_owned(), bytes: 100, modified: 0 }
    }

    fn report(text: &str) -> Rc<FileReport> {
        let mut reading = FileReading::new("a.csv", Language::English);
        reading.push(text.as_bytes()).unwrap();
        Rc::new(reading.finish().unwrap().0)
    }

    const FILE: &str = "starttime,holdtime,endreason\n1772452800000,60,-7\n1772452801000,0,503\nx,0,503\n";

    #[test]
    fn a_file_goes_from_waiting_to_read_and_counts() {
        let mut session = Session::default();
        let ids = session.add([identity("a.csv"), identity("b.csv")]);
        assert_eq!(ids, [Some(0), Some(1)]);
        assert!(session.is_reading() && !session.has_report());
        session.update(0, FileState::Reading { bytes: 40, report: report(FILE) });
        assert_eq!(session.progress(), (40, 200));
        session.update(0, FileState::Read(report(FILE)));
        session.update(1, FileState::Failed(FileProblem::Empty));
        assert!(!session.is_reading());
        assert_eq!(session.row_counts(), (3, 2, 1));
        let json: serde_json::Value = serde_json::from_str(&session.summary_json().text()).unwrap();
        assert_eq!(json["files"], 1);
        assert_eq!(json["rows"], 3);
        assert_eq!(json["asr_percent"], 50.0);
        assert_eq!(json["acd_seconds"], 60.0);
        assert_eq!(json["first_start"], "2026-03-02T12:00:00Z");
        assert_eq!(json["end_reasons"][0]["code"], -7);
        assert_eq!(json["end_reasons"][1]["family"], "sip");
        assert_eq!(json["end_reasons"][1]["category"], "Capacity");
        assert_eq!(json["file_list"][1]["name"], "b.csv");
        assert!(json["file_list"][1]["problem"].is_string());
    }

    #[test]
    fn the_same_file_is_read_once_and_a_failed_one_again() {
        let mut session = Session::default();
        session.add([identity("a.csv"), identity("b.csv")]);
        session.update(0, FileState::Read(report(FILE)));
        session.update(1, FileState::Failed(FileProblem::Empty));
        assert_eq!(session.add([identity("a.csv"), identity("b.csv")]), [None, Some(2)]);
        assert_eq!(session.files.len(), 2);
    }

    #[test]
    fn cancel_takes_back_the_drop_and_nothing_before_it() {
        let mut session = Session::default();
        session.add([identity("a.csv")]);
        session.update(0, FileState::Read(report(FILE)));
        session.add([identity("b.csv"), identity("c.csv")]);
        session.update(1, FileState::Read(report(FILE)));
        session.cancel();
        assert_eq!(session.row_counts(), (3, 2, 1));
        // What the worker still had to say of a file that is gone changes nothing.
        session.update(2, FileState::Read(report(FILE)));
        assert_eq!(session.files.len(), 1);
        session.cancel();
        assert_eq!(session.files.len(), 1);
    }
}
