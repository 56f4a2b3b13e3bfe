//! The state, and what happens to it.

mod actions;
mod dialling;
mod engine_events;
mod exporting;
mod queries;
mod reading;
mod reporting;

use super::action::{Action, FileAction};
use super::browser::later::Later;
use super::browser::rest::Busy;
use super::browser::save_place::SavePlace;
use super::browser::{address, dial_plan, dictionary, drop, mappings, named_filters, save, timing, zone, zone::Zone};
use super::calls::ShownCall;
use super::components::{
    ExportProgress, FileZone, Header, MappingDialog, NoticeBar, PaperHead, ReadingProgress, Shortcuts,
};
use super::context::Page;
use super::pages::{
    AlarmsPage, BillingPage, BreakdownPage, CallsPage, CapacityPage, ComparePage, DestinationsPage, EndReasonsPage,
    EntryPage, FilesPage, FindingsPage, NotFoundPage, OverviewPage, QualityPage, ReferencePage, SecurityPage, TimePage,
};
use super::report::Slot;
use super::route::Route;
use crate::app::handle::Handle;
use crate::engine::{Engine, EngineEvent, USUAL_BUDGET_BYTES};
use exporting::ExportState;
use knowledge::PersonalDictionary;
use query::{Choices, Filter};
use session::Session;
use session::export::{SetAsideCsv, moved_lines};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web_sys::{Blob, DragEvent, File};
use words::{FileSentence, FileWord, Language, PageWord, Word};
use yew::html::Scope;
use yew::prelude::*;
use yew_router::prelude::*;

/// The whole page.
pub(super) struct Root {
    /// What is known, as all parts of the page see it.
    page: Page,
    /// Whereby what is done meanwhile says that it is done.
    link: Scope<Self>,
    /// Slots in which is asked once the page was drawn with the filter's figures: what parts of it want may hang on
    /// these.
    waiting: BTreeSet<Slot>,
    /// Everybody has heard of what happened.
    tick: Callback<()>,
    pending_tick: Option<Later>,
    /// Once the page is drawn, in `waiting` is asked.
    asks_after_render: bool,
    /// What was asked is not answered, since the calls changed, and is asked again.
    outdated: bool,
    /// As long as something is read or asked.
    busy: Option<Busy>,
    /// How often rows were asked for.
    rows_asked: u32,
    export: Option<ExportState>,
    /// The texts of files whose rows cannot be read from the dropped files.
    texts: BTreeMap<u32, Blob>,
    /// The dropped files themselves, should they be read once more.
    files: BTreeMap<u32, File>,
    /// The file whose columns a person is asked for.
    mapping_of: Option<u32>,
    /// Milliseconds since 1970, before which no other summary is made of files that are still read.
    next_summary: f64,
    making_sample: bool,
    dragging: bool,
    notice: Option<AttrValue>,
    engine: Engine,
}

/// What can happen.
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub(super) enum Msg {
    Action(Action),
    Engine(EngineEvent),
    AddressChanged,
    /// All that listen to the address have heard of it.
    Tick,
    /// The page was drawn since, and its parts have said what they want.
    Rendered,
    RowsRead(u32, u64, Vec<ShownCall>),
    SetAsideRead(String, Vec<u8>),
    /// Where the export goes, if the person chose a place; `None` of it where the browser does not ask.
    ExportTo(Option<Option<SavePlace>>),
    ExportSaved(Result<(), wasm_bindgen::JsValue>),
    /// What was asked is outdated.
    Outdated,
    DragOver(bool),
    Dropped(DragEvent),
}

impl Component for Root {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let on_event = ctx.link().callback(Msg::Engine);
        let address = address::current();
        let choices = Choices::of_query(&address.1);
        let mut session = Session::new(dictionary::remembered());
        session.routing_prefixes = dial_plan::remembered_prefixes();
        session.rates = Rc::new(dial_plan::remembered_rates());
        address::listen(ctx.link().callback(|()| Msg::AddressChanged));
        let page = Page {
            language: Language::default(),
            zone: Zone::remembered(),
            session: Handle::new(session),
            unfiltered: Handle::default(),
            summary: Handle::default(),
            filter: Handle::new(Filter::of_query(&address.1)),
            summary_pending: false,
            calls: Handle::default(),
            group_by: queries::group_of(&address.0, &choices),
            choices: Handle::new(choices),
            groups: None,
            reports: Handle::default(),
            filters: Handle::new(named_filters::remembered()),
            held_bytes: 0.0,
            budget: USUAL_BUDGET_BYTES,
            set_aside: Handle::default(),
            file_zone: zone::remembered_for_files().map(Handle::new),
            mappings: Handle::new(mappings::remembered()),
            reading_since: 0.0,
            export: None,
            dispatch: ctx.link().callback(Msg::Action),
        };
        Self {
            page,
            link: ctx.link().clone(),
            waiting: BTreeSet::new(),
            tick: ctx.link().callback(|()| Msg::Tick),
            pending_tick: None,
            asks_after_render: false,
            outdated: false,
            busy: None,
            rows_asked: 0,
            export: None,
            texts: BTreeMap::new(),
            files: BTreeMap::new(),
            mapping_of: None,
            next_summary: 0.0,
            making_sample: false,
            dragging: false,
            notice: None,
            engine: Engine::new(move |event| on_event.emit(event)),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        let is_seen = self.handle(msg);
        self.page.export = self.export.as_ref().map(|export| export.step);
        self.busy = if self.is_at_work() { self.busy.take().or_else(|| Some(Busy::begin())) } else { None };
        is_seen
    }

    /// What parts of the page want they say when they are drawn, and they are drawn before the whole of it is.
    fn rendered(&mut self, ctx: &Context<Self>, _is_first: bool) {
        if std::mem::take(&mut self.asks_after_render) {
            ctx.link().send_message(Msg::Rendered);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        // A file may be dropped anywhere: the browser would open it instead of the page.
        let ondragover = ctx.link().batch_callback(|event: DragEvent| {
            let files = drop::has_files(&event);
            if files {
                event.prevent_default();
            }
            files.then_some(Msg::DragOver(true))
        });
        let ondragleave = ctx
            .link()
            .batch_callback(|event: DragEvent| event.related_target().is_none().then_some(Msg::DragOver(false)));
        let ondrop = ctx.link().batch_callback(|event: DragEvent| {
            event.prevent_default();
            drop::has_files(&event).then_some(Msg::Dropped(event))
        });
        let dragging = self.dragging.then_some("dragging");
        // The way to many pages is a column of its own. Said by a class: a style that looks for the links (`:has`)
        // would have the browser compute all styles of the page anew whenever anything changes.
        let with_report = self.page.session.has_report().then_some("with-report");
        let word = |word: Word| self.page.language.word(word);
        let making_sample = self
            .making_sample
            .then(|| html! { <p class="notice" role="status">{ word(FileWord::MakingSample.into()) }</p> });
        html! {
            <ContextProvider<Page> context={self.page.clone()}>
                <HashRouter>
                    <div class={classes!("page", with_report, dragging)} {ondragover} {ondragleave} {ondrop}>
                        <a class="skip" href="#content" onclick={skip_to_content}>
                            { word(PageWord::SkipToContent.into()) }
                        </a>
                        <Header />
                        <PaperHead />
                        <NoticeBar text={self.notice.clone()} />
                        { making_sample }
                        <ReadingProgress />
                        <ExportProgress />
                        <FileZone />
                        <main id="content" tabindex="-1">
                            <Switch<Route> render={show} />
                        </main>
                        if let Some(file) = self.mapping_of {
                            <MappingDialog key={file} {file} />
                        }
                        <Shortcuts />
                        <p class="drop-now" aria-hidden="true">{ word(FileWord::DropNow.into()) }</p>
                    </div>
                </HashRouter>
            </ContextProvider<Page>>
        }
    }
}

fn show(route: Route) -> Html {
    match route {
        Route::Files => html! { <FilesPage /> },
        Route::Overview => html! { <OverviewPage /> },
        Route::Findings => html! { <FindingsPage /> },
        Route::Time => html! { <TimePage /> },
        Route::Breakdown => html! { <BreakdownPage /> },
        Route::Destinations => html! { <DestinationsPage /> },
        Route::Billing => html! { <BillingPage /> },
        Route::Capacity => html! { <CapacityPage /> },
        Route::Quality => html! { <QualityPage /> },
        Route::Security => html! { <SecurityPage /> },
        Route::Alarms => html! { <AlarmsPage /> },
        Route::Compare => html! { <ComparePage /> },
        Route::Calls => html! { <CallsPage /> },
        Route::EndReasons => html! { <EndReasonsPage /> },
        Route::Reference => html! { <ReferencePage /> },
        Route::Entry { kind, key } => html! { <EntryPage {kind} key_={key} /> },
        Route::NotFound => html! { <NotFoundPage /> },
    }
}

/// The fragment of the address belongs to the router, so the link may not set it.
fn skip_to_content(event: MouseEvent) {
    event.prevent_default();
    super::browser::focus("content");
}

impl Root {
    /// Whether it is to be seen.
    fn handle(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::ExportTo(place) => self.export_calls(place),
            Msg::ExportSaved(saved) => self.export_saved(saved),
            Msg::Outdated => {
                if std::mem::take(&mut self.outdated) && !self.page.session.is_reading() {
                    self.ask_again();
                }
            }
            Msg::Action(action) => self.perform(action),
            Msg::Engine(event) => return self.on_engine_event(event),
            Msg::AddressChanged => self.address_changed(),
            Msg::Tick => {
                self.pending_tick = None;
                self.asks_after_render = true;
            }
            Msg::Rendered => self.ask_waiting(),
            Msg::RowsRead(number, at, rows) => self.rows_read(number, at, rows),
            Msg::SetAsideRead(name, text) => {
                let saved = save::bytes(&name, "text/csv;charset=utf-8", &text);
                self.report_save(saved);
            }
            Msg::DragOver(over) => {
                let changed = self.dragging != over;
                self.dragging = over;
                return changed;
            }
            Msg::Dropped(event) => {
                self.dragging = false;
                let dispatch = self.page.dispatch.clone();
                drop::collect_files(&event, move |files| {
                    let action = if files.is_empty() { FileAction::NothingDropped } else { FileAction::Read(files) };
                    dispatch.emit(action.into());
                });
            }
        }
        true
    }

    /// Whether something is read or asked, or will be in a moment.
    fn is_at_work(&self) -> bool {
        let waits = self.pending_tick.is_some() || self.asks_after_render || self.outdated;
        waits || self.making_sample || self.page.session.is_reading() || self.engine.is_asked()
    }

    /// The id of a file in a dropped one, or of that itself.
    fn file_of(&mut self, id: u32, entry: Option<String>) -> Option<u32> {
        match entry {
            None => Some(id),
            Some(path) => self.page.session.change().entry(id, &path),
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Session)) {
        change(self.page.session.change());
        // With hundreds of files a summary takes a while, and every file of a folder changes the session several times:
        // while files are read, summaries may take a tenth of the time.
        let now = js_sys::Date::now();
        if self.page.session.is_reading() && now < self.next_summary {
            return;
        }
        self.page.unfiltered = Handle::new(self.page.session.summary());
        if !self.page.filter.is_active() || self.page.session.is_reading() {
            self.page.summary = self.page.unfiltered.clone();
        }
        let done = js_sys::Date::now();
        self.next_summary = done + (done - now) * 10.0;
    }

    fn change_dictionary(&mut self, change: impl FnOnce(&mut PersonalDictionary)) {
        self.change(|session| change(&mut session.personal));
        dictionary::remember(&self.page.session.personal);
        self.ask_again();
    }

    /// Once nothing is read any more, questions can be answered.
    fn reading_ended(&mut self) {
        if !self.page.session.is_reading() {
            timing::end("read", 0);
            self.ask_again();
        }
    }

    fn save_set_aside(&mut self, id: u32) {
        let Some(blobs) = self.page.set_aside.get(&id).cloned() else { return };
        let name =
            self.page.session.file(id).map_or("file", |file| file.identity.name.rsplit('/').next().unwrap_or_default());
        let name = format!("{name}.set-aside.csv");
        if let [(blob, 0)] = &blobs[..] {
            let saved = save::blob(&name, blob);
            return self.report_save(saved);
        }
        // Pieces count their lines from their own beginning.
        let (link, busy) = (self.link.clone(), Busy::begin());
        wasm_bindgen_futures::spawn_local(async move {
            let _busy = busy;
            let mut text = Vec::new();
            for (blob, lines) in blobs {
                let Ok(piece) = crate::engine::read_range(&blob, 0.0, blob.size()).await else { return };
                let piece = piece.to_vec();
                let header = SetAsideCsv::header().as_bytes();
                if text.is_empty() {
                    text.extend_from_slice(header);
                }
                text.extend_from_slice(&moved_lines(piece.strip_prefix(header).unwrap_or(&piece), lines));
            }
            link.send_message(Msg::SetAsideRead(name, text));
        });
    }

    /// A report with nothing in it is no place to be; what went wrong stands with the files.
    fn leave_empty_report(&self) {
        if !self.page.session.is_reading() && !self.page.session.has_report() {
            go_to(Route::Files);
        }
    }

    fn set_notice(&mut self, text: &str) {
        self.notice = Some(AttrValue::from(text.to_owned()));
    }

    fn report_save(&mut self, saved: Result<(), wasm_bindgen::JsValue>) {
        if let Err(error) = saved {
            let detail = format!("{error:?}");
            self.set_notice(&self.page.language.sentence(FileSentence::CouldNotSave { detail: &detail }));
        }
    }
}

/// From outside of the router: it hears of a changed fragment as of the back button. The filter stays.
fn go_to(route: Route) {
    address::go(&route.to_path(), &address::current().1);
}
