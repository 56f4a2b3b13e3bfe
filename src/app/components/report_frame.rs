//! What every report page has: its name, the filter, and what is said while there is nothing to show.

use super::{DropZone, FilterBar, NotUnderstood};
use crate::app::action::FilterAction;
use crate::app::browser::paper;
use crate::app::context::Page;
use query::Filter;
use words::{EndReasonWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct ReportFrameProps {
    pub(in crate::app) title: Word,
    /// What the page asked for has been answered.
    pub(in crate::app) ready: bool,
    /// A newer answer is on its way; the old one stands.
    #[prop_or_default]
    pub(in crate::app) pending: bool,
    #[prop_or_default]
    pub(in crate::app) children: Html,
}

/// The frame; its children are shown once there are calls.
#[component]
pub(in crate::app) fn ReportFrame(props: &ReportFrameProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let title = page.word(props.title);
    if !page.session.has_report() {
        return html! {
            <>
                <h1>{ title }</h1>
                if !page.session.is_reading() {
                    <p>{ page.word(PageWord::NoFilesYet) }</p>
                    <DropZone />
                }
            </>
        };
    }
    let filtered = page.filter.is_active();
    let remove = page.dispatch.reform(|_: MouseEvent| FilterAction::Use(Filter::default()).into());
    let content = if !page.filter_problems().is_empty() {
        html! { <NotUnderstood /> }
    } else if page.session.is_reading() {
        html! { <p role="status">{ page.word(ReportWord::WaitForFiles) }</p> }
    } else if !props.ready {
        html! { <p role="status">{ page.word(ReportWord::BeingAsked) }</p> }
    } else if page.summary.total.calls == 0 && !page.summary_pending {
        html! {
            <>
                <p>{ page.sentence(ReportSentence::PageWithoutCalls { filtered }) }</p>
                if filtered {
                    <button type="button" onclick={remove}>{ page.word(ReportWord::RemoveFilter) }</button>
                }
            </>
        }
    } else {
        props.children.clone()
    };
    html! {
        <div class={classes!("report-page", props.pending.then_some("pending"))}>
            <div class="page-title">
                <h1>{ title }</h1>
                <button type="button" class="quiet" onclick={|_| paper::print()}>
                    { page.word(EndReasonWord::Print) }
                </button>
            </div>
            <FilterBar />
            { content }
        </div>
    }
}
