//! Sentences of end reasons, and of how numbers are read as them.

use knowledge::{Numbering, ReasonMix, Vocabulary};

/// Their texts are in `sentences/end_reasons.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum EndReasonSentence<'a> {
    HungUp { caller: u64, callee: u64, server: u64, calls: u64 },
    VendorReached { reached: u64, known: u64 },
    StandsInFor { code: i32, hundred: i32 },
    NumberingByEvidence { guide_files: usize, live_files: usize, unsure_files: usize },
    NumberingFound { vocabularies: &'a [(Vocabulary, usize)] },
    NumberingRunnerUp { shown: Option<Numbering>, against_shown: f64, against_other: f64 },
    NumberingContent { content: ReasonMix },
    GroupCalls { group: &'a str, calls: u64, percent: f64 },
    WithThoseAbove { percent: f64 },
    MedianDelay { seconds: f64 },
}
