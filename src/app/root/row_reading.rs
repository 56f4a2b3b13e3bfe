//! Rows of calls that are in sight, read again from their files.

use super::effects::blob_of;
use super::{Msg, Root};
use crate::app::browser::rest::Busy;
use crate::app::calls::ShownCall;
use crate::app::state::{Event, RowText};
use crate::engine::read_range;
use calls::LocalZone;
use ingest::raw_row;
use query::RowKey;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// So much of a row is read to show it in the table.
const SHOWN_ROW_BYTES: f64 = 16_384.0;

impl Root {
    pub(super) fn read_rows(&self, number: u32, at: u64, rows: Vec<(RowKey, Option<RowText>)>, zone: LocalZone) {
        let (link, busy, zone) = (self.link.clone(), Busy::begin(), Rc::new(zone));
        spawn_local(async move {
            let _busy = busy;
            let reads = rows.iter().map(|(key, text)| async move {
                let text = text.as_ref()?;
                let (blob, from_file) = blob_of(&text.place);
                let offset = key.offset + if from_file { text.facts.mark_bytes } else { 0 };
                Some(read_range(&blob, offset as f64, SHOWN_ROW_BYTES).await.ok()?.to_vec())
            });
            let bytes = join(reads).await;
            let shown = rows.iter().zip(bytes).map(|((key, text), bytes)| {
                let row = text.as_ref().zip(bytes).and_then(|(text, bytes)| raw_row(&text.facts, &zone, &bytes));
                ShownCall { key: *key, row: row.map(Rc::new) }
            });
            link.send_message(Msg::Event(Event::Rows { number, at, rows: shown.collect() }));
        });
    }
}

/// Waits for all of them at once.
async fn join<T>(tasks: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    // They were all begun by the browser when they were first looked at.
    let mut tasks: Vec<_> = tasks.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = tasks.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        let mut pending = false;
        for (task, done) in tasks.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            match task.as_mut().poll(context) {
                std::task::Poll::Ready(value) => *done = Some(value),
                std::task::Poll::Pending => pending = true,
            }
        }
        if pending { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    done.into_iter().flatten().collect()
}
