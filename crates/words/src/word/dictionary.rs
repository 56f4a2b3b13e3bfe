//! Words of a person's own names of end reasons.

/// Their texts are in `words/dictionary.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum DictionaryWord {
    YouKnowBetter,
    YourName,
    YourOutcome,
    AsShipped,
    Keep,
    TakeBack,
    KeptInBrowser,
    YourDictionary,
    ExportDictionary,
    ImportDictionary,
    NoDictionary,
    NamesFound,
    LearnNames,
}
