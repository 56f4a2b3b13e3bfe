//! A generated file, read by the program and asked in DuckDB.

use calls::{EndReason, ReasonsOf};
use knowledge::{Numbering, classify};
use query::{kebab_name, metrics};
use sample::{Sample, SampleSpec};
use serde_json::{Value, json};
use session::{DroppedFileReader, FileIdentity, FileState, ReadSettings, Session};
use std::cell::RefCell;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::Shard;

/// As many as the development profile reads in some seconds.
const CALLS: u64 = 300_000;

/// The generated file, until the test ends.
pub(crate) struct Written {
    path: PathBuf,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

impl Written {
    pub(crate) fn new() -> Self {
        let mut sample = Sample::new(SampleSpec { calls: CALLS, ..SampleSpec::default() });
        let mut bytes = Vec::new();
        while sample.write_chunk(&mut bytes, 10_000) {}
        static FILES: AtomicU32 = AtomicU32::new(0);
        let number = FILES.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("cdr-lens-against-duckdb-{}-{number}.csv", std::process::id()));
        std::fs::write(&path, &bytes).unwrap();
        Self { path, bytes }
    }

    /// The statement that makes the table `calls` of it.
    pub(crate) fn table(&self) -> String {
        sql("calls.sql").replace("{file}", &self.path.to_string_lossy())
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// As the page reads it.
pub(crate) fn read(bytes: &[u8]) -> (Session, Shard) {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let mut session = Session::default();
    let identity = FileIdentity { name: "e_cdr.csv".to_owned(), bytes: bytes.len() as u64, modified: 0 };
    let id = session.add([identity])[0].unwrap();
    let settings = ReadSettings::default();
    let mut reader = DroppedFileReader::new("e_cdr.csv", &settings, &Rc::default()).keeping(&shard, id);
    assert!(bytes.chunks(1 << 20).all(|slice| reader.push(slice)));
    let report = reader.finish().0.pop().unwrap().outcome.unwrap();
    assert_eq!((report.tally.calls, report.set_aside), (CALLS, 0));
    session.update(id, FileState::Read(Rc::new(report)));
    (session, Rc::try_unwrap(shard).unwrap().into_inner())
}

/// A file of statements, with places in braces.
pub(crate) fn sql(name: &str) -> String {
    let path = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/against_duckdb").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Statements in which `{effective}` are the codes that the network is not to blame for, and `{class}` what became of a
/// call: which they are, the tables say, and DuckDB cannot know.
pub(crate) fn with_codes(session: &Session, statement: &str) -> String {
    let codes =
        session.files().next().unwrap().report().unwrap().tally.reasons().filter_map(|(reason, _)| match reason {
            EndReason::Code(code) => Some(code),
            EndReason::Text(_) => None,
        });
    let codes: Vec<i32> = codes.collect();
    let class =
        |code: i32, answered| classify(&EndReason::Code(code), Numbering::Live, ReasonsOf::Vos3000).class(answered);
    let effective = codes.iter().filter(|&&code| metrics::is_network_effective(class(code, false)));
    let effective: Vec<String> = effective.map(|code| code.to_string()).collect();
    let classes = codes.iter().map(|&code| {
        let [unanswered, answered] = [false, true].map(|answered| kebab_name(&class(code, answered)));
        format!(" WHEN {code} THEN IF(answered, '{answered}', '{unanswered}')")
    });
    statement
        .replace("{effective}", &effective.join(", "))
        .replace("{class}", &format!("CASE code{} END", classes.collect::<String>()))
}

/// A Python that has DuckDB.
pub(crate) struct Python(String);

impl Python {
    /// `python3`, or the one that `CDR_LENS_PYTHON` names; `None`, with a word, where it has none.
    pub(crate) fn with_duckdb() -> Option<Self> {
        let python = std::env::var("CDR_LENS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let has_duckdb = Command::new(&python).args(["-c", "import duckdb"]).stderr(Stdio::null()).status();
        if has_duckdb.is_ok_and(|status| status.success()) {
            return Some(Self(python));
        }
        println!(
            "Skipped: {python} has no duckdb. Install it with pip, or name a Python that has it in CDR_LENS_PYTHON."
        );
        None
    }

    /// The rows of each statement.
    pub(crate) fn ask(&self, statements: &[String]) -> Vec<Vec<Vec<Value>>> {
        let script = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/against_duckdb/ask.py");
        let mut running =
            Command::new(&self.0).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        running.stdin.take().unwrap().write_all(json!(statements).to_string().as_bytes()).unwrap();
        let output = running.wait_with_output().unwrap();
        assert!(output.status.success());
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

/// A part of a key as the program writes it.
pub(crate) fn key_part(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(is_it) => Some(if *is_it { "yes" } else { "no" }.to_owned()),
        other => Some(other.to_string()),
    }
}
