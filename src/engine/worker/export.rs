//! Reading rows again, all that were found, to write them as CSV.

use super::super::file_slices::read_range;
use super::super::messages::{ExportedPart, FromWorker};
use super::answer::yield_to_browser;
use super::{Worker, blob};
use crate::engine::post::post;
use ingest::FileProblem;
use js_sys::{Array, Date, Uint8Array};
use session::ExportFault;
use session::export::{Added, FilteredCsv};
use wasm_bindgen::JsCast;
use web_sys::Blob;

/// So much of a file is read at once; rows that lie further apart are read one by one.
const WINDOW_BYTES: u64 = 4 << 20;

/// A gap between two rows that is larger than this is not read.
const GAP_BYTES: u64 = 256 << 10;

/// A row has hardly ever more bytes than that; one that has is read once more, as far as any may reach.
const ROW_BYTES: u64 = 64 << 10;
const LONGEST_ROW_BYTES: u64 = 4 << 20;

/// Other questions are answered so often meanwhile.
const YIELD_EVERY_MILLIS: f64 = 25.0;

/// Rows that are written between two looks at the clock.
const ROWS_AT_ONCE: usize = 512;

/// What is written goes to the browser, which may keep it on disk, in pieces of at least so many bytes.
const PIECE_BYTES: usize = 4 << 20;

impl Worker {
    /// Writes the rows that a question found in these parts.
    pub(super) async fn export(&self, question_id: u32, export: u32, parts: &[(u32, u32)]) {
        let (known, texts) = self.export_parts.take();
        let offsets = self.questions.borrow_mut().begin_export(&self.shard.borrow(), question_id, export, parts);
        let Some(offsets) = offsets else {
            return post(&FromWorker::ExportDone { export, fault: Some(ExportFault::Outdated) }, &[]);
        };
        for (at, (part, offsets)) in known.iter().zip(offsets).enumerate() {
            let text = texts.get(at as u32).unchecked_into();
            let written = self.export_part((export, at), part, &offsets, &text).await;
            if !self.questions.borrow().is_exporting(export) {
                return;
            }
            if let Err(problem) = written {
                self.questions.borrow_mut().end_export(export);
                return post(&FromWorker::ExportDone { export, fault: Some(ExportFault::Unreadable(problem)) }, &[]);
            }
        }
        self.questions.borrow_mut().end_export(export);
        post(&FromWorker::ExportDone { export, fault: None }, &[]);
    }

    async fn export_part(
        &self,
        (export, part): (u32, usize),
        known: &ExportedPart,
        offsets: &[u64],
        text: &Blob,
    ) -> Result<(), FileProblem> {
        let mark = if known.from_file { known.facts.mark_bytes } else { 0 };
        let mut csv = FilteredCsv::new(&known.facts);
        let (mut rows, mut piece) = (0, Vec::new());
        let mut rest = offsets;
        let mut row_bytes = ROW_BYTES;
        let mut looked = Date::now();
        while let Some(&first) = rest.first() {
            let together = together(rest);
            let bytes = rest[together - 1] - first + row_bytes;
            let read = read_range(text, (first + mark) as f64, bytes as f64).await?.to_vec();
            let is_all = (first + mark) as f64 + bytes as f64 >= text.size() || row_bytes >= LONGEST_ROW_BYTES;
            let mut done = 0;
            while done < together {
                let some = &rest[done..together.min(done + ROWS_AT_ONCE)];
                let skip = (some[0] - first) as usize;
                let Added { done: more, written } =
                    csv.add(read.get(skip..).unwrap_or_default(), some[0], some, is_all);
                rows += written as u64;
                done += more;
                piece.append(&mut csv.take());
                if Date::now() - looked > YIELD_EVERY_MILLIS {
                    yield_to_browser().await;
                    looked = Date::now();
                }
                if !self.questions.borrow().is_exporting(export) {
                    return Ok(());
                }
                if more < some.len() {
                    break;
                }
            }
            rest = &rest[done..];
            // Where not even the first was whole, it is a longer row than others.
            row_bytes = if done == 0 { LONGEST_ROW_BYTES } else { ROW_BYTES };
            if piece.len() >= PIECE_BYTES || rest.is_empty() {
                let written = blob(&Array::of1(&Uint8Array::from(&*piece)), "text/csv;charset=utf-8");
                post(&FromWorker::Exported { export, part, rows }, &[&written]);
                (rows, piece) = (0, Vec::new());
            }
        }
        Ok(())
    }
}

/// How many of the first places lie so close together that they are read at once.
fn together(offsets: &[u64]) -> usize {
    let apart = |pair: &[u64]| pair[1] - pair[0] > GAP_BYTES || pair[1] - offsets[0] > WINDOW_BYTES;
    offsets.windows(2).position(apart).map_or(offsets.len(), |last| last + 1)
}
