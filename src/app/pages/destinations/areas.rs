use super::OfCountries;
use crate::app::browser::chosen;
use crate::app::components::MetricTable;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use knowledge::areas;
use query::{Dimension, FilterField, Metric, TableSpec};
use sorting::Ordered;
use std::collections::BTreeSet;
use words::{DestinationWord, ReportWord};
use yew::prelude::*;

/// The areas of one of the countries that have some: those of +1 and +7.
#[component]
pub(super) fn Areas(props: &OfCountries) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let country = use_state_eq(String::new);
    let known: BTreeSet<&str> = areas().iter().map(|area| area.country.as_str()).ordered_set();
    let rows = props.table.by_calls();
    let ids = rows.iter().filter_map(|row| row.key.first()?.as_deref());
    let offered: Vec<&str> = ids.filter(|id| known.contains(id)).collect();
    let Some(&shown) = offered.iter().find(|id| **id == *country).or(offered.first()) else { return Html::default() };
    let choose = {
        let country = country.clone();
        Callback::from(move |event: Event| country.set(chosen(&event)))
    };
    html! {
        <section class="card">
            <h2>{ page.word(DestinationWord::ByAreas) }</h2>
            <div class="choices">
                <label>
                    { page.word(DestinationWord::AreasOf) }{ " " }
                    <select onchange={choose}>
                        { for offered.iter().map(|&id| html! {
                            <option value={id.to_owned()} selected={id == shown}>{ page.language.region(id) }</option>
                        }) }
                    </select>
                </label>
            </div>
            <AreaTable country={shown.to_owned()} columns={props.columns.clone()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    country: String,
    columns: Vec<Metric>,
}

/// The calls of the filter to one country, by its areas. A component of its own, as it asks on its own.
#[component]
fn AreaTable(props: &TableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let filter = page.filter.narrowed([(FilterField::Country, props.country.clone())]);
    let spec = TableSpec {
        delays: props.columns.iter().any(|metric| metric.needs_delays()),
        ..TableSpec::by([Dimension::Area])
    };
    let report = use_report(Slot::Other, Some(filter), spec);
    let Some(table) = report.answers else {
        return html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> };
    };
    let label = format!("{} {}", page.word(DestinationWord::AreasOf), page.language.region(&props.country));
    html! { <MetricTable {label} {table} columns={props.columns.clone()} /> }
}
