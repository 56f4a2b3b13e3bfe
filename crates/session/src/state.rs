//! All files of a person's session.

use super::dropped_file::DroppedFile;
use super::file_report::FileReport;
use super::rate_list::RateList;
use super::read_settings::FileChoice;
use super::session_file::{FileIdentity, FileState, SessionFile};
use crate::export::{FileJson, SummaryJson};
use ingest::FileFacts;
use knowledge::PersonalDictionary;
use query::{NumberingChoice, Summary, Tally};
use std::rc::Rc;
use words::Language;

/// All files of a session: what was dropped, in the order in which it was given, and what is in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    dropped: Vec<DroppedFile>,
    /// How numbers of end reasons are read.
    pub numbering: NumberingChoice,
    /// What the person knows better.
    pub personal: PersonalDictionary,
    /// What the person says that stands before called numbers, see [`query::DialPlan::strip`].
    pub routing_prefixes: Vec<String>,
    /// The person's own destinations and rates.
    pub rates: Rc<RateList>,
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
                let failed = |dropped: &DroppedFile| matches!(dropped.file.state, FileState::Failed(_));
                self.dropped.retain(|dropped| dropped.file.identity != identity || !failed(dropped));
                if self.dropped.iter().any(|dropped| dropped.file.identity == identity) {
                    return None;
                }
                let id = self.take_id();
                self.dropped.push(DroppedFile::new(id, identity));
                Some(id)
            })
            .collect()
    }

    fn take_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id - 1
    }

    /// What was dropped, in the order in which it was given.
    pub fn all_dropped(&self) -> &[DroppedFile] {
        &self.dropped
    }

    /// All files, each dropped one before those that are in it.
    pub fn files(&self) -> impl Iterator<Item = &SessionFile> {
        self.dropped.iter().flat_map(DroppedFile::files)
    }

    fn files_mut(&mut self) -> impl Iterator<Item = &mut SessionFile> {
        self.dropped.iter_mut().flat_map(DroppedFile::files_mut)
    }

    /// Whether nothing was dropped.
    pub fn is_empty(&self) -> bool {
        self.dropped.is_empty()
    }

    /// The file of that id.
    pub fn file(&self, id: u32) -> Option<&SessionFile> {
        self.files().find(|file| file.id == id)
    }

    fn file_mut(&mut self, id: u32) -> Option<&mut SessionFile> {
        self.files_mut().find(|file| file.id == id)
    }

    /// The dropped file that the one of that id is, or is in.
    pub fn dropped(&self, id: u32) -> Option<&DroppedFile> {
        self.dropped.iter().find(|dropped| dropped.has(id))
    }

    fn dropped_mut(&mut self, id: u32) -> Option<&mut DroppedFile> {
        self.dropped.iter_mut().find(|dropped| dropped.has(id))
    }

    /// Whether there is a file of that id, or will be one again if what is read once more is cancelled.
    pub fn has_file(&self, id: u32) -> bool {
        let was_there = |dropped: &DroppedFile| {
            dropped.before.as_ref().is_some_and(|before| before.entries.iter().any(|file| file.id == id))
        };
        self.dropped.iter().any(|dropped| dropped.has(id) || was_there(dropped))
    }

    /// The id of a file that is in the dropped one of that id, with the path that it has there; it is added where it is
    /// not there yet. `None` for a dropped file that is gone.
    pub fn entry(&mut self, id: u32, path: &str) -> Option<u32> {
        let dropped = self.dropped.iter().find(|dropped| dropped.file.id == id)?;
        if let Some(known) = dropped.entries.iter().find(|entry| entry.path.as_deref() == Some(path)) {
            return Some(known.id);
        }
        let identity = FileIdentity { name: format!("{}/{path}", dropped.file.identity.name), bytes: 0, modified: 0 };
        let entry = SessionFile::new(self.take_id(), identity, Some(path.to_owned()));
        let entry_id = entry.id;
        self.dropped_mut(id)?.entries.push(entry);
        Some(entry_id)
    }

    /// Sets how far a file has come; one that is gone stays gone, and one that was finished is not read any more. Of a
    /// dropped file that cannot be read as a whole, nothing that was in it counts.
    pub fn update(&mut self, id: u32, state: FileState) {
        if matches!(state, FileState::Failed(_)) {
            self.dropped.iter_mut().filter(|dropped| dropped.file.id == id).for_each(|dropped| dropped.entries.clear());
        }
        if let Some(file) = self.file_mut(id)
            && (file.is_unread() || !matches!(state, FileState::Reading { .. }))
        {
            file.state = state;
            self.mark_copy(id);
        }
    }

    /// A file of calls without serial numbers may be a copy of another one under another name, or packed. Two files
    /// whose calls agree in every sum and in their fingerprint are taken for that, and counted once: the later one is
    /// the copy, whichever was read first.
    fn mark_copy(&mut self, id: u32) {
        let files: Vec<&SessionFile> = self.files().collect();
        let Some(at) = files.iter().position(|file| file.id == id) else { return };
        let FileState::Read(report) = &files[at].state else { return };
        if report.tally.calls == 0 || report.content.serial_number > 0 {
            return;
        }
        let is_same = |file: &&SessionFile| match &file.state {
            FileState::Read(known) => {
                file.id != id
                    && known.same_as.is_none()
                    && known.content == report.content
                    && known.tally == report.tally
            }
            _ => false,
        };
        let Some(other) = files.iter().position(is_same) else { return };
        let (name, copy) = (files[at.min(other)].identity.name.clone(), files[at.max(other)].id);
        if let Some(FileState::Read(report)) = self.file_mut(copy).map(|file| &mut file.state) {
            let copy = Rc::make_mut(report);
            copy.duplicates += copy.tally.calls;
            copy.tally = Default::default();
            copy.same_as = Some(name);
        }
    }

    /// All that was in a dropped file was read, or it itself, and it is known which of its calls are duplicates. Until
    /// then it counts as being read: its figures may change.
    pub fn finish(&mut self, id: u32) {
        if let Some(dropped) = self.dropped_mut(id) {
            dropped.before = None;
            dropped.is_finished = true;
            if !dropped.entries.is_empty() && dropped.file.is_unread() {
                dropped.file.state = FileState::Unpacked;
            }
        }
    }

    /// What a file was taken for by its beginning, before it is read.
    pub fn peeked(&mut self, id: u32, facts: Rc<FileFacts>) {
        if let Some(file) = self.file_mut(id) {
            file.peeked = Some(facts);
        }
    }

    /// A dropped file may grow to whatever it grows to.
    pub fn lift_bound(&mut self, id: u32) {
        if let Some(dropped) = self.dropped_mut(id) {
            dropped.unbounded = true;
        }
    }

    /// Changes how a file is read, or a file in it.
    pub fn choose(&mut self, id: u32, change: impl FnOnce(&mut FileChoice)) {
        let path = self.file(id).and_then(|file| file.path.clone()).unwrap_or_default();
        if let Some(dropped) = self.dropped_mut(id) {
            change(Rc::make_mut(&mut dropped.choices).entry(path).or_default());
        }
    }

    /// What was chosen for a file, or for a file in a dropped one.
    pub fn choice(&self, id: u32) -> FileChoice {
        let Some(dropped) = self.dropped(id) else { return FileChoice::default() };
        let path = self.file(id).and_then(|file| file.path.as_deref()).unwrap_or_default();
        dropped.choices.get(path).cloned().unwrap_or_default()
    }

    /// The id of the dropped file that one is, or is in.
    pub fn dropped_id(&self, id: u32) -> u32 {
        self.dropped(id).map_or(id, |dropped| dropped.file.id)
    }

    /// Sets dropped files back to be read once more, and those whose calls may be counted then because they are no
    /// longer duplicates of theirs. The ids of all that are to be read, in order, with those that were not read yet.
    pub fn read_again(&mut self, ids: &[u32]) -> Vec<u32> {
        if !self.is_reading() {
            self.drop_begins = self.next_id;
        }
        // Where nothing is read otherwise, duplicates stay duplicates.
        let has_duplicates = |file: &SessionFile| file.report().is_some_and(|report| report.duplicates > 0);
        let again = |dropped: &DroppedFile| {
            let is_asked = ids.iter().any(|&id| dropped.has(id));
            is_asked || dropped.is_open() || !ids.is_empty() && dropped.files().any(has_duplicates)
        };
        let mut to_read = Vec::new();
        for dropped in self.dropped.iter_mut().filter(|dropped| again(dropped)) {
            dropped.read_again();
            to_read.push(dropped.file.id);
        }
        to_read
    }

    /// A worker was lost with calls of these files, which are read once more.
    pub fn lost(&mut self, ids: &[u32]) {
        for dropped in self.dropped.iter_mut().filter(|dropped| ids.contains(&dropped.file.id)) {
            dropped.is_finished = false;
            if dropped.file.is_unread() {
                continue;
            }
            // They stay what they are to the person until they are read: nothing was wrong with them.
            let report = dropped.file.report().cloned().unwrap_or_default();
            dropped.file.state = FileState::Reading { bytes: 0, report };
        }
    }

    /// Some of a file's calls turned out to be duplicates.
    pub fn marked(&mut self, dropped: u32, part: u32, tally: Tally, duplicates: u64) {
        let is_it = |file: &&mut SessionFile| file.part == Some(part);
        if let Some(file) = self.dropped_mut(dropped).and_then(|dropped| dropped.files_mut().find(is_it))
            && let FileState::Read(report) = &mut file.state
        {
            let report = Rc::make_mut(report);
            let reasons_of = report.tally.reasons_of;
            (report.tally, report.duplicates) = (tally, duplicates);
            report.tally.reasons_of = reasons_of;
        }
    }

    /// A file was read; to the workers it is that part of the dropped one.
    pub fn read(&mut self, id: u32, part: Option<u32>, report: Rc<FileReport>) {
        self.update(id, FileState::Read(report));
        if let Some(file) = self.file_mut(id) {
            file.part = part;
        }
    }

    /// The dropped files that have times without a zone.
    pub fn without_zone(&self) -> Vec<u32> {
        let has = |file: &&SessionFile| {
            file.report().and_then(|report| report.facts.as_ref()).is_some_and(|facts| facts.dates_without_zone)
        };
        self.dropped.iter().filter(|dropped| dropped.files().any(|file| has(&file))).map(|it| it.file.id).collect()
    }

    /// Files that could not be read for want of knowing their columns.
    pub fn without_columns(&self) -> Vec<u32> {
        let wants =
            |file: &&SessionFile| matches!(&file.state, FileState::Failed(problem) if problem.table().is_some());
        self.files().filter(wants).map(|file| file.id).collect()
    }

    /// Takes back the whole drop that is being read, its finished files too: nothing half-done stays. Files that were
    /// read once more are what they were before.
    ///
    /// The calls of files that were being read once more are in the figures, but nobody holds them.
    pub fn cancel(&mut self) {
        if !self.is_reading() {
            return;
        }
        let begins = self.drop_begins;
        self.dropped.retain_mut(|dropped| dropped.file.id < begins && dropped.cancel());
    }

    /// Forgets all files; how numbers are read stays as it was chosen. No id is given a second time.
    pub fn remove_all(&mut self) {
        self.dropped.clear();
    }

    /// Whether any file is waiting or being read.
    pub fn is_reading(&self) -> bool {
        self.dropped.iter().any(DroppedFile::is_open)
    }

    /// Whether there are figures to show.
    pub fn has_report(&self) -> bool {
        self.files().any(|file| file.report().is_some())
    }

    /// Bytes read and bytes in all, of the drop that is being read.
    pub fn progress(&self) -> (u64, u64) {
        let files = || self.of_drop().map(|dropped| &dropped.file);
        (files().map(SessionFile::bytes_read).sum(), files().map(|file| file.identity.bytes).sum())
    }

    /// What is being read, or read once more.
    fn of_drop(&self) -> impl Iterator<Item = &DroppedFile> {
        self.dropped
            .iter()
            .filter(|dropped| dropped.file.id >= self.drop_begins || dropped.before.is_some() || dropped.is_open())
    }

    /// Calls read, of the drop that is being read.
    pub fn calls_of_drop(&self) -> u64 {
        let files = self.of_drop().flat_map(DroppedFile::files);
        files.filter_map(SessionFile::report).map(|report| report.tally.calls).sum()
    }

    /// Rows, calls, duplicates and rows set aside, in all files.
    pub fn row_counts(&self) -> [u64; 4] {
        self.files().filter_map(SessionFile::report).fold([0; 4], |[rows, calls, duplicates, set_aside], report| {
            let FileReport { tally, .. } = &**report;
            [rows + report.rows(), calls + tally.calls, duplicates + report.duplicates, set_aside + report.set_aside]
        })
    }

    /// The figures of what was read so far.
    pub fn summary(&self) -> Summary {
        let tallies = self.files().filter_map(|file| file.report().map(|report| &report.tally));
        Summary::of(tallies, self.numbering, &self.personal)
    }

    /// A summary of its calls, or of some of them, for programs.
    pub fn summary_json(&self, summary: &Summary) -> SummaryJson {
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
        let counted = self.files().filter(|file| file.state != FileState::Unpacked);
        SummaryJson::new(summary, counted.map(file_json).collect())
    }
}

#[cfg(test)]
mod tests;
