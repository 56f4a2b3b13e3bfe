//! The library without a browser: files in, the summary as JSON out.
//!
//! ```text
//! cargo run --release --example summarize -- FILE…
//! ```
//!
//! What the page exports for the same files is the same object. A file that cannot be read is named on standard error
//! and in `file_list`, the others are read all the same, and the exit status is 1.

use ingest::FileProblem;
use session::{
    DroppedFileReader, FileIdentity, FileState, LeastBytes, ReadEvent, ReadPart, ReadSettings, SeenCalls, Session,
};
use std::cell::RefCell;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use words::Language;

const SLICE_BYTES: usize = 1 << 20;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() || files.iter().any(|file| file == "--help" || file == "-h") {
        eprintln!("Usage: summarize FILE…\nPrints the summary of call detail records as one JSON object.");
        return ExitCode::from(2);
    }
    let mut session = Session::default();
    let seen = Rc::default();
    let mut failed = false;
    for file in &files {
        // A path given twice is the same file, and counts once.
        let Some(id) = session.add([identity(file)])[0] else { continue };
        let parts = read(Path::new(file), &seen).unwrap_or_else(|problem| {
            vec![ReadPart { entry: None, part: 0, outcome: Err(problem), set_aside: Vec::new(), text: None }]
        });
        for part in parts {
            let state = match part.outcome {
                Ok(report) => FileState::Read(Rc::new(report)),
                Err(problem) => {
                    let words = Language::English.file_problem(&problem);
                    let entry = part.entry.as_ref().map(|entry| format!("/{entry}")).unwrap_or_default();
                    eprintln!("{file}{entry}: {} {}", words.what, words.remedy);
                    failed = true;
                    FileState::Failed(problem)
                }
            };
            let id = part.entry.map_or(Some(id), |entry| session.entry(id, &entry));
            session.update(id.unwrap_or_default(), state);
        }
        session.finish(id);
    }
    print!("{}", session.summary_json(&session.summary()).text());
    ExitCode::from(u8::from(failed))
}

fn identity(file: &str) -> FileIdentity {
    let bytes = std::fs::metadata(file).map_or(0, |facts| facts.len());
    FileIdentity { name: file.to_owned(), bytes, modified: 0 }
}

fn read(path: &Path, seen: &Rc<RefCell<SeenCalls>>) -> Result<Vec<ReadPart>, FileProblem> {
    let unreadable = |error: std::io::Error| FileProblem::Unreadable { detail: error.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    let mut reader = DroppedFileReader::new(&path.to_string_lossy(), &ReadSettings::default(), seen);
    let mut slice = vec![0; SLICE_BYTES];
    let mut parts = Vec::new();
    loop {
        let bytes = file.read(&mut slice).map_err(unreadable)?;
        if bytes == 0 || !reader.push(&slice[..bytes]) {
            parts.extend(reader.finish().0);
            return Ok(parts);
        }
        for event in reader.events(LeastBytes { relayed: 0, set_aside: 0 }) {
            // Nobody downloads the rows set aside here.
            if let ReadEvent::Finished(part) = event {
                parts.push(*part);
            }
        }
    }
}
