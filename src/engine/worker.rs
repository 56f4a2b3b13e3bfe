//! The worker's part: it reads one file or piece after another, holds their calls, and answers questions about them,
//! also while it reads.

mod answer;
mod export;
mod read;

use super::by_page;
use super::messages::{ExportedPart, FromWorker, ToWorker, unpack};
use super::post::{post, scope};
use js_sys::{Array, Uint8Array};
use sample::{Sample, SampleSpec};
use session::{SeenCalls, ShardQuestions, mark_duplicates};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use store::Shard;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, MessageEvent};

/// Rows of the sample that are made at once.
const SAMPLE_CHUNK_ROWS: usize = 10_000;

/// What a worker has.
#[derive(Default)]
struct Worker {
    shard: Rc<RefCell<Shard>>,
    queue: RefCell<VecDeque<(ToWorker, Array)>>,
    working: Cell<bool>,
    /// The file that is read now, and whether that was stopped.
    reading: Cell<Option<(u32, Option<u32>)>>,
    stopped: Cell<bool>,
    /// How often it says how far a file has come.
    progress_every_millis: Cell<f64>,
    questions: RefCell<ShardQuestions>,
    /// Somebody sees to it that they are answered.
    is_answering: Cell<bool>,
    /// What is known of the parts of the export that comes next, and their texts.
    export_parts: RefCell<(Vec<ExportedPart>, Array)>,
}

/// Listens to the page. Called once, by `main`, in a worker.
pub fn run_worker() {
    std::panic::set_hook(Box::new(|panic| post(&FromWorker::Stopped { detail: panic.to_string() }, &[])));
    let worker = Rc::new(Worker::default());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((message, objects)) = unpack::<ToWorker>(event.data()) {
            worker.clone().receive(message, objects);
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

impl Worker {
    fn receive(self: Rc<Self>, message: ToWorker, objects: Array) {
        match message {
            ToWorker::Bounds { bytes, progress_every_millis } => {
                self.shard.borrow_mut().set_budget(bytes as usize);
                self.progress_every_millis.set(progress_every_millis);
            }
            ToWorker::Forget { id, part } => self.forget(id, part),
            ToWorker::Mark { job, id, part } => self.mark(job, id, part, &seen_of(&objects, 0)),
            ToWorker::Question(message) => self.handle_question(message),
            ToWorker::ExportParts(parts) => _ = self.export_parts.replace((parts, objects)),
            ToWorker::Slice { request, problem } => by_page::deliver(request, problem, &objects.get(0)),
            job => {
                self.queue.borrow_mut().push_back((job, objects));
                if !self.working.replace(true) {
                    spawn_local(async move {
                        loop {
                            // The borrow ends with the statement: new jobs come in while one is worked on.
                            let Some((job, objects)) = self.queue.borrow_mut().pop_front() else { break };
                            self.work(job, objects).await;
                        }
                        self.working.set(false);
                    });
                }
            }
        }
    }

    async fn work(&self, job: ToWorker, objects: Array) {
        let file = objects.get(0);
        match job {
            ToWorker::Peek { id, name, settings } => read::peek(id, &name, &settings, file.unchecked_ref()).await,
            ToWorker::Read { job, id, name, settings, cut_at, stream } => {
                self.reading.set(Some((id, None)));
                let known = seen_of(&objects, 1);
                let ends = (cut_at, stream);
                let read = self.read((job, id), &name, &settings, ends, known, file.unchecked_ref()).await;
                self.end_reading(job, read);
            }
            ToWorker::Piece { job, id, name, settings, spec } => {
                self.reading.set(Some((id, Some(spec.part))));
                let known = seen_of(&objects, 1);
                let read = self.read_piece((job, id), &name, &settings, *spec, known, file.unchecked_ref()).await;
                self.end_reading(job, read);
            }
            ToWorker::MakeSample => match make_sample() {
                Ok(file) => post(&FromWorker::Sample, &[&file]),
                Err(error) => post(&FromWorker::Stopped { detail: format!("{error:?}") }, &[]),
            },
            _ => {}
        }
    }

    fn end_reading(&self, job: u32, read: Result<(), ingest::FileProblem>) {
        self.reading.set(None);
        let was_stopped = self.stopped.replace(false);
        if let Err(problem) = read
            && !was_stopped
        {
            post(&FromWorker::Failed { job, entry: None, problem }, &[]);
        }
        post(&FromWorker::HeldBytes { bytes: self.shard.borrow().bytes() as f64 }, &[]);
    }

    fn forget(&self, id: u32, part: Option<u32>) {
        let is_it = |of: u32, which: Option<u32>| of == id && (part.is_none() || which.is_none() || part == which);
        self.queue.borrow_mut().retain(|(job, _)| match job {
            ToWorker::Read { id, .. } => !is_it(*id, None),
            ToWorker::Piece { id, spec, .. } => !is_it(*id, Some(spec.part)),
            _ => true,
        });
        if self.reading.get().is_some_and(|(id, part)| is_it(id, part)) {
            self.stopped.set(true);
        }
        self.shard.borrow_mut().remove(|key| key.file == id && part.is_none_or(|part| part == key.part));
        self.questions.borrow_mut().changed();
    }

    fn mark(&self, job: u32, id: u32, part: Option<u32>, calls: &SeenCalls) {
        let mut shard = self.shard.borrow_mut();
        let left = if shard.is_whole() {
            Some(mark_duplicates(&mut shard, id, part, calls))
        } else {
            shard.remove(|key| key.file == id && part.is_none_or(|part| part == key.part));
            None
        };
        self.questions.borrow_mut().changed();
        post(&FromWorker::Marked { job, left }, &[]);
    }
}

/// The serial numbers among the objects of a message.
fn seen_of(objects: &Array, at: u32) -> SeenCalls {
    let object = objects.get(at);
    if object.is_falsy() {
        return SeenCalls::default();
    }
    SeenCalls::read(&Uint8Array::new(&object).to_vec()).unwrap_or_default()
}

/// Parts as a `Blob`, which the browser may keep on disk.
fn blob(parts: &Array, kind: &str) -> JsValue {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
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
