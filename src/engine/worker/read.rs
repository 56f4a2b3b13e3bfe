//! Reading files and pieces of them.

use super::super::file_slices::read_slices;
use super::super::messages::FromWorker;
use super::{Worker, post};
use crate::export::SetAsideCsv;
use crate::ingest::{FileProblem, KeptText};
use crate::session::{FileReading, Part, PieceRead, PieceReading, PieceSpec, ReadSettings, SeenCalls};
use crate::words::Language;
use js_sys::{Array, Date, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, File};

/// How often the page hears how far a file has come.
const PROGRESS_EVERY_MILLIS: f64 = 100.0;

/// Rows set aside are handed to the browser, which may keep them on disk, once there are this many bytes of them.
const SET_ASIDE_PART_BYTES: usize = 1 << 20;

/// So much of a file is looked at before those before it are read.
const LOOKED_AT_BYTES: f64 = 256.0 * 1024.0;

/// What cannot be told from the beginning of a file is told when it is read.
pub(super) async fn look(id: u32, name: &str, settings: &ReadSettings, file: &File) {
    let Ok(beginning) = file.slice_with_f64_and_f64(0.0, LOOKED_AT_BYTES) else { return };
    let mut reading = FileReading::new(name, Language::default(), settings, &Rc::default());
    let read = read_slices(&beginning, 0.0, |slice, _| reading.push(slice));
    if read.await.is_ok()
        && let Some((None, report)) = reading.report_so_far()
        && let Some(facts) = report.facts
    {
        post(&FromWorker::Looked { id, facts }, &[]);
    }
}

/// What the browser keeps of a file that is read.
#[derive(Default)]
struct Kept {
    set_aside: Array,
    /// Parts of the text, and where in the dropped file it goes on with them.
    text: Array,
    text_from: u64,
}

impl Kept {
    fn add_set_aside(&mut self, lines: &[u8]) {
        self.set_aside.push(&blob(&Array::of1(&Uint8Array::from(lines)), "text/csv;charset=utf-8"));
    }

    fn add_text(&mut self, text: Option<KeptText>) {
        if let Some(text) = text {
            self.text_from = text.from;
            self.text.push(&blob(&Array::of1(&Uint8Array::from(text.bytes.as_slice())), "text/plain"));
        }
    }

    /// The rows set aside, with those that came last, and the text.
    fn take(&mut self, lines: &[u8], file: &File, mark: u64) -> (JsValue, JsValue) {
        let Kept { set_aside, text, text_from } = std::mem::take(self);
        if !lines.is_empty() {
            set_aside.push(&Uint8Array::from(lines));
        }
        let rows = if set_aside.length() == 0 {
            JsValue::NULL
        } else {
            set_aside.unshift(&SetAsideCsv::header().into());
            blob(&set_aside, "text/csv;charset=utf-8")
        };
        if text.length() > 0
            && text_from > 0
            && let Ok(beginning) = file.slice_with_f64_and_f64(mark as f64, (mark + text_from) as f64)
        {
            text.unshift(&beginning);
        }
        (rows, if text.length() == 0 { JsValue::NULL } else { blob(&text, "text/plain") })
    }
}

fn blob(parts: &Array, kind: &str) -> JsValue {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_blob_sequence_and_options(parts, &options).map_or_else(|error| error, JsValue::from)
}

impl Worker {
    pub(super) async fn read(
        &self,
        (job, id): (u32, u32),
        name: &str,
        settings: &ReadSettings,
        cut_at: Option<u64>,
        known: SeenCalls,
        file: &File,
    ) -> Result<(), FileProblem> {
        let seen = Rc::new(RefCell::new(known));
        let reading = FileReading::new(name, Language::default(), settings, &seen).keeping(&self.shard, id);
        let mut reading = Some(reading);
        let mut kept = Kept::default();
        let mut is_cut = false;
        let mut told = Date::now();
        let read = read_slices(file, 0.0, |slice, bytes| {
            let Some(reading) = reading.as_mut().filter(|_| !self.stopped.get()) else { return false };
            let more = reading.push(slice);
            // First those that were finished: what was kept before is theirs.
            tell(job, reading.take_finished(), &mut kept, file);
            kept.add_text(reading.take_text());
            if let Some(lines) = reading.take_set_aside(SET_ASIDE_PART_BYTES) {
                kept.add_set_aside(&lines);
            }
            if let Some(end) = cut_at.filter(|_| !is_cut && more)
                && let Some(facts) = reading.cut_at(end)
            {
                is_cut = true;
                post(&FromWorker::CanBeCut { job, facts: Box::new(facts) }, &[]);
            }
            if Date::now() - told >= PROGRESS_EVERY_MILLIS
                && let Some((entry, report)) = reading.report_so_far()
            {
                told = Date::now();
                post(&FromWorker::Progress { job, entry: entry.map(str::to_owned), bytes, report }, &[]);
            }
            more
        });
        let outcome = read.await;
        let Some(reading) = reading else { return Ok(()) };
        if self.stopped.get() || outcome.is_err() {
            reading.give_up();
            return outcome;
        }
        if is_cut {
            let read = reading.finish_first_piece()?;
            tell_piece(job, read, &mut kept, file);
            return Ok(());
        }
        let (parts, calls) = reading.finish();
        tell(job, parts, &mut kept, file);
        post(&FromWorker::Finished { job }, &[&Uint8Array::from(calls.bytes().as_slice())]);
        Ok(())
    }

    pub(super) async fn read_piece(
        &self,
        (job, id): (u32, u32),
        name: &str,
        settings: &ReadSettings,
        spec: PieceSpec,
        known: SeenCalls,
        file: &File,
    ) -> Result<(), FileProblem> {
        let begin = spec.begin;
        let mut reading = PieceReading::new(name, Language::default(), settings, spec, &self.shard, id).knowing(known);
        let mut kept = Kept::default();
        let mut told = Date::now();
        let mut failed = None;
        let read = read_slices(file, reading.at() as f64, |slice, end| {
            if self.stopped.get() {
                return false;
            }
            let more = reading.push(slice).unwrap_or_else(|problem| {
                failed = Some(problem);
                false
            });
            if let Some(lines) = reading.take_set_aside(SET_ASIDE_PART_BYTES) {
                kept.add_set_aside(&lines);
            }
            if Date::now() - told >= PROGRESS_EVERY_MILLIS {
                told = Date::now();
                let report = reading.report_so_far();
                post(&FromWorker::Progress { job, entry: None, bytes: end - begin, report }, &[]);
            }
            more
        });
        let outcome = read.await.and(failed.map_or(Ok(()), Err));
        if self.stopped.get() || outcome.is_err() {
            reading.give_up();
            self.shard.borrow_mut().forget_open();
            return outcome;
        }
        tell_piece(job, reading.finish()?, &mut kept, file);
        Ok(())
    }
}

fn tell_piece(job: u32, read: PieceRead, kept: &mut Kept, file: &File) {
    let (rows, _) = kept.take(&read.set_aside, file, 0);
    let calls = Uint8Array::from(read.calls.bytes().as_slice());
    let message = FromWorker::PieceRead { job, report: read.report, bounds: Box::new(read.bounds) };
    post(&message, &[&calls, &rows]);
}

/// Tells of files that were finished; what was kept is of the first of them.
fn tell(job: u32, parts: Vec<Part>, kept: &mut Kept, file: &File) {
    for Part { entry, part, outcome, set_aside, text } in parts {
        kept.add_text(text);
        let mark = outcome.as_ref().ok().and_then(|report| report.facts.as_ref()).map_or(0, |facts| facts.mark_bytes);
        let (rows, text) = kept.take(&set_aside, file, mark);
        match outcome {
            Ok(report) => post(&FromWorker::Read { job, entry, part, report }, &[&rows, &text]),
            Err(problem) => post(&FromWorker::Failed { job, entry, problem }, &[]),
        }
    }
}
