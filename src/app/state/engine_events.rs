//! What the workers tell.

use super::{Effect, State};
use crate::app::browser::drop::NamedFile;
use crate::engine::EngineEvent;
use session::{FileState, QuestionEvent};
use std::rc::Rc;
use web_sys::Blob;

impl State {
    /// Whether it is to be seen.
    pub(super) fn on_engine_event(&mut self, event: EngineEvent) -> bool {
        match event {
            EngineEvent::Question(event) => return self.on_question_event(event),
            EngineEvent::Peeked { id, facts } => self.change(|session| session.peeked(id, facts)),
            EngineEvent::Progress { id, entry, bytes, report } => self.change(|session| match entry {
                None => session.update(id, FileState::Reading { bytes, report }),
                Some(path) => {
                    session.update(id, FileState::Reading { bytes, report: Rc::default() });
                    if let Some(entry) = session.entry(id, &path) {
                        session.update(entry, FileState::Reading { bytes: 0, report });
                    }
                }
            }),
            EngineEvent::Read { id, entry, part, report, set_aside, text } => {
                let file = self.file_of(id, entry);
                if !set_aside.is_empty() {
                    self.page.set_aside.change().insert(file, set_aside);
                }
                match text {
                    Some(text) => _ = self.texts.insert(file, text),
                    None => _ = self.texts.remove(&file),
                }
                self.change(|session| session.read(file, part, report));
            }
            EngineEvent::Failed { id, entry, problem } => {
                let file = self.file_of(id, entry);
                self.change(|session| session.update(file, FileState::Failed(problem)));
                self.leave_empty_report();
                self.reading_ended();
            }
            EngineEvent::Finished { id } => {
                self.change(|session| session.finish(id));
                self.leave_empty_report();
                self.reading_ended();
            }
            EngineEvent::Marked { id, part, tally, duplicates } => {
                self.change(|session| session.marked(id, part, tally, duplicates));
            }
            EngineEvent::HeldBytes(bytes) => self.progress.held_bytes = bytes,
            EngineEvent::Lost { again, failed, detail } => self.worker_lost(&again, &failed, &detail),
            EngineEvent::Sample(file) => {
                self.making_sample = false;
                self.read(vec![NamedFile::of(file.name(), file)]);
            }
            EngineEvent::CannotStart { detail } => self.cannot_start(&detail),
        }
        true
    }

    /// Whether it is to be seen.
    fn on_question_event(&mut self, event: QuestionEvent<Blob>) -> bool {
        match event {
            QuestionEvent::Answered { slot, answer } => self.answered(slot, answer),
            QuestionEvent::Rows { at, rows } => {
                self.read_rows(at, rows);
                return false;
            }
            QuestionEvent::Outdated => {
                // What else is told now may ask again already, or have something read.
                self.outdated = true;
                self.effect(Effect::AskOutdated);
                return false;
            }
            QuestionEvent::ExportGrew { written, of } => self.export_grew(written, of),
            QuestionEvent::ExportEnded(end) => self.export_ended(end),
        }
        true
    }
}
