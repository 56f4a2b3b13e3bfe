//! What Yew has no name for.

pub(super) mod address;
pub(super) mod alarms;
pub(super) mod charts;
pub(super) mod clipboard;
pub(super) mod columns;
pub(super) mod dial_plan;
pub(super) mod dictionary;
pub(super) mod drop;
pub(super) mod later;
pub(super) mod licences;
pub(super) mod mappings;
pub(super) mod named_filters;
pub(super) mod paper;
pub(super) mod rest;
pub(super) mod save;
pub(super) mod save_place;
pub(super) mod timing;
pub(super) mod zone;

use rest::Busy;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::{Callback, MouseEvent, NodeRef};

/// Opens the file dialog of a file input that is not seen, when something else is clicked.
pub(super) fn opens_dialog(input: &NodeRef) -> Callback<MouseEvent> {
    let input = input.clone();
    Callback::from(move |_| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    })
}

/// Moves the keyboard's focus to the element with that id, if there is one.
pub(super) fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // It fails for an element that is gone, which then needs no focus.
        let _ = element.focus();
    }
}

/// Gives the text of a file to `take`; an empty one where it cannot be read.
pub(super) fn read_text(file: &web_sys::File, take: impl FnOnce(String) + 'static) {
    let (text, busy) = (JsFuture::from(file.text()), Busy::begin());
    spawn_local(async move {
        let _busy = busy;
        take(text.await.ok().and_then(|text| text.as_string()).unwrap_or_default());
    });
}

/// What the browser keeps for the page; a page that may keep nothing has none.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was chosen in a select.
pub(super) fn chosen(event: &web_sys::Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}
