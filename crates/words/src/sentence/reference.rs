//! Sentences of the reference of end reasons, topics and parameters.

/// Their texts are in `sentences/reference.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum ReferenceSentence<'a> {
    EntriesFound { entries: usize },
    Value { value: &'a str, unit: Option<&'a str> },
}
