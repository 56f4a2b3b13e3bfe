use crate::app::context::Page;
use crate::query::{Measures, Metric};
use crate::words::{Sentence, Word};
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
        let class = classes!((value < 0.0).then_some("negative"));
        Some(html! {
            <div class="figure">
                <dt><span title={page.language.define_metric(metric)}>{ page.language.metric(metric) }</span></dt>
                <dd {class}>{ page.language.value(metric.unit(), value) }</dd>
            </div>
        })
    };
    let money = page.language.money(total.loss.units());
    html! {
        <section class="figures" aria-label={page.word(Word::Figures)}>
            <dl>
                { for FIGURES.iter().filter_map(figure) }
                if total.loss_calls > 0 {
                    <div class="figure">
                        <dt><span title={page.word(Word::DefineSoldBelowCost)}>{ page.word(Word::SoldBelowCost) }</span></dt>
                        <dd class="negative">
                            { format!("−{money}") }
                            <small>{ page.sentence(Sentence::CallsAtALoss { calls: total.loss_calls, money: &money }) }</small>
                        </dd>
                    </div>
                }
            </dl>
        </section>
    }
}
