use super::ledger::{Cell, Head, Ledger, filter_of};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::accounting::{AccountRates, several_rates};
use query::{Dimension, FilterField, Held, Rate, Signs, Unit};
use words::{BillingSentence, BillingWord, FigureWord, FileWord, ReportSentence};
use yew::prelude::*;

/// So many rates are told of an account and a prefix; more are most likely no rates, but a fee for each connection.
const TOLD: usize = 6;

#[derive(Properties, PartialEq)]
pub(super) struct RatesTableProps {
    pub(super) signs: Held<Signs>,
    /// The files say what was charged.
    pub(super) has_fee: bool,
}

/// Accounts that are charged several rates for one prefix.
#[component]
pub(super) fn RatesTable(props: &RatesTableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let found = use_memo(props.signs.clone(), |signs| several_rates(&signs.rates));
    let heads = vec![
        Head::text(page.language.dimension(Dimension::Account)),
        Head::text(page.language.dimension(Dimension::RatePrefix)),
        Head::text(page.word(BillingWord::RatesAMinute)),
        Head::number(page.word(BillingWord::RatesSpread)),
        Head::text(page.word(BillingWord::RateChanged)).defined(page.word(BillingWord::DefineRateChanged)),
        Head::number(page.word(FigureWord::Calls)),
        Head::number(page.word(BillingWord::LessThanUsual)).defined(page.word(BillingWord::DefineLessThanUsual)),
    ];
    let rows = found.iter().map(|rates| row(&page, rates)).collect::<Vec<_>>();
    let label = page.word(BillingWord::SeveralRates);
    html! {
        <section class="card">
            <h2>{ label }</h2>
            <p class="note">{ page.word(BillingWord::SeveralRatesExplained) }</p>
            if !props.has_fee {
                <p>{ page.sentence(ReportSentence::Lacks { what: page.word(FileWord::NoFees) }) }</p>
            } else if rows.is_empty() {
                <p>{ page.word(BillingWord::NoSeveralRates) }</p>
            } else {
                <Ledger {label} {heads} {rows} />
            }
        </section>
    }
}

fn row(page: &Page, rates: &AccountRates) -> Vec<Cell> {
    let by = Dimension::Account;
    let account = rates.account.as_deref();
    let told = |rate: &Rate| {
        let text = page.language.value(Unit::MoneyPerMinute, rate.per_minute);
        page.sentence(BillingSentence::RateOfCalls { rate: &text, calls: rate.calls })
    };
    let mut all: Vec<String> = rates.rates.iter().take(TOLD).map(told).collect();
    if rates.rates.len() > TOLD {
        all.push("…".to_owned());
    }
    let all = all.join(", ");
    let changed = rates.changed.map(|at| page.language.moment(at, &page.zone.local()));
    vec![
        Cell::text(group_name(page, by, account)).filters(filter_of(page, &[(by, account)], &[])),
        Cell::text(group_name(page, Dimension::RatePrefix, rates.prefix.as_deref())),
        Cell::text(all.clone()).titled(all),
        Cell::number(rates.spread(), page.sentence(BillingSentence::TimesAsMuch { times: rates.spread() })),
        Cell::text(changed.unwrap_or_else(|| "–".to_owned())),
        Cell::count(page, rates.calls())
            .lists_among(page, filter_of(page, &[(by, account)], &[(FilterField::Answered, "yes")])),
        match rates.less {
            Some(less) => {
                Cell::value(page, Unit::Money, Some(less)).estimated(page.word(BillingWord::DefineLessThanUsual))
            }
            None => Cell::value(page, Unit::Money, None),
        },
    ]
}
