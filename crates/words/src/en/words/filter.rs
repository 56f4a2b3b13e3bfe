//! Words of the filter.

use crate::FilterWord;

/// The text of each.
pub(super) fn text(word: FilterWord) -> &'static str {
    match word {
        FilterWord::Filter => "Filter",
        FilterWord::FilterBy => "Filter by",
        FilterWord::FilterValue => "What is wanted",
        FilterWord::AddToFilter => "Add to the filter",
        FilterWord::SwitchHint => "Switch off or on",
        FilterWord::ClearFilter => "Remove the filter",
        FilterWord::KeptFilters => "Kept filters",
        FilterWord::FilterName => "Name of this filter",
        FilterWord::KeepFilter => "Keep this filter",
        FilterWord::ForgetFilter => "Forget the kept filter",
        FilterWord::Asking => "The figures of the filter are on their way.",
        FilterWord::AfterReading => "The filter holds for the figures once all files are read.",
        FilterWord::NoFigures => "No figures: a part of the filter is not understood",
        FilterWord::CallsOverTime => "Calls over time",
        FilterWord::DragOverTime => "Drag over the bars to filter by a period.",
    }
}
