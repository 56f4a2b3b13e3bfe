//! What a person asks of the page: each topic is matched once, here or where it is at home.

use super::reading::{drop_at, keep};
use super::{Content, Effect, Kept, State};
use crate::app::action::{
    Action, CallAction, DictionaryAction, FileAction, FilterAction, MappingAction, PageAction, ReportAction,
};
use crate::app::browser::mappings;
use crate::app::handle::Handle;
use crate::app::route::Route;
use ingest::{MappingsProblem, read_mappings};
use knowledge::PersonalDictionary;
use session::Session;
use words::{DictionarySentence, DictionaryWord, FileSentence, FileWord, FilterWord, MappingWord};

impl State {
    pub(super) fn on_action(&mut self, action: Action) {
        // What was said of the action before is not about this one. Filters, calls and reports change with what a
        // person looks at, and leave it.
        if !matches!(action, Action::Filter(_) | Action::Calls(_) | Action::Report(_)) {
            self.notice = None;
        }
        match action {
            Action::Files(action) => self.on_files(action),
            Action::Mappings(action) => self.on_mappings(action),
            Action::Dictionary(action) => self.on_dictionary(action),
            Action::Destinations(action) => self.on_destinations(action),
            Action::Filter(action) => self.on_filter(action),
            Action::Calls(action) => self.on_calls(action),
            Action::Report(action) => self.on_report(action),
            Action::Page(action) => self.on_page(action),
        }
    }

    fn on_files(&mut self, action: FileAction) {
        match action {
            FileAction::Read(files) => self.read(files),
            FileAction::Sample => {
                self.making_sample = true;
                self.effect(Effect::MakeSample);
            }
            FileAction::Cancel => {
                self.making_sample = false;
                self.change(Session::cancel);
                self.stop_reading();
                self.ask_again();
                self.set_notice(self.page.language.word(FileWord::Cancelled));
                self.leave_empty_report();
            }
            FileAction::RemoveAll => {
                self.page.set_aside = Handle::default();
                self.texts.clear();
                self.change(Session::remove_all);
                self.stop_reading();
                self.effect(Effect::GoTo(Route::Files));
            }
            FileAction::AreOfZone(zone) => {
                self.page.file_zone = Some(Handle::new(zone));
                self.effect(Effect::Keep(Kept::FileZone));
                let files = self.page.session.without_zone();
                self.read_again(&files);
            }
            FileAction::ReadInEncoding(id, encoding) => {
                self.change(|session| session.choose(id, |choice| choice.encoding = encoding));
                self.read_again(&[id]);
            }
            FileAction::UnpackAll(id) => {
                self.change(|session| session.lift_bound(id));
                self.read_again(&[id]);
            }
            FileAction::SaveSetAside(id) => self.save_set_aside(id),
            FileAction::SetMemoryBudget(bytes) => {
                self.page.budget = bytes;
                self.effect(Effect::SetBudget(bytes));
                self.set_notice(self.page.language.word(FileWord::BudgetChanged));
            }
            FileAction::NothingDropped => self.set_notice(self.page.language.word(FileWord::NothingDropped)),
        }
    }

    fn on_mappings(&mut self, action: MappingAction) {
        match action {
            MappingAction::Edit(file) => self.mapping_of = file,
            MappingAction::ReadBy(id, mapping) => self.read_by_mapping(id, mapping),
            MappingAction::Forget(at) => self.change_mappings(|mappings| drop_at(mappings, at)),
            MappingAction::Export => {
                let content = Content::Json(mappings::text(&self.page.mappings));
                self.effect(Effect::Save { name: "cdr-lens-mappings.json", content });
            }
            MappingAction::Import(text) => match read_mappings(&text) {
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
        }
    }

    fn on_dictionary(&mut self, action: DictionaryAction) {
        match action {
            DictionaryAction::Describe(key, entry) => self.change_dictionary(|dictionary| dictionary.set(key, entry)),
            DictionaryAction::LearnNames => {
                let learnt = self.page.session.learnable();
                self.change_dictionary(|dictionary| {
                    learnt.into_iter().for_each(|found| dictionary.set(found.key, found.entry));
                });
            }
            DictionaryAction::Export => {
                let content = Content::Json(self.page.session.personal.text());
                self.effect(Effect::Save { name: "cdr-lens-dictionary.json", content });
            }
            DictionaryAction::Import(text) => match PersonalDictionary::read(&text) {
                Some(other) => {
                    let entries = other.len();
                    self.change_dictionary(|dictionary| dictionary.take_over(other));
                    self.set_notice(&self.page.language.sentence(DictionarySentence::DictionaryImported { entries }));
                }
                None => self.set_notice(self.page.language.word(DictionaryWord::NoDictionary)),
            },
        }
    }

    fn on_filter(&mut self, action: FilterAction) {
        match action {
            FilterAction::By(field, text) => self.filter_by(|filter| filter.set(field, &text)),
            FilterAction::Toggle(field) => self.filter_by(|filter| filter.toggle(field)),
            FilterAction::Use(other) => self.filter_by(|filter| *filter = other),
            FilterAction::Choose { filter, chosen } => self.choose(filter.as_ref(), &chosen),
            FilterAction::Keep(name) => {
                self.notice = None;
                self.page.filters.change().insert(name, (*self.page.filter).clone());
                self.effect(Effect::Keep(Kept::Filters));
            }
            FilterAction::Forget(name) => {
                self.notice = None;
                self.page.filters.change().remove(&name);
                self.effect(Effect::Keep(Kept::Filters));
            }
        }
    }

    fn on_calls(&mut self, action: CallAction) {
        match action {
            CallAction::Request(order) => self.want_calls(order),
            CallAction::Show(at, count) => self.show_calls(at, count),
            CallAction::Export => self.choose_export(),
            CallAction::CancelExport => self.cancel_export(),
        }
    }

    fn on_report(&mut self, action: ReportAction) {
        match action {
            ReportAction::Request(slot, owner, spec) => self.want_report(slot, owner, spec),
            ReportAction::Release(slot, owner) => self.leave_report(slot, owner),
        }
    }

    fn on_page(&mut self, action: PageAction) {
        match action {
            PageAction::ReadNumbersAs(choice) => {
                self.change(|session| session.numbering = choice);
                self.ask_again();
            }
            PageAction::ShowTimesIn(zone) => {
                self.page.env.zone = zone;
                self.effect(Effect::Keep(Kept::Zone));
                self.ask_again();
            }
            PageAction::ExportJson => {
                if self.page.filter.understood(&self.page.zone.local()).is_err() {
                    return self.set_notice(self.page.language.word(FilterWord::NoFigures));
                }
                let mut json = self.page.session.summary_json(&self.page.summary);
                json.filter = self.page.filter.is_active().then(|| self.page.filter.query());
                self.effect(Effect::Save { name: "cdr-lens-summary.json", content: Content::Json(json.text()) });
            }
            PageAction::DismissNotice => {}
        }
    }

    fn change_dictionary(&mut self, change: impl FnOnce(&mut PersonalDictionary)) {
        self.change(|session| change(&mut session.personal));
        self.effect(Effect::Keep(Kept::Dictionary));
        self.ask_again();
    }
}
