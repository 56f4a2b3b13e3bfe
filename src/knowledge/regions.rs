//! The country or territory of a phone number, by its prefix.

use crate::tables::table;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A country, a territory, or a service without a place.
#[derive(Debug, Deserialize)]
pub struct Region {
    /// ISO 3166-1 alpha-2, or our own id, which begins with `INTL-`.
    pub id: String,
    /// What its numbers begin with, without `+`.
    pub prefixes: Vec<String>,
    /// Where that is from.
    pub source: String,
}

#[derive(Deserialize)]
struct Table {
    region: Vec<Region>,
}

struct Regions {
    all: Vec<Region>,
    /// The region of each prefix, by its length and its value.
    by_prefix: BTreeMap<(usize, u32), usize>,
    longest: usize,
}

static REGIONS: LazyLock<Regions> = LazyLock::new(|| {
    let all = table!("src/knowledge/geography/calling_codes", Table).region;
    let mut by_prefix = BTreeMap::new();
    for (at, region) in all.iter().enumerate() {
        for prefix in &region.prefixes {
            by_prefix.insert((prefix.len(), prefix.parse().unwrap_or_default()), at);
        }
    }
    let longest = by_prefix.keys().map(|(length, _)| *length).max().unwrap_or_default();
    Regions { all, by_prefix, longest }
});

/// All regions, by id.
pub fn regions() -> &'static [Region] {
    &REGIONS.all
}

/// The place among [`regions`] of the region of a number in international form, given its first digits; `None` where no
/// assigned prefix is that of the number.
pub fn region_of(digits: impl Iterator<Item = u8>) -> Option<usize> {
    let (mut value, mut found) = (0, None);
    for (at, digit) in digits.take(REGIONS.longest).enumerate() {
        value = value * 10 + u32::from(digit);
        found = REGIONS.by_prefix.get(&(at + 1, value)).copied().or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn id(number: &str) -> Option<&'static str> {
        region_of(number.bytes().map(|digit| digit - b'0')).map(|at| regions()[at].id.as_str())
    }

    #[test]
    fn the_longest_prefix_counts() {
        assert_eq!(id("442079460001"), Some("GB"));
        assert_eq!(id("441481960001"), Some("GG"));
        assert_eq!(id("12025550101"), Some("US"));
        assert_eq!(id("14165550101"), Some("CA"));
        assert_eq!(id("18765550101"), Some("JM"));
        assert_eq!(id("77015550101"), Some("KZ"));
        assert_eq!(id("0049"), None);
    }

    #[test]
    fn no_prefix_stands_twice() {
        let all: Vec<_> = regions().iter().flat_map(|region| &region.prefixes).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(regions().iter().all(|region| !region.source.is_empty()));
    }
}
