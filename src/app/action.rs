//! What a person can ask of the page, by topic. `Root` matches each topic once: see `root/`.

use super::browser::drop::NamedFile;
use super::browser::zone::Zone;
use super::report::{ReportSpec, Slot};
use calls::LocalZone;
use ingest::{Encoding, Mapping};
use knowledge::PersonalEntry;
use query::{Filter, FilterField, NumberingChoice, RowOrder};

/// Anything that can be asked.
pub(super) enum Action {
    Files(FileAction),
    Mappings(MappingAction),
    Dictionary(DictionaryAction),
    Destinations(DestinationAction),
    Filter(FilterAction),
    Calls(CallAction),
    Report(ReportAction),
    Page(PageAction),
}

/// Files: which are read, and how.
pub(super) enum FileAction {
    /// Read files that a person dropped or chose.
    Read(Vec<NamedFile>),
    Sample,
    Cancel,
    RemoveAll,
    /// Take times of files that have no zone as those of this zone.
    AreOfZone(LocalZone),
    /// Read a file in another encoding; `None`: as its bytes say.
    ReadInEncoding(u32, Option<Encoding>),
    /// Unpack all of a file, whatever it grows to.
    UnpackAll(u32),
    SaveSetAside(u32),
    /// So many bytes of columns may be held.
    SetMemoryBudget(f64),
    /// Nothing was in what was dropped.
    NothingDropped,
}

/// Which column of a file is what.
pub(super) enum MappingAction {
    /// Say, or do not say any more, which column of a file is what.
    Edit(Option<u32>),
    /// Read a file by a mapping, and keep that if it has a name.
    ReadBy(u32, Mapping),
    /// The mapping at that place.
    Forget(usize),
    Export,
    /// The text of a file.
    Import(String),
}

/// What the person knows better of end reasons.
pub(super) enum DictionaryAction {
    /// Keep what the person says of an end reason; an empty entry takes it back.
    Describe(String, PersonalEntry),
    /// Keep all names that two exports of the same calls give.
    LearnNames,
    Export,
    /// The text of a file.
    Import(String),
}

/// What a person says of called numbers: routing prefixes, and an own list of destinations and rates.
pub(super) enum DestinationAction {
    /// Of these routing prefixes the longest that a called number begins with is no part of it.
    TakeOffPrefixes(Vec<String>),
    /// The text of a file.
    ImportRates(String),
    ExportRates,
    ForgetRates,
}

/// Which calls are looked at, and what was chosen on a page.
pub(super) enum FilterAction {
    /// Calls of which a field is so; of which it is anything, where the text is empty.
    By(FilterField, String),
    /// Switch what is said of a field off or on.
    Toggle(FilterField),
    Use(Filter),
    /// Keep in the address what was chosen on a page, by its key there (an empty text takes it back), and another
    /// filter perhaps.
    Choose {
        filter: Option<Filter>,
        chosen: Vec<(&'static str, String)>,
    },
    Keep(String),
    Forget(String),
}

/// The calls themselves.
pub(super) enum CallAction {
    /// Show calls in an order; `None`: no calls any more.
    Request(Option<RowOrder>),
    /// So many calls from a place on are in sight.
    Show(u64, usize),
    Export,
    CancelExport,
}

/// What a page wants to know.
pub(super) enum ReportAction {
    /// Know something, in a slot and for whoever asks; that takes the place of what was wanted there.
    Request(Slot, u32, ReportSpec),
    Release(Slot, u32),
}

/// How the page shows what it shows.
pub(super) enum PageAction {
    ReadNumbersAs(NumberingChoice),
    ShowTimesIn(Zone),
    ExportJson,
    DismissNotice,
}

macro_rules! topics {
    ($($topic:ident: $action:ty;)*) => {
        $(impl From<$action> for Action {
            fn from(action: $action) -> Self {
                Self::$topic(action)
            }
        })*
    };
}

topics! {
    Files: FileAction;
    Mappings: MappingAction;
    Dictionary: DictionaryAction;
    Destinations: DestinationAction;
    Filter: FilterAction;
    Calls: CallAction;
    Report: ReportAction;
    Page: PageAction;
}
