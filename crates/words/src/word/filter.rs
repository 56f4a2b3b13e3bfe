//! Words of the filter.

/// Their texts are in `words/filter.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum FilterWord {
    Filter,
    FilterBy,
    FilterValue,
    AddToFilter,
    SwitchHint,
    ClearFilter,
    KeptFilters,
    FilterName,
    KeepFilter,
    ForgetFilter,
    Asking,
    AfterReading,
    NoFigures,
    CallsOverTime,
    DragOverTime,
}
