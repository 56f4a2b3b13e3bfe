//! Rows set aside, as one file.

use super::{Msg, Root};
use crate::app::browser::rest::Busy;
use crate::app::browser::save;
use crate::app::state::Event;
use crate::engine::read_range;
use ingest::FileProblem;
use session::export::{SetAsideCsv, moved_lines};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

impl Root {
    pub(super) fn save_set_aside(&mut self, name: String, pieces: Vec<(Blob, u64)>) {
        if let [(blob, 0)] = &pieces[..] {
            return self.report_save(save::blob(&name, blob));
        }
        let (link, busy, language) = (self.link.clone(), Busy::begin(), self.state.page.language);
        spawn_local(async move {
            let _busy = busy;
            let saved = match joined(pieces).await {
                Ok(text) => save::bytes(&name, save::CSV, &text).map_err(|error| format!("{error:?}")),
                Err(problem) => Err(language.file_problem(&problem).what),
            };
            if let Err(detail) = saved {
                link.send_message(Msg::Event(Event::NotSaved(detail)));
            }
        });
    }
}

/// The text of all pieces, with one header. They count their lines from their own beginning.
async fn joined(pieces: Vec<(Blob, u64)>) -> Result<Vec<u8>, FileProblem> {
    let header = SetAsideCsv::header().as_bytes();
    let mut text = header.to_vec();
    for (blob, lines) in pieces {
        let piece = read_range(&blob, 0.0, blob.size()).await?.to_vec();
        text.extend_from_slice(&moved_lines(piece.strip_prefix(header).unwrap_or(&piece), lines));
    }
    Ok(text)
}
