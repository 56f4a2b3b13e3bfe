//! What findings say, with their numbers. The numbers of each are with the rule that finds it.

use super::rules::*;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($numbers:ty);)*) => {
        /// What is found, with its numbers.
        #[derive(Debug, Clone, PartialEq)]
        pub enum FindingKind {
            $($(#[$doc])* $name($numbers),)*
            /// More of the same, which are not told one by one.
            AndMore(AndMore),
        }
    };
}

kinds! {
    /// The switch refuses the calls of an account.
    AccountRefused(AccountRefused);
    /// The switch refuses the calls to a prefix.
    PrefixRefused(PrefixRefused);
    /// A gateway does not answer.
    GatewayDown(GatewayDown);
    /// A vendor's answer ratio fell.
    VendorFell(VendorFell);
    /// A vendor turns our calls down.
    VendorRejects(VendorRejects);
    /// A vendor's answer ratio is below that of the others.
    VendorBelowOthers(VendorBelowOthers);
    /// A limit refuses calls.
    LimitHit(LimitHit);
    /// Calls were cut as the money for them ran out.
    CallsCut(CallsCut);
    /// An address tries numbers.
    Scanner(Scanner);
    /// Many addresses try numbers together.
    SpreadAttack(SpreadAttack);
    /// One caller calls many numbers.
    ManyCallees(ManyCallees);
    /// Calls lose their media.
    MediaLost(MediaLost);
    /// Many long calls are of exactly the same length.
    SameLength(SameLength);
    /// The switch ends answered calls.
    ServerReleased(ServerReleased);
    /// Answered calls are over at once.
    ShortCalls(ShortCalls);
    /// Callers give up while it takes long to ring.
    SlowSetUp(SlowSetUp);
    /// The switch refuses calls for a reason that is not published.
    UnexplainedRefusals(UnexplainedRefusals);
    /// The switch refuses everyone.
    SwitchRefuses(SwitchRefuses);
    /// Calls to a prefix find no route part of the time.
    RouteLost(RouteLost);
    /// A vendor has no capacity.
    VendorCongested(VendorCongested);
    /// Nobody is charged for answered calls.
    AnsweredUnbilled(AnsweredUnbilled);
    /// Answered calls are charged nothing.
    FreeOfCharge(FreeOfCharge);
    /// Calls cost more than they bring.
    NegativeMargin(NegativeMargin);
    /// One account and rate prefix have several rates.
    SeveralRates(SeveralRates);
    /// No rounding step explains the billed time of calls.
    BilledOddly(BilledOddly);
    /// Unanswered calls are charged.
    UnansweredCharged(UnansweredCharged);
    /// The calls of a vendor have no cost.
    CostUnknown(CostUnknown);
    /// Calls last as long as the switch lets them.
    ZombieCalls(ZombieCalls);
    /// Calls were up for long when the file was written.
    StuckCalls(StuckCalls);
    /// Files have answered calls only.
    FailuresMissing(FailuresMissing);
    /// Hours between busy hours have no calls.
    MissingHours(MissingHours);
    /// Stop times do not fit start and talk time.
    StopTimes(StopTimes);
    /// A clock was set back.
    ClockSetBack(ClockSetBack);
    /// Calls are far outside the period of their file.
    OutsidePeriod(OutsidePeriod);
    /// The days of a file do not begin at midnight.
    DayCut(DayCut);
    /// Several rows have the same call.
    DuplicateCalls(DuplicateCalls);
    /// No call has some serial numbers.
    MissingSerials(MissingSerials);
}

/// Findings of one rule that are summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AndMore {
    /// How many.
    pub findings: u64,
}
