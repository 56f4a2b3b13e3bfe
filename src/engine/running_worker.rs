//! One worker, started and listened to.

use super::file_slices::read_range;
use super::messages::{FromWorker, ToWorker, pack, unpack};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, HtmlScriptElement, MessageEvent, Url, Worker};

/// Ends when it is dropped: whatever it still had to say is not heard.
pub(super) struct RunningWorker {
    worker: Worker,
    script: String,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.script);
    }
}

impl RunningWorker {
    /// What it says goes to `receive`; an error that ends it too.
    pub(super) fn start(receive: impl Fn(FromWorker, Array) + Clone + 'static) -> Result<Self, JsValue> {
        let script = worker_script()?;
        let worker = Worker::new(&script)?;
        let on_message = {
            let receive = receive.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some((message, objects)) = unpack(event.data()) {
                    receive(message, objects);
                }
            })
        };
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            receive(FromWorker::Stopped { detail: event.message() }, Array::new());
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // The first message is the module; the worker's script waits for it.
        worker.post_message(&wasm_bindgen::module())?;
        Ok(Self { worker, script, _on_message: on_message, _on_error: on_error })
    }

    /// Reads a range of a `Blob` in place of the worker, which the browser does not let read, and hands the bytes over.
    pub(super) fn read_for(&self, request: u32, blob: &Blob, begin: f64, end: f64) {
        let (worker, blob) = (self.worker.clone(), blob.clone());
        spawn_local(async move {
            // It fails for objects that cannot travel; these can. A worker that has ended meanwhile hears nothing.
            let _ = match read_range(&blob, begin, end - begin).await {
                Ok(bytes) => {
                    let (message, handed_over) = pack(&ToWorker::Slice { request, problem: None }, &[&bytes]);
                    handed_over.push(&bytes.buffer());
                    worker.post_message_with_transfer(&message, &handed_over)
                }
                Err(problem) => {
                    let (message, handed_over) = pack(&ToWorker::Slice { request, problem: Some(problem) }, &[]);
                    worker.post_message_with_transfer(&message, &handed_over)
                }
            };
        });
    }

    pub(super) fn send(&self, message: &ToWorker, objects: &[&JsValue]) {
        // It fails for objects that cannot travel; files, blobs and bytes can.
        let (message, handed_over) = pack(message, objects);
        let _ = self.worker.post_message_with_transfer(&message, &handed_over);
    }
}

/// The worker's script, as a Blob's address, which a page opened from disk may start too: the glue that the page itself
/// was started with, and three lines that wait for the module.
fn worker_script() -> Result<String, JsValue> {
    const START: &str =
        "\nonmessage = (event) => {\n  onmessage = null;\n  wasm_bindgen.initSync({ module: event.data });\n};\n";
    let parts = Array::of2(&glue()?.into(), &START.into());
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// The glue's own text, which what `cargo xtask build` makes keeps in the page so that nothing is loaded later; a page
/// made by Trunk has it not, and the worker loads it once more.
fn glue() -> Result<String, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("window.document")?;
    if let Some(inline) = document.get_element_by_id("glue") {
        return Ok(inline.text_content().unwrap_or_default());
    }
    let scripts = document.scripts();
    (0..scripts.length())
        .filter_map(|at| scripts.item(at)?.dyn_into::<HtmlScriptElement>().ok())
        .map(|script| script.src())
        .find(|src| src.contains("cdr-lens"))
        .map(|src| format!("importScripts({src:?});"))
        .ok_or_else(|| "document.scripts".into())
}
