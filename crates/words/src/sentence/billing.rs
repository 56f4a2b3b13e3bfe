//! Sentences of billing: fees, costs and what is not billed.

/// Their texts are in `sentences/billing.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum BillingSentence<'a> {
    MoneyKnown { fees: u64, costs: u64, calls: u64 },
    CallsAtALoss { calls: u64, money: &'a str },
    CostIsZero { names: &'a str, groups: usize },
    UnbilledOf { calls: u64 },
    FailedRevenueOf { money: &'a str, failed: u64, without: u64 },
    ChargedThough { money: &'a str },
    StepOf { first: u32, next: u32 },
    RateOfCalls { rate: &'a str, calls: u64 },
    TimesAsMuch { times: f64 },
    CallsOf { number: &'a str, name: &'a str },
}
