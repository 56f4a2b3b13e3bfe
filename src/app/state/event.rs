//! What can happen to the page.

use crate::app::action::Action;
use crate::app::browser::save_place::Chosen;
use crate::app::calls::ShownCall;
use crate::engine::EngineEvent;

/// Something that happened.
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub(in crate::app) enum Event {
    /// A person, or a part of the page, wants something.
    Action(Action),
    /// The engine tells something.
    Engine(EngineEvent),
    /// The address is another one.
    Address { path: String, query: String },
    /// The page was drawn since [`super::Effect::AskOnceDrawn`], and its parts have said what they want.
    Drawn,
    /// All is told that made answers outdated ([`super::Effect::AskOutdated`]).
    Outdated,
    /// Rows were read from their files, from the place `at` on.
    Rows { number: u32, at: u64, rows: Vec<ShownCall> },
    /// Where the export goes.
    ExportPlace(Chosen),
    /// The number that the export has.
    ExportBegan(u32),
    /// The export is saved where the person chose; or what the browser says.
    ExportSaved(Result<(), String>),
    /// A file could not be saved: what the browser says.
    NotSaved(String),
    /// The browser does not keep the list of rates.
    RatesNotKept,
    /// Files are dragged over the page, or not any more.
    DragOver(bool),
}
