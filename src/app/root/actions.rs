//! What a person asks of the page.

use super::reading::{drop_at, keep};
use super::{Root, go_to};
use crate::app::browser::{mappings, named_filters, save, zone};
use crate::app::context::Action;
use crate::app::handle::Handle;
use crate::app::route::Route;
use ingest::{MappingsProblem, read_mappings};
use knowledge::PersonalDictionary;
use session::Session;
use words::{DictionarySentence, DictionaryWord, FileSentence, FileWord, FilterWord, MappingWord};

impl Root {
    pub(super) fn perform(&mut self, action: Action) {
        if self.perform_on_calls(&action) {
            return;
        }
        self.notice = None;
        if self.perform_on_numbers(&action) {
            return;
        }
        match action {
            Action::Read(files) => self.read(files),
            Action::Sample => {
                self.making_sample = true;
                self.engine.make_sample();
            }
            Action::Cancel => {
                self.making_sample = false;
                self.change(Session::cancel);
                self.stop_engine();
                self.ask_again();
                self.set_notice(self.page.language.word(FileWord::Cancelled));
                self.leave_empty_report();
            }
            Action::RemoveAllFiles => {
                self.page.set_aside = Handle::default();
                self.texts.clear();
                self.change(Session::remove_all);
                self.stop_engine();
                go_to(Route::Files);
            }
            Action::ReadNumbersAs(choice) => {
                self.change(|session| session.numbering = choice);
                self.ask_again();
            }
            Action::ShowTimesIn(zone) => {
                zone.remember();
                self.page.zone = zone;
                self.ask_again();
            }
            Action::FilesAreOfZone(name) => {
                if let Some(zone) = zone::local_zone(&name) {
                    zone::remember_for_files(&name);
                    self.page.file_zone = Some(Handle::new(zone));
                    let files = self.page.session.without_zone();
                    self.read_again(&files);
                }
            }
            Action::ReadInEncoding(id, encoding) => {
                self.change(|session| session.choose(id, |choice| choice.encoding = encoding));
                self.read_again(&[id]);
            }
            Action::EditMapping(file) => self.mapping_of = file,
            Action::ReadByMapping(id, mapping) => self.read_by_mapping(id, mapping),
            Action::UnpackAll(id) => {
                self.change(|session| session.unbound(id));
                self.read_again(&[id]);
            }
            Action::ForgetMapping(at) => self.change_mappings(|mappings| drop_at(mappings, at)),
            Action::ExportMappings => {
                let text = mappings::text(&self.page.mappings);
                self.report_save(save::text("cdr-lens-mappings.json", "application/json", &text));
            }
            Action::ImportedMappings(text) => match read_mappings(&text) {
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
            Action::ExportJson if self.page.filter.understood(&self.page.zone.local()).is_err() => {
                self.set_notice(self.page.language.word(FilterWord::NoFigures));
            }
            Action::ExportJson => {
                let mut json = self.page.session.summary_json(&self.page.summary);
                json.filter = self.page.filter.is_active().then(|| self.page.filter.query());
                let text = json.text();
                self.report_save(save::text("cdr-lens-summary.json", "application/json", &text));
            }
            Action::KeepFilter(name) => {
                self.page.filters.change().insert(name, (*self.page.filter).clone());
                named_filters::remember(&self.page.filters);
            }
            Action::ForgetFilter(name) => {
                self.page.filters.change().remove(&name);
                named_filters::remember(&self.page.filters);
            }
            Action::DescribeReason(key, entry) => self.change_dictionary(|dictionary| dictionary.set(key, entry)),
            Action::LearnNames => {
                let learnt = self.page.session.learnable();
                self.change_dictionary(|dictionary| {
                    learnt.into_iter().for_each(|found| dictionary.set(found.key, found.entry));
                });
            }
            Action::ExportDictionary => {
                let text = self.page.session.personal.text();
                self.report_save(save::text("cdr-lens-dictionary.json", "application/json", &text));
            }
            Action::ImportedDictionary(text) => match PersonalDictionary::read(&text) {
                Some(other) => {
                    let entries = other.len();
                    self.change_dictionary(|dictionary| dictionary.take_over(other));
                    self.set_notice(&self.page.language.sentence(DictionarySentence::DictionaryImported { entries }));
                }
                None => self.set_notice(self.page.language.word(DictionaryWord::NoDictionary)),
            },
            // Its file is read first; see `update`.
            Action::ImportDictionary(_)
            | Action::ImportMappings(_)
            | Action::ImportRates(_)
            | Action::SaveSetAside(_)
            | Action::ExportCalls
            | Action::CancelExport => {}
            // See `perform_on_numbers`.
            Action::TakeOffPrefixes(_) | Action::ImportedRates(_) | Action::ExportRates | Action::ForgetRates => {}
            // See `perform_on_calls`.
            Action::FilterBy(..)
            | Action::ToggleFilter(_)
            | Action::UseFilter(_)
            | Action::Choose { .. }
            | Action::RequestCalls(_)
            | Action::RequestReport(..)
            | Action::ReleaseReport(..)
            | Action::ShowCalls(..)
            | Action::SetMemoryBudget(_) => {}
            Action::NothingDropped => self.set_notice(self.page.language.word(FileWord::NothingDropped)),
            Action::DismissNotice => {}
        }
    }
}
