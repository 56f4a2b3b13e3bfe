//! All calls of the filter as a file: asked for, written by the workers, saved.

use super::queries::Text;
use super::{Msg, Root};
use crate::app::browser::rest::Busy;
use crate::app::browser::save_place::{self, Chosen, SavePlace};
use crate::app::browser::{save, timing};
use crate::app::export_step::ExportStep;
use crate::engine::ExportPart;
use ingest::FileFacts;
use js_sys::{Array, Uint8Array};
use session::export::FilteredCsv;
use session::{ExportEnd, ExportFault, FileState};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use words::{CallWord, ReportSentence};

/// What the file of exported calls is called, unless a person says otherwise.
const EXPORT_NAME: &str = "cdr-lens-calls.csv";

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

impl Root {
    /// Asks where to save all calls of the filter.
    pub(super) fn choose_export(&mut self) {
        if self.export.is_some() {
            return;
        }
        self.notice = None;
        self.export = Some(ExportState { step: ExportStep::Choosing, number: None, facts: Vec::new(), to: None });
        let (asked, link) = (save_place::ask(EXPORT_NAME), self.link.clone());
        spawn_local(async move {
            link.send_message(Msg::ExportTo(match asked.await {
                Chosen::Place(place) => Some(Some(place)),
                Chosen::CannotAsk => Some(None),
                Chosen::Nothing => None,
            }));
        });
    }

    /// The person chose, or thought better of it.
    pub(super) fn export_calls(&mut self, place: Option<Option<SavePlace>>) {
        // It was cancelled meanwhile, perhaps.
        let Some(ExportState { step: ExportStep::Choosing, .. }) = self.export else { return };
        let Some(to) = place else {
            self.export = None;
            return;
        };
        let mut parts = Vec::new();
        for file in &self.page.session.files {
            let FileState::Read(report) = &file.state else { continue };
            let Some(Text { facts, blob, from_file }) = self.text(file.id) else { continue };
            let dropped = self.page.session.dropped(file.id);
            let last = file.part.unwrap_or(report.parts.saturating_sub(1));
            for part in file.part.unwrap_or(0)..=last {
                let (facts, text) = (facts.clone(), blob.clone());
                parts.push(ExportPart { file: dropped, part, facts, text, from_file });
            }
        }
        let facts = parts.iter().map(|part| part.facts.clone()).collect();
        // The workers tell how many they are once the first of them are written.
        let step = ExportStep::Writing { written: 0, of: self.page.calls.found.unwrap_or_default() };
        timing::begin("export", 0);
        let number = Some(self.engine.export(parts));
        self.export = Some(ExportState { step, number, facts, to });
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
            self.engine.cancel_export();
            self.set_notice(self.page.language.word(CallWord::ExportCancelled));
        }
    }

    pub(super) fn export_ended(&mut self, end: ExportEnd<Blob>) {
        let ExportEnd { export: number, pieces, written, of } = end;
        let Some(export) = self.export.take_if(|export| export.number == Some(number)) else { return };
        let pieces = match pieces {
            Ok(pieces) => {
                timing::end("export", 0);
                pieces
            }
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
        match (export.to, file_of(export.facts, pieces)) {
            (Some(place), Ok(calls)) => {
                self.export = Some(ExportState { step: ExportStep::Saving, number: None, facts: Vec::new(), to: None });
                let (link, busy) = (self.link.clone(), Busy::begin());
                spawn_local(async move {
                    let _busy = busy;
                    link.send_message(Msg::ExportSaved(place.write(&calls).await));
                });
            }
            (_, calls) => self.report_save(calls.and_then(|calls| save::blob(EXPORT_NAME, &calls))),
        }
    }

    pub(super) fn export_saved(&mut self, saved: Result<(), JsValue>) {
        self.export = None;
        self.report_save(saved);
    }
}

/// All parts as one file. Files need not have the same columns: where others begin, they are named.
fn file_of(facts: Vec<FileFacts>, pieces: Vec<Vec<Blob>>) -> Result<Blob, JsValue> {
    let parts = Array::new();
    let mut names = None;
    for (facts, pieces) in facts.into_iter().zip(pieces) {
        let some = pieces.iter().any(|piece| piece.size() > 0.0);
        if some && names.as_ref() != Some(&facts.layout.names) {
            parts.push(&Uint8Array::from(FilteredCsv::header(&facts).as_slice()));
            names = Some(facts.layout.names);
        }
        pieces.iter().for_each(|piece| _ = parts.push(piece));
    }
    Blob::new_with_blob_sequence(&parts)
}
