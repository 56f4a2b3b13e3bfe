//! Yes or no, of each call of a block, and how often yes.
//!
//! A table counts some two dozen things of each call. One after another, each would be a load, an addition and a store,
//! most of them behind a branch that nobody can foresee. Here the answers of a call are bits of one word; a table
//! spreads them, four to a word of 64 bits, and adds six words. A lane of 16 bits holds what a block can bring: see
//! [`Lanes::is_empty`].

use store::BLOCK_ROWS;

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

/// How many there are.
const FLAGS: usize = Flag::HungUpAnswered as usize + 3;

const LANES_A_WORD: usize = 4;

const LANE_BITS: usize = 16;

/// So many words hold a lane for each flag.
const WORDS: usize = 6;

const _: () = assert!(FLAGS <= WORDS * LANES_A_WORD && BLOCK_ROWS < 1 << LANE_BITS);

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

/// How many calls of a block have each flag.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lanes {
    calls: u64,
    words: [u64; WORDS],
}

impl Lanes {
    /// Whether no call was added. Lanes are to be emptied after each block, or they overflow.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.calls == 0
    }

    /// Adds a call with these flags.
    #[inline]
    pub(super) fn add(&mut self, flags: u32) {
        self.calls += 1;
        let [low, middle, high, _] = flags.to_le_bytes();
        for (words, byte) in self.words.chunks_exact_mut(2).zip([low, middle, high]) {
            let spread = SPREAD[usize::from(byte)];
            words[0] += spread[0];
            words[1] += spread[1];
        }
    }

    /// How many calls were added.
    pub(super) fn calls(&self) -> u64 {
        self.calls
    }

    /// How many calls have a flag.
    pub(super) fn count(&self, flag: Flag) -> u64 {
        self.lane(flag as usize)
    }

    /// Of each side, how many calls it hung up.
    pub(super) fn hung_up(&self, first: Flag) -> [u64; 3] {
        std::array::from_fn(|side| self.lane(first as usize + side))
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
            prop_assert!(lanes.is_empty());
            calls.iter().for_each(|&flags| lanes.add(flags));
            prop_assert_eq!(lanes.is_empty(), calls.is_empty());
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
        (0..BLOCK_ROWS).for_each(|_| lanes.add(u32::MAX));
        assert!((0..FLAGS).all(|at| lanes.lane(at) == BLOCK_ROWS as u64));
        assert_eq!(lanes.hung_up(Flag::HungUpAnswered), [BLOCK_ROWS as u64; 3]);
    }
}
