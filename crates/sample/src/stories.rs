//! What goes wrong in the sample, so that an analyst has something to find. Each story is one small rule here.
//!
//! Times are milliseconds since the period's first midnight, UTC. With [`SampleSpec::stories`](super::SampleSpec) off
//! none of these rules is asked.

use super::draw::{ODDS, happens};
use super::world::customers::{HARBOUR, OAKMERE, YUNLING};
use super::world::destinations::IRELAND;
use super::world::vendors::COBALT;
use fastrand::Rng;

const HOUR: i64 = 3_600_000;
const MINUTE: i64 = 60_000;

/// A vendor is congested on the first day from 14:00 to 16:00: 88 % of what it gets comes back as 503, or as the
/// guide's 5, within a second.
///
/// To find: the answer ratio of one terminating gateway falls to a tenth of itself for two hours, everyone else's
/// stays; the 503s of the period stand in those hours; its customers lose calls, their own sides do nothing wrong.
pub(super) fn vendor_congested(vendor: usize, since_start: i64, rng: &mut Rng) -> bool {
    vendor == COBALT && (14 * HOUR..16 * HOUR).contains(&since_start) && happens(rng, 88 * ODDS / 100)
}

/// When the customer's balance is used up, and when it is topped up.
const BALANCE_GONE: i64 = 23 * HOUR + 40 * MINUTE;
const BALANCE_BACK: i64 = 30 * HOUR + 10 * MINUTE;

/// A customer runs out of balance at 23:40 on the first day and is recharged at 06:10 on the second: every attempt
/// between is refused before a route is sought.
///
/// To find: one account's answer ratio is 0 for six and a half hours; a server reason (unnamed in live data, 8 in the
/// guide) that no other account has; no terminating gateway on those rows.
pub(super) fn balance_exhausted(customer: usize, since_start: i64) -> bool {
    customer == YUNLING && (BALANCE_GONE..BALANCE_BACK).contains(&since_start)
}

/// The calls that were up at 23:40 are cut there: the seconds that such a call gets to talk.
///
/// To find: a few answered calls of that account end by the server at one and the same moment, with the same reason.
#[expect(clippy::cast_possible_truncation, reason = "less than the talk time, which has 32 bits")]
pub(super) fn cut_for_balance(customer: usize, since_start: i64, talk: u32) -> Option<u32> {
    let until = BALANCE_GONE - since_start;
    let up = customer == YUNLING && until > 1000 && i64::from(talk) * 1000 > until;
    up.then_some((until / 1000) as u32)
}

/// One customer's rate table lacks one prefix: all its calls there are refused, in all of the period.
///
/// To find: an answer ratio of exactly 0 for one customer and prefix that others reach well; a reason of its own.
pub(super) fn rate_missing(customer: usize, destination: usize) -> bool {
    customer == OAKMERE && destination == IRELAND
}

/// One answered call in 200 of one customer is billed to nobody: billing mode -1, no fee, no billed time, but its cost.
///
/// To find: talk time without revenue, the vendor's charge being lost; one account only.
pub(super) fn escapes_billing(customer: usize, rng: &mut Rng) -> bool {
    customer == HARBOUR && happens(rng, ODDS / 200)
}

/// An address that tries numbers on the switch without being anyone's gateway.
#[derive(Debug)]
pub(super) struct Scanner {
    pub(super) ip: &'static str,
    /// The caller that it claims to be.
    pub(super) caller: &'static str,
    /// What its tool calls itself.
    pub(super) product: &'static str,
    /// The minutes of the UTC day that it is active in: from, up to.
    active: (u32, u32),
}

/// Three scanners, each with its own half hour of every night. Their bursts are 1.2 % of the sample's calls.
///
/// To find: attempts refused as illegal (live -9; the guide's 17, and 16 for one in seven) from three addresses of no
/// customer, no gateway on either side, called numbers counting up behind ever other dialling prefixes, at night.
pub(super) const SCANNERS: [Scanner; 3] = [
    Scanner { ip: "203.0.113.23", caller: "1001", product: "friendly-scanner", active: (70, 95) },
    Scanner { ip: "203.0.113.77", caller: "100", product: "", active: (155, 190) },
    Scanner { ip: "203.0.113.141", caller: "8001", product: "pplsip", active: (245, 260) },
];

/// How many minutes of a day a scanner is at work.
pub(super) const SCAN_MINUTES_A_DAY: u32 = 75;

/// How many of a sample's calls are the scanners'.
pub(super) fn scanner_calls(calls: u64) -> u64 {
    calls / 1000 * 12 + calls % 1000 * 12 / 1000
}

/// The scanner at work in a minute of the UTC day.
pub(super) fn scanner_at(minute_of_day: u32) -> Option<usize> {
    SCANNERS.iter().position(|scanner| (scanner.active.0..scanner.active.1).contains(&minute_of_day))
}

/// What scanners try in front of a number, to get past a dialling plan.
pub(super) const SCAN_PREFIXES: [&str; 6] = ["00", "011", "900", "9011", "000", "81"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scan_minutes_are_counted() {
        let active = (0..1440).filter(|&minute| scanner_at(minute).is_some()).count();
        assert_eq!(active, SCAN_MINUTES_A_DAY as usize);
    }

    #[test]
    fn a_call_up_when_the_balance_ends_is_cut_there() {
        assert_eq!(cut_for_balance(YUNLING, BALANCE_GONE - 90_500, 300), Some(90));
        assert_eq!(cut_for_balance(YUNLING, BALANCE_GONE - 90_500, 90), None);
        assert_eq!(cut_for_balance(YUNLING, BALANCE_BACK, 300), None);
        assert_eq!(cut_for_balance(HARBOUR, BALANCE_GONE - 90_500, 300), None);
    }
}
