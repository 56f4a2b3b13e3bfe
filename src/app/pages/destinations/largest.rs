use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::charts::{Chart, Kind, Series, Spec, Words, unit_name};
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use query::{Held, Metric, Table};
use std::rc::Rc;
use words::{DestinationWord, ReportWord};
use yew::prelude::*;

/// So many destinations are shown.
const SHOWN: usize = 20;

/// By what they can be measured, the usual one first.
const METRICS: [Metric; 5] = [Metric::Minutes, Metric::Calls, Metric::Answered, Metric::Fee, Metric::Margin];

/// What stands in the address for the person's own destinations.
const OWN: &str = "own";

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// By country.
    pub(in crate::app) countries: Held<Table>,
    /// By the person's own destinations.
    pub(in crate::app) own: Option<Held<Table>>,
}

/// The largest destinations as bars; a click on one filters by it.
#[component]
pub(in crate::app) fn Largest(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let metric = page.choices.get("largest").and_then(Metric::parse).filter(|metric| METRICS.contains(metric));
    let metric = metric.unwrap_or(METRICS[0]);
    let own = props.own.as_ref().filter(|_| page.choices.get("of") == Some(OWN));
    let table = own.unwrap_or(&props.countries);
    let Some(&by) = table.by.first() else { return Html::default() };
    let mut rows = table.largest(|measures| metric.value(measures));
    rows.retain(|row| metric.value(&row.measures).is_some_and(|value| value != 0.0));
    rows.truncate(SHOWN);
    let keys: Vec<Option<String>> = rows.iter().map(|row| row.key.first().cloned().flatten()).collect();
    let name = page.language.metric(metric);
    let spec = Spec {
        categories: keys.iter().map(|key| group_name(&page, by, key.as_deref())).collect(),
        series: vec![Series {
            name: name.to_owned(),
            values: rows.iter().map(|row| metric.value(&row.measures)).collect(),
            ..Series::default()
        }],
        units: vec![unit_name(metric.unit())],
        locale: page.language.tag(),
        horizontal: true,
        words: Words { axes: vec![name.to_owned()], ..Words::default() },
        ..Spec::new(Kind::Bars, format!("{}: {name}", page.word(DestinationWord::LargestDestinations)))
    };
    let on_pick = {
        let page = page.clone();
        Callback::from(move |(_, at): (usize, usize)| {
            let criterion = keys.get(at).and_then(|key| group_criterion(&page, by, key.as_deref()));
            if let Some(criterion) = criterion {
                page.dispatch.emit(FilterAction::Use(page.filter.narrowed([criterion])).into());
            }
        })
    };
    let choose = |key: &'static str| {
        page.dispatch.reform(move |event: Event| {
            FilterAction::Choose { filter: None, chosen: vec![(key, chosen(&event))] }.into()
        })
    };
    html! {
        <section class="card">
            <h2>{ page.word(DestinationWord::LargestDestinations) }</h2>
            <div class="choices">
                <label>
                    { page.word(ReportWord::MeasuredBy) }{ " " }
                    <select onchange={choose("largest")} title={page.language.define_metric(metric)}>
                        { for METRICS.map(|offered| html! {
                            <option value={offered.key()} selected={offered == metric}>
                                { page.language.metric(offered) }
                            </option>
                        }) }
                    </select>
                </label>
                if props.own.is_some() {
                    <label>
                        { page.word(ReportWord::GroupCallsBy) }{ " " }
                        <select onchange={choose("of")}>
                            <option value="" selected={own.is_none()}>{ page.word(DestinationWord::ByCountry) }</option>
                            <option value={OWN} selected={own.is_some()}>
                                { page.word(DestinationWord::ByYourDestinations) }
                            </option>
                        </select>
                    </label>
                }
            </div>
            <Chart spec={Rc::new(spec)} on_pick={Some(on_pick)} file="cdr-lens-destinations" />
        </section>
    }
}
