use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, unit_name};
use crate::app::context::Page;
use crate::app::time_step::usual_step;
use crate::app::use_report::{Slot, use_report};
use calls::LocalZone;
use query::{Dimension, FilterField, Metric, OverTime, Period, Table, TableSpec};
use std::rc::Rc;
use words::{BillingWord, ReportWord};
use yew::prelude::*;

/// What is drawn: the first two as bars where there is room, the margin as a line over them.
const DRAWN: [Metric; 3] = [Metric::Fee, Metric::Cost, Metric::Margin];

/// Of more steps than this, bars would be too thin to be told apart.
const MOST_BARS: usize = 40;

/// Revenue, cost and margin over time; a span that is dragged over becomes the filter's period.
#[component]
pub(super) fn MoneyOverTime() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let step = usual_step(&page);
    let report = use_report(Slot::Other, None, TableSpec::by([Dimension::Step { minutes: step }]));
    // Another period asks with other steps: until these are there, the chart before stands.
    let last = use_mut_ref(|| None);
    let drawn = use_memo((report.answers.clone(), page.zone), |(table, zone)| {
        Some(spec(&page, table.as_deref()?, &zone.local()))
    });
    if let Some(drawn) = &*drawn {
        *last.borrow_mut() = Some(drawn.clone());
    }
    let Some((spec, spans)) = last.borrow().clone() else {
        return html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> };
    };
    let on_drag = {
        let (dispatch, spans) = (page.dispatch.clone(), spans.clone());
        Callback::from(move |(first, last): (usize, usize)| {
            if let (Some(first), Some(last)) = (spans.get(first.min(last)), spans.get(first.max(last))) {
                let span = Period { from: first.from, to: last.to };
                dispatch.emit(FilterAction::By(FilterField::Period, span.criterion()).into());
            }
        })
    };
    let on_pick = on_drag.reform(|(_, at): (usize, usize)| (at, at));
    html! {
        <section class="card">
            <h2>{ page.word(BillingWord::MoneyOverTime) }</h2>
            <Chart {spec} {on_pick} {on_drag} file="money-over-time" />
        </section>
    }
}

fn spec(page: &Page, table: &Table, zone: &LocalZone) -> (Rc<Spec>, Rc<Vec<Period>>) {
    let over_time = OverTime::of_all(table, zone);
    let total = table.total();
    let kind = if over_time.steps.len() > MOST_BARS { Kind::Lines } else { Kind::Bars };
    let mut spec = Spec::new(kind, page.word(BillingWord::MoneyOverTime));
    spec.locale = page.language.tag();
    spec.drag = true;
    spec.units = vec![unit_name(Metric::Fee.unit())];
    spec.categories = over_time.steps.iter().map(|step| page.language.moment(step.from, zone)).collect();
    spec.words.none = "–".to_owned();
    let known = DRAWN.into_iter().enumerate().filter(|(_, metric)| metric.value(&total).is_some());
    spec.series = known
        .map(|(at, metric)| Series {
            name: page.language.metric(metric).to_owned(),
            values: over_time.values(0, metric),
            color: Some(at),
            drawn_as: (metric == Metric::Margin).then_some("line"),
            ..Series::default()
        })
        .collect();
    (Rc::new(spec), Rc::new(over_time.steps))
}
