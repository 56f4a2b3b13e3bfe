//! All files of a person's session.

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

/// All files of a session, in the order in which they were given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    /// The files.
    pub files: Vec<SessionFile>,
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

    /// The id of a file that is in the dropped one of that id, with the path that it has there; it is added where it is
    /// not there yet. `None` for a dropped file that is gone.
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

    /// Sets how far a file has come; one that is gone stays gone, and one that was finished is not read any more. Of a
    /// dropped file that cannot be read as a whole, nothing that was in it counts.
    pub fn update(&mut self, id: u32, state: FileState) {
        if matches!(state, FileState::Failed(_)) {
            self.files.retain(|file| !file.is_in(id));
        }
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id)
            && (file.is_unread() || !matches!(state, FileState::Reading { .. }))
        {
            file.state = state;
            self.find_copy(id);
        }
    }

    /// A file of calls without serial numbers may be a copy of another one under another name, or packed. Two files
    /// whose calls agree in every sum and in their fingerprint are taken for that, and counted once: the later one is
    /// the copy, whichever was read first.
    fn find_copy(&mut self, id: u32) {
        let Some(at) = self.files.iter().position(|file| file.id == id) else { return };
        let FileState::Read(report) = &self.files[at].state else { return };
        if report.tally.calls == 0 || report.content.serial_number > 0 {
            return;
        }
        let is_same = |file: &SessionFile| match &file.state {
            FileState::Read(known) => {
                file.id != id
                    && known.same_as.is_none()
                    && known.content == report.content
                    && known.tally == report.tally
            }
            _ => false,
        };
        let Some(other) = self.files.iter().position(is_same) else { return };
        let name = self.files[at.min(other)].identity.name.clone();
        if let FileState::Read(report) = &mut self.files[at.max(other)].state {
            let copy = Rc::make_mut(report);
            copy.duplicates += copy.tally.calls;
            copy.tally = Default::default();
            copy.same_as = Some(name);
        }
    }

    /// All that was in a dropped file was read, or it itself, and it is known which of its calls are duplicates. Until
    /// then it counts as being read: its figures may change.
    pub fn finish(&mut self, id: u32) {
        let has_entries = self.files.iter().any(|file| file.is_in(id));
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.before = None;
            file.is_finished = true;
            if has_entries && file.is_unread() {
                file.state = FileState::Unpacked;
            }
        }
    }

    /// What a file was taken for by its beginning, before it is read.
    pub fn peeked(&mut self, id: u32, facts: Rc<FileFacts>) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.peeked = Some(facts);
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
    pub fn choose(&mut self, id: u32, change: impl FnOnce(&mut FileChoice)) {
        let (dropped, path) = self.file(id).and_then(|file| file.entry_of.clone()).unwrap_or((id, String::new()));
        if let Some(file) = self.files.iter_mut().find(|file| file.id == dropped) {
            change(Rc::make_mut(&mut file.choices).entry(path).or_default());
        }
    }

    /// What was chosen for a file, or for a file in a dropped one.
    pub fn choice(&self, id: u32) -> FileChoice {
        let Some(file) = self.file(id) else { return FileChoice::default() };
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

    /// Sets dropped files back to be read once more, and those whose calls may be counted then because they are no
    /// longer duplicates of theirs. The ids of all that are to be read, in order, with those that were not read yet.
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
            file.is_finished = false;
        }
        self.files = files;
        ids
    }

    /// A worker was lost with calls of these files, which are read once more.
    pub fn lost(&mut self, ids: &[u32]) {
        for file in self.files.iter_mut().filter(|file| ids.contains(&file.id)) {
            file.is_finished = false;
            if file.is_unread() {
                continue;
            }
            // They stay what they are to the person until they are read: nothing was wrong with them.
            let report = file.report().cloned().unwrap_or_default();
            file.state = FileState::Reading { bytes: 0, report };
        }
    }

    /// Some of a file's calls turned out to be duplicates.
    pub fn marked(&mut self, dropped: u32, part: u32, tally: Tally, duplicates: u64) {
        let is_it = |file: &&mut SessionFile| (file.id == dropped || file.is_in(dropped)) && file.part == Some(part);
        if let Some(file) = self.files.iter_mut().find(is_it)
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
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.part = part;
        }
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

    /// Takes back the whole drop that is being read, its finished files too: nothing half-done stays. Files that were
    /// read once more are what they were before.
    ///
    /// The calls of files that were being read once more are in the figures, but nobody holds them.
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
                    (file.state, file.is_finished) = (before.0.clone(), true);
                    files.push(file.not_held());
                    files.extend(before.1.iter().cloned().map(SessionFile::not_held));
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
        let counted = self.files.iter().filter(|file| file.state != FileState::Unpacked);
        SummaryJson::new(summary, counted.map(file_json).collect())
    }
}

#[cfg(test)]
mod tests;
