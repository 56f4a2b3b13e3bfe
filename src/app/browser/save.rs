//! Gives the person a file.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The kind of a file of comma-separated values.
pub(in crate::app) const CSV: &str = "text/csv;charset=utf-8";

/// A file of text.
///
/// # Errors
/// What the browser says.
pub(in crate::app) fn text(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// A file of bytes.
///
/// # Errors
/// What the browser says.
pub(in crate::app) fn bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

/// A file of bytes that the browser holds.
///
/// # Errors
/// What the browser says.
pub(in crate::app) fn blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("window.document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let address = Url::create_object_url_with_blob(blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has taken hold of the blob by the time that this runs.
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&address));
    let window = web_sys::window().ok_or("window")?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)?;
    Ok(())
}
