//! What the numbers of a file mean: the guide's list or a live system's.
//!
//! Both use the numbers 1 to 25, for different things: 16 is a failed authentication to the guide and a normal clearing
//! to Q.850. The file itself tells: whatever a reading cannot explain is counted against it, in calls, over the whole
//! file ([`Contradictions`] has the kinds). What speaks for a reading needs no count of its own: answered calls on 11
//! and 12 are what the live reading cannot explain, answered calls on 16 what the guide's cannot.
//!
//! The rule: the reading with less against it is taken, and that is *sure*, when the other has
//! - more than ten times as much against it, since one call in ten may be a switch's oddity,
//! - at least one call, so that a single weak sign is not enough,
//! - and at least one call for every hundred calls on the numbers in doubt, so that a few odd rows do not decide for
//!   thousands that say nothing.
//!
//! It is sure as well where no number is in doubt. Otherwise it is not sure, and [`Numbering::Live`] is assumed: it is
//! what real systems store.

mod evidence;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use evidence::{Contradictions, ReasonEvidence};
use serde::{Deserialize, Serialize};
pub use vocabulary::{ReasonMix, Vocabulary};

/// How the numbers of a file are read. SIP status codes from 128 up mean the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// 1 to 25 are the guide's server end reasons.
    Guide,
    /// Signed numbers of live systems: below 0 the server's own, 1 to 127 Q.850, above that SIP.
    Live,
}

impl Numbering {
    /// The other reading.
    pub fn other(self) -> Self {
        match self {
            Numbering::Guide => Numbering::Live,
            Numbering::Live => Numbering::Guide,
        }
    }
}

/// Which numbering a file was taken to speak, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetectedNumbering {
    /// The choice.
    pub numbering: Numbering,
    /// What the file contains, read so.
    pub vocabulary: Vocabulary,
    /// Whether the file has enough to tell, or nothing hangs on it; without that, [`Numbering::Live`] is assumed.
    pub sure: bool,
    /// What the guide's reading cannot explain.
    pub against_guide: Contradictions,
    /// What the live reading cannot explain.
    pub against_live: Contradictions,
    /// What the reasons are made of, whichever way they are read.
    pub content: ReasonMix,
}

impl DetectedNumbering {
    /// What speaks against a reading.
    pub fn against(&self, numbering: Numbering) -> Contradictions {
        match numbering {
            Numbering::Guide => self.against_guide,
            Numbering::Live => self.against_live,
        }
    }

    /// The same evidence under a reading that something else decided: a person, or the other files.
    pub fn with_numbering(self, numbering: Numbering, sure: bool) -> Self {
        let vocabulary = self.content.vocabulary(numbering, self.against(numbering));
        Self { numbering, vocabulary, sure, ..self }
    }
}

/// The largest number of the guide's list; up to it, the numbers are in doubt.
const GUIDE_LAST: i32 = 25;

/// The loser's contradictions are more than this many times the winner's.
const CLEAR_RATIO: u64 = 10;

/// Of the calls on numbers in doubt, one in this many speaks against the loser.
const CLEAR_SHARE: u64 = 100;

/// Decides by the numbers of a whole file, and by how many of its calls have words for an end reason.
pub fn detect_numbering(numbers: impl Iterator<Item = ReasonEvidence>, words: u64) -> DetectedNumbering {
    let (mut against_guide, mut against_live) = (Contradictions::default(), Contradictions::default());
    let mut content = ReasonMix { words, ..ReasonMix::default() };
    for evidence in numbers {
        against_guide.add(Contradictions::of(Numbering::Guide, &evidence));
        against_live.add(Contradictions::of(Numbering::Live, &evidence));
        content.add(&evidence);
    }
    let (guide, live) = (against_guide.quarter_calls(), against_live.quarter_calls());
    let (winner, loser) = (guide.min(live), guide.max(live));
    let clear = loser > CLEAR_RATIO * winner && loser >= 4 && loser * CLEAR_SHARE >= 4 * content.in_doubt;
    let numbering = if clear && guide < live { Numbering::Guide } else { Numbering::Live };
    let sure = clear || content.in_doubt == 0;
    let vocabulary = Vocabulary::Nothing;
    DetectedNumbering { numbering, vocabulary, sure, against_guide, against_live, content }
        .with_numbering(numbering, sure)
}
