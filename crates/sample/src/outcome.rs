//! What becomes of a customer's attempt: refused by the switch, failed at a vendor, or answered for so long.

use super::draw::{NARROW, ODDS, WIDE, around, happens, pick};
use super::ends::{End, FAULTS, UNANSWERED, UNANSWERED_FIXED, UNANSWERED_MOBILE};
use super::stories;
use super::world::customers::{CUSTOMERS, FENWRIGHT, NORTHGATE, PINEWICK, Standing, TAMARIND};
use super::world::destinations::{DESTINATIONS, NIGERIA};
use super::world::vendors::{VENDORS, Vendor};
use fastrand::Rng;

/// What the switch knows when an attempt comes in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt {
    /// Milliseconds since the period's first midnight.
    pub(super) since_start: i64,
    /// Places in the tables of customers and destinations.
    pub(super) customer: usize,
    pub(super) destination: usize,
    /// The last digits of the caller's and of the called number.
    pub(super) caller_tail: u32,
    pub(super) callee_tail: u32,
    /// Dialled as at home, without the country code.
    pub(super) without_country_code: bool,
    /// The hour on the customer's clock, and on the called person's.
    pub(super) caller_hour: u32,
    pub(super) callee_hour: u32,
    /// Whether the stories are told.
    pub(super) stories: bool,
}

/// What became of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome {
    pub(super) end: End,
    /// The place of the vendor that got the call last, `None` where no route was reached.
    pub(super) vendor: Option<usize>,
    /// Talk time in seconds, 0 where not answered.
    pub(super) talk: u32,
    /// Post-dial delay in milliseconds as the caller had it, and as the last vendor took.
    pub(super) caller_delay: u32,
    pub(super) callee_delay: u32,
}

/// VOS3000 waits so long for a vendor that says nothing, in milliseconds.
const SIGNALLING_TIMEOUT: u32 = 32_000;
/// Calls without session timers are cut after so many seconds.
const LONGEST_CALL: u32 = 7200;

/// Decides an attempt's outcome.
pub(super) fn decide(attempt: &Attempt, rng: &mut Rng) -> Outcome {
    if let Some(end) = refusal(attempt, rng) {
        return Outcome { end, vendor: None, talk: 0, caller_delay: rng.u32(1..40), callee_delay: 0 };
    }
    let destination = &DESTINATIONS[attempt.destination];
    let place = pick(rng, &destination.routes);
    let vendor = &VENDORS[place];
    let asleep = attempt.callee_hour < 7;
    let answer_odds = destination.answered * vendor.quality * if asleep { 70 } else { 100 } / 100;
    let (end, talk) = if attempt.stories && stories::vendor_congested(place, attempt.since_start, rng) {
        (End::Congestion, 0)
    } else if happens(rng, answer_odds) {
        answered(attempt, vendor, rng)
    } else if rng.u32(0..1000) < vendor.faults {
        (FAULTS[pick(rng, &vendor.fault_weights)], 0)
    } else {
        let weights = if destination.mobile { &UNANSWERED_MOBILE } else { &UNANSWERED_FIXED };
        (UNANSWERED[pick(rng, weights)], 0)
    };
    let (caller_delay, callee_delay) = delays(end, vendor.delay + destination.delay, rng);
    Outcome { end, vendor: Some(place), talk, caller_delay, callee_delay }
}

/// Why the switch refuses the attempt before it seeks a vendor, if it does.
fn refusal(attempt: &Attempt, rng: &mut Rng) -> Option<End> {
    let customer = &CUSTOMERS[attempt.customer];
    let destination = &DESTINATIONS[attempt.destination];
    let abroad = !destination.area.starts_with(customer.home);
    // Limits bind when many calls come at once: in the call centre's best hours, as a carrier's dialler starts a batch.
    let at_the_peak = matches!(attempt.caller_hour, 10 | 11 | 14 | 15 | 16);
    let at_the_batch = attempt.since_start.rem_euclid(60_000) < 2_000;
    // A few numbers asked not to be called. Small blocks have none, or each of their numbers would weigh too much.
    let blacklisted = destination.blocks[0].count >= 1000 && attempt.callee_tail % 250 == 13;
    let route_lost = if attempt.destination == NIGERIA { 25 * ODDS / 1000 } else { 15 * ODDS / 10_000 };
    match customer.standing {
        Standing::Expired => Some(End::AccountExpired),
        Standing::Disabled => Some(End::AccountDisabled),
        Standing::Good if attempt.without_country_code => Some(End::RouteNotFound),
        Standing::Good if attempt.stories && stories::balance_exhausted(attempt.customer, attempt.since_start) => {
            Some(End::BalanceExhausted)
        }
        Standing::Good if attempt.stories && stories::rate_missing(attempt.customer, attempt.destination) => {
            Some(End::RateMissing)
        }
        // Some of the office phones may not call abroad.
        Standing::Good if attempt.customer == FENWRIGHT && abroad && attempt.caller_tail % 40 == 7 => {
            Some(End::NotSubscribed)
        }
        Standing::Good if blacklisted => Some(End::Blacklisted),
        Standing::Good if attempt.customer == PINEWICK && at_the_peak && happens(rng, 3 * ODDS / 100) => {
            Some(End::LineLimit)
        }
        Standing::Good if attempt.customer == NORTHGATE && at_the_batch && happens(rng, 12 * ODDS / 100) => {
            Some(End::CallRateLimit)
        }
        Standing::Good => happens(rng, route_lost).then_some(End::NoRoute),
    }
}

/// How an answered call ends, and after how many seconds.
fn answered(attempt: &Attempt, vendor: &Vendor, rng: &mut Rng) -> (End, u32) {
    let customer = &CUSTOMERS[attempt.customer];
    let too_short = rng.u32(0..1000) < vendor.short_calls;
    let mut talk = around(rng, DESTINATIONS[attempt.destination].talk, &WIDE).clamp(1, LONGEST_CALL - 1);
    // Nobody there: it is the caller who gives up.
    let callers_part = if too_short { 92 } else { 57 };
    let hang_up = match (rng.u32(0..100) < callers_part, rng.u32(0..100) < 40) {
        (true, false) => End::CallerHangUp,
        (true, true) => End::ClearedByCaller,
        (false, false) => End::CalleeHangUp,
        (false, true) => End::ClearedByCallee,
    };
    let mut end = hang_up;
    if too_short {
        talk = rng.u32(1..7);
    } else if happens(rng, customer.media_loss) {
        (end, talk) = (End::MediaLoss, rng.u32(4..26));
    } else if happens(rng, ODDS / 4000) {
        (end, talk) = (End::SessionTimeout, LONGEST_CALL);
    } else if happens(rng, ODDS / 2500) {
        end = End::ForcedRelease;
    } else if attempt.customer == TAMARIND && happens(rng, 4 * ODDS / 100) {
        // A card buys whole minutes.
        (end, talk) = (End::PrepaidUsedUp, talk.div_ceil(60) * 60);
    }
    if attempt.stories
        && let Some(cut) = stories::cut_for_balance(attempt.customer, attempt.since_start, talk)
    {
        (end, talk) = (End::BalanceGone, cut);
    }
    (end, talk)
}

/// The caller's and the vendor's post-dial delay in milliseconds, around the `usual` one.
fn delays(end: End, usual: u32, rng: &mut Rng) -> (u32, u32) {
    let drawn = around(rng, usual, &NARROW);
    let own = rng.u32(15..120);
    // Another vendor was tried first, and refused: only the last one stands in the row.
    let before = if happens(rng, 6 * ODDS / 100) { rng.u32(1500..7500) } else { 0 };
    match end {
        End::NoReply => (SIGNALLING_TIMEOUT + own, 0),
        // Some hang up because it never rings.
        End::Cancelled if rng.u32(0..10) < 3 => {
            let given_up = drawn + rng.u32(6_000..15_000);
            (given_up + own, given_up)
        }
        End::GatewayTimeout => (drawn + 8_000 + own, drawn + 8_000),
        // A refusal comes quicker than ringing.
        End::Congestion
        | End::Forbidden
        | End::ServerError
        | End::AddressIncomplete
        | End::NotAcceptable
        | End::NotAcceptableHere => (drawn / 3 + before + own, drawn / 3),
        _ => (drawn + before + own, drawn),
    }
}
