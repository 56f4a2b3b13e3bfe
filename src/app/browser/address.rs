//! The address's fragment: where one is, and the filter.

use super::rest::Busy;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use yew::Callback;

thread_local! {
    /// The browser has been told of another fragment, and has not told of it yet.
    static GOING: Cell<Option<Busy>> = const { Cell::new(None) };
}

/// The path and the query of the fragment, `/calls` and `callee=44%25`; the path of the start where there is none.
pub(in crate::app) fn current() -> (String, String) {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let fragment = hash.trim_start_matches('#');
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    (if path.is_empty() { "/".to_owned() } else { path.to_owned() }, query.to_owned())
}

/// Goes to a path with a query; the browser can go back from there.
pub(in crate::app) fn go(path: &str, query: &str) {
    let fragment = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let before = location.href();
    // It fails for an address that cannot be parsed; this one can.
    let _ = location.set_hash(&fragment);
    // The browser tells of it in a moment, if it is another one.
    if location.href() != before {
        GOING.set(Some(Busy::begin()));
    }
}

/// Tells whenever the fragment changes, for as long as the page is there.
pub(in crate::app) fn listen(changed: Callback<()>) {
    let listener = Closure::<dyn Fn()>::new(move || {
        let going = GOING.take();
        changed.emit(());
        drop(going);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
