//! The rules, each a file: what it looks for, its thresholds as data, the numbers that it finds, and tests on a file that has it and on one that
//! has not.

mod account_refused;
mod prefix_refused;
mod gateway_down;
mod vendor_fell;
mod vendor_rejects;
mod vendor_below_others;
mod limit_hit;
mod calls_cut;
mod scanner;
mod many_callees;
mod media_lost;
mod same_length;
mod server_released;
mod short_calls;
mod slow_set_up;
mod unexplained_refusals;
mod switch_refuses;
mod route_lost;
mod vendor_congested;
mod answered_unbilled;
mod free_of_charge;
mod negative_margin;
mod several_rates;
mod billed_oddly;
mod unanswered_charged;
mod cost_unknown;
mod zombie_calls;
mod failures_missing;
mod missing_hours;
mod stop_times;
mod clock_set_back;
mod outside_period;
mod day_cut;
mod duplicate_calls;
mod missing_serials;

pub use account_refused::AccountRefused;
pub use prefix_refused::PrefixRefused;
pub use gateway_down::GatewayDown;
pub use vendor_fell::VendorFell;
pub use vendor_rejects::VendorRejects;
pub use vendor_below_others::VendorBelowOthers;
pub use limit_hit::LimitHit;
pub use calls_cut::CallsCut;
pub use scanner::Scanner;
pub use many_callees::ManyCallees;
pub use media_lost::MediaLost;
pub use same_length::SameLength;
pub use server_released::ServerReleased;
pub use short_calls::ShortCalls;
pub use slow_set_up::SlowSetUp;
pub use unexplained_refusals::UnexplainedRefusals;
pub use switch_refuses::SwitchRefuses;
pub use route_lost::RouteLost;
pub use vendor_congested::VendorCongested;
pub use answered_unbilled::AnsweredUnbilled;
pub use free_of_charge::FreeOfCharge;
pub use negative_margin::NegativeMargin;
pub use several_rates::SeveralRates;
pub use billed_oddly::BilledOddly;
pub use unanswered_charged::UnansweredCharged;
pub use cost_unknown::CostUnknown;
pub use zombie_calls::{StuckCalls, ZombieCalls};
pub use failures_missing::FailuresMissing;
pub use missing_hours::{MissingHours, WhyNoCalls};
pub use stop_times::StopTimes;
pub use clock_set_back::ClockSetBack;
pub use outside_period::OutsidePeriod;
pub use day_cut::DayCut;
pub use duplicate_calls::DuplicateCalls;
pub use missing_serials::MissingSerials;

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
    route_lost;
    switch_refuses;
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
    unexplained_refusals;
    slow_set_up;
    short_calls;
    server_released;
    same_length;
    media_lost;
    many_callees;
    scanner;
    calls_cut;
    limit_hit;
    vendor_below_others;
    vendor_rejects;
    vendor_fell;
    gateway_down;
    prefix_refused;
    account_refused;
    vendor_congested;
}
