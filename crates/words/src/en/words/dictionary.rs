//! Words of a person's own names of end reasons.

use crate::DictionaryWord;

/// The text of each.
pub(super) fn text(word: DictionaryWord) -> &'static str {
    match word {
        DictionaryWord::YouKnowBetter => "You know better? Name it",
        DictionaryWord::YourName => "Your name for it",
        DictionaryWord::YourOutcome => "Its outcome without talk time",
        DictionaryWord::AsShipped => "As in the reference",
        DictionaryWord::Keep => "Keep",
        DictionaryWord::TakeBack => "Take back",
        DictionaryWord::KeptInBrowser => "Kept in this browser only. It is marked as yours wherever it is shown.",
        DictionaryWord::YourDictionary => "Your dictionary",
        DictionaryWord::ExportDictionary => "Export your dictionary",
        DictionaryWord::ImportDictionary => "Import a dictionary",
        DictionaryWord::NoDictionary => "This file is no dictionary that was exported here. Nothing was changed.",
        DictionaryWord::NamesFound => "Names found",
        DictionaryWord::LearnNames => "Take these names over",
    }
}
