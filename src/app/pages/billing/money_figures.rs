use crate::app::components::Figure;
use crate::app::context::Page;
use query::{Measures, Metric};
use words::{BillingSentence, BillingWord, FigureWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MoneyFiguresProps {
    /// The sums of all calls of the filter.
    pub(super) total: Measures,
}

const FIGURES: [Metric; 7] = [
    Metric::Fee,
    Metric::Cost,
    Metric::Margin,
    Metric::MarginShare,
    Metric::FeePerMinute,
    Metric::CostPerMinute,
    Metric::BilledMinutes,
];

/// What the calls of the filter brought and cost in all.
#[component]
pub(super) fn MoneyFigures(props: &MoneyFiguresProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let total = &props.total;
    let figure = |&metric: &Metric| {
        let value = metric.value(total)?;
        Some(html! {
            <Figure name={page.language.metric(metric)} title={AttrValue::from(page.language.define_metric(metric))}
                value={html! { page.language.value(metric.unit(), value) }}
                copied={page.language.copied_value(metric.unit(), value)} is_negative={value < 0.0} />
        })
    };
    let money = page.language.money(total.loss.units());
    let lost = format!("−{money}");
    let value = html! {
        <>
            { lost.clone() }
            <small>{ page.sentence(BillingSentence::CallsAtALoss { calls: total.loss_calls, money: &money }) }</small>
        </>
    };
    html! {
        <section class="figures" aria-label={page.word(FigureWord::Figures)}>
            <dl>
                { for FIGURES.iter().filter_map(figure) }
                if total.loss_calls > 0 {
                    <Figure name={page.word(BillingWord::SoldBelowCost)}
                        title={AttrValue::from(page.word(BillingWord::DefineSoldBelowCost))}
                        {value} copied={lost} is_negative={true} />
                }
            </dl>
        </section>
    }
}
