//! Where a byte stands in a line: the delimiters between its cells.
//!
//! A line has a delimiter every few bytes, so that looking for one after the other costs more than the bytes do. Here 64
//! bytes at a time become a mask with a bit for each that is one, and the bits become places.

/// Bytes that become one mask.
const LANES: usize = 64;

/// Adds the places of `byte` in `text` to `places`, in order.
pub(super) fn add_places(byte: u8, text: &[u8], places: &mut Vec<usize>) {
    let mut blocks = text.chunks_exact(LANES);
    let mut begin = 0;
    for block in &mut blocks {
        add_bits(mask(byte, block), begin, places);
        begin += LANES;
    }
    let mut rest = [0; LANES];
    let last = blocks.remainder();
    rest[..last.len()].copy_from_slice(last);
    // What is behind the end is no place.
    let there = (1_u64 << last.len()) - 1;
    add_bits(mask(byte, &rest) & there, begin, places);
}

fn add_bits(mut bits: u64, begin: usize, places: &mut Vec<usize>) {
    let known = places.len();
    places.resize(known + bits.count_ones() as usize, 0);
    for place in &mut places[known..] {
        *place = begin + bits.trailing_zeros() as usize;
        bits &= bits - 1;
    }
}

/// A bit for each of 64 bytes that is `byte`, the lowest for the first.
fn mask(byte: u8, block: &[u8]) -> u64 {
    let parts = block.as_chunks::<16>().0;
    parts.iter().rev().fold(0, |mask, part| mask << 16 | u64::from(lanes(byte, *part)))
}

/// A bit for each of 16 bytes.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn lanes(byte: u8, part: [u8; 16]) -> u16 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    let [low, high] = halves(part);
    u8x16_bitmask(u8x16_eq(u64x2(low, high), u8x16_splat(byte)))
}

/// A bit for each of 16 bytes, by arithmetic on eight at a time.
#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
fn lanes_by_words(byte: u8, part: [u8; 16]) -> u16 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let bits = |word: u64| {
        // Bytes that are the wanted one are 0 now.
        let other = word ^ u64::from_ne_bytes([byte; 8]);
        // The highest bit of each byte says that it is not 0, and nothing carries over to the next byte.
        let zero = !(((other & LOW) + LOW) | other | LOW);
        // Gathers the eight highest bits in the highest byte.
        ((zero >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u16
    };
    let [low, high] = halves(part);
    bits(low) | bits(high) << 8
}

/// A bit for each of 16 bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn lanes(byte: u8, part: [u8; 16]) -> u16 {
    lanes_by_words(byte, part)
}

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
        fn places_are_those_of_the_reference(text in "[,|a\\x00é]{0,300}", part: [u8; 16], byte: u8) {
            for byte in [b',', b'|', 0, 0xC3] {
                let mut places = vec![7];
                add_places(byte, text.as_bytes(), &mut places);
                let expected = text.bytes().enumerate().filter(|&(_, other)| other == byte).map(|(at, _)| at);
                prop_assert_eq!(&places[1..], expected.collect::<Vec<_>>());
            }
            for byte in [byte, part[3], 0, 0x7F, 0x80, 0xFF] {
                let one_by_one = (0..16).fold(0, |mask, at| mask | u16::from(part[at] == byte) << at);
                prop_assert_eq!(lanes_by_words(byte, part), one_by_one);
                prop_assert_eq!(lanes(byte, part), one_by_one);
            }
        }
    }
}
