//! Phone numbers in eight bytes.

/// A number as it stands in a record, in four bits a character, the first one in the highest: 0 is the end, 1 to 10 are
/// the digits, then `+`, `*` and `#`. Prefixes are compared without unpacking anything.
///
/// Numbers that have other letters, or more than 16, are words of a dictionary: 15 in the highest bits, and the word's
/// number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackedNumber(pub u64);

const MOST_DIGITS: usize = 16;
const WORD: u64 = 15 << 60;

impl PackedNumber {
    /// Packs what can be packed.
    pub fn pack(number: &str) -> Option<Self> {
        if number.len() > MOST_DIGITS {
            return None;
        }
        let mut packed = 0;
        for byte in number.bytes() {
            let code = match byte {
                b'0'..=b'9' => byte - b'0' + 1,
                b'+' => 11,
                b'*' => 12,
                b'#' => 13,
                _ => return None,
            };
            packed = packed << 4 | u64::from(code);
        }
        Some(Self(if number.is_empty() { 0 } else { packed << (4 * (MOST_DIGITS - number.len())) }))
    }

    /// Stands for a word of the dictionary.
    pub fn word(id: u32) -> Self {
        Self(WORD | u64::from(id))
    }

    /// The word that it stands for, if it does.
    #[expect(clippy::cast_possible_truncation, reason = "a word stands in the lower half")]
    pub fn as_word(self) -> Option<u32> {
        (self.0 & WORD == WORD).then_some(self.0 as u32)
    }

    /// How many characters it has, where it is no word.
    pub fn len(self) -> usize {
        self.bits() as usize / 4
    }

    /// How many bits they take, from the highest on.
    pub fn bits(self) -> u32 {
        u64::BITS - self.0.trailing_zeros() / 4 * 4
    }

    /// Whether there is no number.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it begins with all of another, where neither is a word.
    pub fn starts_with(self, prefix: Self) -> bool {
        let shift = 64 - prefix.bits();
        shift == 64 || self.0 >> shift == prefix.0 >> shift
    }

    /// Whether it ends with all of another, where neither is a word.
    pub fn ends_with(self, suffix: Self) -> bool {
        let (length, end) = (self.len(), suffix.len());
        length >= end && (end == 0 || self.0 << (4 * (length - end)) == suffix.0)
    }

    /// The number, where it is no word.
    #[expect(clippy::cast_possible_truncation, reason = "the codes have four bits")]
    pub fn text(self) -> String {
        let digit = |at: usize| match (self.0 >> (60 - 4 * at)) & 15 {
            11 => '+',
            12 => '*',
            13 => '#',
            code => char::from(b'0' + (code as u8).saturating_sub(1)),
        };
        (0..self.len()).map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn packed_as_it_was(number in "[0-9+*#]{0,16}", part in "[0-9]{0,3}") {
            let packed = PackedNumber::pack(&number).unwrap();
            prop_assert_eq!(packed.text(), number.clone());
            prop_assert_eq!(packed.as_word(), None);
            let part_packed = PackedNumber::pack(&part).unwrap();
            prop_assert_eq!(packed.starts_with(part_packed), number.starts_with(&part));
            prop_assert_eq!(packed.ends_with(part_packed), number.ends_with(&part));
            let (begin, end) = (&number[..number.len() / 2], &number[number.len() / 2..]);
            prop_assert!(packed.starts_with(PackedNumber::pack(begin).unwrap()));
            prop_assert!(packed.ends_with(PackedNumber::pack(end).unwrap()));
        }
    }

    #[test]
    fn what_is_no_number_is_a_word() {
        assert_eq!(PackedNumber::pack("12345678901234567"), None);
        assert_eq!(PackedNumber::pack("S0099"), None);
        assert_eq!(PackedNumber::word(7).as_word(), Some(7));
    }
}
