//! What the workers tell.

use super::{Msg, Root};
use crate::engine::EngineEvent;
use session::{FileState, QuestionEvent, Session};
use std::rc::Rc;
use web_sys::Blob;
use words::FileSentence;

impl Root {
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
                let file = file.unwrap_or(id);
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
                self.change(|session| session.update(file.unwrap_or(id), FileState::Failed(problem)));
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
            EngineEvent::HeldBytes(bytes) => self.page.held_bytes = bytes,
            EngineEvent::Lost { again, failed, detail } => self.lost(&again, &failed, &detail),
            EngineEvent::Sample(file) => {
                self.making_sample = false;
                self.read(vec![(file.name(), file)]);
            }
            EngineEvent::CannotStart { detail } => {
                self.making_sample = false;
                self.change(Session::cancel);
                self.stop_engine();
                self.set_notice(&self.page.language.sentence(FileSentence::WorkerStopped { detail: &detail }));
                self.leave_empty_report();
            }
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
                self.link.send_message(Msg::Outdated);
                return false;
            }
            QuestionEvent::ExportGrew { written, of } => self.export_grew(written, of),
            QuestionEvent::ExportEnded(end) => self.export_ended(end),
        }
        true
    }
}
