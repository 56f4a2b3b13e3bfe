//! Keys for what is done often, and their list.

use crate::app::browser;
use crate::app::browser::address;
use crate::app::context::Page;
use crate::app::route::Route;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, KeyboardEvent};
use words::PageWord;
use yew::prelude::*;
use yew_router::Routable;

/// After `g`, the key of a page.
const PAGES: [(&str, Route, PageWord); 15] = [
    ("o", Route::Overview, PageWord::PageOverview),
    ("f", Route::Findings, PageWord::PageFindings),
    ("e", Route::EndReasons, PageWord::PageEndReasons),
    ("c", Route::Calls, PageWord::PageCalls),
    ("t", Route::Time, PageWord::PageTime),
    ("b", Route::Breakdown, PageWord::PageBreakdown),
    ("v", Route::Compare, PageWord::PageCompare),
    ("d", Route::Destinations, PageWord::PageDestinations),
    ("m", Route::Billing, PageWord::PageBilling),
    ("l", Route::Capacity, PageWord::PageCapacity),
    ("q", Route::Quality, PageWord::PageQuality),
    ("s", Route::Security, PageWord::PageSecurity),
    ("a", Route::Alarms, PageWord::PageAlarms),
    ("h", Route::Files, PageWord::PageFiles),
    ("r", Route::Reference, PageWord::Reference),
];

/// The list, which `?` opens, and the keys themselves.
#[component]
pub(in crate::app) fn Shortcuts() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let dialog = use_node_ref();
    // The filter and what was chosen stay when another page is gone to.
    let current = use_mut_ref(|| page.clone());
    current.borrow_mut().clone_from(&page);
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let mut after_g = false;
            let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                if is_typing(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
                    return;
                }
                let key = event.key();
                let was_g = std::mem::replace(&mut after_g, key == "g");
                if was_g && let Some((_, route, _)) = PAGES.iter().find(|(of, ..)| *of == key) {
                    let page = current.borrow().clone();
                    address::go(&route.to_path(), &page.query_of(route, &page.filter));
                } else if key == "?"
                    && let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                {
                    // It fails where it is open already.
                    let _ = dialog.show_modal();
                } else if key == "/" {
                    event.prevent_default();
                    browser::focus("filter-value");
                }
            });
            let window = web_sys::window();
            if let Some(window) = &window {
                let _ = window.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
            }
            move || {
                if let Some(window) = window {
                    let _ = window.remove_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
                }
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let key = |keys: &str, what: &str| html! { <tr><th scope="row"><kbd>{ keys }</kbd></th><td>{ what }</td></tr> };
    html! {
        <dialog ref={dialog} class="shortcuts" aria-label={page.word(PageWord::Shortcuts)}>
            <h2>{ page.word(PageWord::Shortcuts) }</h2>
            <table>
                <tbody>
                    { key("?", page.word(PageWord::ShortcutList)) }
                    { key("/", page.word(PageWord::ShortcutFilter)) }
                    { for PAGES.iter().map(|(of, _, word)| key(&format!("g {of}"), page.word(*word))) }
                </tbody>
            </table>
            <button type="button" onclick={close}>{ page.word(PageWord::Close) }</button>
        </dialog>
    }
}

/// Letters are text there. A dialog that is closed may keep the focus for a moment; its keys are the page's again.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        element.closest("input, textarea, select, [contenteditable], dialog[open]").ok().flatten().is_some()
    })
}
