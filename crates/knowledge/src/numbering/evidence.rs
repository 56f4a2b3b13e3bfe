//! What calls say against a reading of their end reason's number.

use super::Numbering;
use crate::reason::reason;
use crate::terms::{Family, Q850_LAST, SIP_LAST};
use serde::{Deserialize, Serialize};

/// What is counted of the calls that end with one number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReasonEvidence {
    /// The number.
    pub code: i32,
    /// Calls that ended with it.
    pub calls: u64,
    /// Of these, calls with talk time.
    pub answered: u64,
    /// Of these, calls that the caller, the callee and the server hung up; the file may not say for all.
    pub hung_up: [u64; 3],
    /// Of these, calls for which a terminating gateway is named.
    pub vendor_reached: u64,
    /// Of these, calls for which the file has a column for that.
    pub vendor_known: u64,
}

/// Calls that a reading cannot explain, by kind. A call can be among several of them.
///
/// The first two are strong: such a call cannot be. The other two are weak, four calls weigh as one: who hung up and
/// whether a vendor was reached is what a switch writes down beside the reason, and switches differ in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradictions {
    /// The reading's list does not have the number, the other's does.
    pub not_in_list: u64,
    /// The call was answered, and the reason cannot end an answered call.
    pub answered: u64,
    /// Weak: hung up by a side that does not fit the reason.
    pub hang_up_side: u64,
    /// Weak: the reason is from before a vendor was tried, and one was reached; or from a vendor, and none was.
    pub gateway: u64,
}

/// What the guide's server decides itself, so that no other side hangs up.
const GUIDE_BY_SERVER: [i32; 13] = [6, 7, 8, 9, 10, 16, 17, 18, 19, 20, 22, 24, 25];

/// What the guide's server refuses before it tries a vendor.
const GUIDE_BEFORE_VENDOR: [i32; 6] = [6, 7, 16, 17, 20, 22];

impl Contradictions {
    /// What the calls of one number say against a reading.
    pub(super) fn of(numbering: Numbering, evidence: &ReasonEvidence) -> Self {
        let code = evidence.code;
        // What both readings explain alike, and what neither does, tells nothing of which it is.
        if is_sip(code) || !(is_listed(Numbering::Guide, code) || is_listed(Numbering::Live, code)) {
            return Self::default();
        }
        if !is_listed(numbering, code) {
            return Self { not_in_list: evidence.calls, ..Self::default() };
        }
        let family = match numbering {
            Numbering::Guide => Family::Guide,
            Numbering::Live if code < 0 => Family::Server,
            Numbering::Live => Family::Q850,
        };
        let never_answered = reason(family, code).is_some_and(|reason| !reason.ends_answered);
        Self {
            not_in_list: 0,
            answered: if never_answered { evidence.answered } else { 0 },
            hang_up_side: wrong_side(family, evidence),
            gateway: wrong_gateway(family, evidence),
        }
    }

    /// Adds others.
    pub fn add(&mut self, other: Self) {
        self.not_in_list += other.not_in_list;
        self.answered += other.answered;
        self.hang_up_side += other.hang_up_side;
        self.gateway += other.gateway;
    }

    /// The sum, weighed, in quarters of a call, which makes it a whole number.
    pub(super) fn quarter_calls(self) -> u64 {
        4 * (self.not_in_list + self.answered) + self.hang_up_side + self.gateway
    }

    /// The sum in calls, four weak ones weighing as one.
    pub fn weighed(self) -> f64 {
        self.quarter_calls() as f64 / 4.0
    }
}

/// SIP status codes, the same in both readings.
pub(super) fn is_sip(code: i32) -> bool {
    (Q850_LAST + 1..=SIP_LAST).contains(&code)
}

/// Whether a reading has a place for the number. Every negative one is a live server's own, known or not.
pub(super) fn is_listed(numbering: Numbering, code: i32) -> bool {
    is_sip(code)
        || match numbering {
            Numbering::Guide => reason(Family::Guide, code).is_some(),
            Numbering::Live => code < 0 || reason(Family::Q850, code).is_some(),
        }
}

/// Calls hung up by a side that does not fit: the other party where the reason names one, a party where the server
/// decides, the server where the reason came in from a vendor (its own decisions have negative numbers).
fn wrong_side(family: Family, evidence: &ReasonEvidence) -> u64 {
    let [caller, callee, server] = evidence.hung_up;
    match (family, evidence.code) {
        (Family::Guide, 11) | (Family::Server, -7) => callee,
        (Family::Guide, 12) | (Family::Server, -8) => caller,
        (Family::Guide, code) if GUIDE_BY_SERVER.contains(&code) => caller + callee,
        (Family::Q850, _) => server,
        _ => 0,
    }
}

fn wrong_gateway(family: Family, evidence: &ReasonEvidence) -> u64 {
    match family {
        Family::Guide if GUIDE_BEFORE_VENDOR.contains(&evidence.code) => evidence.vendor_reached,
        Family::Q850 => evidence.vendor_known.saturating_sub(evidence.vendor_reached),
        _ => 0,
    }
}
