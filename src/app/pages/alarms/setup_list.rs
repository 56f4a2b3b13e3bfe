use super::{Played, label};
use crate::app::context::Page;
use insight::alarms::{AlarmDraft, AlarmSetup, AlarmSetups};
use insight::texts::AlarmTexts;
use std::rc::Rc;
use words::{AlarmWord, Duration, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SetupListProps {
    pub(super) setups: AlarmSetups,
    /// Those that were played over the calls.
    pub(super) played: Rc<Vec<Played>>,
    /// The id of the one that is shown below.
    pub(super) shown: Option<String>,
    pub(super) on_choose: Callback<String>,
    pub(super) on_edit: Callback<Option<AlarmDraft>>,
    pub(super) on_keep: Callback<AlarmSetups>,
}

/// All alarms, how often each went on, and the ways to change them.
#[component]
pub(super) fn SetupList(props: &SetupListProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    if props.setups.alarms.is_empty() {
        return html! { <p class="note">{ page.word(AlarmWord::NoAlarms) }</p> };
    }
    let head = |name: AlarmWord, definition: AlarmWord| {
        html! { <th scope="col" class="number" title={page.word(definition)}>{ page.word(name) }</th> }
    };
    html! {
        <div class="card scroll">
            <table aria-label={page.word(AlarmWord::YourAlarms)}>
                <thead><tr>
                    <th scope="col">{ page.word(ReportWord::Name) }</th>
                    <th scope="col">{ page.word(AlarmWord::AlarmWatches) }</th>
                    <th scope="col">{ page.word(AlarmWord::AlarmOf) }</th>
                    <th scope="col">{ page.word(AlarmWord::AlarmGoesOn) }</th>
                    { head(AlarmWord::AlarmWindow, AlarmWord::DefineAlarmWindow) }
                    { head(AlarmWord::AlarmLeastCalls, AlarmWord::DefineAlarmLeastCalls) }
                    { head(AlarmWord::VosAlarmType, AlarmWord::DefineVosAlarmType) }
                    { head(AlarmWord::TimesOn, AlarmWord::DefineTimesOn) }
                    <th scope="col" class="not-on-paper">{ page.word(AlarmWord::AlarmActions) }</th>
                </tr></thead>
                <tbody>{ for props.setups.alarms.iter().map(|setup| row(&page, props, setup)) }</tbody>
            </table>
        </div>
    }
}

fn row(page: &Page, props: &SetupListProps, setup: &AlarmSetup) -> Html {
    let played = props.played.iter().find(|played| played.setup == *setup);
    let choose = {
        let id = setup.id.clone();
        props.on_choose.reform(move |_: MouseEvent| id.clone())
    };
    let edit = {
        let draft = AlarmDraft::of(setup);
        props.on_edit.reform(move |_: MouseEvent| Some(draft.clone()))
    };
    let remove = {
        let (setups, id) = (props.setups.clone(), setup.id.clone());
        props.on_keep.reform(move |_: MouseEvent| {
            let mut now = setups.clone();
            now.alarms.retain(|alarm| alarm.id != id);
            now
        })
    };
    let types = setup.thresholds().filter_map(|(crossing, _)| setup.vos3000_type(crossing));
    let types: Vec<String> = types.map(|number| number.to_string()).collect();
    let is_shown = props.shown.as_ref() == Some(&setup.id);
    let button = |word: AlarmWord, click: Callback<MouseEvent>| {
        let name = page.word(word);
        html! {
            <button type="button" class="quiet" onclick={click} aria-label={format!("{name}: {}", setup.name)}>
                { name }
            </button>
        }
    };
    html! {
        <tr class={classes!(is_shown.then_some("shown"))}>
            <th scope="row" title={setup.name.clone()}>
                <button type="button" class="link" onclick={choose} aria-pressed={is_shown.to_string()}>
                    { &setup.name }
                </button>
            </th>
            <td>{ page.language.alarm_metric(setup.metric) }</td>
            <td>{ label::scope(page, &setup.scope) }</td>
            <td>{ label::thresholds(page, setup) }</td>
            <td class="number">{ page.language.duration(Duration(f64::from(setup.window_minutes) * 60.0)) }</td>
            <td class="number">{ page.language.count(setup.least_calls) }</td>
            <td class="number">{ if types.is_empty() { "–".to_owned() } else { types.join(", ") } }</td>
            <td class="number">
                { played.map_or_else(|| "…".to_owned(), |played| page.language.count(played.events.len() as u64)) }
            </td>
            <td class="line not-on-paper">
                { button(AlarmWord::ChangeAlarm, edit) }
                { button(AlarmWord::RemoveAlarm, remove) }
            </td>
        </tr>
    }
}
