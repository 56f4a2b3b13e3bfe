//! What a person copies.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;

/// Puts a text where a person can paste it from; a browser that forbids it does nothing.
pub(in crate::app) fn copy(text: &str) {
    let Some(window) = web_sys::window() else { return };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    let Ok(clipboard) = clipboard else { return };
    if let Some(write) =
        Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok())
    {
        // Nobody waits for it: what it would say is that it is forbidden.
        let _ = write.call1(&clipboard, &text.into());
    }
}

/// A text as a cell of a table that is copied: a name from a file must be no formula to a spreadsheet, and no second cell.
pub(in crate::app) fn cell(text: &str) -> String {
    crate::export::no_formula(&text.replace(['\t', '\n', '\r'], " ")).into_owned()
}
