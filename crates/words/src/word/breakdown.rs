//! Words of the break-down.

/// Their texts are in `words/breakdown.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum BreakdownWord {
    AndBy,
    AsTable,
    AsMatrix,
    VendorByDestination,
    DownInto,
    WayDown,
    AttemptsAndCalls,
    AttemptsPerCall,
    DefineAttemptsPerCall,
    CallsByCallId,
    DefineCallsByCallId,
    AnsweredInTheEnd,
    DefineAnsweredInTheEnd,
    TriedAgain,
    DefineTriedAgain,
    CallIds,
}
