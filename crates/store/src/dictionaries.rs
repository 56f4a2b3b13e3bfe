//! Words and their numbers.

use super::kind::{Kind, Kinds};
use super::number::PackedNumber;
use calls::{Call, EndReason, NameColumn, narrow};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Words by their numbers, and numbers by their words: the first word is 0.
#[derive(Debug, Default)]
pub struct Dictionary {
    words: Vec<Rc<str>>,
    numbers: FxHashMap<Rc<str>, u32>,
    /// Numbers of words that were looked for lately, by [`place_of`] them: most names are one of a few.
    recent: Recent,
    bytes: usize,
}

/// Room for so many words that were looked for lately.
const RECENT: usize = 256;

#[derive(Debug)]
struct Recent([u32; RECENT]);

impl Default for Recent {
    fn default() -> Self {
        Self([u32::MAX; RECENT])
    }
}

/// Where the number of a word is remembered: by its length, its first bytes and its last ones, which takes less time
/// than a hash of all, and need not be right.
fn place_of(word: &[u8]) -> usize {
    let few = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => word.iter().fold(0, |few, &byte| few << 8 | u64::from(byte)),
    };
    // The multiplier is odd and has its bits all over: the highest eight of the product depend on all of `few`.
    ((few ^ word.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

impl Dictionary {
    /// The number of a word, which it has from now on if it had none.
    pub fn intern(&mut self, word: &str) -> u32 {
        let place = place_of(word.as_bytes());
        let recent = self.recent.0[place];
        if self.words.get(recent as usize).is_some_and(|recent| **recent == *word) {
            return recent;
        }
        let number = match self.numbers.get(word) {
            Some(&number) => number,
            None => {
                let number = narrow::count(self.words.len());
                let shared: Rc<str> = word.into();
                self.words.push(shared.clone());
                self.numbers.insert(shared, number);
                // Two counts before the word, two pointers to it, its number, and a third more for empty places.
                self.bytes += word.len() + 64;
                number
            }
        };
        self.recent.0[place] = number;
        number
    }

    /// The word of a number.
    pub fn get(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", |word| word)
    }

    /// The number of a word, if it has one.
    pub fn id_of(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All words, in the order of their numbers.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// Bytes that it takes, about.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

/// The dictionaries of a shard.
#[derive(Debug, Default)]
pub struct Dictionaries {
    names: [Dictionary; NameColumn::COUNT],
    /// What stands where a phone number should, and is none.
    odd_numbers: Dictionary,
    reasons: Vec<EndReason<'static>>,
    codes: FxHashMap<i32, u32>,
    texts: Dictionary,
    /// The reason of each text.
    reasons_of_texts: Vec<u32>,
    kinds: Kinds,
}

impl Dictionaries {
    /// The dictionary of a column of names.
    pub fn names(&self, column: NameColumn) -> &Dictionary {
        &self.names[column as usize]
    }

    pub(super) fn name_number(&mut self, column: NameColumn, name: &str) -> i64 {
        i64::from(self.names[column as usize].intern(name))
    }

    /// What stands for a phone number that [`PackedNumber`] cannot pack.
    pub fn odd_number(&self, number: u32) -> &str {
        self.odd_numbers.get(number)
    }

    /// How many of these there are.
    pub fn odd_numbers(&self) -> &Dictionary {
        &self.odd_numbers
    }

    /// A phone number, packed.
    pub fn pack(&mut self, number: &str) -> PackedNumber {
        PackedNumber::pack(number).unwrap_or_else(|| PackedNumber::word(self.odd_numbers.intern(number)))
    }

    /// A packed phone number as text.
    pub fn phone_number(&self, packed: PackedNumber) -> String {
        packed.as_word().map_or_else(|| packed.text(), |word| self.odd_numbers.get(word).to_owned())
    }

    /// An end reason by its number, as the file has it.
    pub fn reason(&self, number: u32) -> &EndReason<'static> {
        &self.reasons[number as usize]
    }

    /// All end reasons, in the order of their numbers.
    pub fn reasons(&self) -> &[EndReason<'static>] {
        &self.reasons
    }

    pub(super) fn reason_number(&mut self, reason: &EndReason<'_>) -> i64 {
        let next = narrow::count(self.reasons.len());
        let number = match reason {
            EndReason::Code(code) => *self.codes.entry(*code).or_insert(next),
            EndReason::Text(text) => {
                let text = self.texts.intern(text) as usize;
                if text == self.reasons_of_texts.len() {
                    self.reasons_of_texts.push(next);
                }
                self.reasons_of_texts[text]
            }
        };
        if number == next {
            self.reasons.push(match reason {
                EndReason::Code(code) => EndReason::Code(*code),
                EndReason::Text(text) => EndReason::Text(text.clone().into_owned().into()),
            });
        }
        i64::from(number)
    }

    /// All kinds of calls, in the order of their numbers.
    pub fn kinds(&self) -> &[Kind] {
        self.kinds.all()
    }

    pub(super) fn kind_number(&mut self, call: &Call<'_>) -> i64 {
        let end_reason = narrow::number(self.reason_number(&call.end_reason));
        i64::from(self.kinds.number(call, end_reason))
    }

    /// Bytes that they take, about.
    pub fn bytes(&self) -> usize {
        let names: usize = self.names.iter().map(Dictionary::bytes).sum();
        names + self.odd_numbers.bytes() + self.texts.bytes() * 2 + self.kinds.bytes()
    }
}
