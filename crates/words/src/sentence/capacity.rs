//! Sentences of capacity: lines held and calls a second.

/// Their texts are in `sentences/capacity.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum CapacitySentence<'a> {
    RefusedParts { held: u64, others: u64 },
    LimitRefuses { refused: u64, calls: u64, exact: bool },
    LongestSpell { from: &'a str, to: &'a str, peak: u64 },
    SecondsAbove { limit: u64, seconds: u64, times: usize },
    LimitOf { lines: u64 },
    LoadsLeftOut { groups: usize },
    NoneNamed { what: &'a str },
    LoadsOf { by: &'a str },
}
