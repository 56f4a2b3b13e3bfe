//! What a worker tells the page.

use super::messages::{FromWorker, pack};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// The worker, as the browser has it.
pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Tells the page, and hands objects over with it.
pub(super) fn post(message: &FromWorker, objects: &[&JsValue]) {
    // It fails for objects that cannot travel; the ones sent here can.
    let (message, handed_over) = pack(message, objects);
    let _ = scope().post_message_with_transfer(&message, &handed_over);
}
