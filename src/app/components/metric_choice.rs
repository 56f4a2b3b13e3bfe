use crate::app::browser::columns;
use crate::app::context::Environment;
use query::{Metric, TableSpec};
use sorting::Sort;
use web_sys::HtmlInputElement;
use words::ReportWord;
use yew::prelude::*;

/// Which metrics are the columns of tables of groups.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct MetricChoice(pub(in crate::app) Vec<Metric>);

/// What is shown unless a person chose otherwise.
const USUAL: [Metric; 14] = [
    Metric::Calls,
    Metric::Answered,
    Metric::Asr,
    Metric::Ner,
    Metric::Acd,
    Metric::Minutes,
    Metric::Pdd50,
    Metric::Pdd95,
    Metric::ShortShare,
    Metric::Fee,
    Metric::Cost,
    Metric::Margin,
    Metric::MarginShare,
    Metric::VendorReached,
];

impl MetricChoice {
    /// What was chosen the last time.
    pub(in crate::app) fn remembered() -> Self {
        Self(columns::remembered_metrics().unwrap_or_else(|| USUAL.to_vec()))
    }

    /// What must be asked to show them.
    pub(in crate::app) fn needs(&self, spec: TableSpec) -> TableSpec {
        TableSpec { delays: self.0.iter().any(|metric| metric.needs_delays()), ..spec }
    }

    /// A box to tick for every metric; the choice is kept for the next time.
    pub(in crate::app) fn view(&self, env: &Environment, changed: Callback<MetricChoice>) -> Html {
        let tick = |&metric: &Metric| {
            let (chosen, changed) = (self.clone(), changed.clone());
            let onchange = Callback::from(move |event: Event| {
                let mut metrics = chosen.0.clone();
                metrics.retain(|&other| other != metric);
                if event.target_unchecked_into::<HtmlInputElement>().checked() {
                    metrics.push(metric);
                }
                // In the order in which a person is offered them.
                metrics.order();
                columns::remember_metrics(&metrics);
                changed.emit(MetricChoice(metrics));
            });
            html! {
                <label title={env.language.define_metric(metric)}>
                    <input type="checkbox" checked={self.0.contains(&metric)} {onchange} />
                    { " " }
                    { env.language.metric(metric) }
                </label>
            }
        };
        html! {
            <details class="columns">
                <summary>{ env.word(ReportWord::MetricColumns) }</summary>
                <div class="ticks">{ for Metric::ALL.iter().map(tick) }</div>
            </details>
        }
    }
}
