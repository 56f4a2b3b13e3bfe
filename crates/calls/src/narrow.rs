//! Values of columns, as the narrower numbers that they were before they were put in.
//!
//! A column has 64 bits a value, an index on the page has 32. A number that is cut is another one, and nothing says so:
//! what is absent (`i64::MIN`) becomes 0. So whatever cuts a value does it here, where it is looked at wherever tests
//! run.
//!
//! Counts and figures are narrowed here too, so that elsewhere clippy's `cast_possible_truncation` finds what nobody
//! has thought of.

/// What was an index: a place in a list, or the number of a word or of an end reason.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "no list has 4 billion entries")]
pub fn index(value: i64) -> usize {
    debug_assert!(u32::try_from(value).is_ok(), "{value} is no index");
    value as usize
}

/// What had 32 bits: the number of a word or of an end reason, seconds or milliseconds.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "it was put in as such")]
pub fn number(value: i64) -> u32 {
    debug_assert!(u32::try_from(value).is_ok(), "{value} has more than 32 bits");
    value as u32
}

/// How many there are of what is held in memory, which is the next one's number.
#[inline]
pub fn count(many: usize) -> u32 {
    u32::try_from(many).expect("memory has no room for 4 billion")
}

/// The whole number nearest to a figure, 0 for what is below.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "what is too large becomes the largest")]
pub fn whole(figure: f64) -> u64 {
    figure.round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays() {
        assert_eq!((index(0), index(u32::MAX.into())), (0, u32::MAX as usize));
        assert_eq!((number(7), number(u32::MAX.into()), count(7)), (7, u32::MAX, 7));
        assert_eq!([-3.0, 2.4, 2.5, f64::NAN, 1e30].map(whole), [0, 2, 3, 0, u64::MAX]);
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "is no index")]
    fn what_is_absent_is_no_index() {
        index(i64::MIN);
    }
}
