//! The component that holds the state: it tells it what happened, does what is to be done outside, and draws the page.

mod calls_file;
mod effects;
mod row_reading;
mod set_aside;

use super::action::FileAction;
use super::browser::later::Later;
use super::browser::rest::Busy;
use super::browser::{address, dial_plan, dictionary, drop, mappings, named_filters, timing, zone, zone::Zone};
use super::components::{
    ExportProgress, FileZone, Header, MappingDialog, NoticeBar, PaperHead, ReadingProgress, Shortcuts,
};
use super::context::{Answered, Environment, ListedCalls, Page, Progress};
use super::pages::{
    AlarmsPage, BillingPage, BreakdownPage, CallsPage, CapacityPage, ComparePage, DestinationsPage, EndReasonsPage,
    EntryPage, FilesPage, FindingsPage, NotFoundPage, OverviewPage, QualityPage, ReferencePage, SecurityPage, TimePage,
};
use super::route::Route;
use super::state::{Event, Remembered, State};
use crate::engine::{Engine, EngineEvent};
use session::QuestionEvent;
use web_sys::DragEvent;
use words::{FileWord, PageWord, Word};
use yew::html::Scope;
use yew::prelude::*;
use yew_router::prelude::*;

/// The whole page.
pub(super) struct Root {
    state: State,
    engine: Engine,
    /// Whereby what is done meanwhile says that it is done.
    link: Scope<Self>,
    /// All that hear of what happens now will have heard of it.
    pending_tick: Option<Later>,
    /// Once the page is drawn, the state is told.
    tells_once_drawn: bool,
    /// As long as something is read or asked.
    busy: Option<Busy>,
}

/// What the component hears.
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and what they point to is larger by far")]
pub(super) enum Msg {
    Event(Event),
    AddressChanged,
    /// All that listen to the address have heard of it.
    Tick,
    Dropped(DragEvent),
}

impl Component for Root {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let on_event = ctx.link().callback(|event| Msg::Event(Event::Engine(event)));
        let remembered = Remembered {
            dictionary: dictionary::remembered(),
            routing_prefixes: dial_plan::remembered_prefixes(),
            rates: dial_plan::remembered_rates(),
            zone: Zone::remembered(),
            file_zone: zone::remembered_for_files(),
            mappings: mappings::remembered(),
            filters: named_filters::remembered(),
        };
        address::listen(ctx.link().callback(|()| Msg::AddressChanged));
        let (path, query) = address::current();
        let dispatch = ctx.link().callback(|action| Msg::Event(Event::Action(action)));
        Self {
            state: State::new(remembered, (&path, &query), dispatch, js_sys::Date::now),
            engine: Engine::new(move |event| on_event.emit(event)),
            link: ctx.link().clone(),
            pending_tick: None,
            tells_once_drawn: false,
            busy: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        let is_seen = match msg {
            Msg::Event(event) => self.happened(event),
            Msg::AddressChanged => {
                let (path, query) = address::current();
                self.happened(Event::Address { path, query })
            }
            Msg::Tick => {
                self.pending_tick = None;
                self.tells_once_drawn = true;
                true
            }
            Msg::Dropped(event) => self.dropped(&event),
        };
        self.busy = if self.is_at_work() { self.busy.take().or_else(|| Some(Busy::begin())) } else { None };
        is_seen
    }

    /// What parts of the page want they say when they are drawn, and they are drawn before the whole of it is.
    fn rendered(&mut self, ctx: &Context<Self>, _is_first: bool) {
        if std::mem::take(&mut self.tells_once_drawn) {
            ctx.link().send_message(Msg::Event(Event::Drawn));
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        // A file may be dropped anywhere: the browser would open it instead of the page.
        let ondragover = ctx.link().batch_callback(|event: DragEvent| {
            let files = drop::has_files(&event);
            if files {
                event.prevent_default();
            }
            files.then_some(Msg::Event(Event::DragOver(true)))
        });
        let ondragleave = ctx.link().batch_callback(|event: DragEvent| {
            event.related_target().is_none().then_some(Msg::Event(Event::DragOver(false)))
        });
        let ondrop = ctx.link().batch_callback(|event: DragEvent| {
            event.prevent_default();
            drop::has_files(&event).then_some(Msg::Dropped(event))
        });
        let dragging = self.state.dragging.then_some("dragging");
        // The way to many pages is a column of its own. Said by a class: a style that looks for the links (`:has`)
        // would have the browser compute all styles of the page anew whenever anything changes.
        let with_report = self.state.page.session.has_report().then_some("with-report");
        let word = |word: Word| self.state.page.language.word(word);
        let making_sample = self
            .state
            .making_sample
            .then(|| html! { <p class="notice" role="status">{ word(FileWord::MakingSample.into()) }</p> });
        html! {
            <ContextProvider<Environment> context={self.state.page.env.clone()}>
            <ContextProvider<Page> context={self.state.page.clone()}>
            <ContextProvider<Answered> context={self.state.answered.clone()}>
            <ContextProvider<ListedCalls> context={self.state.calls.clone()}>
            <ContextProvider<Progress> context={self.state.progress.clone()}>
                <HashRouter>
                    <div class={classes!("page", with_report, dragging)} {ondragover} {ondragleave} {ondrop}>
                        <a class="skip" href="#content" onclick={skip_to_content}>
                            { word(PageWord::SkipToContent.into()) }
                        </a>
                        <Header />
                        <PaperHead />
                        <NoticeBar text={self.state.notice.clone()} />
                        { making_sample }
                        <ReadingProgress />
                        <ExportProgress />
                        <FileZone />
                        <main id="content" tabindex="-1">
                            <Switch<Route> render={show} />
                        </main>
                        if let Some(file) = self.state.mapping_of {
                            <MappingDialog key={file} {file} />
                        }
                        <Shortcuts />
                        <p class="drop-now" aria-hidden="true">{ word(FileWord::DropNow.into()) }</p>
                    </div>
                </HashRouter>
            </ContextProvider<Progress>>
            </ContextProvider<ListedCalls>>
            </ContextProvider<Answered>>
            </ContextProvider<Page>>
            </ContextProvider<Environment>>
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
    /// Tells the state, and does what is to be done. Returns whether the page is to be drawn.
    fn happened(&mut self, event: Event) -> bool {
        timed(&event);
        let (effects, is_seen) = self.state.update(event);
        effects.into_iter().for_each(|effect| self.perform(effect));
        is_seen
    }

    fn dropped(&mut self, event: &DragEvent) -> bool {
        let dispatch = self.state.page.dispatch.clone();
        drop::collect_files(event, move |files| {
            let action = if files.is_empty() { FileAction::NothingDropped } else { FileAction::Read(files) };
            dispatch.emit(action.into());
        });
        self.happened(Event::DragOver(false))
    }

    /// Whether something is read or asked, or will be in a moment.
    fn is_at_work(&self) -> bool {
        let waits = self.pending_tick.is_some() || self.tells_once_drawn;
        waits || self.state.is_at_work() || self.engine.is_asked()
    }
}

/// What began earlier ends with this event, for whoever measures.
fn timed(event: &Event) {
    let Event::Engine(EngineEvent::Question(event)) = event else { return };
    match event {
        QuestionEvent::Answered { slot, answer } => timing::end("question", answer.slot_index(*slot)),
        QuestionEvent::ExportEnded(end) if end.pieces.is_ok() => timing::end("export", 0),
        _ => {}
    }
}
