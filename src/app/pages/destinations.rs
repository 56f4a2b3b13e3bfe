mod areas;
mod largest;
mod no_country;
mod own_rates;
mod rerated_table;
mod routing_prefixes;

use crate::app::browser::chosen;
use crate::app::components::{MetricChoice, MetricTable, ReportFrame};
use crate::app::context::{Ask, Page};
use crate::app::reports::{Answers, Slot, use_report};
use areas::Areas;
use calls::Field;
use largest::Largest;
use no_country::NoCountry;
use own_rates::OwnRates;
use query::{Asked, Dimension, Metric, TableSpec};
use rerated_table::ReratedTable;
use routing_prefixes::RoutingPrefixes;
use words::{DestinationWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// Digits of the prefixes, unless a person chose otherwise.
const USUAL_DIGITS: u8 = 4;

/// The places of the answers: by country, by prefix, and by the person's own destinations where there are some.
const COUNTRIES: usize = 0;
const PREFIXES: usize = 1;
const OWN: usize = 2;

/// What the parts are given that show some of the countries.
#[derive(Properties, PartialEq)]
struct OfCountries {
    answers: Answers,
    /// The place of the table by country.
    countries: usize,
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
    let by = |dimension| Asked::Table(columns.needs(TableSpec::by([dimension])));
    let mut asked = vec![by(Dimension::Country), by(Dimension::Prefix { digits })];
    asked.extend(has_rates.then(|| by(Dimension::Destination)));
    let report = use_report(Slot::Main, None, asked);
    let change_columns = {
        let columns = columns.clone();
        Callback::from(move |choice| columns.set(choice))
    };
    let choose_digits =
        page.ask.reform(|event: Event| Ask::Choose { filter: None, chosen: vec![("digits", chosen(&event))] });
    let has_numbers = page.session.files.iter().filter_map(|file| file.report()?.facts.as_ref());
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
                <Largest answers={answers.clone()} countries={COUNTRIES} own={has_rates.then_some(OWN)} />
                { columns.view(&page, change_columns) }
                <section class="card">
                    <h2>{ page.word(DestinationWord::ByCountry) }</h2>
                    <MetricTable label={page.word(DestinationWord::ByCountry)} answers={answers.clone()} at={COUNTRIES}
                        columns={columns.0.clone()} />
                </section>
                <Areas answers={answers.clone()} countries={COUNTRIES} columns={columns.0.clone()} />
                <NoCountry answers={answers.clone()} countries={COUNTRIES} columns={columns.0.clone()} />
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
                    <MetricTable label={page.word(DestinationWord::ByPrefix)} answers={answers.clone()} at={PREFIXES}
                        columns={columns.0.clone()} />
                </section>
                <OwnRates />
                if has_rates {
                    <ReratedTable answers={answers.clone()} at={OWN} />
                    <section class="card">
                        <h2>{ page.word(DestinationWord::ByYourDestinations) }</h2>
                        <MetricTable label={page.word(DestinationWord::ByYourDestinations)} {answers} at={OWN}
                            columns={columns.0.clone()} />
                    </section>
                }
            }
        </ReportFrame>
    }
}
