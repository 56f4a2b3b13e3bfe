//! Reading files and pieces of them.

use super::super::file_slices::read_slices;
use super::super::messages::FromWorker;
use super::{Worker, blob};
use crate::engine::post::post;
use ingest::{FileProblem, KeptText};
use js_sys::{Array, Date, Uint8Array};
use session::export::SetAsideCsv;
use session::{
    DroppedFileReader, LeastBytes, PieceRead, PieceReader, PieceSpec, ReadEvent, ReadPart, ReadSettings, SeenCalls,
    Stream,
};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::File;

/// Rows set aside are handed to the browser, which may keep them on disk, once there are this many bytes of them.
const SET_ASIDE_PART_BYTES: usize = 1 << 20;

/// Text that is handed on goes to the browser, which may keep it on disk, in parts of at least so many bytes.
const TEXT_PART_BYTES: usize = 8 << 20;

/// Packed bytes are unpacked in steps of so many: each may become twenty times as much.
const UNPACKED_AT_ONCE_BYTES: usize = 512 << 10;

/// So much of a file is looked at before those before it are read.
const LOOKED_AT_BYTES: f64 = 256.0 * 1024.0;

/// What cannot be told from the beginning of a file is told when it is read.
pub(super) async fn peek(id: u32, name: &str, settings: &ReadSettings, file: &File) {
    let Ok(beginning) = file.slice_with_f64_and_f64(0.0, LOOKED_AT_BYTES) else { return };
    let mut reader = DroppedFileReader::new(name, settings, &Rc::default());
    let read = read_slices(&beginning, 0.0, |slice, _| reader.push(slice));
    if read.await.is_ok()
        && let Some((None, report)) = reader.report_so_far()
        && let Some(facts) = report.facts
    {
        post(&FromWorker::Peeked { id, facts }, &[]);
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

    /// The text is handed on in another way.
    fn drop_text(&mut self) {
        (self.text, self.text_from) = (Array::new(), 0);
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

/// A file that is read from its beginning, and what is posted of it.
struct Beginning<'a> {
    job: u32,
    file: &'a File,
    reader: DroppedFileReader,
    /// Where the first piece ends of a file that can be cut.
    cut_at: Option<u64>,
    is_cut: bool,
    stream: Stream,
    kept: Kept,
    posted_at: f64,
    posts_every_millis: f64,
}

impl Beginning<'_> {
    /// The next bytes, up to so many of the file; whether more are wanted.
    fn push(&mut self, slice: &[u8], end: u64) -> Result<bool, FileProblem> {
        let more = self.reader.push(slice);
        if self.post_events(LeastBytes { relayed: TEXT_PART_BYTES, set_aside: SET_ASIDE_PART_BYTES }, end)? {
            return Ok(false);
        }
        if let Some(at) = self.cut_at.filter(|_| !self.is_cut && more)
            && let Some(facts) = self.reader.cut_at(at)
        {
            self.is_cut = true;
            post(&FromWorker::CanBeCut { job: self.job, facts: Box::new(facts) }, &[]);
        }
        if Date::now() - self.posted_at >= self.posts_every_millis
            && let Some((entry, report)) = self.reader.report_so_far()
        {
            self.posted_at = Date::now();
            let (job, entry) = (self.job, entry.map(str::to_owned));
            post(&FromWorker::Progress { job, entry, bytes: end, report }, &[]);
        }
        Ok(more)
    }

    /// Posts what was found out of the bytes up to `end`; whether that is all that is wanted.
    fn post_events(&mut self, least: LeastBytes, end: u64) -> Result<bool, FileProblem> {
        for event in self.reader.events(least) {
            match event {
                ReadEvent::Finished(part) => post_part(self.job, *part, &mut self.kept, self.file),
                ReadEvent::FirstPiece(read) => {
                    // All of the text is handed on, that of the first piece too.
                    self.kept.drop_text();
                    let is_all = matches!(self.stream, Stream::ReadFirst { .. });
                    post_piece(self.job, *read?, &mut self.kept, self.file, !is_all);
                    if is_all {
                        return Ok(true);
                    }
                }
                ReadEvent::Relayed(text) => self.post_text(&text, end),
                ReadEvent::Text(text) => self.kept.add_text(Some(text)),
                ReadEvent::SetAside(lines) => self.kept.add_set_aside(&lines),
            }
        }
        Ok(false)
    }

    fn post_text(&self, text: &[u8], packed: u64) {
        let bytes = text.len() as u64;
        let text = blob(&Array::of1(&Uint8Array::from(text)), "text/plain");
        post(&FromWorker::Text { job: self.job, bytes, packed }, &[&text]);
    }

    /// There are no more bytes, or no more are wanted.
    fn finish(mut self) -> Result<(), FileProblem> {
        let Self { job, file, .. } = self;
        if self.is_cut {
            post_piece(job, self.reader.finish_first_piece()?, &mut self.kept, file, false);
            return Ok(());
        }
        self.reader.end();
        // What rows are set aside goes with the file that they are of.
        if self.post_events(LeastBytes { relayed: 1, set_aside: usize::MAX }, file.size() as u64)? {
            return Ok(());
        }
        if self.reader.is_relaying() {
            let damage = self.reader.finish_relay()?;
            post(&FromWorker::Unpacked { job, damage }, &[]);
            return Ok(());
        }
        let (parts, calls) = self.reader.finish();
        parts.into_iter().for_each(|part| post_part(job, part, &mut self.kept, file));
        post(&FromWorker::Finished { job }, &[&Uint8Array::from(calls.bytes().as_slice())]);
        Ok(())
    }
}

impl Worker {
    pub(super) async fn read(
        &self,
        (job, id): (u32, u32),
        name: &str,
        settings: &ReadSettings,
        (cut_at, stream): (Option<u64>, Stream),
        known: SeenCalls,
        file: &File,
    ) -> Result<(), FileProblem> {
        let seen = Rc::new(RefCell::new(known));
        let mut reader = DroppedFileReader::new(name, settings, &seen).keeping(&self.shard, id);
        if let Stream::Relay { at: end } | Stream::ReadFirst { end } = stream {
            reader = reader.relaying_from(end);
        }
        let (kept, posted_at, posts_every_millis) = (Kept::default(), Date::now(), self.progress_every_millis.get());
        let is_cut = false;
        let mut beginning =
            Beginning { job, file, reader, cut_at, is_cut, stream, kept, posted_at, posts_every_millis };
        let mut failed = None;
        let mut is_all = false;
        let read = read_slices(file, 0.0, |slice, end| {
            let step = if beginning.reader.is_relaying() { UNPACKED_AT_ONCE_BYTES } else { slice.len() };
            let mut at = end - slice.len() as u64;
            slice.chunks(step).all(|bytes| {
                at += bytes.len() as u64;
                if self.stopped.get() {
                    return false;
                }
                let more = beginning.push(bytes, at).unwrap_or_else(|problem| {
                    failed = Some(problem);
                    false
                });
                is_all = !more && matches!(stream, Stream::ReadFirst { .. });
                more
            })
        });
        let outcome = read.await.and(failed.map_or(Ok(()), Err));
        if self.stopped.get() || outcome.is_err() {
            beginning.reader.give_up();
            return outcome;
        }
        if is_all { Ok(()) } else { beginning.finish() }
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
        let mut reader = PieceReader::new(name, settings, spec, &self.shard, id).knowing(known);
        let mut kept = Kept::default();
        let mut posted_at = Date::now();
        let mut failed = None;
        let read = read_slices(file, reader.at() as f64, |slice, end| {
            if self.stopped.get() {
                return false;
            }
            let more = reader.push(slice).unwrap_or_else(|problem| {
                failed = Some(problem);
                false
            });
            if let Some(lines) = reader.take_set_aside(SET_ASIDE_PART_BYTES) {
                kept.add_set_aside(&lines);
            }
            if Date::now() - posted_at >= self.progress_every_millis.get() {
                posted_at = Date::now();
                let report = reader.report_so_far();
                post(&FromWorker::Progress { job, entry: None, bytes: end - begin, report }, &[]);
            }
            more
        });
        let outcome = read.await.and(failed.map_or(Ok(()), Err));
        if self.stopped.get() || outcome.is_err() {
            reader.give_up();
            self.shard.borrow_mut().forget_open();
            return outcome;
        }
        post_piece(job, reader.finish()?, &mut kept, file, false);
        Ok(())
    }
}

/// Posts that a piece is read; `text_follows`: of the first one of a text that is handed on.
fn post_piece(job: u32, read: PieceRead, kept: &mut Kept, file: &File, text_follows: bool) {
    let (rows, _) = kept.take(&read.set_aside, file, 0);
    let calls = Uint8Array::from(read.calls.bytes().as_slice());
    let (report, bounds) = (read.report, Box::new(read.bounds));
    let message = if text_follows {
        FromWorker::FirstRead { job, report, bounds }
    } else {
        FromWorker::PieceRead { job, report, bounds }
    };
    post(&message, &[&calls, &rows]);
}

/// Posts that a file is finished; what was kept is of it.
fn post_part(job: u32, part: ReadPart, kept: &mut Kept, file: &File) {
    let ReadPart { entry, part, outcome, set_aside, text } = part;
    kept.add_text(text);
    let mark = outcome.as_ref().ok().and_then(|report| report.facts.as_ref()).map_or(0, |facts| facts.mark_bytes);
    let (rows, text) = kept.take(&set_aside, file, mark);
    match outcome {
        Ok(report) => post(&FromWorker::Read { job, entry, part, report }, &[&rows, &text]),
        Err(problem) => post(&FromWorker::Failed { job, entry, problem }, &[]),
    }
}
