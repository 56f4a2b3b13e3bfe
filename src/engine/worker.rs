//! The worker's part: one file after another, in the order in which they were handed over.

use super::file_slices::read_slices;
use super::messages::{FromWorker, ToWorker, pack, unpack};
use crate::export::SetAsideCsv;
use crate::ingest::FileProblem;
use crate::sample::{Sample, SampleSpec};
use crate::session::{FileReading, Part, ReadSettings, SeenCalls};
use crate::words::Language;
use js_sys::{Array, Date, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, FilePropertyBag, MessageEvent};

/// How often the page hears how far a file has come.
const PROGRESS_EVERY_MILLIS: f64 = 100.0;

/// Rows set aside are handed to the browser, which may keep them on disk, once there are this many bytes of them.
const SET_ASIDE_PART_BYTES: usize = 1 << 20;

/// So much of a file is looked at before those before it are read.
const LOOKED_AT_BYTES: f64 = 256.0 * 1024.0;

/// Rows of the sample that are made at once.
const SAMPLE_CHUNK_ROWS: usize = 10_000;

/// Listens to the page. Called once, by `main`, in a worker.
pub fn run_worker() {
    std::panic::set_hook(Box::new(|panic| post(&FromWorker::Stopped { detail: panic.to_string() }, &JsValue::NULL)));
    let queue = Rc::new(RefCell::new(VecDeque::new()));
    let working = Rc::new(RefCell::new(false));
    let seen: Seen = Rc::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(job) = unpack::<ToWorker>(event.data()) else { return };
        queue.borrow_mut().push_back(job);
        if !working.replace(true) {
            let (queue, working, seen) = (queue.clone(), working.clone(), seen.clone());
            spawn_local(async move {
                loop {
                    // The borrow ends with the statement: new jobs come in while one is worked on.
                    let Some(job) = queue.borrow_mut().pop_front() else { break };
                    work(job, &seen).await;
                }
                working.replace(false);
            });
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(message: &FromWorker, object: &JsValue) {
    // It fails for objects that cannot travel; the ones sent here can.
    let _ = scope().post_message(&pack(message, object));
}

/// Calls of all files that were read.
type Seen = Rc<RefCell<SeenCalls>>;

async fn work((job, object): (ToWorker, JsValue), seen: &Seen) {
    match job {
        ToWorker::Seen => {
            let bytes = Uint8Array::new(&object).to_vec();
            if let Some(calls) = SeenCalls::read(&bytes) {
                seen.borrow_mut().merge(calls);
            }
        }
        ToWorker::Look { id, name, settings } => look(id, &name, &settings, object.unchecked_ref()).await,
        ToWorker::Read { id, name, settings } => {
            if let Err(problem) = read(id, &name, &settings, object.unchecked_ref(), seen).await {
                post(&FromWorker::Failed { id, entry: None, problem }, &JsValue::NULL);
            }
        }
        ToWorker::MakeSample => match make_sample() {
            Ok(file) => post(&FromWorker::Sample, &file),
            Err(error) => post(&FromWorker::Stopped { detail: format!("{error:?}") }, &JsValue::NULL),
        },
    }
}

/// What cannot be told from the beginning of a file is told when it is read.
async fn look(id: u32, name: &str, settings: &ReadSettings, file: &File) {
    let Ok(beginning) = file.slice_with_f64_and_f64(0.0, LOOKED_AT_BYTES) else { return };
    let mut reading = FileReading::new(name, Language::default(), settings, &Seen::default());
    let read = read_slices(&beginning, |slice, _| reading.push(slice));
    if read.await.is_ok()
        && let Some((None, report)) = reading.report_so_far()
        && let Some(facts) = report.facts
    {
        post(&FromWorker::Looked { id, facts }, &JsValue::NULL);
    }
}

async fn read(id: u32, name: &str, settings: &ReadSettings, file: &File, seen: &Seen) -> Result<(), FileProblem> {
    post(&FromWorker::Begun { id }, &JsValue::NULL);
    let mut reading = FileReading::new(name, Language::default(), settings, seen);
    let mut set_aside = Array::new();
    let mut told = Date::now();
    read_slices(file, |slice, bytes| {
        if !reading.push(slice) {
            return false;
        }
        // First those that were finished: what was set aside before is theirs.
        tell(id, reading.take_finished(), &mut set_aside);
        if let Some(lines) = reading.take_set_aside(SET_ASIDE_PART_BYTES) {
            set_aside.push(&csv_blob(&Array::of1(&Uint8Array::from(lines.as_slice()))));
        }
        if Date::now() - told >= PROGRESS_EVERY_MILLIS
            && let Some((entry, report)) = reading.report_so_far()
        {
            told = Date::now();
            post(&FromWorker::Progress { id, entry: entry.map(str::to_owned), bytes, report }, &JsValue::NULL);
        }
        true
    })
    .await?;
    let (parts, calls) = reading.finish();
    tell(id, parts, &mut set_aside);
    post(&FromWorker::Finished { id }, &Uint8Array::from(calls.bytes().as_slice()));
    Ok(())
}

/// Tells of files that were finished; `set_aside` are rows of the first of them, and then of none.
fn tell(id: u32, parts: Vec<Part>, set_aside: &mut Array) {
    for Part { entry, outcome, set_aside: lines } in parts {
        let rows = std::mem::replace(set_aside, Array::new());
        match outcome {
            Ok(report) => {
                let object = if report.set_aside == 0 {
                    JsValue::NULL
                } else {
                    rows.unshift(&SetAsideCsv::header().into());
                    rows.push(&Uint8Array::from(lines.as_slice()));
                    csv_blob(&rows)
                };
                post(&FromWorker::Read { id, entry, report }, &object);
            }
            Err(problem) => post(&FromWorker::Failed { id, entry, problem }, &JsValue::NULL),
        }
    }
}

fn csv_blob(parts: &Array) -> JsValue {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    Blob::new_with_blob_sequence_and_options(parts, &options).map_or_else(|error| error, JsValue::from)
}

fn make_sample() -> Result<JsValue, JsValue> {
    let spec = SampleSpec::default();
    let name = spec.file_name();
    let mut sample = Sample::new(spec);
    let parts = Array::new();
    let mut chunk = Vec::new();
    let mut more = true;
    while more {
        chunk.clear();
        more = sample.write_chunk(&mut chunk, SAMPLE_CHUNK_ROWS);
        parts.push(&Uint8Array::from(chunk.as_slice()));
    }
    let options = FilePropertyBag::new();
    // The same sample, made twice, is the same file.
    options.set_last_modified(0.0);
    Ok(File::new_with_u8_array_sequence_and_options(&parts, &name, &options)?.into())
}
