//! Loads as they travel, as text: whole numbers of few characters each, since a busy switch has thousands of seconds an
//! hour.

use super::Second;
use serde::{Deserialize, Serialize};

/// A load as text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Packed {
    seconds: String,
    lengths: Option<String>,
}

/// Five bits a character, and one that says that more follow: the first 32 are the last of a number. None of them must
/// be escaped in JSON.
const LETTERS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_";

pub(super) fn pack(seconds: &[Second], lengths: Option<&[(i64, i64)]>) -> Packed {
    let mut text = String::with_capacity(seconds.len() * 4);
    let mut before = 0;
    for second in seconds {
        write_signed(&mut text, second.at - before);
        before = second.at;
        [second.others, second.taken, second.freed].into_iter().for_each(|count| write(&mut text, count.into()));
    }
    let lengths = lengths.map(|lengths| {
        let (mut text, mut before) = (String::with_capacity(lengths.len() * 3), 0);
        for &(at, length) in lengths {
            write_signed(&mut text, at - before);
            before = at;
            write(&mut text, length as u64);
        }
        text
    });
    Packed { seconds: text, lengths }
}

pub(super) fn unpack(packed: &Packed) -> (Vec<Second>, Option<Vec<(i64, i64)>>) {
    let mut numbers = Numbers(packed.seconds.bytes());
    let (mut seconds, mut at) = (Vec::new(), 0_i64);
    while let Some(more) = numbers.signed() {
        at = at.wrapping_add(more);
        let mut count = || numbers.next().and_then(|number| u32::try_from(number).ok()).unwrap_or_default();
        seconds.push(Second { at, others: count(), taken: count(), freed: count() });
    }
    let lengths = packed.lengths.as_ref().map(|text| {
        let mut numbers = Numbers(text.bytes());
        let (mut lengths, mut at) = (Vec::new(), 0_i64);
        while let Some(more) = numbers.signed() {
            at = at.wrapping_add(more);
            lengths.push((at, numbers.next().unwrap_or_default() as i64));
        }
        lengths
    });
    (seconds, lengths)
}

#[expect(clippy::cast_possible_truncation, reason = "below 32, the bits are those of a letter")]
fn write(text: &mut String, mut number: u64) {
    while number >= 32 {
        text.push(char::from(LETTERS[32 + (number & 31) as usize]));
        number >>= 5;
    }
    text.push(char::from(LETTERS[number as usize]));
}

/// The sign in the lowest bit.
fn write_signed(text: &mut String, number: i64) {
    write(text, ((number << 1) ^ (number >> 63)) as u64);
}

/// The numbers of a text.
struct Numbers<'a>(std::str::Bytes<'a>);

impl Numbers<'_> {
    fn signed(&mut self) -> Option<i64> {
        self.next().map(|number| (number >> 1) as i64 ^ -((number & 1) as i64))
    }
}

impl Iterator for Numbers<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let code = u64::from(code(self.0.next()?));
            number |= (code & 31).checked_shl(shift).unwrap_or_default();
            shift += 5;
            if code < 32 {
                return Some(number);
            }
        }
    }
}

/// The place of a letter among [`LETTERS`].
#[expect(clippy::cast_possible_truncation, reason = "there are 64 letters")]
fn code(letter: u8) -> u8 {
    const CODES: [u8; 256] = {
        let mut codes = [0; 256];
        let mut at = 0;
        while at < 64 {
            codes[LETTERS[at] as usize] = at as u8;
            at += 1;
        }
        codes
    };
    CODES[letter as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_there_again(
            seconds in proptest::collection::vec(
                (-99_999_999_999_i64..99_999_999_999, any::<u32>(), 0..40_u32, any::<u32>()),
                0..20,
            ),
            lengths in proptest::option::of(proptest::collection::vec((any::<i32>(), 0..i64::MAX), 0..9)),
        ) {
            let seconds: Vec<Second> =
                seconds.into_iter().map(|(at, others, taken, freed)| Second { at, others, taken, freed }).collect();
            let lengths: Option<Vec<(i64, i64)>> =
                lengths.map(|lengths| lengths.into_iter().map(|(at, length)| (at.into(), length)).collect());
            prop_assert_eq!(unpack(&pack(&seconds, lengths.as_deref())), (seconds, lengths));
        }

        #[test]
        fn no_text_stops_the_reader(seconds in any::<String>(), lengths in proptest::option::of(any::<String>())) {
            let _ = unpack(&Packed { seconds, lengths });
        }
    }

    #[test]
    fn a_usual_second_takes_four_characters() {
        let seconds: Vec<Second> = (0..100).map(|at| Second { at, others: 7, taken: 5, freed: 4 }).collect();
        assert_eq!(pack(&seconds, None).seconds.len(), 400);
    }
}
