use super::{Played, label};
use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::charts::{Band, Chart, Kind, Level, Series as Line, Spec, Words, unit_name};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::alarms::{AlarmEvent, AlignedSeries, Crossing, Series, Threshold};
use insight::texts::AlarmTexts;
use query::FilterField;
use sorting::Sort;
use std::rc::Rc;
use words::{AlarmSentence, AlarmWord, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SeriesChartProps {
    pub(super) played: Played,
}

/// The values of one of those of whom an alarm is, with its thresholds and the times while it was on; dragging filters
/// by a period.
#[component]
pub(super) fn SeriesChart(props: &SeriesChartProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let chosen_name = use_state_eq(|| None::<Option<String>>);
    let Played { setup, series, events } = &props.played;
    let names = names(series, events);
    let name = chosen_name.as_ref().filter(|name| names.contains(name)).or_else(|| names.first()).cloned();
    let drawn = use_memo((props.played.clone(), name.clone()), |(played, name)| {
        let name = name.clone().flatten();
        let events: Vec<&AlarmEvent> = played.events.iter().filter(|event| is_about(event, name.as_deref())).collect();
        AlignedSeries::of(&played.series, name.as_deref(), &events, played.setup.least_calls)
    });
    let by = setup.scope.dimension();
    let shown_name = |name: &Option<String>| match by {
        Some(by) => group_name(&page, by, name.as_deref()),
        None => page.word(ReportWord::AllCalls).to_owned(),
    };
    let Some(name) = name else { return html! { <p class="note">{ page.word(ReportWord::NothingToDraw) }</p> } };
    let choose = {
        let names = names.clone();
        let chosen_name = chosen_name.clone();
        Callback::from(move |event: Event| {
            let place = chosen(&event).parse::<usize>().unwrap_or_default();
            chosen_name.set(names.get(place).cloned());
        })
    };
    let drag = {
        let (dispatch, drawn) = (page.dispatch.clone(), drawn.clone());
        Callback::from(move |(first, last): (usize, usize)| {
            if let Some(period) = drawn.period(first, last) {
                dispatch.emit(FilterAction::By(FilterField::Period, period.criterion()).into());
            }
        })
    };
    let title = page.sentence(AlarmSentence::AlarmValuesOf {
        metric: page.language.alarm_metric(setup.metric),
        name: &shown_name(&name),
    });
    let spec = spec(&page, &props.played, &drawn, title.clone(), shown_name(&name));
    html! {
        <section class="card">
            <h3>{ title }</h3>
            if by.is_some() {
                <div class="choices">
                    <label>
                        { page.word(AlarmWord::AlarmAbout) }{ " " }
                        <select onchange={choose}>
                            { for names.iter().enumerate().map(|(place, of)| html! {
                                <option value={place.to_string()} selected={*of == name}>{ shown_name(of) }</option>
                            }) }
                        </select>
                    </label>
                </div>
            }
            <p class="note">{ page.word(AlarmWord::AlarmChartHint) }{ " " }{ page.word(ReportWord::DragOverChart) }</p>
            <Chart spec={Rc::new(spec)} on_drag={drag} file="cdr-lens-alarm" />
        </section>
    }
}

fn is_about(event: &AlarmEvent, name: Option<&str>) -> bool {
    event.about.as_ref().and_then(|(_, about)| about.as_deref()) == name
}

/// Those who can be drawn: those who rang most first, then by their calls.
fn names(series: &[Series], events: &[AlarmEvent]) -> Vec<Option<String>> {
    let rank = |of: &Series| {
        let rang = events.iter().filter(|event| is_about(event, of.name.as_deref())).count();
        (rang, of.windows.iter().map(|window| window.new_calls).sum::<u64>())
    };
    let mut ranked: Vec<_> = series.iter().map(|of| (rank(of), of.name.clone())).collect();
    ranked.order_by_key(|one| std::cmp::Reverse(one.0));
    ranked.into_iter().map(|(_, name)| name).collect()
}

fn spec(page: &Page, played: &Played, drawn: &AlignedSeries, title: String, name: String) -> Spec {
    let (setup, zone) = (&played.setup, page.zone.local());
    let level = |(crossing, threshold): (Crossing, Threshold)| Level {
        value: threshold.on,
        label: label::threshold(page, setup.metric, crossing, threshold),
        axis: 0,
    };
    let band = |&(from, to): &(usize, usize)| Band { from, to, label: page.word(AlarmWord::AlarmOn).to_owned() };
    Spec {
        categories: drawn.windows.iter().map(|window| page.language.moment(window.to, &zone)).collect(),
        series: vec![Line { name, values: drawn.values.clone(), ..Line::default() }],
        units: vec![unit_name(setup.metric.unit())],
        locale: page.language.tag(),
        drag: true,
        levels: setup.thresholds().map(level).collect(),
        bands: drawn.on.iter().map(band).collect(),
        words: Words { axes: vec![page.language.alarm_metric(setup.metric).to_owned()], ..Words::default() },
        ..Spec::new(Kind::Lines, title)
    }
}
