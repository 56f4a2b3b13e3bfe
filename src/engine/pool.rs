//! The workers, and what each of them has to do.

mod questions;
mod receiving;

pub use questions::ExportPart;

use super::event::EngineEvent;
use super::messages::ToWorker;
use super::running_worker::RunningWorker;
use js_sys::{Array, Uint8Array};
use session::{FileReport, Job, PlanEvent, Questions, ReadSettings, ReadingPlan, SeenCalls, Stream};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

/// A worker is given so many jobs, so that it has the next one when it is done, however busy the page is.
const JOBS_AHEAD: usize = 2;

/// How often the page hears how far files have come, of all workers together: it is drawn anew each time, in time that
/// is the workers' where a machine has few cores.
const PROGRESS_EVERY_MILLIS: f64 = 150.0;

/// Something that a worker was told to do.
struct JobInFlight {
    worker: u32,
    file: u32,
    /// A piece, or what is to be marked.
    part: Option<u32>,
    /// What is to be marked, if that is the job.
    marking: Option<SeenCalls>,
    bytes: u64,
    report: Rc<FileReport>,
}

/// A file that is handed over to be read.
pub struct QueuedFile {
    /// Names it among all of the session.
    pub id: u32,
    /// Its name, with the folders that it came in.
    pub name: String,
    /// Its bytes.
    pub file: File,
    /// How it is read.
    pub settings: ReadSettings,
}

pub(super) struct Pool {
    plan: ReadingPlan,
    workers: Vec<Option<RunningWorker>>,
    start: Rc<dyn Fn(u32) -> Result<RunningWorker, JsValue>>,
    files: BTreeMap<u32, QueuedFile>,
    in_flight: BTreeMap<u32, JobInFlight>,
    next_job: u32,
    /// Rows set aside of pieces.
    set_aside: BTreeMap<(u32, u32), Blob>,
    /// Texts that are handed on, as far as they are there.
    texts: BTreeMap<u32, Array>,
    /// Files that were looked at: workers take turns.
    peeks: u32,
    questions: Questions<Blob>,
    /// The parts of the export that goes on.
    exported: Vec<ExportPart>,
    held_bytes: Vec<f64>,
    /// Bytes that all workers together may hold.
    budget: f64,
    pub(super) events: Vec<EngineEvent>,
}

impl Pool {
    pub(super) fn new(
        workers: u32,
        budget: f64,
        start: impl Fn(u32) -> Result<RunningWorker, JsValue> + 'static,
    ) -> Self {
        Self {
            plan: ReadingPlan::new(workers),
            workers: (0..workers).map(|_| None).collect(),
            start: Rc::new(start),
            files: BTreeMap::new(),
            in_flight: BTreeMap::new(),
            next_job: 0,
            set_aside: BTreeMap::new(),
            texts: BTreeMap::new(),
            peeks: 0,
            questions: Questions::default(),
            exported: Vec::new(),
            held_bytes: vec![0.0; workers as usize],
            budget,
            events: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, file: QueuedFile) {
        self.plan.add(file.id, file.file.size() as u64);
        self.files.insert(file.id, file);
    }

    pub(super) fn peek(&mut self, file: QueuedFile) {
        let QueuedFile { id, name, file, settings } = file;
        let worker = self.peeks % self.workers.len() as u32;
        self.peeks = self.peeks.wrapping_add(1);
        self.send(worker, &ToWorker::Peek { id, name, settings }, &[&file]);
    }

    pub(super) fn make_sample(&mut self) {
        self.send(0, &ToWorker::MakeSample, &[]);
    }

    /// Gives work to whoever has not enough of it, says what is to be said of questions and tells what became of them.
    pub(super) fn pump(&mut self) {
        self.settle();
        self.give_jobs();
        self.carry_questions();
        self.tell_questions();
    }

    /// Whether an answer, rows or an export are on their way.
    pub(super) fn is_asked(&self) -> bool {
        self.questions.is_busy()
    }

    fn give_jobs(&mut self) {
        for ahead in 1..=JOBS_AHEAD {
            for worker in 0..self.workers.len() as u32 {
                let has = self.in_flight.values().filter(|in_flight| in_flight.worker == worker).count();
                if has >= ahead {
                    continue;
                }
                let Some(job) = self.plan.next_job(worker) else { return };
                self.give(worker, job);
            }
        }
    }

    fn give(&mut self, worker: u32, job: Job) {
        let number = self.number();
        let (file, part, known) = match &job {
            Job::Read { file, known, .. } => (*file, None, known),
            Job::Piece { file, spec, known } => (*file, Some(spec.part), known),
        };
        if matches!(job, Job::Read { stream: Stream::Relay { .. } | Stream::ReadAll, .. }) {
            self.texts.remove(&file);
        }
        let text = self.texts.get(&file).filter(|_| part.is_some()).and_then(text_of);
        let Some(queued) = self.files.get(&file) else { return };
        let known = if known.is_empty() { JsValue::NULL } else { Uint8Array::from(known.bytes().as_slice()).into() };
        let (name, settings) = (queued.name.clone(), queued.settings.clone());
        let blob = text.unwrap_or_else(|| queued.file.clone().into());
        let message = match job {
            Job::Read { file: id, cut_at, stream, .. } => {
                ToWorker::Read { job: number, id, name, settings, cut_at, stream }
            }
            Job::Piece { file: id, spec, .. } => ToWorker::Piece { job: number, id, name, settings, spec },
        };
        if matches!(message, ToWorker::Read { cut_at: Some(_), .. }) {
            // The others will be given pieces of it in a moment: they may start meanwhile.
            let bounds = self.bounds();
            (0..self.workers.len() as u32).for_each(|other| self.send(other, &bounds, &[]));
        }
        self.in_flight
            .insert(number, JobInFlight { worker, file, part, marking: None, bytes: 0, report: Rc::default() });
        self.send(worker, &message, &[&blob, &known]);
    }

    /// What each worker is to keep to.
    fn bounds(&self) -> ToWorker {
        let workers = self.workers.len() as f64;
        ToWorker::Bounds { bytes: self.budget / workers, progress_every_millis: PROGRESS_EVERY_MILLIS * workers }
    }

    fn number(&mut self) -> u32 {
        self.next_job += 1;
        self.next_job
    }

    fn send(&mut self, worker: u32, message: &ToWorker, objects: &[&JsValue]) {
        let at = worker as usize;
        if self.workers[at].is_none() {
            match (self.start)(worker) {
                Ok(running) => {
                    running.send(&self.bounds(), &[]);
                    self.workers[at] = Some(running);
                }
                Err(error) => {
                    self.events.push(EngineEvent::CannotStart { detail: format!("{error:?}") });
                    return;
                }
            }
        }
        if let Some(running) = &self.workers[at] {
            running.send(message, objects);
        }
    }

    fn running(&self) -> Vec<u32> {
        (0..self.workers.len() as u32).filter(|&worker| self.workers[worker as usize].is_some()).collect()
    }

    fn forget(&mut self, id: u32, part: Option<u32>, worker: Option<u32>) {
        self.questions_changed();
        for running in self.running() {
            if worker.is_none_or(|worker| worker == running) {
                self.send(running, &ToWorker::Forget { id, part }, &[]);
            }
        }
    }

    /// Nothing more of these files is heard.
    fn drop_jobs(&mut self, ids: &[u32]) {
        self.in_flight.retain(|_, in_flight| !ids.contains(&in_flight.file));
        self.set_aside.retain(|(file, _), _| !ids.contains(file));
        self.texts.retain(|file, _| !ids.contains(file));
        ids.iter().for_each(|&id| self.forget(id, None, None));
    }

    pub(super) fn requeue(&mut self, ids: &[u32]) {
        self.plan.requeue(ids);
        self.drop_jobs(ids);
    }

    pub(super) fn cancel(&mut self, stays: impl Fn(u32) -> bool) {
        let gone = self.plan.cancel(&stays);
        self.drop_jobs(&gone);
        self.files.retain(|id, _| stays(*id));
    }

    pub(super) fn set_budget(&mut self, bytes: f64) {
        self.budget = bytes;
        let bounds = self.bounds();
        for worker in self.running() {
            self.send(worker, &bounds, &[]);
        }
    }

    /// What the plan has found out meanwhile.
    fn settle(&mut self) {
        loop {
            let events = self.plan.settle();
            if events.is_empty() {
                return;
            }
            events.into_iter().for_each(|event| self.on_plan_event(event));
        }
    }

    fn on_plan_event(&mut self, event: PlanEvent) {
        match event {
            PlanEvent::Mark { file, part, worker, calls } => {
                let job = self.number();
                let bytes = Uint8Array::from(calls.bytes().as_slice());
                let marking = Some(calls);
                self.questions_changed();
                self.in_flight
                    .insert(job, JobInFlight { worker, file, part, marking, bytes: 0, report: Rc::default() });
                self.send(worker, &ToWorker::Mark { job, id: file, part }, &[&bytes]);
            }
            PlanEvent::Forget { file, part, worker } => self.forget(file, part, Some(worker)),
            PlanEvent::Read { file, report, lines_before } => {
                let parts = lines_before.into_iter().enumerate();
                let blob =
                    |(part, lines): (usize, u64)| Some((self.set_aside.get(&(file, part as u32))?.clone(), lines));
                let set_aside = parts.filter_map(blob).collect();
                let (entry, part, report) = (None, None, Rc::new(*report));
                let text = self.texts.get(&file).and_then(text_of);
                self.events.push(EngineEvent::Read { id: file, entry, part, report, set_aside, text });
            }
            PlanEvent::Finished { file } => self.events.push(EngineEvent::Finished { id: file }),
        }
    }

    fn lost(&mut self, worker: u32, detail: String) {
        self.workers[worker as usize] = None;
        self.held_bytes[worker as usize] = 0.0;
        self.in_flight.retain(|_, in_flight| in_flight.worker != worker);
        self.questions.lost(worker);
        let lost = self.plan.lost(worker);
        self.drop_jobs(&lost.failed);
        self.events.push(EngineEvent::Lost { again: lost.again, failed: lost.failed, detail });
    }
}

/// What there is of a text that is handed on.
fn text_of(parts: &Array) -> Option<Blob> {
    Blob::new_with_blob_sequence(parts).ok()
}
