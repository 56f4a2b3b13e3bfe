use crate::app::components::Figure;
use crate::app::context::Environment;
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
    let env = use_context::<Environment>().expect("the root gives it");
    let total = &props.total;
    let figure = |&metric: &Metric| {
        let value = metric.value(total)?;
        Some(html! {
            <Figure name={env.language.metric(metric)} title={AttrValue::from(env.language.define_metric(metric))}
                value={html! { env.language.value(metric.unit(), value) }}
                copied={env.language.copied_value(metric.unit(), value)} is_negative={value < 0.0} />
        })
    };
    let money = env.language.money(total.loss.units());
    let lost = format!("−{money}");
    let value = html! {
        <>
            { lost.clone() }
            <small>{ env.sentence(BillingSentence::CallsAtALoss { calls: total.loss_calls, money: &money }) }</small>
        </>
    };
    html! {
        <section class="figures" aria-label={env.word(FigureWord::Figures)}>
            <dl>
                { for FIGURES.iter().filter_map(figure) }
                if total.loss_calls > 0 {
                    <Figure name={env.word(BillingWord::SoldBelowCost)}
                        title={AttrValue::from(env.word(BillingWord::DefineSoldBelowCost))}
                        {value} copied={lost} is_negative={true} />
                }
            </dl>
        </section>
    }
}
