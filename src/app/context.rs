//! What every part of the page may read and ask for.

use super::browser::zone::Zone;
use super::calls::CallsFound;
use super::export_step::ExportStep;
use super::handle::Handle;
use super::report::{ReportSpec, Slot, SlotState};
use super::route::Route;
use calls::LocalZone;
use ingest::{Encoding, Mapping};
use knowledge::PersonalEntry;
use query::{Choices, Dimension, Filter, FilterField, FilterProblem, NumberingChoice, RowOrder, Summary, Table};
use session::{Session, filter_problems};
use std::collections::BTreeMap;
use web_sys::{Blob, File};
use words::{Language, Sentence, Word};
use yew::Callback;

/// The page's state, cheap to clone. Parts read it and send [`Action`]s.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    pub(super) language: Language,
    pub(super) zone: Zone,
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
    pub(super) calls: Handle<CallsFound>,
    pub(super) group_by: Option<Dimension>,
    pub(super) groups: Option<Handle<Table>>,
    /// What pages want to know.
    pub(super) reports: Handle<BTreeMap<Slot, SlotState>>,
    /// Filters that are kept, by name.
    pub(super) filters: Handle<BTreeMap<String, Filter>>,
    /// Bytes of columns that workers hold.
    pub(super) held_bytes: f64,
    /// Bytes that they may hold.
    pub(super) budget: f64,
    /// The rows set aside of a file, by its id.
    pub(super) set_aside: Handle<BTreeMap<u32, Vec<(Blob, u64)>>>,
    /// The zone of times without one, where a person said.
    pub(super) file_zone: Option<Handle<LocalZone>>,
    /// Mappings that are kept.
    pub(super) mappings: Handle<Vec<Mapping>>,
    /// Milliseconds since 1970, when the drop began that is being read.
    pub(super) reading_since: f64,
    /// The export that goes on.
    pub(super) export: Option<ExportStep>,
    pub(super) dispatch: Callback<Action>,
}

impl Page {
    pub(super) fn word(&self, word: impl Into<Word>) -> &'static str {
        self.language.word(word)
    }

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

    pub(super) fn sentence<'a>(&self, sentence: impl Into<Sentence<'a>>) -> String {
        self.language.sentence(sentence)
    }
}

/// What a person can ask of the page.
pub(super) enum Action {
    /// Read files, each with its name and the folders that it came in.
    Read(Vec<(String, File)>),
    Sample,
    Cancel,
    RemoveAllFiles,
    ReadNumbersAs(NumberingChoice),
    ShowTimesIn(Zone),
    /// Take times of files that have no zone as those of the zone of that name.
    FilesAreOfZone(String),
    /// Read a file in another encoding; `None`: as its bytes say.
    ReadInEncoding(u32, Option<Encoding>),
    /// Say, or do not say any more, which column of a file is what.
    EditMapping(Option<u32>),
    /// Read a file by a mapping, and keep that if it has a name.
    ReadByMapping(u32, Mapping),
    /// Unpack all of a file, whatever it grows to.
    UnpackAll(u32),
    /// The mapping at that place.
    ForgetMapping(usize),
    ExportMappings,
    ImportMappings(File),
    /// The text of the file that was to be imported.
    ImportedMappings(String),
    /// Keep what the person says of an end reason; an empty entry takes it back.
    DescribeReason(String, PersonalEntry),
    /// Keep all names that two exports of the same calls give.
    LearnNames,
    ExportDictionary,
    ImportDictionary(File),
    /// The text of the file that was to be imported.
    ImportedDictionary(String),
    ExportJson,
    SaveSetAside(u32),
    /// Of these routing prefixes the longest that a called number begins with is no part of it.
    TakeOffPrefixes(Vec<String>),
    ImportRates(File),
    /// The text of the file that was to be imported.
    ImportedRates(String),
    ExportRates,
    ForgetRates,
    /// Calls of which a field is so; of which it is anything, where the text is empty.
    FilterBy(FilterField, String),
    /// Switch what is said of a field off or on.
    ToggleFilter(FilterField),
    UseFilter(Filter),
    /// Keep in the address what was chosen on a page, by its key there (an empty text takes it back), and another
    /// filter perhaps.
    Choose {
        filter: Option<Filter>,
        chosen: Vec<(&'static str, String)>,
    },
    KeepFilter(String),
    ForgetFilter(String),
    /// Show calls in an order; `None`: no calls any more.
    RequestCalls(Option<RowOrder>),
    /// So many calls from a place on are in sight.
    ShowCalls(u64, usize),
    ExportCalls,
    CancelExport,
    /// Know something, in a slot and for whoever asks; that takes the place of what was wanted there.
    RequestReport(Slot, u32, ReportSpec),
    ReleaseReport(Slot, u32),
    /// So many bytes of columns may be held.
    SetMemoryBudget(f64),
    /// Nothing was in what was dropped.
    NothingDropped,
    DismissNotice,
}
