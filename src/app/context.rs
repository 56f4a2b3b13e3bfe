//! What parts of the page may read and ask for. What changes at different times are contexts of their own: a part is
//! drawn again whenever one that it uses has changed.

use super::action::Action;
use super::browser::zone::Zone;
use super::calls::CallsFound;
use super::export_step::ExportStep;
use super::handle::Handle;
use super::report::{Slot, SlotState};
use super::route::Route;
use calls::LocalZone;
use ingest::Mapping;
use query::{Choices, Dimension, Filter, FilterProblem, Summary, Table};
use session::{Session, filter_problems};
use std::collections::BTreeMap;
use std::ops::Deref;
use web_sys::Blob;
use words::{Language, Sentence, Word};
use yew::Callback;

/// What every part needs, and what hardly ever changes: how things are said, and where [`Action`]s go. A part that
/// takes no more than this is drawn again only when what it is given is another value.
#[derive(Clone, PartialEq)]
pub(super) struct Environment {
    pub(super) language: Language,
    /// Times are shown in it.
    pub(super) zone: Zone,
    pub(super) dispatch: Callback<Action>,
}

impl Environment {
    pub(super) fn word(&self, word: impl Into<Word>) -> &'static str {
        self.language.word(word)
    }

    pub(super) fn sentence<'a>(&self, sentence: impl Into<Sentence<'a>>) -> String {
        self.language.sentence(sentence)
    }
}

/// What the page is about, cheap to clone: files, figures, filter, and what was chosen.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    pub(super) env: Environment,
    pub(super) session: Handle<Session>,
    /// Of all calls of the session; made once for each change of it.
    pub(super) unfiltered: Handle<Summary>,
    /// Of the calls that the filter wants.
    pub(super) summary: Handle<Summary>,
    pub(super) filter: Handle<Filter>,
    /// What the address says besides the filter.
    pub(super) choices: Handle<Choices>,
    /// The filter's figures are not there yet.
    pub(super) summary_pending: bool,
    pub(super) group_by: Option<Dimension>,
    /// Filters that are kept, by name.
    pub(super) filters: Handle<BTreeMap<String, Filter>>,
    /// Bytes of columns that workers may hold.
    pub(super) budget: f64,
    /// The rows set aside of a file, by its id.
    pub(super) set_aside: Handle<BTreeMap<u32, Vec<(Blob, u64)>>>,
    /// The zone of times without one, where a person said.
    pub(super) file_zone: Option<Handle<LocalZone>>,
    /// Mappings that are kept.
    pub(super) mappings: Handle<Vec<Mapping>>,
}

impl Deref for Page {
    type Target = Environment;

    fn deref(&self) -> &Environment {
        &self.env
    }
}

/// What was asked of the calls, and answered.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Answered {
    /// What pages want to know.
    pub(super) reports: Handle<BTreeMap<Slot, SlotState>>,
    /// The groups beside the list of calls.
    pub(super) groups: Option<Handle<Table>>,
}

/// The calls that are looked at one by one.
pub(super) type ListedCalls = Handle<CallsFound>;

/// What changes many times a second while something goes on.
#[derive(Clone, PartialEq)]
pub(super) struct Progress {
    /// Bytes of columns that workers hold.
    pub(super) held_bytes: f64,
    /// Milliseconds since 1970, when the drop began that is being read.
    pub(super) reading_since: f64,
    /// The export that goes on.
    pub(super) export: Option<ExportStep>,
}

impl Page {
    /// What cannot be understood of the filter. While there is anything, no figures are shown.
    pub(super) fn filter_problems(&self) -> Vec<FilterProblem> {
        filter_problems(&self.filter, &self.zone.local())
    }

    /// What stands behind a page's path in an address: a filter and what was chosen, also on other pages, so that it is
    /// still so when a person comes back to them; nothing where the page is of no calls.
    pub(super) fn query_of(&self, route: &Route, filter: &Filter) -> String {
        if route.is_of_calls() { self.choices.query_with(filter) } else { String::new() }
    }

    /// The address of a page, as a link has it, that shows what a filter wants.
    pub(super) fn href(&self, route: &Route, filter: &Filter) -> String {
        route.with_query(&self.query_of(route, filter))
    }
}
