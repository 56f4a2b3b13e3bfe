use crate::app::action::FilterAction;
use crate::app::context::Page;
use crate::app::route::Route;
use insight::sources::refused_for_security;
use knowledge::{Outcome, Reason, reasons};
use query::{EndReasonRow, FilterField, Held, Signs, quoted};
use reference::Entry;
use words::{ReportSentence, SecurityWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RefusalReasonsProps {
    pub(super) signs: Held<Signs>,
}

/// Which end reasons count as refused for security: those of these calls, and all that are known.
#[component]
pub(super) fn RefusalReasons(props: &RefusalReasonsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let seen = refused_for_security(&props.signs.refusals, &page.summary.end_reasons);
    html! {
        <section class="card">
            <h2>{ page.word(SecurityWord::RefusalReasons) }</h2>
            <p class="note">{ page.word(SecurityWord::HowRefusedIsCounted) }</p>
            if seen.is_empty() {
                <p>{ page.word(SecurityWord::NobodyRefused) }</p>
            } else {
                <ul aria-label={page.word(SecurityWord::RefusalReasons)}>
                    { for seen.into_iter().map(|(row, calls)| seen_reason(&page, row, calls)) }
                </ul>
            }
            <details>
                <summary>{ page.word(SecurityWord::AllRefusalReasons) }</summary>
                <ul>
                    { for reasons()
                        .filter(|reason| reason.class == Outcome::Security)
                        .map(|reason| known_reason(&page, reason)) }
                </ul>
            </details>
        </section>
    }
}

/// One that calls of the filter have.
fn seen_reason(page: &Page, row: &EndReasonRow, calls: u64) -> Html {
    let key = quoted(&row.personal_key());
    let show = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(FilterField::EndReason, key.clone()).into());
    html! {
        <li>
            <button type="button" class="link" onclick={show}>{ page.language.end_reason_name(row) }</button>
            { " " }{ code(page, row.classified.family, row.classified.code) }
            { ": " }{ page.sentence(ReportSentence::CallsFound { calls }) }
        </li>
    }
}

/// One of the tables.
fn known_reason(page: &Page, reason: &'static Reason) -> Html {
    let entry = Route::of_entry(&Entry::Reason(reason).link());
    html! {
        <li><a href={entry.href()}>{ &reason.name }</a>{ " " }{ code(page, reason.family, Some(reason.code)) }</li>
    }
}

/// The family, and the number where it is one that files have.
fn code(page: &Page, family: knowledge::Family, code: Option<i32>) -> String {
    let code = code.filter(|_| family.has_numbers()).map(|code| format!(" {code}")).unwrap_or_default();
    format!("({}{code})", page.language.family(family))
}
