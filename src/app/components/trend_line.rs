use crate::app::context::Page;
use query::{Trend, metrics};
use words::ReportSentence;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// Of one end reason.
    pub(in crate::app) part: Trend,
}

const HEIGHT: f64 = 40.0;

/// The share of an end reason among all calls over time, as bars, and in words where it was largest.
#[component]
pub(in crate::app) fn TrendLine(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let steps = props.part.within(&page.summary.total.trend);
    let shares: Vec<f64> =
        steps.iter().map(|&(_, part, all)| metrics::percent(part, all).unwrap_or_default()).collect();
    let peak = (0..shares.len()).rev().max_by(|&a, &b| shares[a].total_cmp(&shares[b]));
    let Some(peak) = peak.filter(|_| shares.len() > 1) else { return Html::default() };
    let largest = shares[peak].max(f64::MIN_POSITIVE);
    let at = page.zone.show(steps[peak].0);
    let words = page.sentence(ReportSentence::LargestShare { percent: shares[peak], at: &at });
    html! {
        <figure class="trend">
            <svg viewBox={format!("0 0 {} {HEIGHT}", shares.len())} preserveAspectRatio="none" role="img"
                aria-label={words.clone()}>
                { for shares.iter().enumerate().map(|(step, share)| {
                    let height = share / largest * HEIGHT;
                    html! {
                        <rect x={step.to_string()} y={format!("{:.2}", HEIGHT - height)} width="0.85"
                            height={format!("{height:.2}")} />
                    }
                }) }
            </svg>
            <figcaption>{ words }</figcaption>
        </figure>
    }
}
