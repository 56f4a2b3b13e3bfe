//! Answering questions, while files are read or not.

use super::super::file_slices::read_range;
use super::super::messages::FromWorker;
use super::{Worker, post, scope};
use crate::export::FilteredCsv;
use crate::ingest::{FileFacts, FileProblem};
use crate::query::{Answering, Asked, Question, RowKey};
use js_sys::{Array, Date, Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// For so long a worker hears nothing while it answers: a new question then takes the place of this one.
const BETWEEN_LOOKS_MILLIS: f64 = 25.0;

/// Blocks that are gone through between two looks at the clock.
const BLOCKS: usize = 16;

/// Rows that lie so close together are read from the file at once.
const READ_AT_ONCE_BYTES: u64 = 8 << 20;

/// A row has hardly ever more bytes than that.
const ROW_BYTES: u64 = 64 << 10;

impl Worker {
    pub(super) async fn answer(&self, ask: u32, question: Question) {
        let is_of_rows = matches!(question.asked, Asked::Rows(_));
        let kind = question.kind();
        let mut answering = Answering::new(question);
        loop {
            let begin = Date::now();
            let mut more = true;
            while more && Date::now() - begin < BETWEEN_LOOKS_MILLIS {
                more = answering.step(&self.shard.borrow(), BLOCKS);
            }
            if !more {
                break;
            }
            a_moment().await;
            if self.asked[kind].get() != ask {
                return;
            }
        }
        let (answer, rows) = answering.finish(&self.shard.borrow());
        if is_of_rows {
            self.rows.replace(Some((ask, rows)));
        }
        post(&FromWorker::Answered { ask, answer }, &[]);
    }

    pub(super) fn rows_from(&self, (ask, fetch): (u32, u32), from: RowKey, count: usize) {
        if let Some((of, rows)) = &*self.rows.borrow()
            && *of == ask
        {
            let rows = rows.from(&self.shard.borrow(), from, count);
            post(&FromWorker::Rows { fetch, rows }, &[]);
        }
    }

    /// Reads the rows of a part again and gives them as CSV.
    pub(super) async fn export(
        &self,
        ask: u32,
        (id, part): (u32, u32),
        facts: &FileFacts,
        from_file: bool,
        text: &Blob,
    ) -> Result<JsValue, FileProblem> {
        let places = match &*self.rows.borrow() {
            Some((of, rows)) if *of == ask => rows.places(&self.shard.borrow(), id, part),
            _ => Vec::new(),
        };
        let mark = if from_file { facts.mark_bytes } else { 0 };
        let parts = Array::new();
        let mut csv = FilteredCsv::new(facts);
        let mut rest = &places[..];
        while let Some(&first) = rest.first() {
            let together = rest.partition_point(|&place| place - first < READ_AT_ONCE_BYTES);
            let last = rest[together - 1];
            let bytes = (last - first + ROW_BYTES) as f64;
            let read = read_range(text, (first + mark) as f64, bytes).await?;
            for &place in &rest[..together] {
                csv.add(&read[((place - first) as usize).min(read.len())..]);
            }
            parts.push(&Uint8Array::from(csv.take().as_slice()));
            rest = &rest[together..];
        }
        Ok(Blob::new_with_u8_array_sequence(&parts).map_or(JsValue::NULL, JsValue::from))
    }
}

/// Lets the browser deliver what came in.
async fn a_moment() {
    let promise = Promise::new(&mut |resolve: Function, _| {
        let _ = scope().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
    });
    let _ = JsFuture::from(promise).await;
}
