//! What kind of end reasons a file contains.

use super::evidence::{Contradictions, ReasonEvidence, is_listed, is_sip};
use super::{GUIDE_LAST, Numbering};
use serde::{Deserialize, Serialize};

/// What a file contains, under the reading that was chosen. Up to one call in ten may be something else: see
/// `ReasonMix::vocabulary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vocabulary {
    /// The guide's 1 to 25, with a SIP code in ten at most.
    Guide,
    /// The guide's 1 to 25, and SIP codes on more than a call in ten.
    GuideWithSip,
    /// Signed numbers: negative ones, alone or with SIP and Q.850, or the latter two together.
    Live,
    /// SIP status codes and no other number.
    SipOnly,
    /// Q.850 causes and no other number.
    Q850Only,
    /// Words, a number among them or not.
    Text,
    /// Words and numbers, or numbers that no reading explains.
    Mixed,
    /// No call has an end reason.
    Nothing,
}

/// Calls by what their end reason is made of; those without one are in none of the sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonMix {
    /// The numbers 1 to 25, which both readings claim.
    pub in_doubt: u64,
    /// Numbers below 0.
    pub negative: u64,
    /// Q.850 causes above 25.
    pub q850: u64,
    /// SIP status codes.
    pub sip: u64,
    /// Numbers that are in no list: 0, those above 699, and gaps in that of Q.850.
    pub unlisted: u64,
    /// Words.
    pub words: u64,
}

/// One call in so many may be something else without the file being called so.
const ODD: u64 = 10;

impl ReasonMix {
    /// Counts the calls of one number.
    pub(super) fn add(&mut self, evidence: &ReasonEvidence) {
        let sum = match evidence.code {
            1..=GUIDE_LAST => &mut self.in_doubt,
            ..=-1 => &mut self.negative,
            code if is_sip(code) => &mut self.sip,
            code if is_listed(Numbering::Live, code) => &mut self.q850,
            _ => &mut self.unlisted,
        };
        *sum += evidence.calls;
    }

    /// Adds the calls of another file.
    pub fn merge(&mut self, other: Self) {
        self.in_doubt += other.in_doubt;
        self.negative += other.negative;
        self.q850 += other.q850;
        self.sip += other.sip;
        self.unlisted += other.unlisted;
        self.words += other.words;
    }

    /// Calls with a number.
    pub fn numbers(&self) -> u64 {
        self.in_doubt + self.negative + self.q850 + self.sip + self.unlisted
    }

    /// What to call it, read so. One call in ten may be of another kind (words among numbers, numbers among words,
    /// numbers that the reading cannot explain, SIP among the guide's); only what is named *only* is only that.
    pub(super) fn vocabulary(&self, numbering: Numbering, against: Contradictions) -> Vocabulary {
        let (numbers, all) = (self.numbers(), self.numbers() + self.words);
        let unexplained = self.unlisted + against.not_in_list + against.answered;
        match numbering {
            _ if all == 0 => Vocabulary::Nothing,
            _ if numbers * ODD <= all => Vocabulary::Text,
            _ if self.words * ODD > all || unexplained * ODD > numbers => Vocabulary::Mixed,
            Numbering::Guide if self.sip * ODD > numbers => Vocabulary::GuideWithSip,
            Numbering::Guide => Vocabulary::Guide,
            Numbering::Live if self.sip == numbers => Vocabulary::SipOnly,
            Numbering::Live if self.in_doubt + self.q850 == numbers => Vocabulary::Q850Only,
            Numbering::Live => Vocabulary::Live,
        }
    }
}
