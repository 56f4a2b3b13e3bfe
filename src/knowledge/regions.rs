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
    /// For each beginning of [`TABLED`] digits its region, and whether more digits may tell another one.
    by_beginning: Vec<(Option<usize>, bool)>,
}

/// So many digits tell almost every region: millions of numbers are looked up.
const TABLED: usize = 4;

static REGIONS: LazyLock<Regions> = LazyLock::new(|| {
    let all = table!("src/knowledge/geography/calling_codes", Table).region;
    let mut by_prefix = BTreeMap::new();
    for (at, region) in all.iter().enumerate() {
        for prefix in &region.prefixes {
            by_prefix.insert((prefix.len(), prefix.parse().unwrap_or_default()), at);
        }
    }
    let longest = by_prefix.keys().map(|(length, _)| *length).max().unwrap_or_default();
    let beginning = |value: u32| {
        let found = |length: usize| by_prefix.get(&(length, value / 10_u32.pow((TABLED - length) as u32))).copied();
        let is_longer = |(length, prefix): &(usize, u32)| {
            *length > TABLED && prefix / 10_u32.pow((*length - TABLED) as u32) == value
        };
        ((1..=TABLED).rev().find_map(found), by_prefix.keys().any(is_longer))
    };
    let by_beginning = (0..10_u32.pow(TABLED as u32)).map(beginning).collect();
    Regions { all, by_prefix, longest, by_beginning }
});

/// All regions, by id.
pub fn regions() -> &'static [Region] {
    &REGIONS.all
}

/// The place among [`regions`] of the region of a number in international form, given its first digits, at least four; `None` where no
/// assigned prefix is that of the number.
pub fn region_of(digits: impl Iterator<Item = u8>) -> Option<usize> {
    let regions = &*REGIONS;
    let (mut value, mut found) = (0, None);
    for (at, digit) in digits.take(regions.longest).enumerate() {
        value = value * 10 + u32::from(digit);
        if at + 1 < TABLED {
            continue;
        }
        if at + 1 == TABLED {
            let (region, may_be_longer) = regions.by_beginning[value as usize];
            found = region;
            if !may_be_longer {
                return found;
            }
        } else {
            found = regions.by_prefix.get(&(at + 1, value)).copied().or(found);
        }
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
        // Every prefix, with digits behind it that begin no longer one, is its region's.
        for region in regions() {
            for prefix in &region.prefixes {
                let found = id(&format!("{prefix}0000000"));
                let longer = regions().iter().flat_map(|other| &other.prefixes);
                let is_cut = longer
                    .into_iter()
                    .any(|other| other.len() > prefix.len() && format!("{prefix}0000000").starts_with(other.as_str()));
                assert!(is_cut || found == Some(region.id.as_str()), "{prefix}: {found:?}");
            }
        }
    }

    #[test]
    fn no_prefix_stands_twice() {
        let all: Vec<_> = regions().iter().flat_map(|region| &region.prefixes).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(regions().iter().all(|region| !region.source.is_empty()));
    }
}
