//! What page and worker say to each other: an array of the message, as JSON, and, where there is one, the browser's own
//! object that goes with it (a `File`, a `Blob`, bytes), which JSON cannot carry.

use crate::ingest::{FileFacts, FileProblem};
use crate::session::{FileReport, ReadSettings};
use js_sys::Array;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// From the page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ToWorker {
    /// The bytes that go with it are the serial numbers of calls of a file that was read by a worker before.
    Seen,
    /// Look at the beginning of the `File` that goes with it: it is read later.
    Look { id: u32, name: String, settings: ReadSettings },
    /// Read the `File` that goes with it.
    Read { id: u32, name: String, settings: ReadSettings },
    /// Make the sample.
    MakeSample,
}

/// From the worker. `entry` is the path of a file in a dropped one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FromWorker {
    /// A file was looked at.
    Looked { id: u32, facts: FileFacts },
    /// A dropped file is read now.
    Begun { id: u32 },
    /// So many bytes of a dropped file were read; the file in it that is read now has come so far.
    Progress { id: u32, entry: Option<String>, bytes: u64, report: FileReport },
    /// A file is read; with it goes a `Blob` of its rows set aside, as CSV, where there are any.
    Read { id: u32, entry: Option<String>, report: FileReport },
    /// A file cannot be read.
    Failed { id: u32, entry: Option<String>, problem: FileProblem },
    /// All of a dropped file was read; with it go the serial numbers of its calls, as bytes.
    Finished { id: u32 },
    /// The sample is made: with it goes its `File`.
    Sample,
    /// The worker met an error of its own and will say nothing more.
    Stopped { detail: String },
}

/// The message as it travels.
pub(super) fn pack(message: &impl Serialize, object: &JsValue) -> JsValue {
    // Numbers, strings and structures of them: there is nothing that cannot be written.
    let message = serde_json::to_string(message).expect("a message can be written");
    Array::of2(&message.into(), object).into()
}

/// The message and its object.
pub(super) fn unpack<M: DeserializeOwned>(packed: JsValue) -> Option<(M, JsValue)> {
    let packed = Array::from(&packed);
    let message = serde_json::from_str(&packed.get(0).as_string()?).ok()?;
    Some((message, packed.get(1)))
}
