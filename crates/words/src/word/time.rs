//! Words of calls over time.

/// Their texts are in `words/time.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum TimeWord {
    AutomaticStep,
    StackedUp,
    AsLines,
    ChartBy,
    CallsAndAnswered,
    MoneyInTime,
    DelaysOverTime,
    HoursOfWeek,
    HoursOfWeekExplained,
    LongerSteps,
}
