//! Small files and what their end reasons are taken for: `tests/cases/numberings/`, where `numberings.toml` says how to
//! add one.

use knowledge::{Numbering, Vocabulary};
use serde::Deserialize;
use session::{FileReport, read_whole};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    numbering: Numbering,
    vocabulary: Vocabulary,
    sure: bool,
    why: String,
}

fn folder() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/cases/numberings")
}

fn cases() -> BTreeMap<String, Case> {
    let text = std::fs::read_to_string(folder().join("numberings.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

fn read(name: &str) -> FileReport {
    read_whole(name, &std::fs::read(folder().join(name)).unwrap()).unwrap()
}

#[test]
fn small_files_are_taken_for_what_they_are() {
    let mut wrong = Vec::new();
    for (name, case) in cases() {
        let report = read(&name);
        assert_eq!(report.set_aside, 0, "{name}: {:?}", report.first_set_aside);
        let finding = report.tally.detected_numbering();
        let expected = (case.numbering, case.vocabulary, case.sure);
        if (finding.numbering, finding.vocabulary, finding.sure) != expected {
            wrong.push(format!("{name}: {}\n  expected {expected:?}\n  {finding:?}", case.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_has_an_expectation_and_the_other_way_round() {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = entries.filter(|name| name.ends_with(".csv")).collect();
    let expected: BTreeSet<String> = cases().into_keys().collect();
    assert_eq!(files, expected);
    assert!(files.len() >= 30, "the hard cases are gone");
}
