use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Level, Series, Spec};
use crate::app::components::group_name;
use crate::app::context::Page;
use query::{Capacity, Dimension, FilterField};
use std::rc::Rc;
use words::{CapacitySentence, CapacityWord, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct LoadOverTimeProps {
    pub(super) capacity: Rc<Capacity>,
    /// What the groups are.
    pub(super) by: Dimension,
    /// Lines that a person thinks of.
    pub(super) limit: Option<u64>,
}

/// Calls in progress and calls a second over time, of all calls and of the groups that need most; dragging filters by a
/// period.
#[component]
pub(super) fn LoadOverTime(props: &LoadOverTimeProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let specs = {
        let page = page.clone();
        use_memo((props.capacity.clone(), props.by, props.limit, page.zone), move |(capacity, by, limit, _)| {
            let (progress, starts) = specs(&page, capacity, *by, *limit);
            (Rc::new(progress), Rc::new(starts))
        })
    };
    let drag = {
        let (dispatch, capacity) = (page.dispatch.clone(), props.capacity.clone());
        Callback::from(move |(first, last): (usize, usize)| {
            let (Some(first), Some(last)) = (capacity.steps.get(first), capacity.steps.get(last)) else { return };
            let period = format!("{}..{}", first.begin.rfc3339(), last.end.rfc3339());
            dispatch.emit(FilterAction::By(FilterField::Period, period).into());
        })
    };
    let part = |title: CapacityWord, definition: CapacityWord, spec: &Rc<Spec>, file: &'static str| {
        html! {
            <section class="card">
                <h2>{ page.word(title) }</h2>
                <p class="note">{ page.word(definition) }{ " " }{ page.word(ReportWord::DragOverChart) }</p>
                <Chart spec={spec.clone()} on_drag={drag.clone()} {file} />
            </section>
        }
    };
    html! {
        <>
            { part(
                CapacityWord::ConcurrencyOverTime,
                CapacityWord::DefineConcurrencyOverTime,
                &specs.0,
                "cdr-lens-concurrency",
            ) }
            { part(CapacityWord::CpsOverTime, CapacityWord::DefineCpsOverTime, &specs.1, "cdr-lens-cps") }
        </>
    }
}

fn specs(page: &Page, capacity: &Capacity, by: Dimension, limit: Option<u64>) -> (Spec, Spec) {
    let zone = page.zone.local();
    let series = |name: String, values: Vec<f64>| Series {
        name,
        values: values.into_iter().map(Some).collect(),
        ..Series::default()
    };
    let spec = |title: CapacityWord, axis: CapacityWord| Spec {
        categories: capacity.steps.iter().map(|step| page.language.moment(step.begin, &zone)).collect(),
        units: vec!["count"],
        drag: true,
        words: crate::app::charts::Words { axes: vec![page.word(axis).to_owned()], ..Default::default() },
        ..Spec::new(Kind::Lines, page.word(title))
    };
    let mut progress = spec(CapacityWord::ConcurrencyOverTime, CapacityWord::PeakConcurrency);
    let mut starts = spec(CapacityWord::CpsOverTime, CapacityWord::PeakCps);
    // More than the peak itself would hide the chart under white space.
    let limit = limit.filter(|&limit| capacity.steps.iter().any(|step| step.peak.saturating_mul(2) >= limit));
    progress.levels = limit
        .map(|limit| Level {
            value: limit as f64,
            label: page.sentence(CapacitySentence::LimitOf { lines: limit }),
            axis: 0,
        })
        .into_iter()
        .collect();
    let all = page.word(ReportWord::AllCalls).to_owned();
    progress.series.push(Series {
        area: true,
        ..series(all.clone(), capacity.steps.iter().map(|step| step.peak as f64).collect())
    });
    starts.series.push(Series {
        area: true,
        ..series(all, capacity.steps.iter().map(|step| step.peak_starts as f64).collect())
    });
    starts.units = vec!["none"];
    let average =
        capacity.steps.iter().map(|step| step.calls as f64 * 1000.0 / (step.end.0 - step.begin.0) as f64).collect();
    starts.series.push(Series { dashed: true, ..series(page.word(CapacityWord::AverageCps).to_owned(), average) });
    for (name, peaks) in &capacity.over_time {
        let name = group_name(page, by, name.as_deref());
        progress.series.push(series(name.clone(), peaks.iter().map(|peak| peak.calls as f64).collect()));
        starts.series.push(series(name, peaks.iter().map(|peak| peak.starts as f64).collect()));
    }
    (progress, starts)
}
