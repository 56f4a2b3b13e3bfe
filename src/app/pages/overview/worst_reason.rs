use crate::app::action::FilterAction;
use crate::app::components::ImpactMark;
use crate::app::context::Page;
use query::{FilterField, metrics, quoted};
use words::{OverviewWord, ReportSentence, ReportWord};
use yew::prelude::*;

/// The end reason that harms most in the selection, and what to do about it.
#[component]
pub(super) fn WorstReason() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let Some(row) = page.summary.worst().and_then(|at| page.summary.end_reasons.get(at)) else {
        return Html::default();
    };
    let name = page.language.end_reason_name(row);
    let key = quoted(&row.personal_key());
    let only = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(FilterField::EndReason, key.clone()).into());
    let (calls, all) = (row.sums.calls, page.summary.total.calls);
    let words = row.classified.reason.and_then(|reason| page.language.end_reason(reason.family, reason.code));
    let title = page.word(OverviewWord::WorstReason);
    html! {
        <section class="card" aria-label={title}>
            <h3>{ title }</h3>
            <p><button type="button" class="link name" onclick={only} title={name.clone()}>{ name.clone() }</button></p>
            <p class="hint">
                { page.sentence(ReportSentence::CallsFound { calls }) }{ ", " }
                { page.sentence(ReportSentence::ShareOfCalls {
                    percent: metrics::percent(calls, all).unwrap_or_default(),
                }) }{ ". " }
                <ImpactMark impact={row.impact()} />
            </p>
            if let Some(words) = words {
                <p>{ words.meaning.clone() }</p>
                <p><strong>{ page.word(ReportWord::WhatToDo) }</strong>{ ": " }{ words.action.clone() }</p>
            }
        </section>
    }
}
