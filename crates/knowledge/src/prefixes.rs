//! The longest of many prefixes that a number begins with.

use rustc_hash::FxHashMap;

/// So many digits tell almost every prefix: millions of numbers are looked up.
const TABLED: u32 = 4;

/// Prefixes of digits, each of something that has a number.
#[derive(Debug)]
pub struct Prefixes {
    /// By length and value.
    all: FxHashMap<(u32, u64), usize>,
    longest: u32,
    /// For each beginning of [`TABLED`] digits what it is of, and whether more digits may tell something else.
    by_beginning: Vec<(Option<usize>, bool)>,
}

impl Prefixes {
    /// Of these; what has other letters than digits, or more than 18 of them, is passed over. Where a prefix stands
    /// twice, the later one counts.
    pub fn new<'a>(prefixes: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut all = FxHashMap::default();
        for (prefix, of) in prefixes {
            let length = u32::try_from(prefix.len()).ok().filter(|length| (1..=18).contains(length));
            let is_one = prefix.bytes().all(|byte| byte.is_ascii_digit());
            if let (Some(length), Some(value)) = (length, prefix.parse().ok().filter(|_| is_one)) {
                all.insert((length, value), of);
            }
        }
        let found = |value: u64, length: u32| all.get(&(length, value)).copied();
        let mut by_beginning: Vec<(Option<usize>, bool)> = (0..10_u64.pow(TABLED))
            .map(|value| {
                let of = |length: u32| found(value / 10_u64.pow(TABLED - length), length);
                ((1..=TABLED).rev().find_map(of), false)
            })
            .collect();
        for (length, value) in all.keys().filter(|(length, _)| *length > TABLED) {
            by_beginning[place(value / 10_u64.pow(length - TABLED))].1 = true;
        }
        let longest = all.keys().map(|(length, _)| *length).max().unwrap_or_default();
        Self { all, longest, by_beginning }
    }

    /// What numbers that begin with these [`TABLED`] digits are of, where more digits change nothing.
    fn settled(&self, beginning: u64) -> Option<Option<usize>> {
        let (of, may_be_longer) = self.by_beginning[place(beginning)];
        (!may_be_longer).then_some(of)
    }

    /// For each beginning of four digits what numbers are of that begin so, as [`Prefixes::longest`] says, where the
    /// digits behind change nothing. At `d1 << 12 | d2 << 8 | d3 << 4 | d4`, each digit one more than it is; `None`
    /// elsewhere.
    pub fn settled_by_code(&self) -> Vec<Option<Option<usize>>> {
        let mut settled = vec![None; 1 << 16];
        for beginning in 0..10_u64.pow(TABLED) {
            let digit = |at: u32| place(beginning / 10_u64.pow(TABLED - 1 - at) % 10 + 1);
            settled[(0..TABLED).fold(0, |code, at| code << 4 | digit(at))] = self.settled(beginning);
        }
        settled
    }

    /// What the longest prefix of a number is of.
    pub fn longest(&self, digits: impl Iterator<Item = u8>) -> Option<usize> {
        let (mut value, mut count, mut found) = (0, 0, None);
        for digit in digits.take(self.longest.max(TABLED) as usize) {
            value = value * 10 + u64::from(digit);
            count += 1;
            if count == TABLED {
                let (of, may_be_longer) = self.by_beginning[place(value)];
                found = of;
                if !may_be_longer {
                    return found;
                }
            } else if count > TABLED {
                found = self.all.get(&(count, value)).copied().or(found);
            }
        }
        if count < TABLED {
            let of = |length: u32| self.all.get(&(length, value / 10_u64.pow(count - length))).copied();
            return (1..=count).rev().find_map(of);
        }
        found
    }
}

/// The place of a beginning of [`TABLED`] digits.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "it has no more than TABLED digits")]
fn place(beginning: u64) -> usize {
    beginning as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]

        #[test]
        fn as_trying_every_prefix(prefixes in proptest::collection::vec("[1-3]{1,7}", 0..40), number in "[1-3]{0,9}") {
            let table = Prefixes::new(prefixes.iter().enumerate().map(|(at, prefix)| (prefix.as_str(), at)));
            let of_number = prefixes.iter().enumerate().filter(|(_, prefix)| number.starts_with(prefix.as_str()));
            let expected = of_number.max_by_key(|(at, prefix)| (prefix.len(), *at)).map(|(at, _)| at);
            prop_assert_eq!(table.longest(number.bytes().map(|digit| digit - b'0')), expected);
            let code = number.bytes().take(4).fold(0, |code, digit| code << 4 | usize::from(digit - b'0' + 1));
            if number.len() >= 4 && let Some(settled) = table.settled_by_code()[code] {
                prop_assert_eq!(settled, expected);
            }
        }
    }

    #[test]
    fn what_is_no_prefix_is_passed_over() {
        let table = Prefixes::new([("", 0), ("4a", 1), ("1234567890123456789", 2), ("44", 3)]);
        assert_eq!(table.longest([4, 4].into_iter()), Some(3));
        assert_eq!(table.longest([4].into_iter()), None);
    }
}
