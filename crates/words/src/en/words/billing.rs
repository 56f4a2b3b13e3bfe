//! Words of billing: fees, costs and what is not billed.

use crate::BillingWord;

/// The text of each.
pub(super) fn text(word: BillingWord) -> &'static str {
    match word {
        BillingWord::BillingCurrency => "Amounts are in the files' own currency; call detail records do not name it.",
        BillingWord::MarginNotKnown => "These files do not say what calls cost, so that the margin is not known.",
        BillingWord::MoneyOverTime => "Revenue, cost and margin over time",
        BillingWord::MarginByGroup => "Margin",
        BillingWord::MarginBy => "Margin by",
        BillingWord::GainsAndLosses => "The largest gains and losses",
        BillingWord::Gain => "Gain",
        BillingWord::Loss => "Loss",
        BillingWord::SoldBelowCost => "Sold below cost",
        BillingWord::DefineSoldBelowCost => {
            "Calls that cost more than the customer is charged, where the files say both."
        }
        BillingWord::Leakage => "Answered and not billed",
        BillingWord::LeakageExplained => {
            "Answered calls whose fee is 0, or that were billed for no time, on no account (billing mode -1) or \
                without an account. A call may show it in several ways. Package fees are not counted: a call that a \
                package covers is among these."
        }
        BillingWord::NoLeakage => "Every answered call of this selection is billed, as far as the files say.",
        BillingWord::NeverBilled => "Never billed",
        BillingWord::DefineNeverBilled => {
            "Billed for no time, booked on no account, or without an account. The others were billed, at nothing."
        }
        BillingWord::FeeIsZero => "Fee 0",
        BillingWord::NoBilledTime => "No billed time",
        BillingWord::BookedOnNobody => "Billing mode -1",
        BillingWord::WithoutAccount => "No account",
        BillingWord::ShareOfAnswered => "Of answered",
        BillingWord::LostByLeakage => "Would have brought",
        BillingWord::DefineLostByLeakage => {
            "An estimate: their talk time at what the account is charged for it otherwise, with the same rate prefix \
                where it has charged calls there."
        }
        BillingWord::BilledAgainstTalk => "Billed time against talk time",
        BillingWord::NoBilledSeconds => "for how long calls were billed",
        BillingWord::RoundingExplained => {
            "Rates are sold in steps: 60/6 bills the first 60 seconds whole, then 6 at a time. Found from the calls, \
                give or take a second."
        }
        BillingWord::TalkSeconds => "Talk time, s",
        BillingWord::BilledSeconds => "Billed time, s",
        BillingWord::Slack => "Slack, s",
        BillingWord::DefineSlack => "Billed seconds less talk seconds: below 0, time was given away.",
        BillingWord::RoundingStep => "Step",
        BillingWord::StepExplains => "Explains",
        BillingWord::DefineStepExplains => "Answered calls with a billed time that the step explains, of all of them.",
        BillingWord::NoStepExplains => "Not explained",
        BillingWord::DefineNoStepExplains => "Calls whose billed time none of the usual steps explains.",
        BillingWord::BilledTooShort => "Billed too short",
        BillingWord::DefineBilledTooShort => "Those of them that were billed for less than they talked.",
        BillingWord::SeveralRates => "Several rates for one prefix",
        BillingWord::SeveralRatesExplained => {
            "Accounts that are charged different amounts for a billed minute with the same rate prefix, beyond what \
                the rounding of fees explains. A rate that was changed shows too."
        }
        BillingWord::NoSeveralRates => "Every account has one rate for each prefix, as far as its fees tell.",
        BillingWord::RatesAMinute => "Rates a minute",
        BillingWord::RatesSpread => "Highest to lowest",
        BillingWord::LessThanUsual => "Less than usual",
        BillingWord::DefineLessThanUsual => {
            "An estimate: what the calls at lower rates would have brought beyond their fees at the rate that most \
                calls have."
        }
        BillingWord::FailedRevenue => "What failed calls would have brought",
        BillingWord::FailedRevenueExplained => {
            "An estimate: failed calls x what an attempt to the same prefix brings on average. Failed is what neither \
                was answered nor ended by the people at either end (busy, no answer and the like). Many failures are \
                tried again, so that some of it was not lost."
        }
        BillingWord::Failed => "Failed",
        BillingWord::DefineFailed => {
            "Calls that were neither answered nor ended as they do when the network does its part."
        }
        BillingWord::FeePerAttempt => "Revenue an attempt",
        BillingWord::DefineFeePerAttempt => "The fee of the answered calls of the prefix, divided by all its calls.",
        BillingWord::WouldHaveBrought => "Would have brought",
        BillingWord::DefineWouldHaveBrought => {
            "An estimate: failed calls x revenue an attempt. Without one where no answered call of the prefix has a \
                fee."
        }
        BillingWord::NoFailedCalls => "No call of this selection failed.",
        BillingWord::GuideBilling => "End reasons and billing, by the guide",
        BillingWord::GuideBillingExplained => {
            "What the end reason guide says of billing, and what these calls say. What live systems and words have \
                for the same reason is counted with it; refusals by vendors are not."
        }
        BillingWord::AsTheGuideSays => "As the guide says?",
        BillingWord::NoneOfTheGuide => {
            "No call of this selection ended with one of these: live systems store other numbers. The next table has \
                all end reasons as they are."
        }
        BillingWord::NotInSelection => "no such calls",
        BillingWord::BilledByReason => "Billed by end reason",
        BillingWord::BilledByAnswered => "Answered against not answered",
        BillingWord::AmongThese => "Among more calls: a filter cannot say which ones.",
        BillingWord::RateChanged => "Changed",
        BillingWord::DefineRateChanged => {
            "When the last rate began, where one took the place of the other. Then nothing is estimated: it was meant \
                so."
        }
        BillingWord::ByCallLevel => "By call level",
        BillingWord::CallLevelExplained => {
            "In VOS3000: 1 within the network, 2 local, 4 long distance, 5 international."
        }
    }
}
