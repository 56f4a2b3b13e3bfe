//! Which files are read, and how: dropped ones, and once more when a person says how a file is to be read.

use super::{Effect, FileToRead, Kept, State};
use crate::app::browser::drop::NamedFile;
use crate::app::route::Route;
use ingest::{FileProblem, Mapping};
use session::{FileIdentity, FileState, ReadSettings, Session};
use words::FileSentence;

impl State {
    pub(super) fn read(&mut self, files: Vec<NamedFile>) {
        if !self.page.session.is_reading() {
            self.progress.reading_since = (self.now)();
            self.effect(Effect::ReadingBegan);
        }
        let identities: Vec<FileIdentity> = files.iter().map(|file| file.identity.clone()).collect();
        let mut ids = Vec::new();
        self.change(|session| ids = session.add(identities));
        let new: Vec<u32> = ids.iter().flatten().copied().collect();
        self.files.extend(ids.iter().zip(&files).filter_map(|(id, file)| Some(((*id)?, file.clone()))));
        let bytes: u64 = new.iter().filter_map(|id| self.files.get(id)).map(|file| file.identity.bytes).sum();
        if new.len() > 1 && bytes > LOOKED_AT_FROM_BYTES {
            self.with_settings(&new).into_iter().for_each(|file| self.effect(Effect::Peek(file)));
        }
        let files_to_read = self.with_settings(&new);
        self.effect(Effect::Read(files_to_read));
        let there = ids.iter().filter(|id| id.is_none()).count();
        if there > 0 {
            self.set_notice(&self.page.language.sentence(FileSentence::AlreadyThere { files: there }));
        }
        if there < files.len() {
            self.effect(Effect::GoTo(Route::EndReasons));
        }
    }

    /// Dropped files, each with what is known of how it is to be read.
    fn with_settings(&self, ids: &[u32]) -> Vec<FileToRead> {
        let with_settings = |&id: &u32| {
            let (dropped, file) = (self.page.session.dropped(id)?, self.files.get(&id)?);
            let settings = ReadSettings {
                language: self.page.language,
                zone: self.page.file_zone.as_deref().cloned().unwrap_or_default(),
                kept: self.page.mappings.to_vec(),
                choices: (*dropped.choices).clone(),
                unbounded: dropped.unbounded,
            };
            Some(FileToRead { id, file: file.clone(), settings })
        };
        ids.iter().filter_map(with_settings).collect()
    }

    /// Reads dropped files once more, and whatever is not read yet.
    pub(super) fn read_again(&mut self, ids: &[u32]) {
        self.progress.reading_since = (self.now)();
        let mut open = Vec::new();
        self.change(|session| open = session.read_again(ids));
        self.forget_set_aside();
        let files_to_read = self.with_settings(&open);
        self.effect(Effect::ReadAgain(files_to_read));
    }

    /// Ends what is read; files that are gone from the session are forgotten.
    pub(super) fn stop_reading(&mut self) {
        let session = &self.page.session;
        self.files.retain(|id, _| session.file(*id).is_some());
        let stays = session.files().map(|file| file.id).collect();
        self.effect(Effect::StopReading { stays });
        self.forget_set_aside();
    }

    /// Rows set aside of files that are gone.
    pub(super) fn forget_set_aside(&mut self) {
        let session = self.page.session.clone();
        self.page.set_aside.change().retain(|id, _| session.has_file(*id));
        self.texts.retain(|id, _| session.has_file(*id));
    }

    pub(super) fn read_by_mapping(&mut self, id: u32, mapping: Mapping) {
        self.mapping_of = None;
        if !mapping.name.is_empty() {
            self.change_mappings(|mappings| keep(mappings, mapping.clone()));
        }
        self.change(|session| session.choose(id, |choice| choice.mapping = Some(mapping)));
        // Others of its shape may have waited for the same answer.
        let mut files = self.page.session.without_columns();
        files.push(id);
        self.read_again(&files);
    }

    pub(super) fn change_mappings(&mut self, change: impl FnOnce(&mut Vec<Mapping>)) {
        change(self.page.mappings.change());
        self.effect(Effect::Keep(Kept::Mappings));
    }

    /// Once nothing is read any more, questions can be answered.
    pub(super) fn reading_ended(&mut self) {
        if !self.page.session.is_reading() {
            self.effect(Effect::ReadingEnded);
            self.ask_again();
        }
    }

    /// The id of a file in a dropped one, or of that itself.
    pub(super) fn file_of(&mut self, id: u32, entry: Option<String>) -> u32 {
        entry.and_then(|path| self.page.session.change().entry(id, &path)).unwrap_or(id)
    }

    /// A worker was lost.
    pub(super) fn worker_lost(&mut self, again: &[u32], failed: &[u32], detail: &str) {
        self.making_sample = false;
        for &id in failed {
            let problem = FileProblem::Crashed { detail: detail.to_owned() };
            self.change(|session| {
                session.update(id, FileState::Failed(problem));
                session.finish(id);
            });
        }
        self.change(|session| session.lost(again));
        let text = if again.is_empty() {
            self.page.language.sentence(FileSentence::WorkerStopped { detail })
        } else {
            self.page.language.sentence(FileSentence::WorkerLost { files: again.len(), detail })
        };
        self.set_notice(&text);
        self.leave_empty_report();
        self.reading_ended();
    }

    /// No worker can be started.
    pub(super) fn cannot_start(&mut self, detail: &str) {
        self.making_sample = false;
        self.change(Session::cancel);
        self.stop_reading();
        self.set_notice(&self.page.language.sentence(FileSentence::WorkerStopped { detail }));
        self.leave_empty_report();
    }

    pub(super) fn save_set_aside(&mut self, id: u32) {
        let Some(pieces) = self.page.set_aside.get(&id).cloned() else { return };
        let name =
            self.page.session.file(id).map_or("file", |file| file.identity.name.rsplit('/').next().unwrap_or_default());
        let name = format!("{name}.set-aside.csv");
        self.effect(Effect::SaveSetAside { name, pieces });
    }
}

/// With so much to read, a person sees what all files were taken for before the first of them is read.
const LOOKED_AT_FROM_BYTES: u64 = 64 * 1024 * 1024;

/// A mapping takes the place of one with the same name.
pub(super) fn keep(mappings: &mut Vec<Mapping>, mapping: Mapping) {
    mappings.retain(|other| other.name != mapping.name);
    mappings.push(mapping);
}

pub(super) fn drop_at(mappings: &mut Vec<Mapping>, at: usize) {
    if at < mappings.len() {
        mappings.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_takes_the_place_of_one_of_its_name() {
        let named = |name: &str| Mapping { name: name.to_owned(), ..Mapping::default() };
        let names = |mappings: &[Mapping]| mappings.iter().map(|of| of.name.clone()).collect::<Vec<_>>();
        let mut mappings = vec![named("a"), named("b")];
        keep(&mut mappings, named("a"));
        assert_eq!(names(&mappings), ["b", "a"]);
        drop_at(&mut mappings, 0);
        // One that another window has forgotten already.
        drop_at(&mut mappings, 7);
        assert_eq!(names(&mappings), ["a"]);
    }
}
