use super::*;
use std::io::Write;
use words::Language;

const CALLS: &str = "flowno,starttime,holdtime,endreason\n1,1772452800000,60,-7\n2,1772452801000,0,503\n";

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_call_that_was_counted_is_not_counted_again() {
    let seen = Rc::default();
    let read = |text: &str| {
        let mut reader = DroppedFileReader::new("a.csv", &ReadSettings::default(), &seen);
        reader.push(text.as_bytes());
        let report = reader.finish().0.pop().unwrap().outcome.unwrap();
        (report.rows(), report.tally.calls, report.duplicates)
    };
    assert_eq!(read(CALLS), (2, 2, 0));
    assert_eq!(read(&format!("{CALLS}2,1772452801000,0,503\n3,1772452801000,0,503\n")), (4, 1, 3));
}

#[test]
fn what_a_file_that_failed_had_may_come_again() {
    let seen = Rc::default();
    let mut reader = DroppedFileReader::new("a.csv", &ReadSettings::default(), &seen);
    reader.push(CALLS.as_bytes());
    drop(reader);
    assert_eq!(*seen.borrow(), SeenCalls::default());
}

#[test]
fn what_grows_without_end_is_stopped_unless_a_person_wants_it() {
    let mut text = CALLS.as_bytes().to_vec();
    text.resize(ingest::GROWTH_FLOOR_BYTES as usize + 1_000_000, b'x');
    let packed = gzip(&text);
    for unbounded in [false, true] {
        let settings = ReadSettings { unbounded, ..ReadSettings::default() };
        let mut reader = DroppedFileReader::new("a.gz", &settings, &Rc::default());
        reader.push(&packed);
        let (parts, _) = reader.finish();
        assert_eq!(parts.len(), 1);
        match &parts[0].outcome {
            Ok(report) => assert!(unbounded && report.tally.calls == 2),
            Err(problem) => assert!(!unbounded && matches!(problem, FileProblem::GrowsTooLarge { .. })),
        }
    }
}

#[test]
fn an_empty_file_says_so() {
    assert_eq!(read_whole("a", b"").unwrap_err(), FileProblem::Empty);
    assert_eq!(read_whole("a", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").unwrap_err(), FileProblem::Empty);
}

/// With one language no row can show another one, so what ships is looked at: whoever reads files names no language.
#[test]
fn reasons_are_in_the_language_that_was_asked_for() {
    let settings = ReadSettings { language: Language::English, ..ReadSettings::default() };
    let sent = serde_json::to_string(&settings).unwrap();
    assert!(sent.contains("\"language\":\"en\""), "it goes with what a worker is given: {sent}");
    let mut looked_at = 0;
    let root = std::path::PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let mut open = ["src", "../../src/engine"].map(|folder| root.join(folder)).to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if !path.to_string_lossy().contains("tests") {
            let text = std::fs::read_to_string(&path).unwrap();
            let ships = text.split("#[cfg(test)]").next().unwrap();
            // What the exported summary says is English everywhere: it is for programs.
            let own = if path.to_string_lossy().contains("engine") { "Language::" } else { "Language::default" };
            assert!(!ships.contains(own), "{} writes in a language of its own", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 20, "the sources were not found");
}
