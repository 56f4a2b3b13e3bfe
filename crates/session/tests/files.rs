//! Small files as operators export them: `tests/cases/files/`, each with what it must be taken for. Adding one needs no
//! Rust: CONTRIBUTING.md says what may stand in its `.toml`.

#[path = "files/expected.rs"]
mod expected;
#[path = "files/read.rs"]
mod read;

use expected::{Case, Expected};
use read::{Found, found};
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/cases/files")
}

/// The cases: the file, and what is expected of it.
fn cases() -> Vec<(PathBuf, Case)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let data = files.iter().filter(|path| path.extension().is_none_or(|ending| ending != "toml"));
    let cases = data.map(|path| {
        let toml = path.with_extension("toml");
        let text = std::fs::read_to_string(&toml).unwrap_or_else(|error| panic!("{}: {error}", toml.display()));
        let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", toml.display()));
        (path.clone(), case)
    });
    cases.collect()
}

fn differences(found: &[Found], expected: &[Expected]) -> Vec<String> {
    if found.len() != expected.len() {
        let names: Vec<_> = found.iter().map(|found| found.name.as_deref().unwrap_or("(itself)")).collect();
        return vec![format!("{} files instead of {}: {names:?}", found.len(), expected.len())];
    }
    found.iter().zip(expected).flat_map(|(found, expected)| expected.differences(found)).collect()
}

#[test]
fn every_file_is_taken_for_what_it_is() {
    let mut wrong = Vec::new();
    for (path, case) in cases() {
        let bytes = std::fs::read(&path).unwrap();
        let whole = found(&bytes, usize::MAX, &case);
        let different = differences(&whole, &case.expected());
        if !different.is_empty() {
            let name = path.file_name().unwrap().to_string_lossy();
            wrong.push(format!("{name}: {}\n    {}", case.why, different.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn slices_of_any_size_make_no_difference() {
    for (path, case) in cases() {
        let bytes = std::fs::read(&path).unwrap();
        let whole = found(&bytes, usize::MAX, &case);
        let slices: &[usize] = if bytes.len() > 20_000 { &[7, 4096] } else { &[1, 2, 3, 7, 4096] };
        for &slice in slices {
            assert_eq!(found(&bytes, slice, &case), whole, "{} in slices of {slice} bytes", path.display());
        }
    }
}

#[test]
fn there_are_enough_cases() {
    let cases = cases();
    assert!(cases.len() >= 60);
    for format in ingest::formats() {
        let of_it =
            |case: &&(PathBuf, Case)| case.1.expected().iter().any(|one| one.layout.as_ref() == Some(&format.id));
        assert!(cases.iter().filter(of_it).count() >= 2, "{} has fewer than two cases", format.id);
    }
}
