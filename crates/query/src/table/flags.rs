//! Yes or no, of each kind of call, and how often yes.
//!
//! A table counts some two dozen things of each call. One after another, each would be a load, an addition and a store,
//! most of them behind a branch that nobody can foresee. Here the answers of a call are bits of one word; a table
//! spreads them, four to a word of 64 bits, and adds six words, as often as there are calls of that kind. A lane of 16
//! bits holds what a block can bring.

use super::super::interpretation::ReasonFacts;
use store::{BLOCK_ROWS, Kind, Trait};

/// Something that a call is or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Flag {
    Answered,
    EffectiveUnanswered,
    EndedBySip,
    Redirected,
    SeerEffective,
    Ineffective,
    InProgress,
    BilledKnown,
    Short,
    FeeKnown,
    CostKnown,
    AnsweredFree,
    AnsweredUnbooked,
    AnsweredDelayKnown,
    SlowAnswered,
    Loss,
    VendorKnown,
    VendorReached,
    /// By the caller; by the callee and the server are the two after it.
    HungUp,
    /// Answered, and likewise.
    HungUpAnswered = Flag::HungUp as u32 + 3,
}

impl Flag {
    /// Its bit, if `is`.
    #[inline]
    pub(super) fn bit(self, is: bool) -> u32 {
        u32::from(is) << self as u32
    }
}

/// The bits of all flags that calls of a kind have, `reason` being what their end reason is.
pub(super) fn flags_of(kind: Kind, reason: &ReasonFacts) -> u32 {
    const OF_TRAITS: [(Flag, Trait); 13] = [
        (Flag::Answered, Trait::Answered),
        (Flag::InProgress, Trait::InProgress),
        (Flag::BilledKnown, Trait::BilledKnown),
        (Flag::Short, Trait::Short),
        (Flag::FeeKnown, Trait::FeeKnown),
        (Flag::CostKnown, Trait::CostKnown),
        (Flag::AnsweredFree, Trait::AnsweredFree),
        (Flag::AnsweredUnbooked, Trait::AnsweredUnbooked),
        (Flag::AnsweredDelayKnown, Trait::AnsweredDelayKnown),
        (Flag::SlowAnswered, Trait::SlowAnswered),
        (Flag::Loss, Trait::Loss),
        (Flag::VendorKnown, Trait::VendorKnown),
        (Flag::VendorReached, Trait::VendorReached),
    ];
    let is_answered = kind.has(Trait::Answered);
    let of_traits = OF_TRAITS.into_iter().map(|(flag, what)| flag.bit(kind.has(what)));
    let of_reason = [
        Flag::EndedBySip.bit(reason.is_sip),
        Flag::EffectiveUnanswered.bit(!is_answered && reason.is_effective),
        Flag::Redirected.bit(!is_answered && reason.is_redirected),
        Flag::SeerEffective.bit(!is_answered && reason.is_seer_effective),
        Flag::Ineffective.bit(!is_answered && reason.is_ineffective),
    ];
    let sides = [Trait::ByCaller, Trait::ByCallee, Trait::ByServer].into_iter().enumerate();
    let of_sides = sides.map(|(side, by)| {
        let hung_up = Flag::HungUp.bit(kind.has(by)) | Flag::HungUpAnswered.bit(is_answered && kind.has(by));
        hung_up << side
    });
    of_traits.chain(of_reason).chain(of_sides).fold(0, |flags, flag| flags | flag)
}

/// How many there are.
pub(super) const FLAGS: usize = Flag::HungUpAnswered as usize + 3;

const LANES_A_WORD: usize = 4;

const LANE_BITS: usize = 16;

/// So many words hold a lane for each flag.
const WORDS: usize = 6;

const _: () = assert!(FLAGS <= WORDS * LANES_A_WORD && BLOCK_ROWS < 1 << LANE_BITS);

/// Whether a call with these flags has that one.
#[inline]
pub(super) fn has(flags: u32, flag: Flag) -> bool {
    flags & flag.bit(true) != 0
}

/// The lanes of eight flags: of each, the lowest bit.
const SPREAD: [[u64; 2]; 256] = {
    let mut spread = [[0; 2]; 256];
    let mut flags = 0;
    while flags < 256 {
        let mut bit = 0;
        while bit < 8 {
            spread[flags][bit / LANES_A_WORD] |= ((flags >> bit & 1) as u64) << (bit % LANES_A_WORD * LANE_BITS);
            bit += 1;
        }
        flags += 1;
    }
    spread
};

/// How many calls of a block have each flag; of more calls than a block has, lanes would overflow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lanes {
    calls: u64,
    words: [u64; WORDS],
}

impl Lanes {
    /// Adds so many calls with these flags, of one block.
    #[inline]
    pub(super) fn add(&mut self, flags: u32, calls: u64) {
        self.calls += calls;
        let [low, middle, high, _] = flags.to_le_bytes();
        for (words, byte) in self.words.chunks_exact_mut(2).zip([low, middle, high]) {
            let spread = SPREAD[usize::from(byte)];
            words[0] += spread[0] * calls;
            words[1] += spread[1] * calls;
        }
    }

    /// How many calls were added.
    pub(super) fn calls(&self) -> u64 {
        self.calls
    }

    /// How many calls have each flag.
    pub(super) fn counts(&self) -> [u64; FLAGS] {
        std::array::from_fn(|at| self.lane(at))
    }

    fn lane(&self, at: usize) -> u64 {
        self.words[at / LANES_A_WORD] >> (at % LANES_A_WORD * LANE_BITS) & ((1 << LANE_BITS) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_flag_is_counted(calls in proptest::collection::vec(0..1_u32 << FLAGS, 0..300)) {
            let mut lanes = Lanes::default();
            calls.iter().for_each(|&flags| lanes.add(flags, 1));
            prop_assert_eq!(lanes.calls(), calls.len() as u64);
            for at in 0..FLAGS {
                let expected = calls.iter().filter(|&&flags| flags >> at & 1 == 1).count();
                prop_assert_eq!(lanes.lane(at), expected as u64, "{}", at);
            }
        }
    }

    #[test]
    fn a_block_of_calls_overflows_no_lane() {
        let mut lanes = Lanes::default();
        (0..BLOCK_ROWS).for_each(|_| lanes.add(u32::MAX, 1));
        assert!((0..FLAGS).all(|at| lanes.lane(at) == BLOCK_ROWS as u64));
        assert_eq!(lanes.counts(), [BLOCK_ROWS as u64; FLAGS]);
    }
}
