//! The groups of the calls of one block, by small numbers.

use calls::narrow;
use store::{ABSENT, Codes, Ints};

/// The group of each call of a block: a number of the groups of that block, from 0 on, and for each of these the number
/// that the group has in the shard.
#[derive(Debug, Default)]
pub(super) struct BlockGroups {
    /// The group of each call, below [`BlockGroups::keys`]' length.
    pub(super) of: Vec<u16>,
    /// The number of each group in the shard, [`ABSENT`] for none. Two groups of a block may be one of the shard.
    pub(super) keys: Vec<i64>,
}

impl BlockGroups {
    /// The number in the shard of the group of a call.
    #[inline]
    pub(super) fn key(&self, row: usize) -> i64 {
        self.keys[usize::from(self.of[row])]
    }

    /// All calls of a block are of one group.
    pub(super) fn all_of(&mut self, key: i64, rows: usize) {
        self.of.clear();
        self.of.resize(rows, 0);
        self.keys.clear();
        self.keys.push(key);
    }

    /// The groups that a column's values have, where it has few enough different codes: then each code is asked for its
    /// group rather than each call. `false` where it has not.
    pub(super) fn of_codes(&mut self, column: &Ints, mut key: impl FnMut(i64) -> i64) -> bool {
        // As a group must be made for each code, more than there are calls are not worth it.
        if column.code_count() > 64 + column.len() as u64 / 2 {
            return false;
        }
        self.of.clear();
        match column.codes() {
            Codes::Same(code, rows) => {
                self.all_of(key(column.value(code)), rows);
                return true;
            }
            Codes::Bytes1(codes) => self.of.extend(codes.iter().map(|&code| u16::from(code))),
            Codes::Bytes2(codes) => self.of.extend_from_slice(codes),
            Codes::Bytes4(_) | Codes::Bytes8(_) => return false,
        }
        self.keys.clear();
        self.keys.extend((0..column.code_count()).map(|code| key(column.value(code))));
        true
    }

    /// Groups by their keys, one a call.
    pub(super) fn of_keys(&mut self, keys: impl Iterator<Item = i64>, numbers: &mut Numbers) {
        self.of.clear();
        numbers.begin();
        let (mut last, mut number) = (ABSENT, numbers.number(ABSENT));
        self.of.extend(keys.map(|key| {
            if key != last {
                (last, number) = (key, numbers.number(key));
            }
            number
        }));
        self.keys.clone_from(&numbers.keys);
    }
}

/// Room for so many keys, twice as many as a block has calls, so that a free place is near.
const PLACES: usize = 1 << 14;

const _: () = assert!(PLACES == 2 * store::BLOCK_ROWS);

/// Numbers from 0 on for keys, in the order in which they come; anew for each block.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Of each place the round in which it was taken, and the number of the key there.
    places: Vec<(u32, u16)>,
    keys: Vec<i64>,
    round: u32,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { places: vec![(0, 0); PLACES], keys: Vec::new(), round: 0 }
    }
}

impl Numbers {
    /// Forgets all keys.
    pub(super) fn begin(&mut self) {
        self.keys.clear();
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.places.fill((0, 0));
            self.round = 1;
        }
    }

    /// The number of a key, a new one where it has none. At most as many keys as a block has calls, and one, are there.
    #[inline]
    pub(super) fn number(&mut self, key: i64) -> u16 {
        let mixed = (key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut at = narrow::index((mixed >> (64 - PLACES.trailing_zeros())) as i64);
        loop {
            let (round, number) = self.places[at];
            if round != self.round {
                let next = u16::try_from(self.keys.len()).expect("a block has fewer calls");
                self.places[at] = (self.round, next);
                self.keys.push(key);
                return next;
            }
            if self.keys[usize::from(number)] == key {
                return number;
            }
            at = (at + 1) % PLACES;
        }
    }

    /// All keys, by their numbers.
    pub(super) fn keys(&self) -> &[i64] {
        &self.keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_call_has_the_group_of_its_value(
            blocks in proptest::collection::vec(
                proptest::collection::vec(prop_oneof![0..9_i64, any::<i64>(), Just(ABSENT)], 1..300),
                1..4,
            ),
        ) {
            let (mut groups, mut numbers) = (BlockGroups::default(), Numbers::default());
            let key = |value: i64| if value == ABSENT { ABSENT } else { value / 2 };
            for values in blocks {
                groups.of_keys(values.iter().copied().map(key), &mut numbers);
                let expected: Vec<i64> = values.iter().copied().map(key).collect();
                let found: Vec<i64> = (0..values.len()).map(|row| groups.key(row)).collect();
                prop_assert_eq!(&found, &expected);
                if groups.of_codes(&Ints::new(&values), key) {
                    let found: Vec<i64> = (0..values.len()).map(|row| groups.key(row)).collect();
                    prop_assert_eq!(&found, &expected);
                }
            }
        }
    }

    #[test]
    fn few_codes_are_asked_for_their_groups() {
        let mut asked = 0;
        let values: Vec<i64> = (0..1000).map(|row| row % 7).collect();
        let mut groups = BlockGroups::default();
        assert!(groups.of_codes(&Ints::new(&values), |value| {
            asked += 1;
            value
        }));
        assert_eq!((asked, groups.key(6), groups.key(7)), (8, 6, 0));
        let many: Vec<i64> = (0..1000).map(|row| row * row).collect();
        assert!(!groups.of_codes(&Ints::new(&many), |value| value));
    }

    #[test]
    fn a_block_of_different_keys_has_room() {
        let mut numbers = Numbers::default();
        for _ in 0..3 {
            numbers.begin();
            for key in 0..store::BLOCK_ROWS as i64 + 1 {
                assert_eq!(i64::from(numbers.number(key << 20)), key);
            }
        }
        assert_eq!(numbers.keys().len(), store::BLOCK_ROWS + 1);
    }
}
