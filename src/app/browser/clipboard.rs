//! What a person copies.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Puts a text where a person can paste it from, and tells whether the browser let the page do so; to be called while a
/// click is handled.
pub(in crate::app) fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let written = write(text);
    async move {
        match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        }
    }
}

/// A text as a cell of a table that is copied: a name from a file must be no formula to a spreadsheet, and no second
/// cell.
pub(in crate::app) fn cell(text: &str) -> String {
    session::export::no_formula(&text.replace(['\t', '\n', '\r'], " ")).into_owned()
}

fn write(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&web_sys::window()?.navigator(), &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
