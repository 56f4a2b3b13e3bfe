//! All rows of a question, as pieces of CSV that workers give.

use super::{QuestionEvent, Questions, ToShard};
use ingest::FileProblem;
use query::Question;
use serde::{Deserialize, Serialize};
use sorting::Sort;

/// Why there is no export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportFault {
    /// The calls changed before it began.
    Outdated,
    /// A worker stopped by an error.
    WorkerLost,
    /// A file cannot be read again.
    Unreadable(FileProblem),
}

/// What became of an export.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportEnd<P> {
    /// Its number.
    pub export: u32,
    /// For each part in the order in which they were asked for, what workers gave of it.
    pub pieces: Result<Vec<Vec<P>>, ExportFault>,
    /// Rows that are written.
    pub written: u64,
    /// Rows that were to be written: the others were not found again where they had been.
    pub of: u64,
}

/// An export that goes on.
#[derive(Debug)]
pub(super) struct OpenExport<P> {
    number: u32,
    parts: Vec<(u32, u32)>,
    /// The workers that are asked, once the rows are known.
    workers: Vec<u32>,
    has_begun: bool,
    /// For each part what came, with the worker that gave it.
    pieces: Vec<Vec<(u32, P)>>,
    written: u64,
    of: u64,
    pending: Vec<u32>,
}

impl<P> OpenExport<P> {
    pub(super) fn waits_for(&self, worker: u32) -> bool {
        self.pending.contains(&worker)
    }
}

impl<P> Questions<P> {
    /// Exports the rows that the last question for rows finds in these parts, each a file and its part; an export that
    /// goes on is ended. Returns its number: whatever becomes of it is told with that, unless it is ended by
    /// [`Questions::cancel_export`] or another one.
    pub fn export(&mut self, parts: Vec<(u32, u32)>, workers: &[u32]) -> u32 {
        self.cancel_export();
        let number = self.number();
        let pieces = parts.iter().map(|_| Vec::new()).collect();
        let (workers, pending) = (workers.to_vec(), Vec::new());
        let (has_begun, written, of) = (false, 0, 0);
        self.exporting = Some(OpenExport { number, parts, workers, has_begun, pieces, written, of, pending });
        if self.open[Question::ROWS_SLOT].is_none() {
            self.begin_waiting_export();
            self.end_waiting_export();
        }
        number
    }

    /// The export that goes on is not wanted any more.
    pub fn cancel_export(&mut self) {
        if let Some(OpenExport { number, pending, .. }) = self.exporting.take() {
            self.send(&pending, &ToShard::EndExport { export: number });
        }
    }

    /// Begins with an export that waits for its rows, if they are known.
    pub(super) fn begin_waiting_export(&mut self) {
        let Some((question_id, found)) = &self.rows else { return };
        let Some(exporting) = self.exporting.as_mut().filter(|exporting| !exporting.has_begun) else { return };
        (exporting.has_begun, exporting.of) = (true, found.calls);
        exporting.pending = exporting.workers.clone();
        let message =
            ToShard::Export { question_id: *question_id, export: exporting.number, parts: exporting.parts.clone() };
        let pending = exporting.pending.clone();
        self.send(&pending, &message);
        if pending.is_empty() {
            self.end_export(Ok(()));
        }
    }

    pub(super) fn has_waiting_export(&self) -> bool {
        self.exporting.as_ref().is_some_and(|exporting| !exporting.has_begun)
    }

    /// The rows that an export waits for do not come.
    pub(super) fn end_waiting_export(&mut self) {
        if self.has_waiting_export() {
            self.end_export(Err(ExportFault::Outdated));
        }
    }

    /// A worker gave a piece of the rows of a part, in the order of the file, `rows` of them.
    pub fn exported(&mut self, worker: u32, export: u32, part: usize, piece: P, rows: u64) {
        let Some(exporting) = self.exporting.as_mut().filter(|exporting| exporting.number == export) else { return };
        let Some(pieces) = exporting.pieces.get_mut(part).filter(|_| exporting.pending.contains(&worker)) else {
            return;
        };
        pieces.push((worker, piece));
        exporting.written += rows;
        let (written, of) = (exporting.written, exporting.of);
        self.events.push(QuestionEvent::ExportGrew { written, of });
    }

    /// A worker has given all that it has of an export, or cannot go on.
    pub fn export_done(&mut self, worker: u32, export: u32, outcome: Result<(), ExportFault>) {
        let Some(exporting) = self.exporting.as_mut().filter(|exporting| exporting.number == export) else { return };
        exporting.pending.retain(|&other| other != worker);
        if outcome.is_err() || exporting.pending.is_empty() {
            self.end_export(outcome);
        }
    }

    pub(super) fn end_export(&mut self, outcome: Result<(), ExportFault>) {
        let Some(exporting) = self.exporting.take() else { return };
        let OpenExport { number: export, pieces, written, of, pending, .. } = exporting;
        self.send(&pending, &ToShard::EndExport { export });
        let in_order = |mut pieces: Vec<(u32, P)>| {
            // What one worker gave is in order; a part is held by one.
            pieces.order_by_key(|(worker, _)| *worker);
            pieces.into_iter().map(|(_, piece)| piece).collect()
        };
        let pieces = outcome.map(|()| pieces.into_iter().map(in_order).collect());
        self.events.push(QuestionEvent::ExportEnded(ExportEnd { export, pieces, written, of }));
    }
}
