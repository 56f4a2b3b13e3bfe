//! Exported calls, as one file.

use super::{Msg, Root};
use crate::app::browser::rest::Busy;
use crate::app::browser::save;
use crate::app::state::{Event, ExportedCalls};
use ingest::FileFacts;
use js_sys::{Array, Uint8Array};
use session::export::FilteredCsv;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

/// What the file is called, unless a person says otherwise.
pub(super) const NAME: &str = "cdr-lens-calls.csv";

impl Root {
    /// Saves them where the person chose, or as a download.
    pub(super) fn save_calls(&mut self, ExportedCalls { to, facts, pieces }: ExportedCalls) {
        let calls = file_of(facts, pieces);
        let Some(place) = to else {
            return self.report_save(calls.and_then(|calls| save::blob(NAME, &calls)));
        };
        let (link, busy) = (self.link.clone(), Busy::begin());
        spawn_local(async move {
            let _busy = busy;
            let saved = match calls {
                Ok(calls) => place.write(&calls).await,
                Err(error) => Err(error),
            };
            link.send_message(Msg::Event(Event::ExportSaved(saved.map_err(|error| format!("{error:?}")))));
        });
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
