//! Questions to all workers: `session::Questions` knows who was asked what, and this carries its messages.

use super::Pool;
use crate::engine::event::EngineEvent;
use crate::engine::messages::{ExportedPart, ToWorker};
use query::Question;
use session::{QuestionEvent, ToShard};
use wasm_bindgen::JsValue;
use web_sys::Blob;

/// A part of a file whose rows are exported.
pub struct ExportPart {
    /// The dropped file.
    pub file: u32,
    /// The part of it.
    pub part: u32,
    /// What is known of the file that the part is of.
    pub facts: ingest::FileFacts,
    /// Where its text is, and whether that is the dropped file itself.
    pub text: Blob,
    /// Whether `text` is the dropped file.
    pub from_file: bool,
}

impl Pool {
    pub(in crate::engine) fn ask(&mut self, question: &Question) {
        self.questions.ask(question, &self.running());
    }

    pub(in crate::engine) fn give_up(&mut self, slot: usize) {
        self.questions.give_up(slot);
    }

    pub(in crate::engine) fn give_up_rows(&mut self) {
        self.questions.give_up_rows(&self.running());
    }

    pub(in crate::engine) fn fetch(&mut self, at: u64, count: usize) {
        self.questions.fetch(at, count, &self.running());
    }

    pub(in crate::engine) fn export(&mut self, parts: Vec<ExportPart>) -> u32 {
        let keys = parts.iter().map(|part| (part.file, part.part)).collect();
        self.exported = parts;
        self.questions.export(keys, &self.running())
    }

    pub(in crate::engine) fn cancel_export(&mut self) {
        self.questions.cancel_export();
        self.exported = Vec::new();
    }

    /// The calls that a worker holds are others from now on.
    pub(super) fn questions_changed(&mut self) {
        self.questions.changed();
        // Before the worker is told of the change.
        self.carry_questions();
    }

    /// Says to workers what is to be said.
    pub(super) fn carry_questions(&mut self) {
        for (worker, message) in self.questions.take_messages() {
            // One that has not started, or was lost, has nothing to give up and no calls.
            if self.workers[worker as usize].is_none() {
                continue;
            }
            if !matches!(message, ToShard::Export { .. }) {
                self.send(worker, &ToWorker::Question(message), &[]);
                continue;
            }
            let part = |part: &ExportPart| ExportedPart { facts: part.facts.clone(), from_file: part.from_file };
            let parts = self.exported.iter().map(part).collect();
            let texts: Vec<Blob> = self.exported.iter().map(|part| part.text.clone()).collect();
            let texts: Vec<&JsValue> = texts.iter().map(AsRef::as_ref).collect();
            self.send(worker, &ToWorker::ExportParts(parts), &texts);
            self.send(worker, &ToWorker::Question(message), &[]);
        }
    }

    /// Tells what became of questions.
    pub(super) fn tell_questions(&mut self) {
        for event in self.questions.take_events() {
            if matches!(event, QuestionEvent::ExportEnded(_)) {
                self.exported = Vec::new();
            }
            self.events.push(EngineEvent::Question(event));
        }
    }
}
