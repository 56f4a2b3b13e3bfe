//! Words of the overview.

/// Their texts are in `words/overview.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum OverviewWord {
    FiguresOfSelection,
    ReasonsOverTime,
    WorstFirst,
    WorstExplained,
    NothingWorst,
    WorstReason,
}
