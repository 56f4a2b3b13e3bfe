//! Which files are read, and how: dropped ones, and once more when a person says how a file is to be read.

use super::{Root, go_to};
use crate::app::browser::{mappings, timing};
use crate::app::route::Route;
use ingest::Mapping;
use session::{FileIdentity, ReadSettings};
use web_sys::File;
use words::FileSentence;

impl Root {
    pub(super) fn read(&mut self, files: Vec<(String, File)>) {
        if !self.page.session.is_reading() {
            self.page.reading_since = js_sys::Date::now();
            timing::begin("read", 0);
        }
        let identities = files.iter().map(|(name, file)| FileIdentity {
            name: name.clone(),
            bytes: file.size() as u64,
            modified: file.last_modified() as i64,
        });
        let identities: Vec<_> = identities.collect();
        let mut ids = Vec::new();
        self.change(|session| ids = session.add(identities));
        let new: Vec<u32> = ids.iter().flatten().copied().collect();
        self.files.extend(ids.iter().zip(&files).filter_map(|(id, (_, file))| Some(((*id)?, file.clone()))));
        let bytes: f64 = new.iter().filter_map(|id| self.files.get(id)).map(|file| file.size()).sum();
        if new.len() > 1 && bytes > LOOKED_AT_FROM_BYTES {
            for (id, name, file, settings) in self.with_settings(&new) {
                self.engine.peek(id, &name, &file, settings);
            }
        }
        self.engine.read(self.with_settings(&new));
        let there = ids.iter().filter(|id| id.is_none()).count();
        if there > 0 {
            self.set_notice(&self.page.language.sentence(FileSentence::AlreadyThere { files: there }));
        }
        if there < files.len() {
            go_to(Route::EndReasons);
        }
    }

    /// Dropped files, each with what is known of how it is to be read.
    fn with_settings(&self, ids: &[u32]) -> Vec<(u32, String, File, ReadSettings)> {
        let with_settings = |&id: &u32| {
            let (file, dropped) = (self.page.session.file(id)?, self.files.get(&id)?);
            let settings = ReadSettings {
                language: self.page.language,
                zone: self.page.file_zone.as_deref().cloned().unwrap_or_default(),
                kept: self.page.mappings.to_vec(),
                choices: (*file.choices).clone(),
                unbounded: file.unbounded,
            };
            Some((id, file.identity.name.clone(), dropped.clone(), settings))
        };
        ids.iter().filter_map(with_settings).collect()
    }

    /// Reads dropped files once more, and whatever is not read yet.
    pub(super) fn read_again(&mut self, ids: &[u32]) {
        self.page.reading_since = js_sys::Date::now();
        let mut open = Vec::new();
        self.change(|session| open = session.read_again(ids));
        self.engine.requeue(&open);
        self.forget_set_aside();
        self.engine.read(self.with_settings(&open));
    }

    /// Ends what is read; files that are gone from the session are forgotten.
    pub(super) fn stop_engine(&mut self) {
        let session = &self.page.session;
        self.engine.cancel(|id| session.file(id).is_some());
        self.files.retain(|id, _| session.file(*id).is_some());
        self.forget_set_aside();
    }

    /// Rows set aside of files that are gone.
    pub(super) fn forget_set_aside(&mut self) {
        let session = self.page.session.clone();
        self.page.set_aside.change().retain(|id, _| session.knows(*id));
        self.texts.retain(|id, _| session.knows(*id));
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
        mappings::remember(&self.page.mappings);
    }
}

/// With so much to read, a person sees what all files were taken for before the first of them is read.
const LOOKED_AT_FROM_BYTES: f64 = 64.0 * 1024.0 * 1024.0;

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
