use super::{ImpactMark, PersonalForm, ReasonNotes, TrendLine, filtered};
use crate::app::action::FilterAction;
use crate::app::context::Page;
use crate::app::route::Route;
use query::{EndReasonRow, FilterField, NameCounts, metrics, quoted};
use reference::Entry;
use words::{EndReasonSentence, EndReasonWord, PageWord, ReferenceWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) row: EndReasonRow,
    /// A person chose it: on a narrow screen it then lies over the table, and can be closed.
    pub(in crate::app) chosen: bool,
    pub(in crate::app) on_close: Callback<()>,
}

/// What an end reason means, its usual cause and what to do, beside what these files say of it.
#[component]
pub(in crate::app) fn EndReasonDetail(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let EndReasonRow { classified, sums, .. } = &props.row;
    let name = page.language.end_reason_name(&props.row);
    let reason = classified.reason;
    let words = reason.and_then(|reason| page.language.end_reason(reason.family, reason.code));
    let code = classified.code.map(|code| format!("{} {code}", page.language.family(classified.family)));
    let on_close = props.on_close.reform(|_: MouseEvent| ());
    let stands_in = classified
        .code
        .zip(reason)
        .filter(|_| classified.stands_in)
        .map(|(code, reason)| page.sentence(EndReasonSentence::StandsInFor { code, hundred: reason.code }));
    let key = quoted(&props.row.personal_key());
    let part = |title: Word, text: &str| html! { <><h3>{ page.word(title) }</h3><p>{ text }</p></> };
    html! {
        <aside class={classes!("detail", props.chosen.then_some("chosen"))} aria-label={name.clone()}
            aria-live="polite">
            <button type="button" class="quiet close" onclick={on_close}>{ page.word(PageWord::Close) }</button>
            <p class="code">{ code.unwrap_or_else(|| page.language.family(classified.family).to_owned()) }</p>
            <h2>{ name }</h2>
            <p class="badges">
                <span class="badge">{ page.language.category(props.row.category()) }</span>
                <ImpactMark impact={props.row.impact()} />
            </p>
            if let Some(text) = stands_in {
                <p class="warning">{ text }</p>
            }
            if let Some(reason) = reason {
                <ReasonNotes {reason} />
            }
            { match words {
                Some(words) => html! {
                    <>
                        { part(EndReasonWord::Meaning.into(), &words.meaning) }
                        { part(EndReasonWord::UsualCause.into(), &words.cause) }
                        { part(ReportWord::WhatToDo.into(), &words.action) }
                    </>
                },
                None => html! {
                    <>
                        { part(EndReasonWord::Meaning.into(), page.word(EndReasonWord::ReasonNotKnown)) }
                        { part(ReportWord::WhatToDo.into(), page.word(EndReasonWord::ReasonNotKnownAction)) }
                    </>
                },
            } }
            <h3>{ page.word(EndReasonWord::InTheseFiles) }</h3>
            <TrendLine part={sums.evidence.trend.clone()} />
            <p class="buttons">
                <button type="button" onclick={filtered(&page, Route::Calls, FilterField::EndReason, &key)}>
                    { page.word(ReportWord::ShowCalls) }
                </button>
                <button type="button" onclick={filtered(&page, Route::EndReasons, FilterField::EndReason, &key)}>
                    { page.word(EndReasonWord::OnlyThisReason) }
                </button>
            </p>
            <ul>{ for evidence(&page, &props.row).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            <PersonalForm entry_key={props.row.personal_key()} />
            <dl class="facts">
                if sums.calls > sums.answered {
                    <dt>{ page.word(EndReasonWord::WithoutTalkTime) }</dt>
                    <dd>{ page.language.outcome(props.row.class(false)) }</dd>
                }
                if let Some(side) = props.row.side() {
                    <dt>{ page.word(EndReasonWord::WhereItLies) }</dt>
                    <dd>
                        { page.language.side(side) }
                        if props.row.placed_by_calls() {
                            { " " }{ page.word(EndReasonWord::PlacedByCalls) }
                        }
                    </dd>
                }
                if let Some(reason) = reason {
                    <dt>{ page.word(EndReasonWord::Source) }</dt>
                    <dd>{ reason.source.clone() }</dd>
                }
            </dl>
            if let Some(reason) = reason {
                <p>
                    <a href={Route::of_entry(&Entry::Reason(reason).link()).href()}>
                        { page.word(ReferenceWord::OpenInReference) }
                    </a>
                </p>
            }
        </aside>
    }
}

/// The calls' own evidence; names can be clicked into the filter.
fn evidence(page: &Page, row: &EndReasonRow) -> Vec<Html> {
    let sums = &row.sums;
    let percent = metrics::percent(sums.calls, page.summary.total.calls).unwrap_or_default();
    let mut lines = vec![format!(
        "{}: {}",
        page.language.count(sums.calls),
        page.sentence(ReportSentence::ShareOfCalls { percent })
    )];
    let [caller, callee, server] = sums.hung_up;
    if caller + callee + server > 0 {
        lines.push(page.sentence(EndReasonSentence::HungUp { caller, callee, server, calls: sums.calls }));
    }
    if sums.vendor_known > 0 {
        lines.push(
            page.sentence(EndReasonSentence::VendorReached { reached: sums.vendor_reached, known: sums.vendor_known }),
        );
    }
    if let Some(millis) = sums.evidence.delays.median_millis() {
        lines.push(page.sentence(EndReasonSentence::MedianDelay { seconds: millis / 1000.0 }));
    }
    let top = |names: &NameCounts, word: EndReasonWord, field: FilterField| {
        let top = names.top(3);
        let name = |(at, (name, count)): (usize, (&str, u64))| {
            let percent = metrics::percent(count, sums.calls).unwrap_or_default();
            let text = quoted(name);
            let onclick = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(field, text.clone()).into());
            html! {
                <>
                    { if at > 0 { ", " } else { "" } }
                    <button type="button" class="link" {onclick}>{ name }</button>
                    { " " }{ page.language.percent(percent) }
                </>
            }
        };
        (!top.is_empty()).then(|| {
            html! { <>{ page.word(word) }{ ": " }{ for top.into_iter().enumerate().map(name) }</> }
        })
    };
    let mut lines: Vec<Html> = lines.into_iter().map(|line| html! { { line } }).collect();
    lines.extend(top(&sums.evidence.terminating, EndReasonWord::TopVendors, FilterField::TerminatingGateway));
    lines.extend(top(&sums.evidence.originating, EndReasonWord::TopCustomers, FilterField::OriginatingGateway));
    lines.extend(top(&sums.evidence.prefixes, EndReasonWord::TopPrefixes, FilterField::Prefix));
    lines
}
