//! What a person says of called numbers, and what is found of them by their digits.

use serde::{Deserialize, Serialize};
use sorting::Sort;
use std::cmp::Reverse;
use store::{ABSENT, Dictionaries, PackedNumber};

/// What a person says of called numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialPlan {
    /// Routing prefixes, such as `00` or `9011`: of those that a number begins with, behind any `+`, the longest is
    /// taken off once.
    pub strip: Vec<String>,
    /// Prefixes in international form, without `+`, and the names of their destinations; several may have the same
    /// name.
    pub destinations: Vec<(String, String)>,
}

impl DialPlan {
    /// The routing prefixes that a person wrote, with commas or spaces between them; each once.
    pub fn read_prefixes(text: &str) -> Vec<String> {
        let mut prefixes: Vec<String> = Vec::new();
        for prefix in text.split([',', ';', ' ', '\t', '\n']).map(|prefix| prefix.trim().trim_start_matches('+')) {
            if !prefix.is_empty() && !prefixes.iter().any(|known| known == prefix) {
                prefixes.push(prefix.to_owned());
            }
        }
        prefixes
    }
}

/// The digits of a number, packed as [`PackedNumber`] has them: the first in the highest four bits, each one more than
/// it is. At most the first 16; what is behind the first character that is no digit is no part of them. 0 where there
/// are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits(u64);

/// A `+` in a packed number.
const PLUS: u64 = 11;

/// What a call to another country begins with in most of the world (ITU-T E.164, table of international prefixes); no
/// country code begins so.
const INTERNATIONAL: &[u8] = &[0, 0];

impl Digits {
    fn of_packed(number: u64) -> Self {
        let count = leading_digits(number);
        Self(if count == 0 { 0 } else { number & u64::MAX << (64 - 4 * count) })
    }

    fn of_text(text: &str) -> Self {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Self(PackedNumber::pack(&text[..digits.min(16)]).map_or(0, |packed| packed.0))
    }

    /// One after another.
    pub(super) fn iter(self) -> impl Iterator<Item = u8> + Clone {
        (0..16).map(move |at| (self.0 >> (60 - 4 * at) & 15) as u8).take_while(|&code| code > 0).map(|code| code - 1)
    }

    /// The first so many (1 to 8), if there are as many: the numbers that a filter finds by these digits.
    pub(super) fn prefix(self, count: u8) -> Option<PackedNumber> {
        let count = u32::from(count.clamp(1, 8));
        let is_long_enough = self.0 >> (64 - 4 * count) & 15 != 0;
        is_long_enough.then(|| PackedNumber(self.0 >> (64 - 4 * count) << (64 - 4 * count)))
    }

    /// Whether they begin so.
    pub(super) fn starts_with(self, prefix: PackedNumber) -> bool {
        PackedNumber(self.0).starts_with(prefix)
    }

    /// Without the prefix of international calls: from the country code on, if the rest is an international number.
    pub(super) fn international(self) -> Self {
        let is_it = self.iter().take(INTERNATIONAL.len()).eq(INTERNATIONAL.iter().copied());
        Self(if is_it { self.0 << (4 * INTERNATIONAL.len()) } else { self.0 })
    }
}

/// The first four characters of a called number, a value of its column, behind `+` and the prefix of international
/// calls. What is no number, or a word, has none that are all digits.
#[inline]
pub(super) fn international_code(number: i64) -> u16 {
    /// That prefix, packed.
    const PREFIX: u64 = 0x11;
    let mut number = without_plus(number as u64);
    if number >> 56 == PREFIX {
        number <<= 8;
    }
    (number >> 48) as u16
}

/// How many digits a packed number begins with: all its characters are looked at together, half of them each as bytes.
fn leading_digits(number: u64) -> u32 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const CODES: u64 = 0x0f * EACH;
    const TOPS: u64 = 0x80 * EACH;
    let no_digits = |codes: u64| {
        // The top bit of a byte is set from code 1 on by the one, and from 11 on by the other.
        let (is_there, is_sign) = (codes + 0x7f * EACH, codes + 0x75 * EACH);
        (!is_there | is_sign) & TOPS
    };
    let (first, second) = ((number >> 4) & CODES, number & CODES);
    (no_digits(first) | no_digits(second) >> 4).leading_zeros() / 4
}

/// Takes off what stands before numbers.
#[derive(Debug)]
pub(super) struct Stripping {
    /// The longest first.
    prefixes: Vec<(String, PackedNumber)>,
}

impl Stripping {
    pub(super) fn new(prefixes: &[String]) -> Self {
        let plain = prefixes.iter().map(|prefix| prefix.trim().trim_start_matches('+')).filter(|p| !p.is_empty());
        // What cannot be packed is none of a packed number: it can only be that of a word.
        let packed = |prefix: &str| PackedNumber::pack(prefix).unwrap_or(PackedNumber(u64::MAX));
        let mut prefixes: Vec<_> = plain.map(|prefix| (prefix.to_owned(), packed(prefix))).collect();
        prefixes.order_by_key(|(prefix, _)| Reverse(prefix.len()));
        Self { prefixes }
    }

    /// Whether there is nothing to take off but `+`.
    pub(super) fn is_none(&self) -> bool {
        self.prefixes.is_empty()
    }

    /// The digits of a called number, a value of its column, behind `+` and a routing prefix; `None` where the file has
    /// no number. A number that is nothing but a routing prefix is left as it is.
    pub(super) fn digits(&self, number: i64, dictionaries: &Dictionaries) -> Option<Digits> {
        if number == ABSENT {
            return None;
        }
        let packed = PackedNumber(number as u64);
        Some(match packed.as_word() {
            Some(word) => self.digits_of_text(dictionaries.odd_number(word)),
            None => {
                let number = without_plus(packed.0);
                let is_it = |(_, prefix): &&(String, PackedNumber)| {
                    prefix.0 != u64::MAX && number != prefix.0 && PackedNumber(number).starts_with(*prefix)
                };
                let cut = self.prefixes.iter().find(is_it).map_or(0, |(_, prefix)| prefix.bits());
                Digits::of_packed(without_plus(number << cut))
            }
        })
    }

    fn digits_of_text(&self, text: &str) -> Digits {
        let number = text.trim_start_matches('+');
        let rest =
            |(prefix, _): &(String, PackedNumber)| number.strip_prefix(prefix.as_str()).filter(|rest| !rest.is_empty());
        let rest = self.prefixes.iter().find_map(rest).unwrap_or(number);
        Digits::of_text(rest.trim_start_matches('+'))
    }
}

fn without_plus(number: u64) -> u64 {
    let mut number = number;
    while number >> 60 == PLUS {
        number <<= 4;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::Call;
    use proptest::prelude::*;
    use store::{BlockKey, Column, Shard};

    /// The digits of a number, read as that of a call.
    fn digits(number: &str, strip: &[&str]) -> String {
        let mut shard = Shard::default();
        shard.push(&Call { callee: Some(number.into()), ..Call::default() });
        shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
        let value = shard.blocks()[0].1.column(Column::Callee).get(0);
        let strip: Vec<String> = strip.iter().map(|&prefix| prefix.to_owned()).collect();
        let digits = Stripping::new(&strip).digits(value, &shard.dictionaries).unwrap();
        digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    #[test]
    fn the_longest_routing_prefix_is_taken_off_once() {
        let strip = ["9", "9011", "+00", "77#", "12345678901234567"];
        for (number, expected) in [
            ("442079460001", "442079460001"),
            ("+442079460001", "442079460001"),
            ("9442079460001", "442079460001"),
            ("9011442079460001", "442079460001"),
            ("+9011+442079460", "442079460"),
            ("00442079460001", "442079460001"),
            ("0000442079460", "00442079460"),
            ("77#442079460001", "442079460001"),
            ("99", "9"),
            ("9", "9"),
            ("", ""),
            ("S0044", ""),
            // Longer than what can be packed, so a word of the dictionary.
            ("9011442079460001999", "442079460001999"),
            ("1234567890123456744", "44"),
            ("44*5", "44"),
        ] {
            assert_eq!(digits(number, &strip), expected, "{number}");
        }
        assert_eq!(digits("9442079460001", &[]), "9442079460001");
    }

    #[test]
    fn routing_prefixes_as_people_write_them() {
        assert_eq!(DialPlan::read_prefixes(" 9011, 77#;+00  9011,"), ["9011", "77#", "00"]);
        assert_eq!(DialPlan::read_prefixes(" , "), [] as [&str; 0]);
    }

    proptest! {
        #[test]
        fn digits_end_with_the_first_that_is_none(number in "[0-9]{0,16}[+*#]?[0-9]{0,3}") {
            let packed = PackedNumber::pack(&number[..number.len().min(16)]).unwrap();
            let expected: String = number.chars().take(16).take_while(char::is_ascii_digit).collect();
            prop_assert_eq!(leading_digits(packed.0) as usize, expected.len());
            let found: String = Digits::of_packed(packed.0).iter().map(|digit| char::from(b'0' + digit)).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn prefixes_are_of_numbers_that_are_long_enough() {
        let prefix = |text: &str, count| Digits::of_text(text).prefix(count).map(PackedNumber::text);
        assert_eq!(prefix("442", 4), None);
        assert_eq!(prefix("4420", 4).as_deref(), Some("4420"));
        assert_eq!(prefix("44207", 4).as_deref(), Some("4420"));
        assert_eq!(prefix("44207", 1).as_deref(), Some("4"));
        assert_eq!(prefix("442079460", 8).as_deref(), Some("44207946"));
        assert_eq!(prefix("", 1), None);
    }

    #[test]
    fn international_calls_begin_with_two_zeros() {
        let international = |text| Digits::of_text(text).international();
        assert_eq!(international("0044207"), Digits::of_text("44207"));
        assert_eq!(international("044207"), Digits::of_text("044207"));
        assert_eq!(international("00"), Digits::of_text(""));
    }
}
