//! Sentences of a person's own names of end reasons.

/// Their texts are in `sentences/dictionary.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum DictionarySentence<'a> {
    DictionaryEntries { entries: usize },
    DictionaryImported { entries: usize },
    NamesFound { names: usize },
    NameFound { code: i32, name: &'a str, calls: usize },
}
