//! All files of a person's session.

use super::file_reading::Choice;
use super::file_report::FileReport;
use crate::export::{FileJson, SummaryJson};
use crate::ingest::{FileFacts, FileProblem};
use crate::knowledge::PersonalDictionary;
use crate::query::{DialectChoice, Summary};
use crate::words::Language;
use std::collections::BTreeMap;
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

/// One file of the session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionFile {
    /// Names the file among all of the session.
    pub id: u32,
    /// Which file it is.
    pub identity: FileIdentity,
    /// For a file that was in a dropped one: that one's id, and its path there.
    pub entry_of: Option<(u32, String)>,
    /// How far it has come.
    pub state: FileState,
    /// What it was taken for by its beginning, where it was looked at before it is read.
    pub looked_at: Option<Rc<FileFacts>>,
    /// What a person chose for it (by an empty path) and for the files in it.
    pub choices: Rc<BTreeMap<String, Choice>>,
    /// It may grow to whatever it grows to when it is unpacked.
    pub unbounded: bool,
    /// While a dropped file is read once more, what was known of it and of the files in it: Cancel brings that back.
    before: Option<Rc<(FileState, Vec<SessionFile>)>>,
}

impl SessionFile {
    /// What is known of it, if anything.
    pub fn report(&self) -> Option<&Rc<FileReport>> {
        match &self.state {
            FileState::Reading { report, .. } | FileState::Read(report) => Some(report),
            FileState::Waiting | FileState::Unpacked | FileState::Failed(_) => None,
        }
    }

    fn new(id: u32, identity: FileIdentity, entry_of: Option<(u32, String)>) -> Self {
        let state = FileState::Waiting;
        Self { id, identity, entry_of, state, looked_at: None, choices: Rc::default(), unbounded: false, before: None }
    }

    fn is_in(&self, id: u32) -> bool {
        self.entry_of.as_ref().is_some_and(|(file, _)| *file == id)
    }

    fn is_open(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading { .. })
    }

    fn bytes_read(&self) -> u64 {
        match self.state {
            FileState::Waiting => 0,
            FileState::Reading { bytes, .. } => bytes,
            FileState::Read(_) | FileState::Unpacked | FileState::Failed(_) => self.identity.bytes,
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
                let id = self.take_id();
                self.files.push(SessionFile::new(id, identity, None));
                Some(id)
            })
            .collect()
    }

    fn take_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id - 1
    }

    /// The file of that id.
    pub fn file(&self, id: u32) -> Option<&SessionFile> {
        self.files.iter().find(|file| file.id == id)
    }

    /// Whether there is a file of that id, or will be one again if what is read once more is cancelled.
    pub fn knows(&self, id: u32) -> bool {
        let is_it = |file: &SessionFile| file.id == id;
        self.files
            .iter()
            .any(|file| is_it(file) || file.before.as_ref().is_some_and(|before| before.1.iter().any(is_it)))
    }

    /// The id of a file that is in the dropped one of that id, with the path that it has there; it is added where it is not
    /// there yet. `None` for a dropped file that is gone.
    pub fn entry(&mut self, id: u32, path: &str) -> Option<u32> {
        let is_it = |file: &&SessionFile| file.entry_of.as_ref().is_some_and(|(of, name)| *of == id && name == path);
        if let Some(known) = self.files.iter().find(is_it) {
            return Some(known.id);
        }
        let name = format!("{}/{path}", self.file(id)?.identity.name);
        let last = self.files.iter().rposition(|file| file.id == id || file.is_in(id))?;
        let entry = self.take_id();
        let identity = FileIdentity { name, bytes: 0, modified: 0 };
        self.files.insert(last + 1, SessionFile::new(entry, identity, Some((id, path.to_owned()))));
        Some(entry)
    }

    /// Sets how far a file has come; one that is gone stays gone, and one that was finished is not read any more. Of a dropped
    /// file that cannot be read as a whole, nothing that was in it counts.
    pub fn update(&mut self, id: u32, state: FileState) {
        let state = match state {
            FileState::Read(report) => FileState::Read(self.without_copy(id, report)),
            other => other,
        };
        if matches!(state, FileState::Failed(_)) {
            self.files.retain(|file| !file.is_in(id));
        }
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id)
            && (file.is_open() || !matches!(state, FileState::Reading { .. }))
        {
            file.state = state;
        }
    }

    /// A file of calls without serial numbers may be a copy of another one under another name, or packed. Two files whose
    /// calls agree in every sum and in their fingerprint are taken for that, and counted once.
    fn without_copy(&self, id: u32, report: Rc<FileReport>) -> Rc<FileReport> {
        let is_copy = |other: &&SessionFile| {
            let same = |known: &FileReport| {
                known.same_as.is_none() && known.content == report.content && known.tally == report.tally
            };
            other.id != id && matches!(&other.state, FileState::Read(known) if same(known))
        };
        if report.tally.calls == 0 || report.content.flow_no > 0 {
            return report;
        }
        match self.files.iter().find(is_copy) {
            None => report,
            Some(other) => {
                let mut copy = (*report).clone();
                copy.duplicates += copy.tally.calls;
                copy.tally = Default::default();
                copy.same_as = Some(other.identity.name.clone());
                Rc::new(copy)
            }
        }
    }

    /// All that was in a dropped file was read, or it itself.
    pub fn finish(&mut self, id: u32) {
        let has_entries = self.files.iter().any(|file| file.is_in(id));
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.before = None;
            if has_entries && file.is_open() {
                file.state = FileState::Unpacked;
            }
        }
    }

    /// What a file was taken for by its beginning, before it is read.
    pub fn looked_at(&mut self, id: u32, facts: Rc<FileFacts>) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.looked_at = Some(facts);
        }
    }

    /// A dropped file may grow to whatever it grows to.
    pub fn unbound(&mut self, id: u32) {
        let dropped = self.dropped(id);
        if let Some(file) = self.files.iter_mut().find(|file| file.id == dropped) {
            file.unbounded = true;
        }
    }

    /// Changes how a file is read, or a file in it.
    pub fn choose(&mut self, id: u32, change: impl FnOnce(&mut Choice)) {
        let (dropped, path) = self.file(id).and_then(|file| file.entry_of.clone()).unwrap_or((id, String::new()));
        if let Some(file) = self.files.iter_mut().find(|file| file.id == dropped) {
            change(Rc::make_mut(&mut file.choices).entry(path).or_default());
        }
    }

    /// What was chosen for a file, or for a file in a dropped one.
    pub fn choice(&self, id: u32) -> Choice {
        let Some(file) = self.file(id) else { return Choice::default() };
        let (dropped, path) = match &file.entry_of {
            Some((dropped, path)) => (*dropped, path.as_str()),
            None => (id, ""),
        };
        self.file(dropped).and_then(|file| file.choices.get(path)).cloned().unwrap_or_default()
    }

    /// The dropped file that one is, or is in.
    pub fn dropped(&self, id: u32) -> u32 {
        self.file(id).and_then(|file| file.entry_of.as_ref()).map_or(id, |(dropped, _)| *dropped)
    }

    /// Sets dropped files back to be read once more, and those whose calls may be counted then because they are no longer
    /// duplicates of theirs. The ids of all that are to be read, in order, with those that were not read yet.
    pub fn read_again(&mut self, ids: &[u32]) -> Vec<u32> {
        if !self.is_reading() {
            self.drop_begins = self.next_id;
        }
        let asked: Vec<u32> = ids.iter().map(|&id| self.dropped(id)).collect();
        // Where nothing is read otherwise, duplicates stay duplicates.
        let with_duplicates =
            |file: &SessionFile| !asked.is_empty() && file.report().is_some_and(|report| report.duplicates > 0);
        let again =
            |file: &SessionFile| asked.contains(&self.dropped(file.id)) || with_duplicates(file) || file.is_open();
        let mut ids: Vec<u32> =
            self.files.iter().filter(|file| again(file)).map(|file| self.dropped(file.id)).collect();
        ids.dedup();
        let (inside, mut files): (Vec<SessionFile>, Vec<SessionFile>) = std::mem::take(&mut self.files)
            .into_iter()
            .partition(|file| file.entry_of.as_ref().is_some_and(|(dropped, _)| ids.contains(dropped)));
        for file in files.iter_mut().filter(|file| ids.contains(&file.id)) {
            if !file.is_open() {
                let inside = inside.iter().filter(|entry| entry.is_in(file.id)).cloned().collect();
                file.before = Some(Rc::new((file.state.clone(), inside)));
            }
            file.state = FileState::Waiting;
        }
        self.files = files;
        ids
    }

    /// The dropped files that have times without a zone.
    pub fn without_zone(&self) -> Vec<u32> {
        let has = |file: &&SessionFile| {
            file.report().and_then(|report| report.facts.as_ref()).is_some_and(|facts| facts.dates_without_zone)
        };
        let mut ids: Vec<u32> = self.files.iter().filter(has).map(|file| self.dropped(file.id)).collect();
        ids.dedup();
        ids
    }

    /// Files that could not be read for want of knowing their columns.
    pub fn without_columns(&self) -> Vec<u32> {
        let wants =
            |file: &&SessionFile| matches!(&file.state, FileState::Failed(problem) if problem.table().is_some());
        self.files.iter().filter(wants).map(|file| file.id).collect()
    }

    /// Takes back the whole drop that is being read, its finished files too: nothing half-done stays. Files that were read
    /// once more are what they were before.
    pub fn cancel(&mut self) {
        if !self.is_reading() {
            return;
        }
        let begins = self.drop_begins;
        let dropped = |file: &SessionFile| file.entry_of.as_ref().map_or(file.id, |(dropped, _)| *dropped);
        let halfway: Vec<u32> = self.files.iter().filter(|file| file.before.is_some()).map(|file| file.id).collect();
        self.files.retain(|file| {
            dropped(file) < begins && !file.entry_of.as_ref().is_some_and(|(of, _)| halfway.contains(of))
        });
        let mut files = Vec::with_capacity(self.files.len());
        for mut file in std::mem::take(&mut self.files) {
            match file.before.take() {
                Some(before) => {
                    file.state = before.0.clone();
                    files.push(file);
                    files.extend(before.1.iter().cloned());
                }
                None if file.is_open() => {}
                None => files.push(file),
            }
        }
        self.files = files;
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
        let of_drop = || self.files.iter().filter(|file| self.is_of_drop(file));
        (of_drop().map(SessionFile::bytes_read).sum(), of_drop().map(|file| file.identity.bytes).sum())
    }

    /// Of the drop that is being read, or read once more.
    fn is_of_drop(&self, file: &SessionFile) -> bool {
        file.id >= self.drop_begins || file.before.is_some() || file.is_open()
    }

    /// Calls read, of the drop that is being read.
    pub fn calls_of_drop(&self) -> u64 {
        let of_drop = self.files.iter().filter(|file| self.is_of_drop(file));
        of_drop.filter_map(SessionFile::report).map(|report| report.tally.calls).sum()
    }

    /// Rows, calls, duplicates and rows set aside, in all files.
    pub fn row_counts(&self) -> [u64; 4] {
        self.files.iter().filter_map(SessionFile::report).fold(
            [0; 4],
            |[rows, calls, duplicates, set_aside], report| {
                let FileReport { tally, .. } = &**report;
                [
                    rows + report.rows(),
                    calls + tally.calls,
                    duplicates + report.duplicates,
                    set_aside + report.set_aside,
                ]
            },
        )
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
                duplicates: report.map_or(0, |report| report.duplicates),
                set_aside: report.map_or(0, |report| report.set_aside),
                format: report.and_then(|report| report.facts.as_ref()).map(|facts| facts.layout.format.clone()),
                problem: match &file.state {
                    FileState::Failed(problem) => Some(Language::English.file_problem(problem).what),
                    _ => None,
                },
            }
        };
        // What an archive is counted by are the files in it.
        let counted = self.files.iter().filter(|file| file.state != FileState::Unpacked);
        SummaryJson::new(&self.summary(), counted.map(file_json).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::read_whole;

    fn identity(name: &str) -> FileIdentity {
        FileIdentity { name: name.to_owned(), bytes: 100, modified: 0 }
    }

    fn report(text: &str) -> Rc<FileReport> {
        Rc::new(read_whole("a.csv", text.as_bytes()).unwrap())
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
        assert_eq!(session.row_counts(), [3, 2, 0, 1]);
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
    fn files_in_a_dropped_one_are_files_of_their_own() {
        let mut session = Session::default();
        session.add([identity("a.zip"), identity("b.csv")]);
        let entry = session.entry(0, "cdr/1.txt").unwrap();
        assert_eq!(session.entry(0, "cdr/1.txt"), Some(entry));
        session.update(entry, FileState::Read(report(FILE)));
        session.finish(0);
        session.update(1, FileState::Failed(FileProblem::Empty));
        let names: Vec<_> = session.files.iter().map(|file| file.identity.name.as_str()).collect();
        assert_eq!(names, ["a.zip", "a.zip/cdr/1.txt", "b.csv"]);
        assert!(!session.is_reading() && session.files[0].state == FileState::Unpacked);
        assert_eq!(session.row_counts(), [3, 2, 0, 1]);
        session.choose(entry, |choice| choice.encoding = Some(crate::ingest::Encoding::Gb18030));
        assert_eq!(session.choice(entry), session.files[0].choices["cdr/1.txt"]);
        assert_eq!(session.read_again(&[entry]), [0]);
        assert_eq!(session.files.len(), 2);
        let json: serde_json::Value = serde_json::from_str(&session.summary_json().text()).unwrap();
        assert_eq!(json["file_list"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn a_copy_without_serial_numbers_is_counted_once() {
        let mut session = Session::default();
        session.add([identity("a.csv"), identity("copy of a.csv")]);
        session.update(0, FileState::Read(report(FILE)));
        session.update(1, FileState::Read(report(FILE)));
        assert_eq!(session.row_counts(), [6, 2, 2, 2]);
        assert_eq!(session.files[1].report().unwrap().same_as.as_deref(), Some("a.csv"));
        // Its duplicates may be none any more when the other one is read otherwise.
        assert_eq!(session.read_again(&[0]), [0, 1]);
    }

    #[test]
    fn cancel_brings_back_what_was_read_once_more() {
        let mut session = Session::default();
        session.add([identity("a.zip"), identity("b.csv")]);
        let entry = session.entry(0, "1.csv").unwrap();
        session.update(entry, FileState::Read(report(FILE)));
        session.finish(0);
        session.update(1, FileState::Failed(FileProblem::Empty));
        let before = session.files.clone();
        assert_eq!(session.read_again(&[entry]), [0]);
        session.update(0, FileState::Reading { bytes: 1, report: Rc::default() });
        let again = session.entry(0, "1.csv").unwrap();
        session.update(again, FileState::Reading { bytes: 0, report: report(FILE) });
        assert_eq!(session.progress(), (1, 100));
        session.cancel();
        assert_eq!(session.files, before);
    }

    #[test]
    fn what_failed_is_not_read_any_more_and_nothing_in_it_counts() {
        let mut session = Session::default();
        session.add([identity("a.zip")]);
        let entry = session.entry(0, "1.csv").unwrap();
        session.update(entry, FileState::Read(report(FILE)));
        session.update(0, FileState::Failed(FileProblem::Encrypted));
        session.update(0, FileState::Reading { bytes: 9, report: Rc::default() });
        assert_eq!(session.row_counts(), [0; 4]);
        assert!(!session.is_reading());
    }

    #[test]
    fn cancel_takes_back_the_drop_and_nothing_before_it() {
        let mut session = Session::default();
        session.add([identity("a.csv")]);
        session.update(0, FileState::Read(report(FILE)));
        session.add([identity("b.csv"), identity("c.csv")]);
        session.update(1, FileState::Read(report(FILE)));
        session.cancel();
        assert_eq!(session.row_counts(), [3, 2, 0, 1]);
        // What the worker still had to say of a file that is gone changes nothing.
        session.update(2, FileState::Read(report(FILE)));
        assert_eq!(session.files.len(), 1);
        session.cancel();
        assert_eq!(session.files.len(), 1);
    }
}
