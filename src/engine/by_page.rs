//! Bytes that the page reads in place of a worker.
//!
//! WebKit lets the page read a `File` but no worker of it, where the page itself was opened from disk
//! (`NotReadableError`). The worker then asks the page for its slices. Where a file cannot be read at all, the page
//! cannot either, and says why.

use super::messages::FromWorker;
use super::post::post;
use ingest::FileProblem;
use js_sys::{Function, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DedicatedWorkerGlobalScope, DomException};

thread_local! {
    /// The page could read what this worker could not: from then on it is asked at once.
    static NEEDED: Cell<bool> = const { Cell::new(false) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// What waits for the page, by the number of its request.
    static WAITING: RefCell<BTreeMap<u32, (Function, Function)>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether this is a worker that cannot read.
pub(super) fn is_needed() -> bool {
    NEEDED.get()
}

/// Whether the page may be able to read what failed here so.
pub(super) fn may_help(error: &JsValue) -> bool {
    let is_refused = |exception: &DomException| matches!(&*exception.name(), "NotReadableError" | "SecurityError");
    let is_worker = js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>();
    is_worker && error.dyn_ref().is_some_and(is_refused)
}

/// Asks the page for a range.
///
/// # Errors
/// What the browser says to the page, as text.
pub(super) async fn read(file: &Blob, begin: f64, end: f64) -> Result<Uint8Array, JsValue> {
    let request = LAST.replace(LAST.get().wrapping_add(1));
    let come = Promise::new(&mut |resolve, reject| {
        WAITING.with_borrow_mut(|waiting| waiting.insert(request, (resolve, reject)));
    });
    post(&FromWorker::CannotRead { request, begin, end }, &[file]);
    let bytes = JsFuture::from(come).await?;
    NEEDED.set(true);
    Ok(bytes.unchecked_into())
}

/// The page has read, or could not.
pub(super) fn deliver(request: u32, problem: Option<FileProblem>, bytes: &JsValue) {
    let Some((resolve, reject)) = WAITING.with_borrow_mut(|waiting| waiting.remove(&request)) else { return };
    // The functions of a promise do not fail.
    let _ = match problem {
        None => resolve.call1(&JsValue::NULL, bytes),
        Some(FileProblem::Unreadable { detail }) => reject.call1(&JsValue::NULL, &detail.into()),
        Some(other) => reject.call1(&JsValue::NULL, &format!("{other:?}").into()),
    };
}
