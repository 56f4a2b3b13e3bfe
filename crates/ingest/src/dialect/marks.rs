//! Where bytes that mean something stand in a text: delimiters, line ends, quotes.
//!
//! A line has a delimiter every few bytes, so that looking for one after the other costs more than the bytes do. Here
//! 64 bytes at a time become a mask with a bit for each that means something, and the bits become places.

#![expect(clippy::cast_possible_truncation, reason = "of a text of less than 4 GiB, and the halves of 128 bits")]

/// Bytes that become one mask.
const LANES: usize = 64;

/// Places, in order, and which of them are what.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// All of them.
    pub(super) places: Vec<u32>,
    /// Which of these, by their index, are line ends.
    pub(super) line_ends: Vec<u32>,
    /// Which are neither line ends nor delimiters.
    pub(super) specials: Vec<u32>,
}

impl Marks {
    pub(super) fn clear(&mut self) {
        self.places.clear();
        self.line_ends.clear();
        self.specials.clear();
    }

    /// Adds the places of a delimiter, a line end and two special bytes (the same twice for only one) in a text of less
    /// than 4 GiB.
    pub(super) fn add(&mut self, text: &[u8], bytes: [u8; 4]) {
        let mut blocks = text.chunks_exact(LANES);
        let mut begin = 0;
        for block in &mut blocks {
            self.add_block(block, u64::MAX, begin, bytes);
            begin += LANES as u32;
        }
        let mut rest = [0; LANES];
        let last = blocks.remainder();
        rest[..last.len()].copy_from_slice(last);
        // What is behind the end is no place.
        self.add_block(&rest, (1_u64 << last.len()) - 1, begin, bytes);
    }

    #[inline]
    fn add_block(&mut self, block: &[u8], there: u64, begin: u32, [delimiter, line_end, special, other]: [u8; 4]) {
        let (mut all, mut ends, mut specials) = (0, 0, 0);
        for (at, part) in block.as_chunks::<16>().0.iter().enumerate() {
            let lanes = Lanes::of(*part);
            let (is_end, is_special) = (lanes.equal(line_end), lanes.equal(special) | lanes.equal(other));
            all |= u64::from(lanes.equal(delimiter) | is_end | is_special) << (16 * at);
            ends |= u64::from(is_end) << (16 * at);
            specials |= u64::from(is_special) << (16 * at);
        }
        all &= there;
        let known = self.places.len();
        let index = |bit: u64| known as u32 + (all & (bit - 1)).count_ones();
        each_bit(ends & there, |bit| self.line_ends.push(index(bit)));
        each_bit(specials & there & !ends, |bit| self.specials.push(index(bit)));
        self.places.resize(known + all.count_ones() as usize, 0);
        for place in &mut self.places[known..] {
            *place = begin + all.trailing_zeros();
            all &= all - 1;
        }
    }
}

/// Gives every bit that is set, lowest first. There are few.
#[inline]
fn each_bit(mut bits: u64, mut take: impl FnMut(u64)) {
    while bits != 0 {
        take(bits & bits.wrapping_neg());
        bits &= bits - 1;
    }
}

/// 16 bytes, to be compared at once.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[derive(Clone, Copy)]
struct Lanes(core::arch::wasm32::v128);

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
impl Lanes {
    #[inline]
    fn of(part: [u8; 16]) -> Self {
        let [low, high] = halves(part);
        Self(core::arch::wasm32::u64x2(low, high))
    }

    /// A bit for each that is `byte`, the lowest for the first.
    #[inline]
    fn equal(self, byte: u8) -> u16 {
        use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat};
        u8x16_bitmask(u8x16_eq(self.0, u8x16_splat(byte)))
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use Words as Lanes;

/// Likewise, by arithmetic on eight at a time: where there are no vectors, and as the reference.
#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
#[derive(Clone, Copy)]
struct Words([u64; 2]);

#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
impl Words {
    #[inline]
    fn of(part: [u8; 16]) -> Self {
        Self(halves(part))
    }

    #[inline]
    fn equal(self, byte: u8) -> u16 {
        const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
        let bits = |word: u64| {
            // Bytes that are the wanted one are 0 now.
            let other = word ^ u64::from_ne_bytes([byte; 8]);
            // The highest bit of each byte says that it is not 0, and nothing carries over to the next byte.
            let zero = !(((other & LOW) + LOW) | other | LOW);
            // Gathers the eight highest bits in the highest byte.
            ((zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u16
        };
        bits(self.0[0]) | bits(self.0[1]) << 8
    }
}

#[inline]
fn halves(part: [u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(part);
    [both as u64, (both >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_those_of_the_reference(text in "[,\n\"|a\\x00é]{0,300}", part: [u8; 16], byte: u8) {
            for bytes in [[b',', b'\n', b'"', b'"'], [b'|', b'\n', b'"', b'a'], [0, b'\n', 0xC3, 0xC3]] {
                let mut marks = Marks::default();
                marks.add(text.as_bytes(), bytes);
                let expected: Vec<(usize, u8)> =
                    text.bytes().enumerate().filter(|(_, other)| bytes.contains(other)).collect();
                let places: Vec<usize> = marks.places.iter().map(|&place| place as usize).collect();
                prop_assert_eq!(places, expected.iter().map(|&(at, _)| at).collect::<Vec<_>>());
                let which = |is_it: &dyn Fn(u8) -> bool| -> Vec<u32> {
                    (0..expected.len() as u32).filter(|&at| is_it(expected[at as usize].1)).collect()
                };
                prop_assert_eq!(&marks.line_ends, &which(&|byte| byte == bytes[1]));
                prop_assert_eq!(&marks.specials, &which(&|byte| bytes[2..].contains(&byte)));
            }
            for byte in [byte, part[3], 0, 0x7F, 0x80, 0xFF] {
                let one_by_one = (0..16).fold(0, |mask, at| mask | u16::from(part[at] == byte) << at);
                prop_assert_eq!(Words::of(part).equal(byte), one_by_one);
                prop_assert_eq!(Lanes::of(part).equal(byte), one_by_one);
            }
        }
    }
}
