//! What the numbers of a file mean: the guide's list or a live system's.
//!
//! Both use the numbers 1 to 25, for different things: 16 is a failed authentication to the guide and a normal clearing
//! to Q.850. The file itself tells: a reason that cannot end an answered call does not stand on calls with talk time,
//! and a number that a list does not have is not of that list. So every call that contradicts a reading is counted
//! against it, over the whole file, and the reading with fewer contradictions is taken.

use super::reason::{Reason, reason};
use super::terms::Family;
use serde::{Deserialize, Serialize};

/// How the numbers of a file are read. SIP status codes from 128 up mean the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// 1 to 25 are the guide's server end reasons.
    Guide,
    /// Signed numbers of live systems: below 0 the server's own, 1 to 127 Q.850, above that SIP.
    Live,
}

/// How often a number stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    /// The number.
    pub code: i32,
    /// Calls that ended with it.
    pub calls: u64,
    /// Of these, calls with talk time.
    pub answered: u64,
}

/// Which dialect a file was taken to speak, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialectFinding {
    /// The choice.
    pub dialect: Dialect,
    /// Whether the file has enough to tell; without it, [`Dialect::Live`] is assumed.
    pub sure: bool,
    /// Calls that contradict the guide's reading.
    pub against_guide: u64,
    /// Calls that contradict the live reading.
    pub against_live: u64,
}

/// The largest number of the guide's list.
const GUIDE_LAST: i32 = 25;

/// Decides by the numbers of a whole file.
pub fn decide_dialect(counts: impl Iterator<Item = CodeCount>) -> DialectFinding {
    let (mut against_guide, mut against_live, mut disputed) = (0, 0, false);
    for count in counts {
        disputed |= (1..=GUIDE_LAST).contains(&count.code);
        against_guide += match count.code {
            code if code > super::classify::Q850_LAST => 0,
            code => contradictions(reason(Family::Guide, code), count),
        };
        if (1..=GUIDE_LAST).contains(&count.code) {
            against_live += contradictions(reason(Family::Q850, count.code), count);
        }
    }
    let dialect = if against_guide < against_live { Dialect::Guide } else { Dialect::Live };
    let (less, more) = (against_guide.min(against_live), against_guide.max(against_live));
    // One contradiction in ten may be a switch's oddity; more than that is no clear case.
    DialectFinding { dialect, sure: !disputed || less * 10 < more, against_guide, against_live }
}

/// Calls that could not have ended so: all of them where the list does not have the number.
fn contradictions(reason: Option<&Reason>, count: CodeCount) -> u64 {
    match reason {
        None => count.calls,
        Some(reason) if reason.ends_answered => 0,
        Some(_) => count.answered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(counts: &[(i32, u64, u64)]) -> (Dialect, bool) {
        let counts = counts.iter().map(|&(code, calls, answered)| CodeCount { code, calls, answered });
        let finding = decide_dialect(counts);
        (finding.dialect, finding.sure)
    }

    #[test]
    fn the_evidence_decides() {
        use Dialect::{Guide, Live};
        // Answered calls on the guide's hang-up codes, which Q.850 does not have.
        assert_eq!(decide(&[(11, 50, 50), (12, 40, 40), (3, 60, 0), (16, 5, 0)]), (Guide, true));
        // The same with SIP codes among them.
        assert_eq!(decide(&[(11, 50, 50), (503, 400, 0), (22, 60, 0)]), (Guide, true));
        // Live: negative numbers.
        assert_eq!(decide(&[(-7, 50, 40), (-8, 40, 40), (503, 60, 0), (17, 9, 0)]), (Live, true));
        // Answered calls on 16 alone: a normal clearing, not a failed authentication.
        assert_eq!(decide(&[(16, 90, 60), (17, 10, 0)]), (Live, true));
        // Q.850 only, with causes beyond 25.
        assert_eq!(decide(&[(16, 5, 5), (34, 10, 0), (41, 3, 0)]), (Live, true));
        // SIP only: both readings say the same.
        assert_eq!(decide(&[(480, 5, 0), (503, 10, 0)]), (Live, true));
        // No answered call, and numbers that both lists have.
        assert_eq!(decide(&[(17, 5, 0), (3, 10, 0), (16, 4, 0)]), (Live, false));
        // Nothing at all.
        assert_eq!(decide(&[]), (Live, true));
        // A few odd rows do not turn a large file.
        assert_eq!(decide(&[(11, 5000, 5000), (12, 4000, 4000), (-7, 3, 3), (16, 2, 2)]), (Guide, true));
        // As much for as against.
        assert_eq!(decide(&[(11, 50, 50), (-7, 50, 50)]), (Live, false));
    }
}
