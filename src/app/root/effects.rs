//! What the state wants done: by the engine, the browser, the address.

use super::{Msg, Root};
use crate::app::browser::later::Later;
use crate::app::browser::{address, dial_plan, dictionary, mappings, named_filters, save, save_place, timing, zone};
use crate::app::state::{Content, Effect, Event, FileToRead, Kept, PartToExport, TextPlace};
use crate::engine::{ExportPart, QueuedFile};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew_router::Routable;

impl Root {
    pub(super) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Peek(file) => self.engine.peek(queued_file(file)),
            Effect::Read(files) => self.engine.read(files.into_iter().map(queued_file).collect()),
            Effect::ReadAgain(files) => self.engine.read_again(files.into_iter().map(queued_file).collect()),
            Effect::StopReading { stays } => self.engine.cancel(|id| stays.contains(&id)),
            Effect::MakeSample => self.engine.make_sample(),
            Effect::SetBudget(bytes) => self.engine.set_budget(bytes),
            Effect::Ask(question) => {
                timing::begin("question", question.slot_index());
                self.engine.ask(&question);
            }
            Effect::GiveUp(slot) => self.engine.give_up(slot as usize),
            Effect::GiveUpRows => self.engine.give_up_rows(),
            Effect::Fetch { at, count } => self.engine.fetch(at, count),
            Effect::Export(files) => {
                timing::begin("export", 0);
                let number = self.engine.export(files.into_iter().map(export_part).collect());
                self.happened(Event::ExportBegan(number));
            }
            Effect::CancelExport => self.engine.cancel_export(),
            Effect::ReadRows { number, at, rows, zone } => self.read_rows(number, at, rows, zone),
            Effect::ChooseExportPlace => self.choose_export_place(),
            Effect::SaveExport(calls) => self.save_calls(calls),
            Effect::Save { name, content } => {
                let (kind, text) = match &content {
                    Content::Json(text) => ("application/json", text),
                    Content::Csv(text) => (save::CSV, text),
                };
                self.report_save(save::text(name, kind, text));
            }
            Effect::SaveSetAside { name, pieces } => self.save_set_aside(name, pieces),
            Effect::Keep(kept) => self.keep(kept),
            // From outside of the router: it hears of a changed fragment as of the back button.
            Effect::GoTo(route) => address::go(&route.to_path(), &address::current().1),
            Effect::GoWith { query } => address::go(&address::current().0, &query),
            Effect::AskOnceDrawn => {
                let link = self.link.clone();
                self.pending_tick = Later::after(0, move || link.send_message(Msg::Tick));
            }
            Effect::AskOutdated => self.link.send_message(Msg::Event(Event::Outdated)),
            Effect::ReadingBegan => timing::begin("read", 0),
            Effect::ReadingEnded => timing::end("read", 0),
        }
    }

    fn choose_export_place(&self) {
        let (asked, link) = (save_place::ask(super::calls_file::NAME), self.link.clone());
        spawn_local(async move { link.send_message(Msg::Event(Event::ExportPlace(asked.await))) });
    }

    fn keep(&mut self, kept: Kept) {
        let page = &self.state.page;
        match kept {
            Kept::Dictionary => dictionary::remember(&page.session.personal),
            Kept::FileZone => page.file_zone.iter().for_each(|of| zone::remember_for_files(&of.name)),
            Kept::Filters => named_filters::remember(&page.filters),
            Kept::Mappings => mappings::remember(&page.mappings),
            Kept::Rates => {
                if !dial_plan::remember_rates(&page.session.rates) {
                    self.happened(Event::RatesNotKept);
                }
            }
            Kept::RoutingPrefixes => dial_plan::remember_prefixes(&page.session.routing_prefixes),
            Kept::Zone => page.zone.remember(),
        }
    }

    pub(super) fn report_save(&mut self, saved: Result<(), JsValue>) {
        if let Err(error) = saved {
            self.happened(Event::NotSaved(format!("{error:?}")));
        }
    }
}

fn queued_file(FileToRead { id, file, settings }: FileToRead) -> QueuedFile {
    QueuedFile { id, name: file.identity.name.clone(), file: file.file().clone(), settings }
}

/// The bytes of a text, and whether they are the dropped file's.
pub(super) fn blob_of(place: &TextPlace) -> (Blob, bool) {
    match place {
        TextPlace::Made(blob) => (blob.clone(), false),
        TextPlace::Dropped(file) => (file.file().clone().into(), true),
    }
}

fn export_part(of: PartToExport) -> ExportPart {
    let (text, from_file) = blob_of(&of.text.place);
    ExportPart { file: of.file, part: of.part, facts: of.text.facts, text, from_file }
}
