//! Sentences of the filter.

use query::FilterField;

/// Their texts are in `sentences/filter.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum FilterSentence<'a> {
    FilterChip {
        field: FilterField,
        text: &'a str,
    },
    RemoveFromFilter {
        field: FilterField,
    },
    FilterProblem {
        field: FilterField,
        part: &'a str,
    },
    RemovePart {
        field: FilterField,
    },
    SwitchPartOff {
        field: FilterField,
    },
    FiguresOf {
        part: u64,
        whole: u64,
    },
    /// With what stands on the button that opens it: who speaks to a computer says that.
    CallAt {
        number: u64,
        cell: &'a str,
    },
}
