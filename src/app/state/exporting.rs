//! All calls of the filter as a file: asked for, written by the workers, saved.

use super::{Effect, ExportedCalls, PartToExport, State};
use crate::app::browser::save_place::{Chosen, SavePlace};
use crate::app::export_step::ExportStep;
use ingest::FileFacts;
use session::{ExportEnd, ExportFault, FileState};
use web_sys::Blob;
use words::{CallWord, ReportSentence};

/// An export that goes on: there is one at a time.
pub(super) struct ExportState {
    pub(super) step: ExportStep,
    /// Its number, once it is asked for.
    number: Option<u32>,
    /// What is known of the parts that are exported.
    facts: Vec<FileFacts>,
    /// Where it goes, if a person could choose.
    to: Option<SavePlace>,
}

impl State {
    /// Asks where to save all calls of the filter.
    pub(super) fn choose_export(&mut self) {
        if self.export.is_some() {
            return;
        }
        self.notice = None;
        self.export = Some(ExportState { step: ExportStep::Choosing, number: None, facts: Vec::new(), to: None });
        self.effect(Effect::ChooseExportPlace);
    }

    /// The person chose, or thought better of it.
    pub(super) fn export_calls(&mut self, chosen: Chosen) {
        // It was cancelled meanwhile, perhaps.
        let Some(ExportState { step: ExportStep::Choosing, .. }) = self.export else { return };
        let to = match chosen {
            Chosen::Place(place) => Some(place),
            Chosen::CannotAsk => None,
            Chosen::Nothing => {
                self.export = None;
                return;
            }
        };
        let mut parts = Vec::new();
        for file in self.page.session.files() {
            let FileState::Read(report) = &file.state else { continue };
            let Some(text) = self.text(file.id) else { continue };
            let dropped = self.page.session.dropped_id(file.id);
            let last = file.part.unwrap_or(report.parts.saturating_sub(1));
            for part in file.part.unwrap_or(0)..=last {
                parts.push(PartToExport { file: dropped, part, text: text.clone() });
            }
        }
        let facts = parts.iter().map(|part| part.text.facts.clone()).collect();
        // The workers tell how many they are once the first of them are written.
        let step = ExportStep::Writing { written: 0, of: self.calls.found.unwrap_or_default() };
        self.export = Some(ExportState { step, number: None, facts, to });
        self.effect(Effect::Export(parts));
    }

    /// The engine gave it a number.
    pub(super) fn export_began(&mut self, number: u32) {
        if let Some(export) = &mut self.export {
            export.number = Some(number);
        }
    }

    pub(super) fn export_grew(&mut self, written: u64, of: u64) {
        if let Some(export) = &mut self.export {
            export.step = ExportStep::Writing { written, of };
        }
    }

    /// Whatever it is at, nothing is saved.
    pub(super) fn cancel_export(&mut self) {
        // What the browser saves already it saves to its end.
        if self.export.take_if(|export| export.step != ExportStep::Saving).is_some() {
            self.effect(Effect::CancelExport);
            self.set_notice(self.page.language.word(CallWord::ExportCancelled));
        }
    }

    pub(super) fn export_ended(&mut self, end: ExportEnd<Blob>) {
        let ExportEnd { export: number, pieces, written, of } = end;
        let Some(export) = self.export.take_if(|export| export.number == Some(number)) else { return };
        let pieces = match pieces {
            Ok(pieces) => pieces,
            Err(ExportFault::Outdated) => return self.set_notice(self.page.language.word(CallWord::ExportOutdated)),
            Err(ExportFault::WorkerLost) => {
                // Beside what is said of the worker.
                let others = self.notice.take().map(|notice| format!("{notice} ")).unwrap_or_default();
                return self.set_notice(&format!("{others}{}", self.page.language.word(CallWord::ExportStopped)));
            }
            Err(ExportFault::Unreadable(problem)) => {
                let words = self.page.language.file_problem(&problem);
                return self.set_notice(&format!("{} {}", words.what, words.remedy));
            }
        };
        if written < of {
            let rows = of - written;
            self.set_notice(&self.page.language.sentence(ReportSentence::RowsNotExported { rows }));
        }
        let ExportState { to, facts, .. } = export;
        if to.is_some() {
            self.export = Some(ExportState { step: ExportStep::Saving, number: None, facts: Vec::new(), to: None });
        }
        self.effect(Effect::SaveExport(ExportedCalls { to, facts, pieces }));
    }
}
