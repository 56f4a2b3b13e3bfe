//! A file that a person dropped, with the files that are in it.

use super::read_settings::FileChoice;
use super::session_file::{FileIdentity, FileState, SessionFile};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A file that a person dropped. An archive has files in it, which count in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct DroppedFile {
    /// Itself.
    pub file: SessionFile,
    /// The files in it, in the order in which they were found.
    pub entries: Vec<SessionFile>,
    /// What a person chose for it (by an empty path) and for the files in it.
    pub choices: Rc<BTreeMap<String, FileChoice>>,
    /// It may grow to whatever it grows to when it is unpacked.
    pub unbounded: bool,
    /// All of it is read, and it is known which of its calls are duplicates.
    pub(super) is_finished: bool,
    /// While it is read once more, what was known of it: Cancel brings that back.
    pub(super) before: Option<Rc<Before>>,
}

/// What was known of a dropped file before it is read once more.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    state: FileState,
    pub(super) entries: Vec<SessionFile>,
}

impl DroppedFile {
    pub(super) fn new(id: u32, identity: FileIdentity) -> Self {
        let file = SessionFile::new(id, identity, None);
        Self { file, entries: Vec::new(), choices: Rc::default(), unbounded: false, is_finished: false, before: None }
    }

    /// Itself and the files in it.
    pub fn files(&self) -> impl Iterator<Item = &SessionFile> {
        std::iter::once(&self.file).chain(&self.entries)
    }

    pub(super) fn files_mut(&mut self) -> impl Iterator<Item = &mut SessionFile> {
        std::iter::once(&mut self.file).chain(&mut self.entries)
    }

    /// Whether it is a file of that id, or one is in it.
    pub(super) fn has(&self, id: u32) -> bool {
        self.files().any(|file| file.id == id)
    }

    /// It is not read, or it is not known yet which of its calls are duplicates: its figures may change.
    pub(super) fn is_open(&self) -> bool {
        let is_whole = self.is_finished || matches!(self.file.state, FileState::Failed(_));
        !is_whole || self.files().any(SessionFile::is_unread)
    }

    /// It is to be read once more, from its beginning.
    pub(super) fn read_again(&mut self) {
        let was_whole = !self.is_open();
        let entries = std::mem::take(&mut self.entries);
        if was_whole {
            self.before = Some(Rc::new(Before { state: self.file.state.clone(), entries }));
        }
        self.file.state = FileState::Waiting;
        self.is_finished = false;
    }

    /// It is read no more: it is what it was before it was read once more, but nobody holds its calls. `false` for one
    /// of which nothing is known.
    pub(super) fn cancel(&mut self) -> bool {
        let Some(before) = self.before.take() else { return !self.is_open() };
        self.file.state = before.state.clone();
        self.entries.clone_from(&before.entries);
        self.is_finished = true;
        self.files_mut().for_each(SessionFile::let_go);
        true
    }
}
