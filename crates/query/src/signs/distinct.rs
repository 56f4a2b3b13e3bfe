//! How many different numbers there are, in at most 256 bytes: HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007).

use calls::narrow;
use serde::{Deserialize, Serialize};

const REGISTER_BITS: u32 = 8;
const REGISTERS: usize = 1 << REGISTER_BITS;

/// A sketch of a set. Two merge into that of the union, in any order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct Distinct(Registers);

/// Of the hashes that begin with a register's number, the most zeros that follow it, and one.
#[derive(Debug, Clone)]
enum Registers {
    /// Those of the first so many pairs of a number and its register, in no order; all others are 0. Most sets are of a
    /// caller who called once or twice, and there are many callers.
    Few(u8, [(u8, u8); FEW]),
    All(Box<[u8; REGISTERS]>),
}

/// As many as there is room for beside a pointer.
const FEW: usize = 11;

impl Default for Distinct {
    fn default() -> Self {
        Self(Registers::Few(0, [(0, 0); FEW]))
    }
}

impl PartialEq for Distinct {
    fn eq(&self, other: &Self) -> bool {
        self.registers() == other.registers()
    }
}

impl Eq for Distinct {}

impl Distinct {
    /// The standard error of [`Distinct::estimate`] in percent: 1.04 / √256.
    pub const ERROR_PERCENT: f64 = 6.5;

    pub(super) fn add(&mut self, hash: u64) {
        let register = (hash >> (64 - REGISTER_BITS)) as u8;
        let zeros = (hash << REGISTER_BITS).leading_zeros().min(64 - REGISTER_BITS) as u8 + 1;
        self.raise(register, zeros);
    }

    /// A register is at least that.
    fn raise(&mut self, register: u8, zeros: u8) {
        match &mut self.0 {
            Registers::All(registers) => {
                let known = &mut registers[usize::from(register)];
                *known = (*known).max(zeros);
            }
            Registers::Few(count, few) => {
                let there = &mut few[..usize::from(*count)];
                if let Some((_, known)) = there.iter_mut().find(|(known, _)| *known == register) {
                    *known = (*known).max(zeros);
                } else if let Some(free) = few.get_mut(usize::from(*count)) {
                    *free = (register, zeros);
                    *count += 1;
                } else {
                    let mut registers = Box::new(self.registers());
                    registers[usize::from(register)] = zeros;
                    self.0 = Registers::All(registers);
                }
            }
        }
    }

    fn registers(&self) -> [u8; REGISTERS] {
        match &self.0 {
            Registers::All(registers) => **registers,
            Registers::Few(count, few) => {
                let mut registers = [0; REGISTERS];
                few[..usize::from(*count)].iter().for_each(|&(at, zeros)| registers[usize::from(at)] = zeros);
                registers
            }
        }
    }

    /// Makes it the sketch of both sets together.
    pub fn merge(&mut self, other: &Distinct) {
        match &other.0 {
            Registers::Few(count, few) => {
                few[..usize::from(*count)].iter().for_each(|&(register, zeros)| self.raise(register, zeros));
            }
            Registers::All(theirs) => {
                let mut mine = self.registers();
                mine.iter_mut().zip(theirs.iter()).for_each(|(mine, theirs)| *mine = (*mine).max(*theirs));
                self.0 = Registers::All(Box::new(mine));
            }
        }
    }

    /// About how many there are.
    pub fn estimate(&self) -> u64 {
        let count = REGISTERS as f64;
        // The constant of the paper for 128 registers and more.
        let alpha = 0.7213 / (1.0 + 1.079 / count);
        let registers = self.registers();
        let sum: f64 = registers.iter().map(|&zeros| 0.5_f64.powi(i32::from(zeros))).sum();
        let raw = alpha * count * count / sum;
        let empty = registers.iter().filter(|&&zeros| zeros == 0).count();
        // Few: by the registers that nothing fell into.
        let estimate = if raw <= 2.5 * count && empty > 0 { count * (count / empty as f64).ln() } else { raw };
        narrow::whole(estimate)
    }
}

/// Registers hold 0 to 57.
const LETTERS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// A letter for each register; for those that are 0, `.` and a letter that says how many follow one another, one more
/// than it is. Most sets are small.
impl From<Distinct> for String {
    fn from(distinct: Distinct) -> Self {
        let mut text = String::new();
        let registers = distinct.registers();
        let mut rest = registers.as_slice();
        while let Some(&first) = rest.first() {
            let empty = rest.iter().take_while(|&&zeros| zeros == 0).count().min(LETTERS.len());
            if empty > 0 {
                text.push('.');
                text.push(char::from(LETTERS[empty - 1]));
            } else {
                text.push(char::from(LETTERS[usize::from(first & 63)]));
            }
            rest = &rest[empty.max(1)..];
        }
        text
    }
}

impl From<String> for Distinct {
    #[expect(clippy::cast_possible_truncation, reason = "there are 64 letters")]
    fn from(text: String) -> Self {
        let mut registers = [0; REGISTERS];
        let number = |letter: u8| LETTERS.iter().position(|&known| known == letter).unwrap_or_default();
        let (mut at, mut letters) = (0, text.bytes());
        while let Some(letter) = letters.next() {
            if letter == b'.' {
                at += letters.next().map(number).unwrap_or_default() + 1;
            } else {
                if let Some(register) = registers.get_mut(at) {
                    *register = number(letter) as u8;
                }
                at += 1;
            }
        }
        let mut distinct = Self::default();
        let there = (0..=u8::MAX).zip(registers).filter(|&(_, zeros)| zeros > 0);
        there.for_each(|(register, zeros)| distinct.raise(register, zeros));
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::super::number_hash::scattered;
    use super::*;
    use proptest::prelude::*;

    fn of(numbers: impl Iterator<Item = u64>) -> Distinct {
        let mut distinct = Distinct::default();
        numbers.for_each(|number| distinct.add(scattered(number)));
        distinct
    }

    #[test]
    fn the_estimate_is_as_close_as_said() {
        for count in [0, 1, 10, 100, 500, 1_000, 20_000, 1_000_000] {
            let errors: Vec<f64> = (0..20)
                .map(|seed| {
                    of((0..count).map(|at| at + seed * 10_000_000)).estimate() as f64 / count.max(1) as f64 - 1.0
                })
                .collect();
            if count == 0 {
                assert!(errors.iter().all(|&error| error == -1.0));
                continue;
            }
            let deviation = (errors.iter().map(|error| error * error).sum::<f64>() / 20.0).sqrt() * 100.0;
            assert!(deviation <= Distinct::ERROR_PERCENT * 1.5, "{count}: {deviation:.1} %");
        }
    }

    proptest! {
        #[test]
        fn merged_as_the_union_and_back_from_text(
            numbers in proptest::collection::vec(0..5000_u64, 0..400),
            cut in 0..400_usize,
        ) {
            let (left, right) = numbers.split_at(cut.min(numbers.len()));
            let mut merged = of(right.iter().copied());
            merged.merge(&of(left.iter().copied()));
            prop_assert_eq!(&merged, &of(numbers.iter().copied()));
            prop_assert_eq!(Distinct::from(String::from(merged.clone())), merged);
        }

        #[test]
        fn no_text_stops_the_reader(text in any::<String>()) {
            let _ = Distinct::from(text).estimate();
        }
    }
}
