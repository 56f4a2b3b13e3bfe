//! Whether called numbers stand side by side, as those of a tool that counts up do.
//!
//! The order in which numbers were called would say it too, but calls of one source are of several shards. So a few
//! groups of ten numbers are looked at, those with the smallest hashes of what stands before the last digit, and which
//! of the ten were called: of numbers that are counted up it is nearly all, of numbers called at random one.

use super::number_hash::scattered;
use serde::{Deserialize, Serialize};
use store::PackedNumber;

/// So many groups are looked at.
const GROUPS: usize = 16;

/// A sample of the numbers that were called. Two merge into that of all, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Runs {
    /// The hash of a group, ascending, and a bit for each last digit.
    groups: Vec<(u32, u16)>,
}

/// The group of a number, and the bit of its last digit; `None` where it does not end with a digit.
pub(super) fn group_of(number: PackedNumber) -> Option<(u32, u16)> {
    if number.as_word().is_some() || number.len() < 2 {
        return None;
    }
    let last = 64 - number.bits();
    let digit = (number.0 >> last & 15) as u16;
    let group = (scattered(number.0 & !(15 << last)) >> 32) as u32;
    (1..=10).contains(&digit).then(|| (group, 1 << (digit - 1)))
}

impl Runs {
    /// Adds a number by its group.
    pub(super) fn add(&mut self, (group, digits): (u32, u16)) {
        // Nearly all numbers are of groups that are not looked at.
        let is_full = self.groups.len() == GROUPS;
        if is_full && self.groups.last().is_some_and(|(last, _)| group > *last) {
            return;
        }
        match self.groups.binary_search_by_key(&group, |(known, _)| *known) {
            Ok(at) => self.groups[at].1 |= digits,
            Err(at) => {
                if is_full {
                    self.groups.pop();
                }
                self.groups.insert(at, (group, digits));
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Runs) {
        other.groups.iter().for_each(|group| self.add(*group));
    }

    /// Of the numbers that are looked at, the share in percent whose neighbour, one more or one less, was called too;
    /// `None` of none.
    pub fn percent_in_runs(&self) -> Option<f64> {
        let in_runs = |digits: u16| (digits & (digits << 1 | digits >> 1)).count_ones();
        let all: u32 = self.groups.iter().map(|(_, digits)| digits.count_ones()).sum();
        let side_by_side: u32 = self.groups.iter().map(|(_, digits)| in_runs(*digits)).sum();
        super::super::metrics::percent(side_by_side.into(), all.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(numbers: impl Iterator<Item = u64>) -> Runs {
        let mut runs = Runs::default();
        let groups = numbers.filter_map(|number| group_of(PackedNumber::pack(&number.to_string()).unwrap()));
        groups.for_each(|group| runs.add(group));
        runs
    }

    #[test]
    fn numbers_that_count_up_stand_side_by_side() {
        assert_eq!(of(442_079_460_000..442_079_460_500).percent_in_runs(), Some(100.0));
        let scattered = of((0..500).map(|at| 442_000_000_000 + at * 7_919 * 13));
        assert!(scattered.percent_in_runs().unwrap() < 10.0, "{scattered:?}");
        assert_eq!(of(std::iter::empty()).percent_in_runs(), None);
    }

    proptest! {
        #[test]
        fn merged_as_all(numbers in proptest::collection::vec(1000..9000_u64, 0..300), cut in 0..300_usize) {
            let (left, right) = numbers.split_at(cut.min(numbers.len()));
            let mut merged = of(right.iter().copied());
            merged.merge(&of(left.iter().copied()));
            prop_assert_eq!(&merged, &of(numbers.iter().copied()));
            let json = serde_json::to_string(&merged).unwrap();
            prop_assert_eq!(serde_json::from_str::<Runs>(&json).unwrap(), merged);
        }
    }
}
