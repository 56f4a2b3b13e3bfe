//! A few calls of each end reason by their serial number, so that two exports of the same calls can be joined.
//!
//! Of each end reason the calls are kept whose serial numbers have the smallest hashes. In two files of the same calls
//! these are the same calls, if each end reason of the one is one end reason of the other, whatever the order of rows
//! and however many there are; a random choice would hardly ever meet.

use super::tally::MOST_TEXTS;
use calls::EndReason;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Calls that are kept of each end reason.
const KEPT: usize = 64;

/// Serial numbers (`flowno`) of some calls of one end reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Serials {
    /// The hash, and the serial number.
    smallest: BTreeSet<(u64, i64)>,
}

impl Serials {
    pub(super) fn add(&mut self, serial: i64) {
        let entry = (serial_hash(serial), serial);
        if self.smallest.len() < KEPT {
            self.smallest.insert(entry);
        } else if self.smallest.last().is_some_and(|largest| entry < *largest) && self.smallest.insert(entry) {
            self.smallest.pop_last();
        }
    }

    /// Calls with larger hashes are not kept any more.
    fn bound(&self) -> u64 {
        let largest = self.smallest.last().filter(|_| self.smallest.len() >= KEPT);
        largest.map_or(u64::MAX, |(hash, _)| *hash)
    }

    /// How many calls both have.
    pub fn shared_with(&self, other: &Serials) -> usize {
        self.smallest.intersection(&other.smallest).count()
    }
}

/// Some calls of each end reason of a file, as the file has it. A call that another file had already is among them:
/// joining such files is what they are for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonSerials {
    codes: BTreeMap<i32, Serials>,
    texts: BTreeMap<String, Serials>,
}

impl ReasonSerials {
    /// Adds a call. Further calls of the same end reason whose serial numbers have a larger [`serial_hash`] than what
    /// is returned need not be added: they would not be kept.
    pub fn add(&mut self, end_reason: &EndReason<'_>, serial: i64) -> u64 {
        let serials = match end_reason {
            EndReason::Code(code) => self.codes.entry(*code).or_default(),
            EndReason::Text(text) => {
                let room = self.texts.len() < MOST_TEXTS && !text.is_empty();
                if !room && !self.texts.contains_key(text.as_ref()) {
                    return 0;
                }
                self.texts.entry(text.to_string()).or_default()
            }
        };
        serials.add(serial);
        serials.bound()
    }

    /// Adds the calls of another piece of the file.
    pub fn merge(&mut self, other: &ReasonSerials) {
        let add =
            |mine: &mut Serials, theirs: &Serials| theirs.smallest.iter().for_each(|&(_, serial)| mine.add(serial));
        for (code, serials) in &other.codes {
            add(self.codes.entry(*code).or_default(), serials);
        }
        for (text, serials) in &other.texts {
            if self.texts.len() < MOST_TEXTS || self.texts.contains_key(text) {
                add(self.texts.entry(text.clone()).or_default(), serials);
            }
        }
    }

    /// Those of numbers.
    pub fn codes(&self) -> impl Iterator<Item = (i32, &Serials)> {
        self.codes.iter().map(|(&code, serials)| (code, serials))
    }

    /// Those of words.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Serials)> {
        self.texts.iter().map(|(text, serials)| (text.as_str(), serials))
    }
}

/// Scatters serial numbers, which grow with time (the finaliser of SplitMix64, a public-domain design by Steele, Lea
/// and Flood).
pub fn serial_hash(serial: i64) -> u64 {
    let mut value = (serial as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn serials(numbers: impl Iterator<Item = i64>) -> Serials {
        let mut serials = Serials::default();
        numbers.for_each(|number| serials.add(number));
        serials
    }

    #[test]
    fn two_files_of_the_same_calls_keep_the_same() {
        let one = serials(1..100_000);
        let other = serials((1..100_000).rev());
        assert_eq!(one, other);
        assert_eq!(one.shared_with(&other), KEPT);
        assert_eq!(one.shared_with(&serials(200_000..300_000)), 0);
    }

    proptest! {
        #[test]
        fn the_order_makes_no_difference(
            numbers in proptest::collection::vec(any::<i64>(), 0..300),
            cut in 0..300_usize,
        ) {
            let (left, right) = numbers.split_at(cut.min(numbers.len()));
            prop_assert_eq!(serials(right.iter().chain(left).copied()), serials(numbers.iter().copied()));
        }
    }
}
