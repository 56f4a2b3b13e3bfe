//! What is to be done outside of the state.

use crate::app::browser::drop::NamedFile;
use crate::app::browser::save_place::SavePlace;
use crate::app::report::Slot;
use crate::app::route::Route;
use calls::LocalZone;
use ingest::FileFacts;
use query::{Question, RowKey};
use session::ReadSettings;
use std::collections::BTreeSet;
use web_sys::Blob;

/// Something to do.
pub(in crate::app) enum Effect {
    /// The engine looks at the beginning of a file.
    Peek(FileToRead),
    /// The engine reads files, after those before.
    Read(Vec<FileToRead>),
    /// The engine forgets these files, and reads them once more, with all that it had not read yet.
    ReadAgain(Vec<FileToRead>),
    /// The engine stops reading, and holds these files only.
    StopReading {
        stays: BTreeSet<u32>,
    },
    /// The engine makes the sample.
    MakeSample,
    /// The engine holds at most so many bytes of columns.
    SetBudget(f64),
    /// The engine asks all workers.
    Ask(Question),
    /// What was asked last in a slot needs no answer any more.
    GiveUp(Slot),
    /// Rows are not looked at any more.
    GiveUpRows,
    /// The engine finds so many rows from a place on.
    Fetch {
        at: u64,
        count: usize,
    },
    /// The engine exports all calls of these parts, and tells the number ([`super::Event::ExportBegan`]).
    Export(Vec<PartToExport>),
    CancelExport,
    /// These rows are read from their files: [`super::Event::Rows`].
    ReadRows {
        number: u32,
        at: u64,
        rows: Vec<(RowKey, Option<RowText>)>,
        zone: LocalZone,
    },
    /// The person is asked where the export goes: [`super::Event::ExportPlace`].
    ChooseExportPlace,
    /// What was exported is saved; where a place was chosen, [`super::Event::ExportSaved`] says so.
    SaveExport(ExportedCalls),
    /// A file for the person.
    Save {
        name: &'static str,
        content: Content,
    },
    /// Rows set aside, as a file; each piece with the lines that stand before those it counts from.
    SaveSetAside {
        name: String,
        pieces: Vec<(Blob, u64)>,
    },
    /// Something is kept for the next time.
    Keep(Kept),
    /// Goes to a page; the filter stays.
    GoTo(Route),
    /// Says another filter, or other choices, in the address of the page that is shown.
    GoWith {
        query: String,
    },
    /// Once the page was drawn: [`super::Event::Drawn`].
    AskOnceDrawn,
    /// Once all is told that is told now: [`super::Event::Outdated`].
    AskOutdated,
    /// Reading begins, or ended: for whoever measures.
    ReadingBegan,
    ReadingEnded,
}

/// A dropped file that is to be read.
pub(in crate::app) struct FileToRead {
    pub(in crate::app) id: u32,
    pub(in crate::app) file: NamedFile,
    pub(in crate::app) settings: ReadSettings,
}

/// Where the text of a file is.
#[derive(Clone)]
pub(in crate::app) enum TextPlace {
    /// The dropped file, which may begin with a mark.
    Dropped(NamedFile),
    /// What workers made of it.
    Made(Blob),
}

/// Where a row is read from.
#[derive(Clone)]
pub(in crate::app) struct RowText {
    pub(in crate::app) facts: FileFacts,
    pub(in crate::app) place: TextPlace,
}

/// A part of a file whose calls are exported.
pub(in crate::app) struct PartToExport {
    /// The dropped file.
    pub(in crate::app) file: u32,
    /// The part of it.
    pub(in crate::app) part: u32,
    pub(in crate::app) text: RowText,
}

/// Calls that were exported.
pub(in crate::app) struct ExportedCalls {
    /// Where to; a download, where the browser does not ask.
    pub(in crate::app) to: Option<SavePlace>,
    /// Of each part what is known of its file, and its rows.
    pub(in crate::app) facts: Vec<FileFacts>,
    pub(in crate::app) pieces: Vec<Vec<Blob>>,
}

/// What is in a file for the person.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::app) enum Content {
    Json(String),
    Csv(String),
}

/// What can be kept for the next time; it is in the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Kept {
    Dictionary,
    FileZone,
    Filters,
    Mappings,
    Rates,
    RoutingPrefixes,
    Zone,
}
