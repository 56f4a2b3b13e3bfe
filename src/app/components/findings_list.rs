//! The findings, ranked.

use super::group_name::group_name;
use super::reference_links::ReferenceLinks;
use crate::app::action::FilterAction;
use crate::app::browser::address;
use crate::app::context::Page;
use crate::app::route::Route;
use crate::app::use_report::{Slot, use_report};
use insight::texts::FindingTexts;
use insight::{Confidence, Context, Finding, Picture, Severity, findings};
use std::rc::Rc;
use words::{FindingWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;
use yew_router::Routable;

/// What the rules found, and in what.
#[derive(Clone)]
pub(in crate::app) struct Found {
    findings: Rc<Vec<Finding>>,
    context: Rc<Context>,
}

/// What the rules find in the calls of the filter; `None` until they are answered for the first time. And whether newer
/// ones are on their way.
#[hook]
pub(in crate::app) fn use_findings() -> (Option<Found>, bool) {
    let page = use_context::<Page>().expect("the root gives it");
    let context = use_memo((page.summary.clone(), page.session.clone(), page.zone), |(summary, session, zone)| {
        Context::of(summary, &zone.local()).with_files(session)
    });
    let report = use_report(Slot::Findings, None, Picture::queries(&context));
    let last = use_mut_ref(|| None::<Found>);
    let found = use_memo(report.answers.clone(), |answers| {
        answers.as_ref().map(|answers| {
            let picture = Picture::of(answers.iter().map(|answer| (**answer).clone()).collect(), (*context).clone());
            Found { findings: Rc::new(findings(&picture)), context: context.clone() }
        })
    });
    // A filter asks with other steps of time, so that its answer is another one's: until it is there, the old findings
    // stand.
    let is_old = found.is_none();
    if let Some(found) = &*found {
        *last.borrow_mut() = Some(found.clone());
    }
    let shown = last.borrow().clone();
    (shown, is_old || report.pending)
}

#[derive(Properties, PartialEq)]
pub(in crate::app) struct FindingsListProps {
    /// So many are shown; the others are on a page of their own.
    #[prop_or_default]
    pub(in crate::app) most: Option<usize>,
}

/// The list.
#[component]
pub(in crate::app) fn FindingsList(props: &FindingsListProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (found, pending) = use_findings();
    let Some(Found { findings: found, context }) = found else {
        return html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> };
    };
    if found.is_empty() {
        return html! {
            <p role="status">
                { page.word(if pending {
                    Word::Report(ReportWord::BeingAsked)
                } else {
                    Word::Finding(FindingWord::NothingFound)
                }) }
            </p>
        };
    }
    let shown = props.most.unwrap_or(found.len()).min(found.len());
    let all = page.href(&Route::Findings, &page.filter);
    // Where only the first are shown, they stand below a heading of their own; otherwise below that of the page.
    let heading = if props.most.is_some() { "h3" } else { "h2" };
    html! {
        <>
            <ol class={classes!("findings", pending.then_some("pending"))}
                aria-label={page.word(PageWord::PageFindings)}>
                { for found.iter().take(shown).enumerate().map(|(at, finding)| {
                    // What to do first stands there without a click.
                    card(&page, &context, finding, heading, at == 0)
                }) }
            </ol>
            if shown < found.len() {
                <p><a href={all}>{ page.sentence(ReportSentence::AllFindings { findings: found.len() }) }</a></p>
            }
        </>
    }
}

fn card(page: &Page, context: &Context, finding: &Finding, heading: &'static str, unfolded: bool) -> Html {
    let words = page.language.finding(finding, context);
    let severity = match finding.severity {
        Severity::Serious => ("is-serious", FindingWord::Serious),
        Severity::Warning => ("is-warning", FindingWord::Warning),
        Severity::Notice => ("is-notice", FindingWord::Notice),
    };
    let confidence = match finding.confidence {
        Confidence::High => FindingWord::ConfidenceHigh,
        Confidence::Medium => FindingWord::ConfidenceMedium,
        Confidence::Low => FindingWord::ConfidenceLow,
    };
    let mut filter = (*page.filter).clone();
    finding.filter.active().for_each(|criterion| filter.set(criterion.field, &criterion.text));
    let to_calls = page.query_of(&Route::Calls, &filter);
    let show = Callback::from(move |_: MouseEvent| address::go(&Route::Calls.to_path(), &to_calls));
    let only = page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(filter.clone()).into());
    let about: Vec<String> = finding
        .about
        .iter()
        .map(|(by, key)| format!("{}: {}", page.language.dimension(*by), group_name(page, *by, key.as_deref())))
        .collect();
    let has_filter = finding.filter.is_active();
    html! {
        <li class={classes!("card", "finding", severity.0)}>
            <@{heading} class="title"><span class="mark">{ page.word(severity.1) }</span>{ " " }{ &words.title }</@>
            <p>{ &words.sentence }</p>
            <dl class="facts">
                <div><dt>{ page.word(FindingWord::AtStake) }</dt><dd>{ stake(page, finding) }</dd></div>
                if let Some(since) = finding.since {
                    <div>
                        <dt>{ page.word(FindingWord::Since) }</dt>
                        <dd>{ page.language.moment(since, &page.zone.local()) }</dd>
                    </div>
                }
                <div><dt>{ page.word(FindingWord::HowSure) }</dt><dd>{ page.word(confidence) }</dd></div>
                if !about.is_empty() {
                    <div><dt>{ page.word(FindingWord::About) }</dt><dd>{ about.join(", ") }</dd></div>
                }
            </dl>
            if !words.steps.is_empty() {
                <details class="unfolded-on-paper" open={unfolded}>
                    <summary>{ page.word(ReportWord::WhatToDo) }</summary>
                    <ol>{ for words.steps.iter().map(|step| html! { <li>{ step.to_string() }</li> }) }</ol>
                    if !finding.reference.is_empty() {
                        <ReferenceLinks entries={finding.reference.clone()} />
                    }
                </details>
            }
            if has_filter {
                <div class="buttons">
                    <button type="button" onclick={show}
                        aria-label={format!("{}: {}", page.word(ReportWord::ShowCalls), words.title)}>
                        { page.word(ReportWord::ShowCalls) }
                    </button>
                    <button type="button" class="quiet" onclick={only}
                        aria-label={format!("{}: {}", page.word(FindingWord::FilterByIt), words.title)}>
                        { page.word(FindingWord::FilterByIt) }
                    </button>
                </div>
            }
        </li>
    }
}

/// An entry of the reference by its title, after those before it.
fn stake(page: &Page, finding: &Finding) -> String {
    let calls = page.sentence(ReportSentence::CallsAtStake { calls: finding.stake.calls });
    match finding.stake.money {
        None => calls,
        Some(money) => {
            let money = page.language.money(money.units());
            page.sentence(ReportSentence::MoneyAtStake {
                calls: &calls,
                money: &money,
                is_estimate: finding.stake.is_estimate,
            })
        }
    }
}
