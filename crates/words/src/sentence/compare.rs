//! Sentences of comparing two sides.

/// Their texts are in `sentences/compare.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum CompareSentence<'a> {
    SideBySide { before: &'a str, after: &'a str },
    AnHour { name: &'a str },
    ContributionsBy { dimension: &'a str },
    ContributionsWithin { group: &'a str, dimension: &'a str },
    WithinGroup { group: &'a str },
    GroupsMayLack { calls: u64 },
}
