//! Words of the findings.

/// Their texts are in `words/findings.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum FindingWord {
    FindingsExplained,
    NothingFound,
    Serious,
    Warning,
    Notice,
    ConfidenceHigh,
    ConfidenceMedium,
    ConfidenceLow,
    AtStake,
    Since,
    HowSure,
    About,
    FilterByIt,
}
