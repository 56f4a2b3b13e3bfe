//! Sentences of billing: fees, costs and what is not billed.

use super::calls;
use crate::BillingSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: BillingSentence<'_>) -> String {
    match sentence {
        BillingSentence::MoneyKnown { fees, costs, calls: count } => {
            format!(
                "A fee is known of {} and a cost of {} of {}; the others count neither way.",
                EN.count(fees),
                EN.count(costs),
                calls(count)
            )
        }
        BillingSentence::CallsAtALoss { calls: count, money } => format!("{}, {money} together", calls(count)),
        BillingSentence::CostIsZero { names, groups } => {
            format!(
                "The cost of {} is 0 on all calls: {names}. Most likely nothing is booked there, so that the margin \
                    is not known.",
                if groups == 1 { "one of them".to_owned() } else { format!("{} of them", EN.count(groups as u64)) }
            )
        }
        BillingSentence::UnbilledOf { calls: count } => format!("no: {} answered and not billed", calls(count)),
        BillingSentence::FailedRevenueOf { money, failed, without: 0 } => {
            format!("{} failed, and would have brought about {money} (estimate).", calls(failed))
        }
        BillingSentence::FailedRevenueOf { money, failed, without } => format!(
            "{} failed, and would have brought about {money} (estimate), without {} to prefixes of which no answered \
                call has a fee.",
            calls(failed),
            calls(without)
        ),
        BillingSentence::ChargedThough { money } => format!("no: {money} was charged"),
        BillingSentence::StepOf { first, next } => format!("The first {first} seconds whole, then {next} at a time"),
        BillingSentence::RateOfCalls { rate, calls: count } => format!("{rate} ({})", calls(count)),
        BillingSentence::TimesAsMuch { times } => format!("{} ×", EN.decimal(times, 2)),
        BillingSentence::CallsOf { number, name } => format!("{number}: show the calls of {name}"),
    }
}
