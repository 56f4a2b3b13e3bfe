//! Sentences of the filter.

use crate::FilterSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: FilterSentence<'_>) -> String {
    match sentence {
        FilterSentence::FilterChip { field, text } => format!("{}: {text}", EN.filter_field(field)),
        FilterSentence::RemoveFromFilter { field } => format!("Remove from the filter: {}", EN.filter_field(field)),
        FilterSentence::FilterProblem { field, part } => {
            format!(
                "{}: \u{201c}{part}\u{201d} cannot be understood. {}",
                EN.filter_field(field),
                EN.filter_hint(field)
            )
        }
        FilterSentence::RemovePart { field } => format!("Remove: {}", EN.filter_field(field)),
        FilterSentence::SwitchPartOff { field } => format!("Switch off: {}", EN.filter_field(field)),
        FilterSentence::FiguresOf { part, whole } => crate::en::filter::figures_of(part, whole),
        FilterSentence::CallAt { number, cell } => format!("Open call {}: {cell}", EN.count(number)),
    }
}
