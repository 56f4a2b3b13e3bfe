//! The rules, each a file: what it looks for, its thresholds as data, the numbers that it finds, and tests on a file that has it and on one that
//! has not.

mod account_refused;
mod answered_unbilled;
mod billed_oddly;
mod calls_cut;
mod clock_set_back;
mod cost_unknown;
mod day_cut;
mod duplicate_calls;
mod failures_missing;
mod free_of_charge;
mod gateway_down;
mod limit_hit;
mod many_callees;
mod media_lost;
mod missing_hours;
mod missing_serials;
mod negative_margin;
mod outside_period;
mod prefix_refused;
mod route_lost;
mod same_length;
mod scanner;
mod server_released;
mod several_rates;
mod short_calls;
mod slow_set_up;
pub(super) mod spread_attack;
mod stop_times;
mod switch_refuses;
mod unanswered_charged;
mod unexplained_refusals;
mod vendor_below_others;
mod vendor_congested;
mod vendor_fell;
mod vendor_rejects;
mod zombie_calls;

pub use account_refused::AccountRefused;
pub use answered_unbilled::AnsweredUnbilled;
pub use billed_oddly::BilledOddly;
pub use calls_cut::CallsCut;
pub use clock_set_back::ClockSetBack;
pub use cost_unknown::CostUnknown;
pub use day_cut::DayCut;
pub use duplicate_calls::DuplicateCalls;
pub use failures_missing::FailuresMissing;
pub use free_of_charge::FreeOfCharge;
pub use gateway_down::GatewayDown;
pub use limit_hit::LimitHit;
pub use many_callees::ManyCallees;
pub use media_lost::MediaLost;
pub use missing_hours::{MissingHours, WhyNoCalls};
pub use missing_serials::MissingSerials;
pub use negative_margin::NegativeMargin;
pub use outside_period::OutsidePeriod;
pub use prefix_refused::PrefixRefused;
pub use route_lost::RouteLost;
pub use same_length::SameLength;
pub use scanner::Scanner;
pub use server_released::ServerReleased;
pub use several_rates::SeveralRates;
pub use short_calls::ShortCalls;
pub use slow_set_up::SlowSetUp;
pub use spread_attack::SpreadAttack;
pub use stop_times::StopTimes;
pub use switch_refuses::SwitchRefuses;
pub use unanswered_charged::UnansweredCharged;
pub use unexplained_refusals::UnexplainedRefusals;
pub use vendor_below_others::VendorBelowOthers;
pub use vendor_congested::VendorCongested;
pub use vendor_fell::VendorFell;
pub use vendor_rejects::VendorRejects;
pub use zombie_calls::{StuckCalls, ZombieCalls};

use super::finding::Finding;
use super::picture::Picture;

/// A rule with its usual thresholds.
type Rule = fn(&Picture) -> Vec<Finding>;

macro_rules! rules {
    ($($rule:ident;)*) => {
        /// All rules.
        pub(super) const RULES: &[Rule] = &[$(|picture| $rule::find(picture, &$rule::Thresholds::default()),)*];
    };
}

rules! {
    switch_refuses;
    account_refused;
    prefix_refused;
    route_lost;
    vendor_congested;
    gateway_down;
    vendor_fell;
    vendor_rejects;
    vendor_below_others;
    limit_hit;
    calls_cut;
    scanner;
    spread_attack;
    many_callees;
    media_lost;
    same_length;
    server_released;
    short_calls;
    slow_set_up;
    unexplained_refusals;
    answered_unbilled;
    free_of_charge;
    negative_margin;
    several_rates;
    billed_oddly;
    unanswered_charged;
    cost_unknown;
    zombie_calls;
    failures_missing;
    missing_hours;
    stop_times;
    clock_set_back;
    outside_period;
    day_cut;
    duplicate_calls;
    missing_serials;
}
