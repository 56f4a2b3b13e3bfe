mod areas;
mod largest;
mod no_country;
mod own_rates;
mod rerated_table;
mod routing_prefixes;

use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::components::{MetricChoice, MetricTable, ReportFrame};
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use areas::Areas;
use calls::Field;
use largest::Largest;
use no_country::NoCountry;
use own_rates::OwnRates;
use query::{Dimension, Held, Metric, Table, TableSpec, together};
use rerated_table::ReratedTable;
use routing_prefixes::RoutingPrefixes;
use words::{DestinationWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// Digits of the prefixes, unless a person chose otherwise.
const USUAL_DIGITS: u8 = 4;

together! {
    /// What the page asks.
    struct Destinations -> DestinationsAnswers {
        countries: TableSpec,
        prefixes: TableSpec,
        /// By the person's own destinations, where there are some.
        own: Option<TableSpec>,
    }
}

/// What the parts are given that show some of the countries.
#[derive(Properties, PartialEq)]
struct OfCountries {
    /// By country.
    table: Held<Table>,
    columns: Vec<Metric>,
}

/// Where calls go: countries, areas and prefixes, and the person's own destinations with what they should cost.
#[component]
pub(in crate::app) fn DestinationsPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let columns = use_state_eq(MetricChoice::remembered);
    let digits =
        page.choices.get("digits").and_then(|digits| digits.parse().ok()).filter(|digits| (1..=8).contains(digits));
    let digits = digits.unwrap_or(USUAL_DIGITS);
    let has_rates = !page.session.rates.is_empty();
    let by = |dimension| columns.needs(TableSpec::by([dimension]));
    let queries = Destinations {
        countries: by(Dimension::Country),
        prefixes: by(Dimension::Prefix { digits }),
        own: has_rates.then(|| by(Dimension::Destination)),
    };
    let report = use_report(Slot::Main, None, queries);
    let change_columns = {
        let columns = columns.clone();
        Callback::from(move |choice| columns.set(choice))
    };
    let choose_digits = page
        .dispatch
        .reform(|event: Event| FilterAction::Choose { filter: None, chosen: vec![("digits", chosen(&event))] }.into());
    let has_numbers = page.session.files().filter_map(|file| file.report()?.facts.as_ref());
    let has_numbers = has_numbers.into_iter().any(|facts| facts.layout.at(Field::Callee).is_some());
    html! {
        <ReportFrame title={Word::from(PageWord::PageDestinations)} ready={report.answers.is_some()}
            pending={report.pending}>
            if !has_numbers {
                <p class="warning">
                    { page.sentence(ReportSentence::Lacks { what: page.word(DestinationWord::CalledNumbers) }) }
                </p>
            }
            <RoutingPrefixes />
            if let Some(answers) = report.answers {
                <Largest countries={answers.countries.clone()} own={answers.own.clone()} />
                { columns.view(&page, change_columns) }
                <section class="card">
                    <h2>{ page.word(DestinationWord::ByCountry) }</h2>
                    <MetricTable label={page.word(DestinationWord::ByCountry)} table={answers.countries.clone()}
                        columns={columns.0.clone()} />
                </section>
                <Areas table={answers.countries.clone()} columns={columns.0.clone()} />
                <NoCountry table={answers.countries} columns={columns.0.clone()} />
                <section class="card">
                    <h2>{ page.word(DestinationWord::ByPrefix) }</h2>
                    <div class="choices">
                        <label>
                            { page.word(ReportWord::Digits) }{ " " }
                            <select onchange={choose_digits}>
                                { for (1..=8_u8).map(|offered| html! {
                                    <option value={offered.to_string()} selected={offered == digits}>
                                        { offered }
                                    </option>
                                }) }
                            </select>
                        </label>
                    </div>
                    <MetricTable label={page.word(DestinationWord::ByPrefix)} table={answers.prefixes}
                        columns={columns.0.clone()} />
                </section>
                <OwnRates />
                if let Some(own) = answers.own {
                    <ReratedTable table={own.clone()} />
                    <section class="card">
                        <h2>{ page.word(DestinationWord::ByYourDestinations) }</h2>
                        <MetricTable label={page.word(DestinationWord::ByYourDestinations)} table={own}
                            columns={columns.0.clone()} />
                    </section>
                }
            }
        </ReportFrame>
    }
}
