//! What the page knows, and what happens to it: a reducer.
//!
//! An [`Event`] comes in, the state changes, and what is to be done outside comes out as [`Effect`]s. Nothing here
//! touches the browser, so all of it is tested natively (`state/tests.rs`); `root` does what the effects say.

mod actions;
mod destinations;
mod effect;
mod engine_events;
mod event;
mod exporting;
mod queries;
mod reading;
mod reporting;
#[cfg(test)]
mod tests;

pub(super) use effect::{Content, Effect, ExportedCalls, FileToRead, Kept, PartToExport, RowText, TextPlace};
pub(super) use event::Event;

use super::action::Action;
use super::browser::drop::NamedFile;
use super::browser::zone::Zone;
use super::context::{Answered, Environment, ListedCalls, Page, Progress};
use super::handle::Handle;
use super::report::Slot;
use super::route::Route;
use crate::engine::USUAL_BUDGET_BYTES;
use ::calls::LocalZone;
use exporting::ExportState;
use ingest::Mapping;
use knowledge::PersonalDictionary;
use query::{Choices, Filter};
use session::{RateList, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web_sys::Blob;
use words::{FileSentence, Language};
use yew::{AttrValue, Callback};

/// All that the page knows.
pub(super) struct State {
    /// What all parts of the page see of it.
    pub(super) page: Page,
    pub(super) answered: Answered,
    pub(super) calls: ListedCalls,
    pub(super) progress: Progress,
    /// The file whose columns a person is asked for.
    pub(super) mapping_of: Option<u32>,
    /// The sample is being made.
    pub(super) making_sample: bool,
    /// Files are dragged over the page.
    pub(super) dragging: bool,
    /// What is said of the last action.
    pub(super) notice: Option<AttrValue>,
    /// What is to be done outside, in this order.
    effects: Vec<Effect>,
    /// Milliseconds since 1970.
    now: fn() -> f64,
    /// Slots that are asked once the page was drawn with the filter's figures: what parts of it ask may depend on
    /// these.
    waiting: BTreeSet<Slot>,
    /// The calls changed while a question was asked: it is asked again.
    outdated: bool,
    /// How often rows were asked for.
    rows_asked: u32,
    export: Option<ExportState>,
    /// The texts of files whose rows cannot be read from the dropped files.
    texts: BTreeMap<u32, Blob>,
    /// The dropped files themselves, should they be read once more.
    files: BTreeMap<u32, NamedFile>,
    /// Milliseconds since 1970, before which no other summary is made of files that are still read.
    next_summary: f64,
}

/// What was kept in the browser the last time.
#[derive(Default)]
pub(super) struct Remembered {
    pub(super) dictionary: PersonalDictionary,
    pub(super) routing_prefixes: Vec<String>,
    pub(super) rates: RateList,
    pub(super) zone: Zone,
    pub(super) file_zone: Option<LocalZone>,
    pub(super) mappings: Vec<Mapping>,
    pub(super) filters: BTreeMap<String, Filter>,
}

impl State {
    /// Of a page that was just opened at an address (its path and query). `now` tells the milliseconds since 1970.
    pub(super) fn new(
        remembered: Remembered,
        (path, query): (&str, &str),
        dispatch: Callback<Action>,
        now: fn() -> f64,
    ) -> Self {
        let choices = Choices::of_query(query);
        let mut session = Session::new(remembered.dictionary);
        session.routing_prefixes = remembered.routing_prefixes;
        session.rates = Rc::new(remembered.rates);
        let page = Page {
            env: Environment { language: Language::default(), zone: remembered.zone, dispatch },
            session: Handle::new(session),
            unfiltered: Handle::default(),
            summary: Handle::default(),
            filter: Handle::new(Filter::of_query(query)),
            summary_pending: false,
            group_by: queries::group_of(path, &choices),
            choices: Handle::new(choices),
            filters: Handle::new(remembered.filters),
            budget: USUAL_BUDGET_BYTES,
            set_aside: Handle::default(),
            file_zone: remembered.file_zone.map(Handle::new),
            mappings: Handle::new(remembered.mappings),
        };
        Self {
            page,
            answered: Answered::default(),
            calls: ListedCalls::default(),
            progress: Progress { held_bytes: 0.0, reading_since: 0.0, export: None },
            mapping_of: None,
            making_sample: false,
            dragging: false,
            notice: None,
            effects: Vec::new(),
            now,
            waiting: BTreeSet::new(),
            outdated: false,
            rows_asked: 0,
            export: None,
            texts: BTreeMap::new(),
            files: BTreeMap::new(),
            next_summary: 0.0,
        }
    }

    /// Something happened. Returns what is to be done outside, in this order, and whether the page is to be drawn.
    pub(super) fn update(&mut self, event: Event) -> (Vec<Effect>, bool) {
        let is_seen = self.on_event(event);
        self.progress.export = self.export.as_ref().map(|export| export.step);
        (std::mem::take(&mut self.effects), is_seen)
    }

    /// Whether it is to be seen.
    fn on_event(&mut self, event: Event) -> bool {
        match event {
            Event::Action(action) => self.on_action(action),
            Event::Engine(event) => return self.on_engine_event(event),
            Event::Address { path, query } => self.on_address(&path, &query),
            Event::Drawn => self.ask_waiting(),
            Event::Outdated => {
                if std::mem::take(&mut self.outdated) && !self.page.session.is_reading() {
                    self.ask_again();
                }
            }
            Event::Rows { number, at, rows } => self.rows_read(number, at, rows),
            Event::ExportPlace(chosen) => self.export_calls(chosen),
            Event::ExportBegan(number) => self.export_began(number),
            Event::ExportSaved(saved) => {
                self.export = None;
                if let Err(detail) = saved {
                    self.not_saved(&detail);
                }
            }
            Event::NotSaved(detail) => self.not_saved(&detail),
            Event::RatesNotKept => self.rates_not_kept(),
            Event::DragOver(over) => return std::mem::replace(&mut self.dragging, over) != over,
        }
        true
    }

    /// Whether something is done, or will be in a moment, besides what the engine was asked.
    pub(super) fn is_at_work(&self) -> bool {
        self.outdated || self.making_sample || self.page.session.is_reading()
    }

    fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Changes the session, and makes its summary anew.
    fn change(&mut self, change: impl FnOnce(&mut Session)) {
        change(self.page.session.change());
        // With hundreds of files a summary takes a while, and every file of a folder changes the session several times:
        // while files are read, summaries may take a tenth of the time.
        let now = (self.now)();
        if self.page.session.is_reading() && now < self.next_summary {
            return;
        }
        self.page.unfiltered = Handle::new(self.page.session.summary());
        let has_report = self.page.session.has_report();
        if !self.page.filter.is_active() || self.page.session.is_reading() || !has_report {
            self.page.summary = self.page.unfiltered.clone();
        }
        self.page.summary_pending &= has_report;
        let done = (self.now)();
        self.next_summary = done + (done - now) * 10.0;
    }

    /// A report with nothing in it is no place to be; what went wrong stands with the files.
    fn leave_empty_report(&mut self) {
        if !self.page.session.is_reading() && !self.page.session.has_report() {
            self.effect(Effect::GoTo(Route::Files));
        }
    }

    fn set_notice(&mut self, text: &str) {
        self.notice = Some(AttrValue::from(text.to_owned()));
    }

    fn not_saved(&mut self, detail: &str) {
        self.set_notice(&self.page.language.sentence(FileSentence::CouldNotSave { detail }));
    }
}
