use super::OfCountries;
use crate::app::action::{DestinationAction, FilterAction};
use crate::app::components::MetricTable;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use insight::{RoutingGuess, routing_guesses};
use query::{DialPlan, Dimension, Filter, Metric, TableSpec, together};
use words::{DestinationSentence, DestinationWord, ReportSentence, ReportWord};
use yew::prelude::*;

/// So many digits show what numbers begin with.
const SHOWN_DIGITS: u8 = 3;

/// So many tell what may be a routing prefix: one of four digits and a country.
const GUESSED_DIGITS: u8 = 7;

/// So many countries of a guess are named.
const NAMED_COUNTRIES: usize = 3;

/// The calls that go to no country, with what their numbers begin with; nothing where there are none.
#[component]
pub(super) fn NoCountry(props: &OfCountries) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let none = props.table.find(&[None]);
    let Some(none) = none.filter(|row| row.measures.calls > 0) else { return Html::default() };
    html! {
        <section class="card" aria-label={page.word(DestinationWord::NumbersOfNoCountry)}>
            <h2>{ page.word(DestinationWord::NumbersOfNoCountry) }</h2>
            <p>
                <strong>{ page.sentence(ReportSentence::CallsFound { calls: none.measures.calls }) }</strong>{ ". " }
                { page.word(DestinationWord::NoCountryHint) }
            </p>
            <Beginnings columns={props.columns.clone()} />
        </section>
    }
}

together! {
    /// What is asked of calls to no country.
    struct Prefixes -> PrefixesAnswers {
        shown: TableSpec,
        /// By more digits, which tell what may be a routing prefix.
        guessed: TableSpec,
    }
}

#[derive(Properties, PartialEq)]
struct BeginningsProps {
    columns: Vec<Metric>,
}

/// The filter with no country.
fn without_country(page: &Page, filter: &Filter) -> Filter {
    filter.narrowed(Dimension::Country.criterion(None, &page.zone.local()))
}

/// What they begin with, and what of it may be a routing prefix. A component of its own, as it asks on its own.
#[component]
fn Beginnings(props: &BeginningsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let prefixes = |digits| TableSpec::by([Dimension::Prefix { digits }]);
    let shown =
        TableSpec { delays: props.columns.iter().any(|metric| metric.needs_delays()), ..prefixes(SHOWN_DIGITS) };
    let queries = Prefixes { shown, guessed: prefixes(GUESSED_DIGITS) };
    let report = use_report(Slot::Beside, Some(without_country(&page, &page.filter)), queries);
    let Some(answers) = report.answers else {
        return html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> };
    };
    let guesses = routing_guesses(&answers.guessed);
    let on_filter = {
        let page = page.clone();
        Callback::from(move |filter: Filter| {
            page.dispatch.emit(FilterAction::Use(without_country(&page, &filter)).into())
        })
    };
    html! {
        <>
            if !guesses.is_empty() {
                <ul>{ for guesses.iter().map(|guess| line(&page, guess)) }</ul>
            }
            <MetricTable label={page.word(DestinationWord::NumbersOfNoCountry)} table={answers.shown}
                columns={props.columns.clone()} {on_filter} />
        </>
    }
}

fn line(page: &Page, guess: &RoutingGuess) -> Html {
    let RoutingGuess { prefix, calls, placed, countries } = guess;
    let names: Vec<&str> = countries.iter().take(NAMED_COUNTRIES).map(|(id, _)| page.language.region(id)).collect();
    let more = if countries.len() > NAMED_COUNTRIES { ", …" } else { "" };
    let names = format!("{}{more}", names.join(", "));
    // Only one is taken off a number: where another one stands before it, both are.
    let known = &page.session.routing_prefixes;
    let both = known.iter().map(|known| format!("{known}{prefix}"));
    let prefixes = DialPlan::read_prefixes(
        &known.iter().cloned().chain([prefix.clone()]).chain(both).collect::<Vec<_>>().join(","),
    );
    let take_off =
        page.dispatch.reform(move |_: MouseEvent| DestinationAction::TakeOffPrefixes(prefixes.clone()).into());
    html! {
        <li>
            { page.sentence(DestinationSentence::MayBeRouting {
                prefix,
                calls: *calls,
                placed: *placed,
                countries: &names,
            }) }{ " " }
            <button type="button" class="quiet" onclick={take_off}>
                { page.sentence(DestinationSentence::TakeOffPrefix { prefix }) }
            </button>
        </li>
    }
}
