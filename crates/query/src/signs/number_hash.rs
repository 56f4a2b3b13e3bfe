//! A hash of a phone number that is the same in every shard.

use store::{Dictionaries, PackedNumber};

/// Scatters a number. What is no packed number is a word of the shard's own: its text counts.
pub(super) fn number_hash(number: PackedNumber, dictionaries: &Dictionaries) -> u64 {
    match number.as_word() {
        None => scattered(number.0),
        Some(word) => {
            // FNV-1a over the bytes, scattered: the lowest bits of FNV are weak.
            let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
            scattered(dictionaries.odd_number(word).bytes().fold(0xCBF2_9CE4_8422_2325, fold))
        }
    }
}

/// The finaliser of SplitMix64, a public-domain design by Steele, Lea and Flood.
pub(super) fn scattered(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}
