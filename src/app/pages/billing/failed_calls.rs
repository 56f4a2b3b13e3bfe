use super::PREFIX as BY;
use super::ledger::{Cell, Head, Ledger, filter_of};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::failed_revenue::{FailedOfGroup, failed_revenue};
use query::{Amount, FilterField, Held, Metric, Table, Unit};
use words::{BillingSentence, BillingWord, FigureWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FailedCallsProps {
    pub(super) table: Held<Table>,
}

/// What failed calls would have brought, by prefix: an estimate.
#[component]
pub(super) fn FailedCalls(props: &FailedCallsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let found = use_memo(props.table.clone(), |table| failed_revenue(table));
    let heads = vec![
        Head::text(page.language.dimension(BY)),
        Head::number(page.word(FigureWord::Calls)).defined(page.language.define_metric(Metric::Calls)),
        Head::number(page.word(BillingWord::Failed)).defined(page.word(BillingWord::DefineFailed)),
        Head::number(page.word(BillingWord::FeePerAttempt)).defined(page.word(BillingWord::DefineFeePerAttempt)),
        Head::number(page.word(BillingWord::WouldHaveBrought)).defined(page.word(BillingWord::DefineWouldHaveBrought)),
    ];
    let rows = found.groups.iter().map(|group| row(&page, group)).collect::<Vec<_>>();
    let label = page.word(BillingWord::FailedRevenue);
    let money = page.language.money(found.estimate.units());
    let (failed, without) = (found.failed, found.failed_without_average);
    html! {
        <section class="card">
            <h2>{ label }</h2>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            } else if rows.is_empty() {
                <p>{ page.word(BillingWord::NoFailedCalls) }</p>
            } else {
                <p>
                    <strong>
                        { page.sentence(BillingSentence::FailedRevenueOf { money: &money, failed, without }) }
                    </strong>
                </p>
                <p class="note">{ page.word(BillingWord::FailedRevenueExplained) }</p>
                <Ledger {label} {heads} {rows} />
            }
        </section>
    }
}

fn row(page: &Page, group: &FailedOfGroup) -> Vec<Cell> {
    let key = group.key.first().and_then(Option::as_deref);
    let of_group = |more: &[(FilterField, &str)]| filter_of(page, &[(BY, key)], more);
    let estimate = Cell::value(page, Unit::Money, group.estimate.map(Amount::units));
    vec![
        Cell::text(group_name(page, BY, key)).filters(of_group(&[])),
        Cell::count(page, group.calls).lists(of_group(&[])),
        Cell::count(page, group.failed).lists_among(page, of_group(&[(FilterField::Answered, "no")])),
        Cell::value(page, Unit::MoneyPerMinute, group.fee_per_attempt),
        match group.estimate {
            Some(_) => estimate.estimated(page.word(BillingWord::DefineWouldHaveBrought)),
            None => estimate,
        },
    ]
}
