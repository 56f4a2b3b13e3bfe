//! What page and worker say to each other: an array of the message's kind, for whoever looks with the browser's tools,
//! of its bytes, and, where there are any, of the browser's own objects that go with it (a `File`, a `Blob`, more
//! bytes). The bytes are handed over, not copied.

use ingest::{Damage, FileFacts, FileProblem};
use js_sys::{Array, Uint8Array};
use query::Tally;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use session::{ExportFault, FileReport, FromShard, PieceBounds, PieceSpec, ReadSettings, Stream, ToShard};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};

/// From the page. A `job` is answered with its number; what comes of one that was stopped is not heard.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ToWorker {
    /// So many bytes may be held in columns, and the page hears how far files have come so often.
    Bounds { bytes: f64, progress_every_millis: f64 },
    /// Look at the beginning of the `File` that goes with it: it is read later.
    Peek { id: u32, name: String, settings: ReadSettings },
    /// Read the `File` that goes with it, up to a place where it can be cut if it can; the bytes behind it are the
    /// serial numbers of calls that are duplicates.
    Read { job: u32, id: u32, name: String, settings: ReadSettings, cut_at: Option<u64>, stream: Stream },
    /// Read a piece of the `File`, or of the text so far, that goes with it, likewise.
    Piece { job: u32, id: u32, name: String, settings: ReadSettings, spec: Box<PieceSpec> },
    /// Mark the calls whose serial numbers, as bytes, go with it.
    Mark { job: u32, id: u32, part: Option<u32> },
    /// Forget the calls of a file, or of a part of it, and stop reading it.
    Forget { id: u32, part: Option<u32> },
    /// Something about questions.
    Question(ToShard),
    /// What is known of the parts of the export that comes next, in their order; their texts go with it, as `Blob`s.
    ExportParts(Vec<ExportedPart>),
    /// Bytes that the worker could not read itself go with it; or why the page cannot read them either.
    Slice { request: u32, problem: Option<FileProblem> },
    /// Make the sample.
    MakeSample,
}

/// A part of a file whose rows are exported.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ExportedPart {
    /// What is known of the file.
    pub(super) facts: FileFacts,
    /// Its text is the dropped file itself, which may begin with a mark.
    pub(super) from_file: bool,
}

/// From the worker. `entry` is the path of a file in a dropped one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FromWorker {
    /// A file was looked at.
    Peeked { id: u32, facts: FileFacts },
    /// A file can be cut; its rest is for others.
    CanBeCut { job: u32, facts: Box<FileFacts> },
    /// So many bytes were read; the file in it that is read now has come so far.
    Progress { job: u32, entry: Option<String>, bytes: u64, report: FileReport },
    /// A file is read; with it go a `Blob` of its rows set aside, as CSV, and one of its text where rows cannot be read
    /// from the dropped file.
    Read { job: u32, entry: Option<String>, part: u32, report: FileReport },
    /// A file in a dropped one, or that itself, cannot be read.
    Failed { job: u32, entry: Option<String>, problem: FileProblem },
    /// All of a dropped file was read; with it go the serial numbers of its calls, as bytes.
    Finished { job: u32 },
    /// A piece was read; with it go the serial numbers of its calls and a `Blob` of its rows set aside.
    PieceRead { job: u32, report: FileReport, bounds: Box<PieceBounds> },
    /// The first piece of a packed stream was read, with it goes what goes with [`FromWorker::PieceRead`]; the text
    /// follows.
    FirstRead { job: u32, report: FileReport, bounds: Box<PieceBounds> },
    /// A `Blob` of so many bytes more of the text goes with it; so many bytes of the file are unpacked.
    Text { job: u32, bytes: u64, packed: u64 },
    /// That was all of the text; with what was wrong with what it was packed in.
    Unpacked { job: u32, damage: Option<Damage> },
    /// Calls were marked: for each part what is left, and how many calls are duplicates; `None` where not all of the
    /// calls are there.
    Marked { job: u32, left: Option<BTreeMap<u32, (Tally, u64)>> },
    /// Something about a question or a fetch.
    Question(FromShard),
    /// So many rows of a part of an export, by its place among the parts: with it goes a `Blob` of CSV.
    Exported { export: u32, part: usize, rows: u64 },
    /// All of an export is given, or cannot be.
    ExportDone { export: u32, fault: Option<ExportFault> },
    /// The browser does not let this worker read: the page is to read that range of the `Blob` that goes with it.
    CannotRead { request: u32, begin: f64, end: f64 },
    /// So many bytes of columns are held.
    HeldBytes { bytes: f64 },
    /// The sample is made: with it goes its `File`.
    Sample,
    /// The worker met an error of its own and will say nothing more.
    Stopped { detail: String },
}

/// A message that says of what kind it is.
pub(super) trait Message: Serialize {
    /// Its name here, or that of what it says of a question.
    fn kind(&self) -> &'static str;
}

impl Message for ToWorker {
    fn kind(&self) -> &'static str {
        match self {
            Self::Bounds { .. } => "Bounds",
            Self::Peek { .. } => "Peek",
            Self::Read { .. } => "Read",
            Self::Piece { .. } => "Piece",
            Self::Mark { .. } => "Mark",
            Self::Forget { .. } => "Forget",
            Self::Question(ToShard::Ask { .. }) => "Ask",
            Self::Question(ToShard::GiveUp { .. }) => "GiveUp",
            Self::Question(ToShard::Rows { .. }) => "Rows",
            Self::Question(ToShard::Export { .. }) => "Export",
            Self::Question(ToShard::EndExport { .. }) => "EndExport",
            Self::ExportParts(_) => "ExportParts",
            Self::Slice { .. } => "Slice",
            Self::MakeSample => "MakeSample",
        }
    }
}

impl Message for FromWorker {
    fn kind(&self) -> &'static str {
        match self {
            Self::Peeked { .. } => "Peeked",
            Self::CanBeCut { .. } => "CanBeCut",
            Self::Progress { .. } => "Progress",
            Self::Read { .. } => "Read",
            Self::Failed { .. } => "Failed",
            Self::Finished { .. } => "Finished",
            Self::PieceRead { .. } => "PieceRead",
            Self::FirstRead { .. } => "FirstRead",
            Self::Text { .. } => "Text",
            Self::Unpacked { .. } => "Unpacked",
            Self::Marked { .. } => "Marked",
            Self::Question(_) => "Question",
            Self::Exported { .. } => "Exported",
            Self::ExportDone { .. } => "ExportDone",
            Self::CannotRead { .. } => "CannotRead",
            Self::HeldBytes { .. } => "HeldBytes",
            Self::Sample => "Sample",
            Self::Stopped { .. } => "Stopped",
        }
    }
}

/// The message as it travels, and what of it is handed over.
pub(super) fn pack(message: &impl Message, objects: &[&JsValue]) -> (JsValue, Array) {
    // Numbers, strings and structures of them: there is nothing that cannot be written.
    let bytes = postcard::to_allocvec(message).expect("a message can be written");
    let bytes = Uint8Array::from(bytes.as_slice());
    let packed = Array::of2(&message.kind().into(), &bytes);
    for object in objects {
        packed.push(object);
    }
    (packed.into(), Array::of1(&bytes.buffer()))
}

/// The message and its objects.
pub(super) fn unpack<M: DeserializeOwned>(packed: JsValue) -> Option<(M, Array)> {
    let packed = Array::from(&packed);
    let bytes = packed.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some((postcard::from_bytes(&bytes).ok()?, packed.slice(2, packed.length())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::LocalZone;
    use ingest::read_mappings;
    use session::{DroppedFileReader, FileChoice};
    use std::fmt::Debug;
    use std::fs;
    use std::path::PathBuf;
    use std::rc::Rc;

    fn travels(message: &(impl Message + DeserializeOwned + Debug)) {
        fn back<M: DeserializeOwned>(_: &M, bytes: &[u8]) -> M {
            postcard::from_bytes(bytes).unwrap()
        }
        let bytes = postcard::to_allocvec(message).unwrap();
        assert_eq!(format!("{:?}", back(message, &bytes)), format!("{message:?}"), "{}", message.kind());
    }

    /// Settings with all that a person can choose.
    fn settings() -> ReadSettings {
        let mappings = r#"[{"name": "own", "columns": 3, "fields": {"start": 0, "hold_time": 1, "end_reason": 2},
            "units": {"hold_time": "ms"}, "date_order": "dmy", "reasons_of": "vos3000"}]"#;
        let kept = read_mappings(mappings).unwrap();
        let choice = FileChoice { encoding: Some(ingest::Encoding::Gb18030), mapping: kept.first().cloned() };
        ReadSettings {
            zone: LocalZone { name: "Asia/Dhaka".to_owned(), offsets: vec![(i64::MIN, 21_600)] },
            choices: [("a/b.csv".to_owned(), choice)].into(),
            kept,
            unbounded: true,
            ..ReadSettings::default()
        }
    }

    #[test]
    fn messages_travel() {
        let (name, settings, stream) = ("e_cdr.csv".to_owned(), settings(), Stream::Relay { at: 1 << 40 });
        travels(&ToWorker::Read {
            job: 1,
            id: 2,
            name: name.clone(),
            settings: settings.clone(),
            cut_at: None,
            stream,
        });
        let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/cases/files");
        let mut read = 0;
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let mut reader = DroppedFileReader::new(&name, &settings, &Rc::default());
            reader.push(&fs::read(&path).unwrap());
            reader.end();
            for part in reader.finish().0 {
                let (job, entry) = (read, part.entry);
                match part.outcome {
                    Ok(report) => {
                        if let Some(facts) = report.facts.clone() {
                            let spec = PieceSpec { part: 3, begin: 7, end: u64::MAX, exact: true, facts };
                            let (name, settings, spec) = (name.clone(), settings.clone(), Box::new(spec));
                            travels(&ToWorker::Piece { job, id: 2, name, settings, spec });
                        }
                        travels(&FromWorker::Read { job, entry, part: part.part, report });
                    }
                    Err(problem) => travels(&FromWorker::Failed { job, entry, problem }),
                }
                read += 1;
            }
        }
        assert!(read > 50, "{read} files");
    }
}
