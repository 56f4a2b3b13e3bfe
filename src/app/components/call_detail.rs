use super::call_table::{cell, reason_of};
use crate::app::browser::address;
use crate::app::calls::ShownCall;
use crate::app::context::Page;
use crate::app::route::Route;
use calls::{EpochMillis, Field};
use query::{Filter, FilterField, quoted};
use web_sys::HtmlDialogElement;
use words::{CallWord, FileSentence, MappingWord, PageWord};
use yew::prelude::*;
use yew_router::Routable;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// Its place among all, from 0.
    pub(in crate::app) number: u64,
    pub(in crate::app) call: ShownCall,
    pub(in crate::app) on_close: Callback<()>,
}

/// Attempts of the same call follow within a minute.
const ATTEMPTS_MILLIS: i64 = 60_000;

/// One call: its end reason explained, and every cell of its row.
#[component]
pub(in crate::app) fn CallDetail(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // It fails for one that is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let call = &props.call;
    let Some(row) = call.row.clone() else { return Html::default() };
    let reason = reason_of(&page, call);
    let words = reason
        .as_ref()
        .and_then(|row| row.classified.reason)
        .and_then(|reason| page.language.end_reason(reason.family, reason.code));
    let close = props.on_close.reform(|_: MouseEvent| ());
    let attempts = {
        let (row, on_close, page) = (row.clone(), props.on_close.clone(), page.clone());
        let start = row.read.as_ref().map(|read| read.start);
        Callback::from(move |_: MouseEvent| {
            let mut filter = Filter::default();
            for (wanted, field) in [(FilterField::Caller, Field::Caller), (FilterField::Callee, Field::Callee)] {
                if let Some(number) = row.get(field).filter(|number| !number.is_empty()) {
                    filter.set(wanted, &quoted(number));
                }
            }
            if let Some(start) = start {
                let (from, to) = (EpochMillis(start.0 - ATTEMPTS_MILLIS), EpochMillis(start.0 + ATTEMPTS_MILLIS));
                filter.set(FilterField::Period, &format!("{}..{}", from.rfc3339(), to.rfc3339()));
            }
            on_close.emit(());
            address::go(&Route::Calls.to_path(), &page.query_of(&Route::Calls, &filter));
        })
    };
    let title = page.word(CallWord::TheCall);
    html! {
        <dialog ref={dialog} class="call" aria-label={title} onclose={props.on_close.reform(|_: Event| ())}>
            <div class="line">
                <h2>{ title }{ " " }{ page.language.count(props.number + 1) }</h2>
                <button type="button" onclick={close}>{ page.word(PageWord::Close) }</button>
            </div>
            <p>{ cell(&page, call, Field::Start) }</p>
            if let Some(reason) = &reason {
                <h3>{ page.language.end_reason_name(reason) }</h3>
            }
            if let Some(words) = words {
                <p>{ &words.meaning }</p>
                <p>{ &words.action }</p>
            }
            <p><button type="button" onclick={attempts}>{ page.word(CallWord::OtherAttempts) }</button></p>
            <div class="scroll" tabindex="0" role="group" aria-label={title}>
                <table>
                    <thead><tr>
                        <th scope="col">{ page.word(MappingWord::Field) }</th>
                        <th scope="col">{ page.word(CallWord::ColumnInFile) }</th>
                        <th scope="col">{ page.word(CallWord::CellInFile) }</th>
                    </tr></thead>
                    <tbody>{ for row.cells.iter().zip(&row.fields).enumerate().map(|(at, ((name, text), field))| html! {
                        <tr>
                            // Not every column is a field.
                            <td>{ field.map(|field| page.language.field(field)) }</td>
                            <th scope="row">
                                {
                                    if name.is_empty() {
                                        page.sentence(FileSentence::ColumnNumber { number: at + 1 })
                                    } else {
                                        name.clone()
                                    }
                                }
                            </th>
                            <td class="text">{ text }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </dialog>
    }
}
