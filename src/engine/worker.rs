//! The worker's part: one file after another, in the order in which they were handed over.

use super::file_slices::read_slices;
use super::messages::{FromWorker, ToWorker, pack, unpack};
use crate::export::SetAsideCsv;
use crate::ingest::FileProblem;
use crate::sample::{Sample, SampleSpec};
use crate::session::FileReading;
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

/// Rows of the sample that are made at once.
const SAMPLE_CHUNK_ROWS: usize = 10_000;

/// Listens to the page. Called once, by `main`, in a worker.
pub fn run_worker() {
    std::panic::set_hook(Box::new(|panic| post(&FromWorker::Stopped { detail: panic.to_string() }, &JsValue::NULL)));
    let queue = Rc::new(RefCell::new(VecDeque::new()));
    let working = Rc::new(RefCell::new(false));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(job) = unpack::<ToWorker>(event.data()) else { return };
        queue.borrow_mut().push_back(job);
        if !working.replace(true) {
            let (queue, working) = (queue.clone(), working.clone());
            spawn_local(async move {
                loop {
                    // The borrow ends with the statement: new jobs come in while one is worked on.
                    let Some(job) = queue.borrow_mut().pop_front() else { break };
                    work(job).await;
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

async fn work((job, object): (ToWorker, JsValue)) {
    match job {
        ToWorker::Read { id, name } => {
            if let Err(problem) = read(id, &name, object.unchecked_ref()).await {
                post(&FromWorker::Failed { id, problem }, &JsValue::NULL);
            }
        }
        ToWorker::MakeSample => match make_sample() {
            Ok(file) => post(&FromWorker::Sample, &file),
            Err(error) => post(&FromWorker::Stopped { detail: format!("{error:?}") }, &JsValue::NULL),
        },
    }
}

async fn read(id: u32, name: &str, file: &File) -> Result<(), FileProblem> {
    let mut reading = FileReading::new(name, Language::default());
    let set_aside = Array::new();
    let mut told = Date::now();
    read_slices(file, |slice, bytes| {
        reading.push(slice)?;
        if let Some(lines) = reading.take_set_aside(SET_ASIDE_PART_BYTES) {
            set_aside.push(&csv_blob(&Array::of1(&Uint8Array::from(lines.as_slice()))));
        }
        if Date::now() - told >= PROGRESS_EVERY_MILLIS {
            told = Date::now();
            post(&FromWorker::Progress { id, bytes, report: reading.report_so_far() }, &JsValue::NULL);
        }
        Ok(())
    })
    .await?;
    let (report, lines) = reading.finish()?;
    let object = if report.set_aside == 0 {
        JsValue::NULL
    } else {
        set_aside.unshift(&SetAsideCsv::header().into());
        set_aside.push(&Uint8Array::from(lines.as_slice()));
        csv_blob(&set_aside)
    };
    post(&FromWorker::Read { id, report }, &object);
    Ok(())
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
