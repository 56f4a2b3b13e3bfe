use super::label;
use super::setup_form::AllSeries;
use crate::app::context::Page;
use insight::alarms::{AlarmSetup, Crossing, Suggestion, Threshold, suggest};
use insight::texts::AlarmTexts;
use words::{AlarmWord, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SuggestionsProps {
    /// The alarm, whose own thresholds do not matter.
    pub(super) setup: AlarmSetup,
    /// Its windows in these calls; `None` until they are there.
    pub(super) series: AllSeries,
    pub(super) on_take: Callback<(Crossing, Threshold)>,
}

/// Thresholds that suit the calls, with how often each would have gone on.
#[component]
pub(super) fn Suggestions(props: &SuggestionsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let suggested = use_memo((props.setup.clone(), props.series.clone()), |(setup, series)| {
        let series = series.as_ref()?;
        let usual = setup.metric.usual_crossing();
        let other = if usual == Crossing::Below { Crossing::Above } else { Crossing::Below };
        let of = |crossing| suggest(setup, series, crossing).into_iter().map(move |suggestion| (crossing, suggestion));
        Some(of(usual).chain(of(other)).collect::<Vec<_>>())
    });
    let Some(suggested) = &*suggested else {
        return html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> };
    };
    if suggested.is_empty() {
        return html! { <p class="note">{ page.word(AlarmWord::NothingSuggested) }</p> };
    }
    html! {
        <>
            <h3>{ page.word(AlarmWord::SuggestedThresholds) }</h3>
            <p class="note">{ page.word(AlarmWord::SuggestedHint) }</p>
            <div class="scroll">
                <table aria-label={page.word(AlarmWord::SuggestedThresholds)}>
                    <thead><tr>
                        <th scope="col">{ page.word(AlarmWord::AlarmGoesOn) }</th>
                        <th scope="col" class="number" title={page.word(AlarmWord::DefineTimesOn)}>
                            { page.word(AlarmWord::TimesOn) }
                        </th>
                        <th scope="col" class="number" title={page.word(AlarmWord::DefineOnPercent)}>
                            { page.word(AlarmWord::OnPercent) }
                        </th>
                        <th scope="col" class="number" title={page.word(AlarmWord::DefineAlarmMedian)}>
                            { page.word(AlarmWord::AlarmMedian) }
                        </th>
                        <th scope="col">{ page.word(AlarmWord::SuggestedBy) }</th>
                        <th scope="col" class="not-on-paper">{ page.word(AlarmWord::AlarmActions) }</th>
                    </tr></thead>
                    <tbody>
                        { for suggested.iter().map(|(crossing, suggestion)| row(&page, props, *crossing, suggestion)) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn row(page: &Page, props: &SuggestionsProps, crossing: Crossing, suggestion: &Suggestion) -> Html {
    let metric = props.setup.metric;
    let threshold = suggestion.threshold;
    let text = label::threshold(page, metric, crossing, threshold);
    let take = props.on_take.reform(move |_: MouseEvent| (crossing, threshold));
    let name = page.word(AlarmWord::TakeThreshold);
    html! {
        <tr>
            <th scope="row">{ &text }</th>
            <td class="number">{ page.language.count(suggestion.times_on as u64) }</td>
            <td class="number">{ page.language.percent(suggestion.on_percent) }</td>
            <td class="number">{ page.language.value(metric.unit(), suggestion.median) }</td>
            <td class="hint">{ page.language.threshold_method(suggestion.method) }</td>
            <td class="not-on-paper">
                <button type="button" class="quiet" onclick={take} aria-label={format!("{name}: {text}")}>
                    { name }
                </button>
            </td>
        </tr>
    }
}
