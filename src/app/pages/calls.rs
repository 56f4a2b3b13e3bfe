use crate::app::action::CallAction;
use crate::app::calls::ShownCall;
use crate::app::components::{CallDetail, CallTable, ColumnChoice, DropZone, FilterBar, GroupTable, NotUnderstood};
use crate::app::context::{ListedCalls, Page, Progress};
use query::{RowOrder, RowSort};
use words::{CallWord, PageWord, ReportSentence};
use yew::prelude::*;

/// The calls of the filter, any number of them, and what they have in common.
#[component]
pub(in crate::app) fn CallsPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let order = use_state_eq(|| RowOrder { by: RowSort::Start, descending: false });
    // As it was when it was clicked: its row may be out of sight by now.
    let opened = use_state_eq(|| None::<(u64, ShownCall)>);
    let columns = use_state_eq(ColumnChoice::remembered);
    let ready = page.session.has_report() && !page.session.is_reading();
    {
        let (dispatch, order) = (page.dispatch.clone(), *order);
        use_effect_with((order, ready), move |&(order, ready)| {
            if ready {
                dispatch.emit(CallAction::Request(Some(order)).into());
            }
        });
        let dispatch = page.dispatch.clone();
        use_effect_with((), move |()| move || dispatch.emit(CallAction::Request(None).into()));
    }
    if !page.session.has_report() {
        return html! {
            <>
                <h1>{ page.word(PageWord::PageCalls) }</h1>
                if !page.session.is_reading() {
                    <p>{ page.word(PageWord::NoFilesYet) }</p>
                    <DropZone />
                }
            </>
        };
    }
    if !page.filter_problems().is_empty() {
        return html! {
            <>
                <h1 class="unseen">{ page.word(PageWord::PageCalls) }</h1>
                <FilterBar />
                <NotUnderstood />
            </>
        };
    }
    let export = page.dispatch.reform(|_: MouseEvent| CallAction::Export.into());
    let on_open = {
        let opened = opened.clone();
        Callback::from(move |call| opened.set(Some(call)))
    };
    let on_close = {
        let opened = opened.clone();
        Callback::from(move |()| opened.set(None))
    };
    let on_order = {
        let order = order.clone();
        Callback::from(move |by: RowSort| {
            let descending = if order.by == by { !order.descending } else { by != RowSort::Start };
            order.set(RowOrder { by, descending });
        })
    };
    let on_columns = {
        let columns = columns.clone();
        Callback::from(move |chosen: ColumnChoice| {
            chosen.remember();
            columns.set(chosen);
        })
    };
    let listed = use_context::<ListedCalls>().expect("the root gives it");
    let progress = use_context::<Progress>().expect("the root gives it");
    let found = listed.found;
    let cannot_export = progress.export.is_some() || page.session.is_reading();
    html! {
        <>
            <h1 class="unseen">{ page.word(PageWord::PageCalls) }</h1>
            <FilterBar />
            <section class="report" aria-label={page.word(CallWord::RowsInSight)}>
                <div class="line">
                    <div role="status">
                        if let Some(calls) = found {
                            <h2>{ page.sentence(ReportSentence::CallsFound { calls }) }</h2>
                        }
                    </div>
                    <div class="buttons">
                        { columns.view(&page, on_columns) }
                        if found.is_some_and(|calls| calls > 0) {
                            <button type="button" onclick={export} disabled={cannot_export}>
                                { page.word(CallWord::ExportCalls) }
                            </button>
                        }
                    </div>
                </div>
                if found == Some(0) {
                    <p>{ page.word(CallWord::NoCallsFound) }</p>
                } else {
                    <CallTable columns={(*columns).clone()} order={*order} {on_order} {on_open} />
                }
            </section>
            <GroupTable />
            if let Some((number, call)) = (*opened).clone() {
                <CallDetail {number} {call} {on_close} />
            }
        </>
    }
}
