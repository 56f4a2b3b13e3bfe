//! Alarms as the softswitch has them: when each would have gone on and off in these calls.

mod event_table;
mod file_tools;
mod label;
mod series_chart;
mod setup_form;
mod setup_list;
mod suggestions;
mod threshold_inputs;

use crate::app::browser::alarms;
use crate::app::components::ReportFrame;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use event_table::EventTable;
use file_tools::FileTools;
use insight::alarms::{AlarmDraft, AlarmEvent, AlarmSetup, AlarmSetups, Series, evaluate, queries, series};
use insight::texts::AlarmTexts;
use series_chart::SeriesChart;
use setup_form::SetupForm;
use setup_list::SetupList;
use std::rc::Rc;
use suggestions::Suggestions;
use words::{AlarmSentence, AlarmWord, FigureWord, PageWord, ReportSentence, Word};
use yew::prelude::*;

/// An alarm, played over the calls.
#[derive(Debug, Clone, PartialEq)]
struct Played {
    setup: AlarmSetup,
    series: Rc<Vec<Series>>,
    events: Rc<Vec<AlarmEvent>>,
}

/// The page.
#[component]
pub(in crate::app) fn AlarmsPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let setups = use_state_eq(|| {
        alarms::remembered().unwrap_or_else(|| {
            AlarmSetups::usual(|metric, crossing, of| page.language.alarm_name(metric, crossing, of))
        })
    });
    let draft = use_state_eq(|| None::<AlarmDraft>);
    let chosen = use_state_eq(|| None::<String>);
    let period = page.summary.period();
    let period_minutes = period.map_or(0, |(first, last)| ((last.0 - first.0) / 60_000).max(0) as u64);
    let (queries, places) = queries(&setups.alarms, period_minutes);
    let main = use_report(Slot::Main, None, queries.clone());
    let played = {
        let shown = (main.answers.clone(), (*setups).clone(), page.zone, period_minutes);
        use_memo(shown, move |(answers, setups, zone, _)| {
            let (answers, zone) = (answers.as_ref()?, zone.local());
            let play = |(setup, &place): (&AlarmSetup, &usize)| {
                let series = series(setup, answers.get(place)?, &zone, period_minutes);
                let events = evaluate(setup, &series);
                Some(Played { setup: setup.clone(), series: Rc::new(series), events: Rc::new(events) })
            };
            Some(setups.alarms.iter().zip(&places).filter_map(play).collect::<Vec<_>>())
        })
    };
    // What was played before stands until the answers for what was changed are there.
    let last = use_mut_ref(|| Rc::new(Vec::<Played>::new()));
    if let Some(played) = &*played {
        *last.borrow_mut() = Rc::new(played.clone());
    }
    let all = last.borrow().clone();
    let keep = {
        let setups = setups.clone();
        Callback::from(move |now: AlarmSetups| {
            alarms::remember(&now);
            setups.set(now);
        })
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |id: String| chosen.set(Some(id)))
    };
    let edit = {
        let draft = draft.clone();
        Callback::from(move |now: Option<AlarmDraft>| draft.set(now))
    };
    let save = {
        let (keep, edit, choose, setups) = (keep.clone(), edit.clone(), choose.clone(), setups.clone());
        Callback::from(move |setup: AlarmSetup| {
            let mut now = (*setups).clone();
            choose.emit(setup.id.clone());
            now.put(setup);
            keep.emit(now);
            edit.emit(None);
        })
    };
    let add = {
        let (edit, id) = (edit.clone(), setups.new_id());
        Callback::from(move |_: MouseEvent| edit.emit(Some(AlarmDraft::new(id.clone()))))
    };
    let take = |setup: &AlarmSetup| {
        let (keep, setups, setup) = (keep.clone(), setups.clone(), setup.clone());
        Callback::from(move |(crossing, threshold)| {
            let mut changed = AlarmDraft::of(&setup);
            changed.take(crossing, threshold);
            let mut now = (*setups).clone();
            now.put(changed.setup());
            keep.emit(now);
        })
    };
    let by_choice = chosen.as_ref().and_then(|id| all.iter().find(|played| played.setup.id == *id));
    let rang = || all.iter().find(|played| !played.events.is_empty());
    let shown = by_choice.or_else(rang).or(all.first());
    let is_full = setups.alarms.len() >= AlarmSetups::MOST;
    html! {
        <ReportFrame title={Word::from(PageWord::PageAlarms)}
            ready={main.answers.is_some() || !all.is_empty() || setups.alarms.is_empty()}
            pending={main.pending}>
            <p class="note">{ page.word(AlarmWord::AlarmsHint) }</p>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            <SetupList setups={(*setups).clone()} played={all.clone()} shown={shown.map(|shown| shown.setup.id.clone())}
                on_choose={choose} on_edit={edit.clone()} on_keep={keep.clone()} />
            <div class="line">
                <button type="button" onclick={add} disabled={is_full}>{ page.word(AlarmWord::AddAlarm) }</button>
                <FileTools setups={(*setups).clone()} on_keep={keep.clone()} />
            </div>
            if let Some(draft) = &*draft {
                <SetupForm key={draft.id.clone()} draft={draft.clone()} {period_minutes} queries={Rc::new(queries)}
                    answers={main.answers.clone()}
                    on_edit={edit} on_save={save} />
            }
            if let Some(shown) = shown {
                <h2>{ page.sentence(AlarmSentence::AlarmShown { name: &shown.setup.name }) }</h2>
                { for lacking(&page, shown) }
                <SeriesChart key={shown.setup.id.clone()} played={shown.clone()} />
                <EventTable played={shown.clone()} />
                if draft.is_none() {
                    <section class="card">
                        <Suggestions setup={watched(&shown.setup)} series={Some(shown.series.clone())}
                            on_take={take(&shown.setup)} />
                    </section>
                }
            }
        </ReportFrame>
    }
}

/// An alarm without what does not change the values that it watches.
fn watched(setup: &AlarmSetup) -> AlarmSetup {
    AlarmSetup { name: String::new(), below: None, above: None, ..setup.clone() }
}

/// What the files do not say, so that the alarm is not of anyone.
fn lacking(page: &Page, played: &Played) -> Option<Html> {
    let dimension = played.setup.scope.dimension()?;
    let is_named = |series: &Series| series.name.as_deref().is_some_and(|name| !name.is_empty());
    let is_lacking = !played.series.iter().any(is_named);
    let text = || page.sentence(ReportSentence::Lacks { what: page.language.dimension(dimension) });
    is_lacking.then(|| html! { <p class="note">{ text() }</p> })
}
