use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use insight::destinations_at_night::{NightDestination, places};
use query::{Dimension, Held, Metric, Table};
use std::rc::Rc;
use words::{ReportSentence, SecurityWord};
use yew::prelude::*;

/// The places of the table that the page asks for.
const PLACE: Dimension = Dimension::Country;

#[derive(Properties, PartialEq)]
pub(super) struct PlacesProps {
    /// By place and hour.
    pub(super) table: Held<Table>,
}

/// Where calls go, what a minute costs there, and how much of it is at night.
#[component]
pub(super) fn Places(props: &PlacesProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let seen = use_memo(props.table.clone(), |table| places(table));
    let title = page.word(SecurityWord::PlacesAtNight);
    let metric = |metric: Metric| DataColumn::new(page.language.metric(metric), page.language.define_metric(metric));
    let own = |name: SecurityWord, definition: SecurityWord| DataColumn::new(page.word(name), page.word(definition));
    let mut columns = vec![own(SecurityWord::TimesUsual, SecurityWord::DefineTimesUsual)];
    columns.extend(METRICS.map(metric));
    columns.push(own(SecurityWord::NightCalls, SecurityWord::DefineNightCalls));
    columns.push(own(SecurityWord::NightMinutes, SecurityWord::DefineNightCalls));
    let rows: Vec<DataRow> = seen.iter().map(|place| row(&page, place)).collect();
    let lacks_cost = seen.iter().all(|place| place.measures.cost_known == 0);
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note">{ page.word(SecurityWord::PlacesAtNightHint) }</p>
            if lacks_cost {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(SecurityWord::WhatCallsCost) }) }
                </p>
            }
            <DataTable label={title} heading={page.language.dimension(PLACE)} {columns} rows={Rc::new(rows)} />
        </section>
    }
}

/// What else is shown of each.
const METRICS: [Metric; 9] = [
    Metric::Calls,
    Metric::Asr,
    Metric::Acd,
    Metric::ShortShare,
    Metric::Minutes,
    Metric::Fee,
    Metric::Cost,
    Metric::Margin,
    Metric::CostPerMinute,
];

fn row(page: &Page, place: &NightDestination) -> DataRow {
    let language = page.language;
    let filter = group_criterion(page, PLACE, place.id.as_deref()).map(|(field, text)| {
        let mut filter = (*page.filter).clone();
        filter.set(field, &text);
        filter
    });
    let share = |share: Option<f64>| DataCell::number(share, |share| language.percent(share)).with_bar(share);
    let mut cells = vec![DataCell::number(place.times_usual_cost, |times| format!("×{}", language.decimal(times, 1)))];
    cells.extend(
        METRICS.map(|metric| {
            DataCell::number(metric.value(&place.measures), |value| language.value(metric.unit(), value))
        }),
    );
    cells.push(
        share(place.night_percent()).with_note(page.sentence(ReportSentence::CallsFound { calls: place.night.calls })),
    );
    cells.push(share(place.night_minutes_percent()));
    DataRow {
        name: group_name(page, PLACE, place.id.as_deref()),
        key: place.id.clone().unwrap_or_default(),
        filter,
        cells,
    }
}
