//! One column of a block: whole numbers, in as few bytes as they need.

/// Stands for "the file does not say" among the values of a column.
pub const ABSENT: i64 = i64::MIN;

/// Values as multiples of a step above the smallest of them.
///
/// A value that is there is stored as `(value - base) / step + 1`, one that is not as 0, in the narrowest of 0, 1, 2, 4
/// and 8 bytes that holds the largest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ints {
    base: i64,
    step: i64,
    /// The largest code.
    most: u64,
    data: Data,
}

/// The codes of values, as they are stored.
#[derive(Debug, Clone, Copy)]
pub enum Codes<'a> {
    /// One code, of so many values.
    Same(u64, usize),
    /// In a byte each.
    Bytes1(&'a [u8]),
    /// In two.
    Bytes2(&'a [u16]),
    /// In four.
    Bytes4(&'a [u32]),
    /// In eight.
    Bytes8(&'a [u64]),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Data {
    /// All alike.
    Same(u64, usize),
    Bytes1(Box<[u8]>),
    Bytes2(Box<[u16]>),
    Bytes4(Box<[u32]>),
    Bytes8(Box<[u64]>),
}

impl Ints {
    /// Packs values, among which may be [`ABSENT`].
    #[expect(clippy::cast_possible_truncation, reason = "as many bytes as the largest code needs")]
    pub fn new(values: &[i64]) -> Self {
        let there = || values.iter().copied().filter(|&value| value != ABSENT);
        let (mut smallest, mut largest) = (i64::MAX, ABSENT);
        let mut some_absent = false;
        for &value in values {
            // Absent is the smallest number there is, so it never becomes the largest.
            largest = largest.max(value);
            some_absent |= value == ABSENT;
            smallest = smallest.min(if value == ABSENT { i64::MAX } else { value });
        }
        if largest == ABSENT {
            return Self { base: 0, step: 1, most: 0, data: Data::Same(0, values.len()) };
        }
        let range = largest.wrapping_sub(smallest) as u64;
        if range == 0 && !some_absent {
            return Self { base: smallest, step: 1, most: 1, data: Data::Same(1, values.len()) };
        }
        // Amounts of money have fewer decimals than there could be. What fits two bytes anyway is not worth the
        // divisions.
        let step = if range < u64::from(u16::MAX) { 1 } else { common_step(there(), smallest, range) };
        let code = |value: i64| match value {
            ABSENT => 0,
            value if step == 1 => (value.wrapping_sub(smallest) as u64).wrapping_add(1),
            value => value.wrapping_sub(smallest) as u64 / step as u64 + 1,
        };
        let most = (range / step as u64).saturating_add(1);
        let codes = values.iter().map(|&value| code(value));
        let data = if most <= u64::from(u8::MAX) {
            Data::Bytes1(codes.map(|code| code as u8).collect())
        } else if most <= u64::from(u16::MAX) {
            Data::Bytes2(codes.map(|code| code as u16).collect())
        } else if most <= u64::from(u32::MAX) {
            Data::Bytes4(codes.map(|code| code as u32).collect())
        } else {
            Data::Bytes8(codes.collect())
        };
        Self { base: smallest, step, most, data }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        match &self.data {
            Data::Same(_, count) => *count,
            Data::Bytes1(codes) => codes.len(),
            Data::Bytes2(codes) => codes.len(),
            Data::Bytes4(codes) => codes.len(),
            Data::Bytes8(codes) => codes.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        let width = match &self.data {
            Data::Same(..) => 0,
            Data::Bytes1(_) => 1,
            Data::Bytes2(_) => 2,
            Data::Bytes4(_) => 4,
            Data::Bytes8(_) => 8,
        };
        size_of::<Self>() + width * self.len()
    }

    /// The value at `row`, [`ABSENT`] for none.
    pub fn get(&self, row: usize) -> i64 {
        let code = match &self.data {
            Data::Same(code, _) => *code,
            Data::Bytes1(codes) => u64::from(codes[row]),
            Data::Bytes2(codes) => u64::from(codes[row]),
            Data::Bytes4(codes) => u64::from(codes[row]),
            Data::Bytes8(codes) => codes[row],
        };
        self.value(code)
    }

    /// All values, in place of those in `into`.
    pub fn unpack(&self, into: &mut Vec<i64>) {
        into.clear();
        match &self.data {
            Data::Same(code, count) => into.resize(*count, self.value(*code)),
            Data::Bytes1(codes) => self.unpack_codes(codes, into),
            Data::Bytes2(codes) => self.unpack_codes(codes, into),
            Data::Bytes4(codes) => self.unpack_codes(codes, into),
            Data::Bytes8(codes) => self.unpack_codes(codes, into),
        }
    }

    fn unpack_codes<T: Copy + Into<u64>>(&self, codes: &[T], into: &mut Vec<i64>) {
        if self.step == 1 {
            // Without a multiplication of 64 bits, several are unpacked at once.
            let before = self.base.wrapping_sub(1);
            let value = |code: u64| if code == 0 { ABSENT } else { before.wrapping_add(code as i64) };
            into.extend(codes.iter().map(|&code| value(code.into())));
        } else {
            into.extend(codes.iter().map(|&code| self.value(code.into())));
        }
    }

    /// The values of these rows, in place of those in `into`.
    pub fn unpack_rows(&self, rows: &[u16], into: &mut Vec<i64>) {
        into.clear();
        match &self.data {
            Data::Same(code, _) => into.resize(rows.len(), self.value(*code)),
            Data::Bytes1(codes) => self.unpack_some(codes, rows, into),
            Data::Bytes2(codes) => self.unpack_some(codes, rows, into),
            Data::Bytes4(codes) => self.unpack_some(codes, rows, into),
            Data::Bytes8(codes) => self.unpack_some(codes, rows, into),
        }
    }

    fn unpack_some<T: Copy + Into<u64>>(&self, codes: &[T], rows: &[u16], into: &mut Vec<i64>) {
        into.extend(rows.iter().map(|&row| self.value(codes[usize::from(row)].into())));
    }

    /// Its values as they are stored: as [`Ints::value`] reads them, each one of [`Ints::code_count`].
    pub fn codes(&self) -> Codes<'_> {
        match &self.data {
            Data::Same(code, count) => Codes::Same(*code, *count),
            Data::Bytes1(codes) => Codes::Bytes1(codes),
            Data::Bytes2(codes) => Codes::Bytes2(codes),
            Data::Bytes4(codes) => Codes::Bytes4(codes),
            Data::Bytes8(codes) => Codes::Bytes8(codes),
        }
    }

    /// How many codes there are, from 0 on; some may be of no value.
    pub fn code_count(&self) -> u64 {
        self.most.saturating_add(1)
    }

    /// The smallest and the largest value that is there; `None` where all are absent.
    pub fn bounds(&self) -> Option<(i64, i64)> {
        (self.most > 0).then(|| (self.base, self.value(self.most)))
    }

    /// The value that all rows have, if it is one.
    pub fn same(&self) -> Option<i64> {
        match self.data {
            Data::Same(code, _) => Some(self.value(code)),
            _ => None,
        }
    }

    /// The value of a code, [`ABSENT`] for 0.
    #[inline]
    pub fn value(&self, code: u64) -> i64 {
        if code == 0 { ABSENT } else { self.base.wrapping_add((code - 1).wrapping_mul(self.step as u64) as i64) }
    }
}

/// The largest step of which all values are multiples above the smallest.
fn common_step(values: impl Iterator<Item = i64>, smallest: i64, range: u64) -> i64 {
    let mut step = range;
    for value in values {
        let mut rest = value.wrapping_sub(smallest) as u64;
        while !rest.is_multiple_of(step) {
            (step, rest) = (rest % step, step);
        }
        if step == 1 {
            break;
        }
    }
    // A step is at most half of the range, or the range itself where there are two values; as a signed number it fits
    // but for a range that only the extremes of all numbers have.
    i64::try_from(step).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values() -> impl Strategy<Value = Vec<i64>> {
        let any_range = prop_oneof![
            (0..200_i64).boxed(),
            (0..60_000_i64).boxed(),
            (0..9_i64).prop_map(|parts| parts * 1_000_000).boxed(),
            any::<i64>().boxed(),
        ];
        proptest::collection::vec(prop_oneof![5 => any_range, 1 => Just(ABSENT), 1 => Just(i64::MAX)], 0..50)
    }

    proptest! {
        #[test]
        fn what_goes_in_comes_out(values in values()) {
            let ints = Ints::new(&values);
            let mut unpacked = vec![7];
            ints.unpack(&mut unpacked);
            prop_assert_eq!(&unpacked, &values);
            let rows: Vec<u16> = (0..values.len() as u16).rev().step_by(3).collect();
            ints.unpack_rows(&rows, &mut unpacked);
            prop_assert_eq!(unpacked, rows.iter().map(|&row| values[usize::from(row)]).collect::<Vec<_>>());
            let there = || values.iter().copied().filter(|&value| value != ABSENT);
            prop_assert_eq!(ints.bounds(), there().min().zip(there().max()));
            prop_assert_eq!((0..values.len()).map(|row| ints.get(row)).collect::<Vec<_>>(), values);
        }
    }

    #[test]
    fn values_take_what_they_need() {
        let width = |values: &[i64]| (Ints::new(values).bytes() - size_of::<Ints>()) / values.len();
        assert_eq!(width(&[5; 10]), 0);
        assert_eq!(width(&[ABSENT; 10]), 0);
        assert_eq!(width(&[1_772_452_800_000, 1_772_452_800_200]), 1);
        assert_eq!(width(&[0, 65_000, ABSENT]), 2);
        assert_eq!(width(&[0, 7_000_000, 65_000_000_000]), 2, "amounts with three decimals");
        assert_eq!(width(&[0, 7_000_001, 65_000_000_000]), 8);
    }
}
