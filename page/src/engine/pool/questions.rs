//! Questions to all workers: each answers for the calls that it holds, and the answers are put together here.

use super::Pool;
use crate::engine::event::EngineEvent;
use crate::engine::messages::ToWorker;
use crate::query::{Answer, Asked, Question, RowKey, RowsFrom};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// A question that is being answered.
pub(super) struct Asking {
    number: u32,
    slot: usize,
    answer: Option<Answer>,
    pending: Vec<u32>,
}

/// Rows that are being fetched.
pub(super) struct Fetching {
    /// Answers to another fetch are none to this one.
    number: u32,
    at: u64,
    count: usize,
    rows: RowsFrom,
    pending: Vec<u32>,
}

/// Rows that are being exported.
pub(super) struct Exporting {
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

impl Pool {
    pub(in crate::engine) fn ask(&mut self, question: &Question) {
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

    pub(in crate::engine) fn give_up(&mut self, slot: usize) {
        let kind = Question::kind_of_slot(slot);
        let Some(Asking { pending, .. }) = self.asking[kind].take() else { return };
        for worker in pending {
            self.send(worker, &ToWorker::GiveUp { kind }, &[]);
        }
    }

    pub(in crate::engine) fn fetch(&mut self, at: u64, count: usize) {
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

    pub(in crate::engine) fn export(&mut self, parts: &[ExportPart]) {
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

    pub(super) fn answered(&mut self, worker: u32, ask: u32, answer: Answer) {
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

    pub(super) fn fetched(&mut self, worker: u32, fetch: u32, rows: RowsFrom) {
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

    pub(super) fn exported(&mut self, number: usize, problem: Option<crate::ingest::FileProblem>, blob: JsValue) {
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
