//! Where the person's own dictionary is kept.

use super::rest::Busy;
use super::storage;
use knowledge::PersonalDictionary;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

const KEPT_AS: &str = "cdr-lens.dictionary";

/// What was kept the last time.
pub(in crate::app) fn remembered() -> PersonalDictionary {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok().flatten());
    kept.and_then(|text| PersonalDictionary::read(&text)).unwrap_or_default()
}

/// Keeps it for the next time, where the browser keeps anything.
pub(in crate::app) fn remember(dictionary: &PersonalDictionary) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &dictionary.text());
    }
}

/// Gives the text of a file to `take`; an empty one where it cannot be read.
pub(in crate::app) fn read(file: &File, take: impl FnOnce(String) + 'static) {
    let (text, busy) = (JsFuture::from(file.text()), Busy::begin());
    spawn_local(async move {
        let _busy = busy;
        take(text.await.ok().and_then(|text| text.as_string()).unwrap_or_default());
    });
}
