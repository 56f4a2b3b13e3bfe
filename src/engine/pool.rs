//! The workers, and what each of them has to do.

use super::event::EngineEvent;
use super::messages::{FromWorker, ToWorker};
use super::running_worker::RunningWorker;
use crate::query::{Answer, Asked, Question, RowKey, RowsFrom};
use crate::session::{FileReport, Job, ReadSettings, ReadingPlan, SeenCalls, Settled};
use js_sys::{Array, Uint8Array};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

/// A worker is given so many jobs, so that it has the next one when it is done, however busy the page is.
const JOBS_AHEAD: usize = 2;

/// Something that a worker was told to do.
struct Given {
    worker: u32,
    file: u32,
    /// A piece, or what is to be marked.
    part: Option<u32>,
    /// What is to be marked, if that is the job.
    marking: Option<SeenCalls>,
    bytes: u64,
    report: Rc<FileReport>,
}

/// A file that was handed over.
struct Handed {
    name: String,
    file: File,
    settings: ReadSettings,
}

/// A question that is being answered.
struct Asking {
    number: u32,
    slot: usize,
    answer: Option<Answer>,
    pending: Vec<u32>,
}

/// Rows that are being fetched.
struct Fetching {
    /// Answers to another fetch are none to this one.
    number: u32,
    at: u64,
    count: usize,
    rows: RowsFrom,
    pending: Vec<u32>,
}

/// Rows that are being exported.
struct Exporting {
    /// Part for part, what workers gave.
    parts: Vec<Vec<Blob>>,
    /// Answers that are still to come.
    pending: usize,
}

/// A part of a file whose rows are exported.
pub struct ExportPart {
    /// The dropped file.
    pub file: u32,
    /// The part of it.
    pub part: u32,
    /// What is known of the file that the part is of.
    pub facts: crate::ingest::FileFacts,
    /// Where its text is, and whether that is the dropped file itself.
    pub text: Blob,
    /// Whether `text` is the dropped file.
    pub from_file: bool,
}

pub(super) struct Pool {
    plan: ReadingPlan,
    workers: Vec<Option<RunningWorker>>,
    start: Rc<dyn Fn(u32) -> Result<RunningWorker, JsValue>>,
    files: BTreeMap<u32, Handed>,
    given: BTreeMap<u32, Given>,
    next_job: u32,
    /// Rows set aside of pieces.
    set_aside: BTreeMap<(u32, u32), Blob>,
    /// Files that were looked at: workers take turns.
    looks: u32,
    /// The last question of each kind, while it is being answered.
    asking: [Option<Asking>; Question::KINDS],
    /// The last question for rows, and what was found.
    rows: Option<(u32, crate::query::RowsFound)>,
    fetching: Option<Fetching>,
    exporting: Option<Exporting>,
    next_ask: u32,
    holds: Vec<f64>,
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
            given: BTreeMap::new(),
            next_job: 0,
            set_aside: BTreeMap::new(),
            looks: 0,
            asking: Default::default(),
            rows: None,
            fetching: None,
            exporting: None,
            next_ask: 0,
            holds: vec![0.0; workers as usize],
            budget,
            events: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, id: u32, name: &str, file: &File, settings: ReadSettings) {
        self.plan.add(id, file.size() as u64);
        self.files.insert(id, Handed { name: name.to_owned(), file: file.clone(), settings });
    }

    pub(super) fn look(&mut self, id: u32, name: &str, file: &File, settings: ReadSettings) {
        let worker = self.looks % self.workers.len() as u32;
        self.looks = self.looks.wrapping_add(1);
        self.send(worker, &ToWorker::Look { id, name: name.to_owned(), settings }, &[file]);
    }

    pub(super) fn make_sample(&mut self) {
        self.send(0, &ToWorker::MakeSample, &[]);
    }

    /// Gives work to whoever has not enough of it.
    pub(super) fn give_jobs(&mut self) {
        self.settle();
        for ahead in 1..=JOBS_AHEAD {
            for worker in 0..self.workers.len() as u32 {
                let has = self.given.values().filter(|given| given.worker == worker).count();
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
        let Some(handed) = self.files.get(&file) else { return };
        let known = if known.is_empty() { JsValue::NULL } else { Uint8Array::from(known.bytes().as_slice()).into() };
        let (name, settings, blob) = (handed.name.clone(), handed.settings.clone(), handed.file.clone());
        let message = match job {
            Job::Read { file: id, cut_at, .. } => ToWorker::Read { job: number, id, name, settings, cut_at },
            Job::Piece { file: id, spec, .. } => ToWorker::Piece { job: number, id, name, settings, spec },
        };
        if matches!(message, ToWorker::Read { cut_at: Some(_), .. }) {
            // The others will be given pieces of it in a moment: they may start meanwhile.
            let bytes = self.budget / self.workers.len() as f64;
            (0..self.workers.len() as u32).for_each(|other| self.send(other, &ToWorker::Budget { bytes }, &[]));
        }
        self.given.insert(number, Given { worker, file, part, marking: None, bytes: 0, report: Rc::default() });
        self.send(worker, &message, &[&blob, &known]);
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
                    let bytes = self.budget / self.workers.len() as f64;
                    running.send(&ToWorker::Budget { bytes }, &[]);
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
        for running in self.running() {
            if worker.is_none_or(|worker| worker == running) {
                self.send(running, &ToWorker::Forget { id, part }, &[]);
            }
        }
    }

    /// Nothing more of these files is heard.
    fn drop_jobs(&mut self, ids: &[u32]) {
        self.given.retain(|_, given| !ids.contains(&given.file));
        self.set_aside.retain(|(file, _), _| !ids.contains(file));
        ids.iter().for_each(|&id| self.forget(id, None, None));
        (self.asking, self.rows, self.fetching) = (Default::default(), None, None);
    }

    pub(super) fn set_back(&mut self, ids: &[u32]) {
        self.plan.set_back(ids);
        self.drop_jobs(ids);
    }

    pub(super) fn cancel(&mut self, stays: impl Fn(u32) -> bool) {
        let gone = self.plan.cancel(&stays);
        self.drop_jobs(&gone);
        self.files.retain(|id, _| stays(*id));
    }

    pub(super) fn set_budget(&mut self, bytes: f64) {
        self.budget = bytes;
        let bytes = bytes / self.workers.len() as f64;
        for worker in self.running() {
            self.send(worker, &ToWorker::Budget { bytes }, &[]);
        }
    }

    pub(super) fn ask(&mut self, question: &Question) {
        self.next_ask += 1;
        let (number, pending) = (self.next_ask, self.running());
        if matches!(question.asked, Asked::Rows(_)) {
            (self.rows, self.fetching) = (None, None);
        }
        let (kind, slot) = (question.kind(), question.slot);
        self.asking[kind] = Some(Asking { number, slot, answer: None, pending: pending.clone() });
        for worker in pending {
            self.send(worker, &ToWorker::Ask { ask: number, question: question.clone() }, &[]);
        }
    }

    pub(super) fn give_up(&mut self, slot: usize) {
        let kind = Question::kind_of_slot(slot);
        let Some(Asking { pending, .. }) = self.asking[kind].take() else { return };
        for worker in pending {
            self.send(worker, &ToWorker::GiveUp { kind }, &[]);
        }
    }

    pub(super) fn fetch(&mut self, at: u64, count: usize) {
        let Some((ask, found)) = &self.rows else { return };
        let pending = self.running();
        let Some((from, more)) = found.before(at, pending.len()) else { return };
        let ask = *ask;
        let number = self.number();
        for &worker in &pending {
            self.send(worker, &ToWorker::Rows { ask, fetch: number, from, count: count + more }, &[]);
        }
        self.fetching = Some(Fetching { number, at, count, rows: RowsFrom::default(), pending });
    }

    pub(super) fn export(&mut self, parts: &[ExportPart]) {
        let Some((ask, _)) = &self.rows else { return };
        let (ask, workers) = (*ask, self.running());
        let pending = workers.len() * parts.len();
        self.exporting = Some(Exporting { parts: parts.iter().map(|_| Vec::new()).collect(), pending });
        for (number, ExportPart { file, part, facts, text, from_file }) in parts.iter().enumerate() {
            for &worker in &workers {
                let (id, part, facts, from_file) = (*file, *part, Box::new(facts.clone()), *from_file);
                self.send(worker, &ToWorker::Export { ask, number, id, part, facts, from_file }, &[text]);
            }
        }
    }

    /// A worker said something.
    pub(super) fn heard(&mut self, worker: u32, message: FromWorker, objects: &Array) {
        match message {
            FromWorker::Looked { id, facts } => {
                self.events.push(EngineEvent::Looked { id, facts: Rc::new(facts) });
            }
            FromWorker::Sample => self.events.push(EngineEvent::Sample(objects.get(0).unchecked_into())),
            FromWorker::Holds { bytes } => {
                self.holds[worker as usize] = bytes;
                self.events.push(EngineEvent::Holds(self.holds.iter().sum()));
            }
            FromWorker::Stopped { detail } => self.lost(worker, detail),
            FromWorker::Answered { ask, answer } => self.answered(worker, ask, answer),
            FromWorker::Rows { fetch, rows } => self.fetched(worker, fetch, rows),
            FromWorker::Exported { number, problem } => self.exported(number, problem, objects.get(0)),
            FromWorker::CanBeCut { job, facts } => {
                if let Some(given) = self.given.get(&job) {
                    self.plan.cut(given.file, &facts);
                }
            }
            FromWorker::Progress { job, entry, bytes, report } => self.progress(job, entry, bytes, report),
            FromWorker::Read { job, entry, part, report } => {
                let Some(given) = self.given.get(&job) else { return };
                let set_aside = objects.get(0).dyn_into().map(|blob| vec![(blob, 0)]).unwrap_or_default();
                let (id, text) = (given.file, objects.get(1).dyn_into().ok());
                let report = Rc::new(report);
                self.events.push(EngineEvent::Read { id, entry, part: Some(part), report, set_aside, text });
            }
            FromWorker::Failed { job, entry, problem } => {
                let Some(given) = self.given.get(&job) else { return };
                let id = given.file;
                if entry.is_none() {
                    self.plan.failed(id);
                    self.drop_jobs(&[id]);
                }
                self.events.push(EngineEvent::Failed { id, entry, problem });
            }
            FromWorker::Finished { job } => {
                let Some(given) = self.given.remove(&job) else { return };
                let calls = SeenCalls::read(&Uint8Array::new(&objects.get(0)).to_vec()).unwrap_or_default();
                self.plan.whole_read(given.file, worker, calls);
            }
            FromWorker::PieceRead { job, report, bounds } => {
                let Some(given) = self.given.remove(&job) else { return };
                let part = given.part.unwrap_or_default();
                let calls = SeenCalls::read(&Uint8Array::new(&objects.get(0)).to_vec()).unwrap_or_default();
                match objects.get(1).dyn_into() {
                    Ok(blob) => _ = self.set_aside.insert((given.file, part), blob),
                    Err(_) => _ = self.set_aside.remove(&(given.file, part)),
                }
                let read = crate::session::PieceRead { report, bounds: *bounds, calls, set_aside: Vec::new() };
                self.plan.piece_read(given.file, part, worker, read);
                self.tell_progress(given.file);
            }
            FromWorker::Marked { job, left } => self.marked(job, left),
        }
    }

    fn progress(&mut self, job: u32, entry: Option<String>, bytes: u64, report: FileReport) {
        let Some(given) = self.given.get_mut(&job) else { return };
        let id = given.file;
        (given.bytes, given.report) = (bytes, Rc::new(report));
        if entry.is_some() {
            let report = given.report.clone();
            self.events.push(EngineEvent::Progress { id, entry, bytes, report });
        } else {
            self.tell_progress(id);
        }
    }

    /// How far a file has come, of all pieces that are read and being read.
    fn tell_progress(&mut self, id: u32) {
        let mut report = self.plan.so_far(id).cloned().unwrap_or_default();
        let mut bytes = self.plan.bytes_read(id);
        for given in self.given.values().filter(|given| given.file == id) {
            bytes += given.bytes;
            report.add_piece(&given.report, 0);
        }
        self.events.push(EngineEvent::Progress { id, entry: None, bytes, report: Rc::new(report) });
    }

    fn marked(&mut self, job: u32, left: Option<BTreeMap<u32, (crate::query::Tally, u64)>>) {
        let Some(Given { file, part, marking: Some(calls), .. }) = self.given.remove(&job) else { return };
        let Some(left) = left else { return self.plan.cannot_mark(file, part, calls) };
        if part.is_some() {
            let sums = left.into_values().next();
            return self.plan.marked(file, part, sums);
        }
        self.plan.marked(file, None, None);
        for (part, (tally, duplicates)) in left {
            self.events.push(EngineEvent::Marked { id: file, part, tally, duplicates });
        }
    }

    /// What the plan has found out meanwhile.
    fn settle(&mut self) {
        loop {
            let settled = self.plan.settle();
            if settled.is_empty() {
                return;
            }
            settled.into_iter().for_each(|settled| self.settled(settled));
        }
    }

    fn settled(&mut self, settled: Settled) {
        match settled {
            Settled::Mark { file, part, worker, calls } => {
                let job = self.number();
                let bytes = Uint8Array::from(calls.bytes().as_slice());
                let marking = Some(calls);
                self.given.insert(job, Given { worker, file, part, marking, bytes: 0, report: Rc::default() });
                self.send(worker, &ToWorker::Mark { job, id: file, part }, &[&bytes]);
            }
            Settled::Forget { file, part, worker } => self.forget(file, part, Some(worker)),
            Settled::Read { file, report, lines_before } => {
                let parts = lines_before.into_iter().enumerate();
                let blob =
                    |(part, lines): (usize, u64)| Some((self.set_aside.get(&(file, part as u32))?.clone(), lines));
                let set_aside = parts.filter_map(blob).collect();
                let (entry, part, report) = (None, None, Rc::new(*report));
                self.events.push(EngineEvent::Read { id: file, entry, part, report, set_aside, text: None });
            }
            Settled::Finished { file } => self.events.push(EngineEvent::Finished { id: file }),
        }
    }

    fn lost(&mut self, worker: u32, detail: String) {
        self.workers[worker as usize] = None;
        self.holds[worker as usize] = 0.0;
        self.given.retain(|_, given| given.worker != worker);
        (self.asking, self.rows, self.fetching) = (Default::default(), None, None);
        let lost = self.plan.lost(worker);
        self.drop_jobs(&lost.failed);
        self.events.push(EngineEvent::Lost { again: lost.again, failed: lost.failed, detail });
    }

    fn answered(&mut self, worker: u32, ask: u32, answer: Answer) {
        let Some(kind) =
            self.asking.iter().position(|asking| asking.as_ref().is_some_and(|asking| asking.number == ask))
        else {
            return;
        };
        let Some(asking) = &mut self.asking[kind] else { return };
        asking.pending.retain(|&other| other != worker);
        match &mut asking.answer {
            Some(merged) => merged.merge(answer),
            none => *none = Some(answer),
        }
        if !asking.pending.is_empty() {
            return;
        }
        let Some(Asking { slot, answer: Some(answer), .. }) = self.asking[kind].take() else { return };
        if let Answer::Rows(found) = &answer {
            self.rows = Some((ask, found.clone()));
        }
        self.events.push(EngineEvent::Answered { slot, answer });
    }

    fn fetched(&mut self, worker: u32, fetch: u32, rows: RowsFrom) {
        let Some(fetching) = self.fetching.as_mut().filter(|fetching| fetching.number == fetch) else { return };
        fetching.pending.retain(|&other| other != worker);
        fetching.rows.merge(rows);
        if fetching.pending.is_empty() {
            let window: Vec<RowKey> = fetching.rows.window(fetching.at, fetching.count).to_vec();
            let at = fetching.at;
            self.fetching = None;
            self.events.push(EngineEvent::Rows { at, rows: window });
        }
    }

    fn exported(&mut self, number: usize, problem: Option<crate::ingest::FileProblem>, blob: JsValue) {
        let Some(exporting) = &mut self.exporting else { return };
        if let Some(problem) = problem {
            self.exporting = None;
            self.events.push(EngineEvent::Exported(Err(problem)));
            return;
        }
        if let Ok(blob) = blob.dyn_into() {
            exporting.parts[number].push(blob);
        }
        exporting.pending = exporting.pending.saturating_sub(1);
        if exporting.pending == 0 {
            let Some(exporting) = self.exporting.take() else { return };
            self.events.push(EngineEvent::Exported(Ok(exporting.parts)));
        }
    }
}
