//! Where called numbers are.

use crate::dial_plan::{Digits, Stripping, international_code};
use knowledge::{Prefixes, area_of, area_prefixes, region_of, region_prefixes};
use std::sync::LazyLock;
use store::Dictionaries;

/// The place of the region of a called number.
pub(super) fn country(digits: Digits) -> Option<usize> {
    region_of(digits.international().iter())
}

/// The place of the area of a called number.
pub(super) fn area(digits: Digits) -> Option<usize> {
    area_of(digits.international().iter())
}

/// For each first four characters of a packed number where it is, if these tell: almost all do.
#[derive(Debug)]
pub(super) struct Beginnings {
    settled: Vec<Option<Option<usize>>>,
    of: fn(Digits) -> Option<usize>,
}

impl Beginnings {
    fn new(prefixes: &Prefixes, of: fn(Digits) -> Option<usize>) -> Self {
        Self { settled: prefixes.settled_by_code(), of }
    }

    /// Those of regions.
    pub(super) fn of_countries() -> &'static Self {
        static COUNTRIES: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::new(region_prefixes(), country));
        &COUNTRIES
    }

    /// Those of areas.
    pub(super) fn of_areas() -> &'static Self {
        static AREAS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::new(area_prefixes(), area));
        &AREAS
    }

    /// The place of a called number, a value of its column.
    #[inline]
    pub(super) fn place(&self, number: i64, stripping: &Stripping, dictionaries: &Dictionaries) -> Option<usize> {
        if stripping.is_none()
            && let Some(settled) = self.settled[usize::from(international_code(number))]
        {
            return settled;
        }
        stripping.digits(number, dictionaries).and_then(self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::Call;
    use proptest::prelude::*;
    use store::{BlockKey, Column, Shard};

    proptest! {
        #[test]
        fn beginnings_tell_what_whole_numbers_tell(number in "[+]{0,2}(00)?[+]?[0-9]{0,9}[#S]?[0-9]{0,3}") {
            let mut shard = Shard::default();
            shard.push(&Call { callee: Some(number.into()), ..Call::default() });
            shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
            let value = shard.blocks()[0].1.column(Column::Callee).get(0);
            for strip in [&[][..], &["4".to_owned()]] {
                let stripping = Stripping::new(strip);
                let digits = stripping.digits(value, &shard.dictionaries);
                let place = |beginnings: &Beginnings| beginnings.place(value, &stripping, &shard.dictionaries);
                prop_assert_eq!(place(Beginnings::of_countries()), digits.and_then(country));
                prop_assert_eq!(place(Beginnings::of_areas()), digits.and_then(area));
            }
        }
    }
}
