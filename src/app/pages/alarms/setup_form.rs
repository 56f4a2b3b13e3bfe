use super::suggestions::Suggestions;
use super::threshold_inputs::ThresholdInputs;
use super::watched;
use crate::app::browser::chosen;
use crate::app::components::group_name;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use insight::alarms::{AlarmDraft, AlarmMetric, AlarmScope, AlarmSetup, Crossing, ScopeKind, Series, series};
use insight::texts::AlarmTexts;
use query::{Answer, Dimension, Held, Query};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use words::{AlarmWord, PageWord, ReportWord, Word};
use yew::prelude::*;

/// By what alarms can be.
const BY: [Dimension; 9] = [
    Dimension::TerminatingGateway,
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::Agent,
    Dimension::Country,
    Dimension::Prefix { digits: 4 },
    Dimension::RatePrefix,
    Dimension::CallerIp,
    Dimension::CalleeIp,
];

#[derive(Properties, PartialEq)]
pub(super) struct SetupFormProps {
    pub(super) draft: AlarmDraft,
    pub(super) period_minutes: u64,
    /// What was asked for the alarms that are there, and its answers.
    pub(super) queries: Rc<Vec<Query>>,
    pub(super) answers: Option<Vec<Held<Answer>>>,
    pub(super) on_edit: Callback<Option<AlarmDraft>>,
    pub(super) on_save: Callback<AlarmSetup>,
}

/// A new alarm, or one that is changed, with the thresholds that suit the calls.
#[component]
pub(super) fn SetupForm(props: &SetupFormProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let problem = use_state_eq(|| None::<String>);
    let draft = &props.draft;
    let setup = draft.setup();
    let query = setup.query(props.period_minutes);
    // What another alarm has asked already is not asked again; nor is what is no window.
    let known = props.queries.iter().position(|known| *known == query);
    let wanted = (known.is_none() && setup.window_minutes > 0).then_some(query);
    let own = use_report(Slot::Beside, None, wanted);
    let answer = match known {
        Some(place) => props.answers.as_ref().and_then(|answers| answers.get(place).cloned()),
        None => own.answers.flatten(),
    };
    let minutes = props.period_minutes;
    let watched = watched(&setup);
    // Of one, the others are looked at too: a person chooses among their names.
    let each = match &setup.scope {
        AlarmScope::One(by, _) => AlarmSetup { scope: AlarmScope::Each(*by), ..watched.clone() },
        _ => watched.clone(),
    };
    let all = use_memo((answer, each, page.zone), |(answer, each, zone)| {
        Some(Rc::new(series(each, answer.as_deref()?, &zone.local(), minutes)))
    });
    let of_setup: AllSeries = match &setup.scope {
        AlarmScope::One(_, one) => (*all).as_ref().map(|all| {
            Rc::new(all.iter().filter(|of| of.name.as_ref() == Some(one)).cloned().collect::<Vec<Series>>())
        }),
        _ => (*all).clone(),
    };
    let edit = {
        let (edit, draft, problem) = (props.on_edit.clone(), draft.clone(), problem.clone());
        Callback::from(move |change: Box<dyn FnOnce(&mut AlarmDraft)>| {
            let mut draft = draft.clone();
            change(&mut draft);
            problem.set(None);
            edit.emit(Some(draft));
        })
    };
    let text = |set: fn(&mut AlarmDraft, String)| {
        let edit = edit.clone();
        move |text: String| edit.emit(Box::new(move |draft| set(draft, text)))
    };
    let on_text = |set: fn(&mut AlarmDraft, String)| {
        let text = text(set);
        Callback::from(move |event: Event| text(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let on_choice = |set: fn(&mut AlarmDraft, String)| {
        let text = text(set);
        Callback::from(move |event: Event| text(chosen(&event)))
    };
    let set_threshold = |crossing: Crossing| {
        let edit = edit.clone();
        Callback::from(move |typed: [String; 2]| {
            edit.emit(Box::new(move |draft| match crossing {
                Crossing::Below => draft.below = typed,
                Crossing::Above => draft.above = typed,
            }));
        })
    };
    let take = {
        let edit = edit.clone();
        Callback::from(move |(crossing, threshold)| edit.emit(Box::new(move |draft| draft.take(crossing, threshold))))
    };
    let submit = {
        let (setup, problem, save, language) = (setup.clone(), problem.clone(), props.on_save.clone(), page.language);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match setup.problem() {
                Some(found) => problem.set(Some(language.setup_problem(found))),
                None => save.emit(setup.clone()),
            }
        })
    };
    let cancel = props.on_edit.reform(|_: MouseEvent| None);
    let names: Vec<String> = (*all).iter().flat_map(|all| all.iter()).filter_map(|of| of.name.clone()).collect();
    let is_window = (1..=AlarmSetup::MOST_MINUTES).contains(&setup.window_minutes);
    html! {
        <form class="card" onsubmit={submit} aria-label={page.word(AlarmWord::AlarmForm)}>
            <h2>{ page.word(AlarmWord::AlarmForm) }</h2>
            <div class="choices">
                <label>
                    { page.word(ReportWord::Name) }{ " " }
                    <input type="text" value={draft.name.clone()} onchange={on_text(|draft, name| draft.name = name)} />
                </label>
                <label>
                    { page.word(AlarmWord::AlarmWatches) }{ " " }
                    <select onchange={on_choice(|draft, place| draft.metric = at(&AlarmMetric::ALL, &place))}>
                        { for AlarmMetric::ALL.iter().enumerate().map(|(place, &metric)| html! {
                            <option value={place.to_string()} selected={metric == draft.metric}>
                                { page.language.alarm_metric(metric) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(AlarmWord::AlarmOf) }{ " " }
                    <select onchange={on_choice(|draft, place| draft.scope = at(&ScopeKind::ALL, &place))}>
                        { for ScopeKind::ALL.iter().enumerate().map(|(place, &kind)| html! {
                            <option value={place.to_string()} selected={kind == draft.scope}>
                                { page.word(scope_name(kind)) }
                            </option>
                        }) }
                    </select>
                </label>
                if draft.scope != ScopeKind::All {
                    <label>
                        { page.word(AlarmWord::AlarmBy) }{ " " }
                        <select
                            onchange={on_choice(
                                |draft, key| draft.dimension = Dimension::parse(&key).unwrap_or(draft.dimension),
                            )}>
                            { for offered(draft.dimension).into_iter().map(|by| html! {
                                <option value={by.key()} selected={by == draft.dimension}>
                                    { page.language.dimension(by) }
                                </option>
                            }) }
                        </select>
                    </label>
                }
                if draft.scope == ScopeKind::One {
                    <label>
                        { page.word(AlarmWord::AlarmOne) }{ " " }
                        <input type="text" list="alarm-names" value={draft.one.clone()}
                            onchange={on_text(|draft, one| draft.one = one)} />
                        <datalist id="alarm-names">
                            { for names.iter().map(|name| html! {
                                <option value={name.clone()} label={group_name(&page, draft.dimension, Some(name))} />
                            }) }
                        </datalist>
                    </label>
                }
                <label title={page.word(AlarmWord::DefineAlarmWindow)}>
                    { page.word(AlarmWord::AlarmWindowMinutes) }{ " " }
                    <input type="number" min="1" max={AlarmSetup::MOST_MINUTES.to_string()} value={draft.window.clone()}
                        onchange={on_text(|draft, window| draft.window = window)} />
                </label>
                <label title={page.word(AlarmWord::DefineAlarmLeastCalls)}>
                    { page.word(AlarmWord::AlarmLeastCalls) }{ " " }
                    <input type="number" min="0" value={draft.least_calls.clone()}
                        onchange={on_text(|draft, calls| draft.least_calls = calls)} />
                </label>
            </div>
            <div class="two">
                <ThresholdInputs crossing={Crossing::Below} typed={draft.below.clone()}
                    on_type={set_threshold(Crossing::Below)} />
                <ThresholdInputs crossing={Crossing::Above} typed={draft.above.clone()}
                    on_type={set_threshold(Crossing::Above)} />
            </div>
            if is_window {
                <Suggestions setup={watched} series={of_setup} on_take={take} />
            }
            if let Some(problem) = &*problem {
                <p role="alert" class="warning">{ problem }</p>
            }
            <div class="line">
                <button type="submit">{ page.word(AlarmWord::KeepAlarm) }</button>
                <button type="button" class="quiet" onclick={cancel}>{ page.word(PageWord::Cancel) }</button>
            </div>
        </form>
    }
}

/// Those that are offered, and the one that it has.
fn offered(now: Dimension) -> Vec<Dimension> {
    let mut offered = BY.to_vec();
    if !offered.contains(&now) {
        offered.push(now);
    }
    offered
}

fn scope_name(kind: ScopeKind) -> Word {
    match kind {
        ScopeKind::All => Word::Report(ReportWord::AllCalls),
        ScopeKind::Each => Word::Alarm(AlarmWord::AlarmOfEach),
        ScopeKind::One => Word::Alarm(AlarmWord::AlarmOfOne),
    }
}

/// What stands at a place of a select.
fn at<T: Copy>(all: &[T], place: &str) -> T {
    let place = place.parse::<usize>().unwrap_or_default();
    all[place.min(all.len() - 1)]
}

/// The values of those of whom an alarm is, once they are there.
pub(super) type AllSeries = Option<Rc<Vec<Series>>>;
