//! The page's part.

use super::messages::{FromWorker, ToWorker, pack, unpack};
use crate::ingest::{FileFacts, FileProblem};
use crate::session::{FileReport, ReadSettings};
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, File, HtmlScriptElement, MessageEvent, Url, Worker};

/// What the page is told. `id` is that of a dropped file, `entry` the path of a file in it.
#[derive(Debug)]
pub enum EngineEvent {
    /// A file was looked at, and is read later.
    Looked {
        /// Which file.
        id: u32,
        /// What it was taken for.
        facts: Rc<FileFacts>,
    },
    /// A file has come so far.
    Progress {
        /// Which file.
        id: u32,
        /// Which file in it is read now.
        entry: Option<String>,
        /// Bytes read of the dropped file.
        bytes: u64,
        /// What is known of it.
        report: Rc<FileReport>,
    },
    /// A file is read.
    Read {
        /// Which file.
        id: u32,
        /// Which file in it.
        entry: Option<String>,
        /// All that is known of it.
        report: Rc<FileReport>,
        /// Its rows set aside, as CSV, where there are any.
        set_aside: Option<Blob>,
    },
    /// A file cannot be read.
    Failed {
        /// Which file.
        id: u32,
        /// Which file in it.
        entry: Option<String>,
        /// Why.
        problem: FileProblem,
    },
    /// All of a dropped file was read.
    Finished {
        /// Which file.
        id: u32,
    },
    /// The sample is made.
    Sample(File),
    /// The worker stopped by an error: what it was reading is lost.
    Stopped {
        /// Which file it was reading, if any.
        id: Option<u32>,
        /// What is known of the error.
        detail: String,
    },
}

/// Starts and ends the worker, and gives it work.
pub struct Engine {
    listener: Rc<dyn Fn(EngineEvent)>,
    worker: RefCell<Option<RunningWorker>>,
    /// The serial numbers of every dropped file that was read, for the next worker.
    seen: Rc<RefCell<Seen>>,
}

/// The serial numbers of the calls of dropped files, by the files' ids.
#[derive(Default)]
struct Seen {
    read: BTreeMap<u32, JsValue>,
    /// Of files that are read once more: they count again should that be cancelled.
    set_back: BTreeMap<u32, JsValue>,
}

struct RunningWorker {
    worker: Worker,
    script: String,
    // Dropped with the worker: whatever it still had to say is not heard.
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

impl Engine {
    /// Everything that happens is told to `listener`.
    pub fn new(listener: impl Fn(EngineEvent) + 'static) -> Self {
        Self { listener: Rc::new(listener), worker: RefCell::new(None), seen: Rc::default() }
    }

    /// Looks at the beginning of a file.
    pub fn look(&self, id: u32, name: &str, file: &File, settings: ReadSettings) {
        self.send(&ToWorker::Look { id, name: name.to_owned(), settings }, file);
    }

    /// Reads a file, after those that were handed over before.
    pub fn read(&self, id: u32, name: &str, file: &File, settings: ReadSettings) {
        self.send(&ToWorker::Read { id, name: name.to_owned(), settings }, file);
    }

    /// Makes the sample, which then comes as [`EngineEvent::Sample`].
    pub fn make_sample(&self) {
        self.send(&ToWorker::MakeSample, &JsValue::NULL);
    }

    /// Ends the worker at once, whatever it is doing. Only the calls of files that `stays` holds for are counted already to
    /// the next one.
    pub fn cancel(&self, stays: impl Fn(u32) -> bool) {
        self.worker.replace(None);
        let mut seen = self.seen.borrow_mut();
        let set_back = std::mem::take(&mut seen.set_back);
        for (id, calls) in set_back {
            seen.read.entry(id).or_insert(calls);
        }
        seen.read.retain(|id, _| stays(*id));
    }

    /// Ends the worker, so that these files can be read once more.
    pub fn set_back(&self, ids: &[u32]) {
        self.worker.replace(None);
        let mut seen = self.seen.borrow_mut();
        for id in ids {
            if let Some(calls) = seen.read.remove(id) {
                seen.set_back.insert(*id, calls);
            }
        }
    }

    fn send(&self, message: &ToWorker, object: &JsValue) {
        let mut worker = self.worker.borrow_mut();
        let sent = match &*worker {
            Some(running) => running.worker.post_message(&pack(message, object)),
            None => RunningWorker::start(self.listener.clone(), self.seen.clone()).and_then(|running| {
                let sent = running.worker.post_message(&pack(message, object));
                *worker = Some(running);
                sent
            }),
        };
        if let Err(error) = sent {
            (self.listener)(EngineEvent::Stopped { id: None, detail: format!("{error:?}") });
        }
    }
}

impl RunningWorker {
    fn start(listener: Rc<dyn Fn(EngineEvent)>, seen: Rc<RefCell<Seen>>) -> Result<Self, JsValue> {
        let script = worker_script()?;
        let worker = Worker::new(&script)?;
        let reading = Rc::new(Cell::new(None));
        let on_message = {
            let (listener, seen, reading) = (listener.clone(), seen.clone(), reading.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some((message, object)) = unpack(event.data()) {
                    match &message {
                        FromWorker::Begun { id } => reading.set(Some(*id)),
                        FromWorker::Finished { id } => {
                            reading.set(None);
                            let mut seen = seen.borrow_mut();
                            seen.set_back.remove(id);
                            seen.read.insert(*id, object.clone());
                        }
                        _ => {}
                    }
                    if let Some(event) = heard(message, object, reading.get()) {
                        listener(event);
                    }
                }
            })
        };
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            listener(EngineEvent::Stopped { id: reading.get(), detail: event.message() });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // The first message is the module; the worker's script waits for it.
        worker.post_message(&wasm_bindgen::module())?;
        for calls in seen.borrow().read.values() {
            worker.post_message(&pack(&ToWorker::Seen, calls))?;
        }
        Ok(Self { worker, script, _on_message: on_message, _on_error: on_error })
    }
}

fn heard(message: FromWorker, object: JsValue, reading: Option<u32>) -> Option<EngineEvent> {
    Some(match message {
        FromWorker::Begun { .. } => return None,
        FromWorker::Looked { id, facts } => EngineEvent::Looked { id, facts: Rc::new(facts) },
        FromWorker::Progress { id, entry, bytes, report } => {
            EngineEvent::Progress { id, entry, bytes, report: Rc::new(report) }
        }
        FromWorker::Read { id, entry, report } => {
            EngineEvent::Read { id, entry, report: Rc::new(report), set_aside: object.dyn_into().ok() }
        }
        FromWorker::Failed { id, entry, problem } => EngineEvent::Failed { id, entry, problem },
        FromWorker::Finished { id } => EngineEvent::Finished { id },
        FromWorker::Sample => EngineEvent::Sample(object.unchecked_into()),
        FromWorker::Stopped { detail } => EngineEvent::Stopped { id: reading, detail },
    })
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

/// The glue's own text, which what `cargo xtask build` makes keeps in the page so that nothing is loaded later; a page made
/// by Trunk has it not, and the worker loads it once more.
fn glue() -> Result<String, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?;
    if let Some(inline) = document.get_element_by_id("glue") {
        return Ok(inline.text_content().unwrap_or_default());
    }
    let scripts = document.scripts();
    (0..scripts.length())
        .filter_map(|at| scripts.item(at)?.dyn_into::<HtmlScriptElement>().ok())
        .map(|script| script.src())
        .find(|src| src.contains("cdr-lens"))
        .map(|src| format!("importScripts({src:?});"))
        .ok_or_else(|| "the page's own script was not found".into())
}
