//! What page and worker say to each other: an array of the message and, where there is one, the browser's own object
//! that goes with it (a `File`, a `Blob`), which serde cannot carry.

use crate::ingest::FileProblem;
use crate::session::FileReport;
use js_sys::Array;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// From the page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ToWorker {
    /// Read the `File` that goes with it.
    Read { id: u32, name: String },
    /// Make the sample.
    MakeSample,
}

/// From the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FromWorker {
    /// A file has come so far.
    Progress { id: u32, bytes: u64, report: FileReport },
    /// A file is read; with it goes a `Blob` of its rows set aside, as CSV, where there are any.
    Read { id: u32, report: FileReport },
    /// A file cannot be read.
    Failed { id: u32, problem: FileProblem },
    /// The sample is made: with it goes its `File`.
    Sample,
    /// The worker met an error of its own and will say nothing more.
    Stopped { detail: String },
}

/// The message as it travels.
pub(super) fn pack(message: &impl Serialize, object: &JsValue) -> JsValue {
    // Serial numbers may be larger than what a JavaScript number holds exactly.
    let serializer = Serializer::new().serialize_large_number_types_as_bigints(true);
    // Numbers, strings and structures of them: there is nothing that cannot be written.
    let message = message.serialize(&serializer).expect("a message can be written");
    Array::of2(&message, object).into()
}

/// The message and its object.
pub(super) fn unpack<M: DeserializeOwned>(packed: JsValue) -> Option<(M, JsValue)> {
    let packed = Array::from(&packed);
    let message = serde_wasm_bindgen::from_value(packed.get(0)).ok()?;
    Some((message, packed.get(1)))
}
