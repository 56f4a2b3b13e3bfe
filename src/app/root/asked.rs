//! What a person asks of the page.

use super::reading::{drop_at, keep};
use super::{Root, go_to};
use crate::app::browser::{mappings, named_filters, save, zone};
use crate::app::context::Ask;
use crate::app::handle::Handle;
use crate::app::route::Route;
use ingest::{MappingsProblem, read_mappings};
use knowledge::PersonalDictionary;
use session::Session;
use words::{DictionarySentence, DictionaryWord, FileSentence, FileWord, FilterWord, MappingWord};

impl Root {
    pub(super) fn asked(&mut self, ask: Ask) {
        if self.asked_of_calls(&ask) {
            return;
        }
        self.notice = None;
        if self.asked_of_numbers(&ask) {
            return;
        }
        match ask {
            Ask::Read(files) => self.read(files),
            Ask::Sample => {
                self.making_sample = true;
                self.engine.make_sample();
            }
            Ask::Cancel => {
                self.making_sample = false;
                self.change(Session::cancel);
                self.stop_engine();
                self.ask_again();
                self.set_notice(self.page.language.word(FileWord::Cancelled));
                self.leave_empty_report();
            }
            Ask::RemoveAllFiles => {
                self.page.set_aside = Handle::default();
                self.texts.clear();
                self.change(Session::remove_all);
                self.stop_engine();
                go_to(Route::Files);
            }
            Ask::ReadNumbersAs(choice) => {
                self.change(|session| session.dialect = choice);
                self.ask_again();
            }
            Ask::ShowTimesIn(zone) => {
                zone.remember();
                self.page.zone = zone;
                self.ask_again();
            }
            Ask::FilesAreOfZone(name) => {
                if let Some(zone) = zone::local_zone(&name) {
                    zone::remember_for_files(&name);
                    self.page.file_zone = Some(Handle::new(zone));
                    let files = self.page.session.without_zone();
                    self.read_again(&files);
                }
            }
            Ask::ReadInEncoding(id, encoding) => {
                self.change(|session| session.choose(id, |choice| choice.encoding = encoding));
                self.read_again(&[id]);
            }
            Ask::Map(file) => self.mapping_of = file,
            Ask::ReadByMapping(id, mapping) => self.read_by_mapping(id, mapping),
            Ask::UnpackAll(id) => {
                self.change(|session| session.unbound(id));
                self.read_again(&[id]);
            }
            Ask::ForgetMapping(at) => self.change_mappings(|mappings| drop_at(mappings, at)),
            Ask::ExportMappings => {
                let text = mappings::text(&self.page.mappings);
                self.report_save(save::text("cdr-lens-mappings.json", "application/json", &text));
            }
            Ask::ImportedMappings(text) => match read_mappings(&text) {
                Ok(others) => {
                    let count = others.len();
                    self.change_mappings(|mappings| others.into_iter().for_each(|mapping| keep(mappings, mapping)));
                    self.set_notice(&self.page.language.sentence(FileSentence::MappingsImported { mappings: count }));
                }
                Err(MappingsProblem::NoMappings) => self.set_notice(self.page.language.word(MappingWord::NoMappings)),
                Err(MappingsProblem::UnknownUnit { mapping, field, unit }) => {
                    let sentence = FileSentence::UnknownUnit { mapping: &mapping, field, unit: &unit };
                    self.set_notice(&self.page.language.sentence(sentence));
                }
            },
            Ask::ExportJson if self.page.filter.understood(&self.page.zone.local()).is_err() => {
                self.set_notice(self.page.language.word(FilterWord::NoFigures));
            }
            Ask::ExportJson => {
                let mut json = self.page.session.summary_json(&self.page.summary);
                json.filter = self.page.filter.is_active().then(|| self.page.filter.query());
                let text = json.text();
                self.report_save(save::text("cdr-lens-summary.json", "application/json", &text));
            }
            Ask::KeepFilter(name) => {
                self.page.filters.change().insert(name, (*self.page.filter).clone());
                named_filters::remember(&self.page.filters);
            }
            Ask::ForgetFilter(name) => {
                self.page.filters.change().remove(&name);
                named_filters::remember(&self.page.filters);
            }
            Ask::SayOfReason(key, entry) => self.change_dictionary(|dictionary| dictionary.set(key, entry)),
            Ask::LearnNames => {
                let learnt = self.page.session.learnable();
                self.change_dictionary(|dictionary| {
                    learnt.into_iter().for_each(|found| dictionary.set(found.key, found.entry));
                });
            }
            Ask::ExportDictionary => {
                let text = self.page.session.personal.text();
                self.report_save(save::text("cdr-lens-dictionary.json", "application/json", &text));
            }
            Ask::ImportedDictionary(text) => match PersonalDictionary::read(&text) {
                Some(other) => {
                    let entries = other.len();
                    self.change_dictionary(|dictionary| dictionary.take_over(other));
                    self.set_notice(&self.page.language.sentence(DictionarySentence::DictionaryImported { entries }));
                }
                None => self.set_notice(self.page.language.word(DictionaryWord::NoDictionary)),
            },
            // Its file is read first; see `update`.
            Ask::ImportDictionary(_)
            | Ask::ImportMappings(_)
            | Ask::ImportRates(_)
            | Ask::SaveSetAside(_)
            | Ask::ExportCalls
            | Ask::CancelExport => {}
            // See `asked_of_numbers`.
            Ask::TakeOffPrefixes(_) | Ask::ImportedRates(_) | Ask::ExportRates | Ask::ForgetRates => {}
            // See `asked_of_calls`.
            Ask::FilterBy(..)
            | Ask::SwitchFilter(_)
            | Ask::UseFilter(_)
            | Ask::Choose { .. }
            | Ask::WantCalls(_)
            | Ask::WantReport(..)
            | Ask::LeaveReport(..)
            | Ask::ShowCalls(..)
            | Ask::Budget(_) => {}
            Ask::NothingDropped => self.set_notice(self.page.language.word(FileWord::NothingDropped)),
            Ask::DismissNotice => {}
        }
    }
}
