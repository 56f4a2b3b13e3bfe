//! The country or territory of a phone number, and the area within +1 and +7, by its prefix.

use super::prefixes::Prefixes;
use serde::Deserialize;
use std::sync::LazyLock;
use tables::table;

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

/// A state, a province, a region, or a service, of a country whose code others share.
#[derive(Debug, Deserialize)]
pub struct Area {
    /// Our own.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// The [`Region`] that it is in.
    pub country: String,
    /// What its numbers begin with, without `+`.
    pub prefixes: Vec<String>,
}

#[derive(Deserialize)]
struct Table {
    region: Vec<Region>,
}

#[derive(Deserialize)]
struct AreaTable {
    area: Vec<Area>,
}

static REGIONS: LazyLock<(Vec<Region>, Prefixes)> = LazyLock::new(|| {
    let all = table!("src/geography/calling_codes", Table).region;
    let prefixes = Prefixes::new(by_prefix(all.iter().map(|region| &region.prefixes)));
    (all, prefixes)
});

static AREAS: LazyLock<(Vec<Area>, Prefixes)> = LazyLock::new(|| {
    let mut all = table!("src/geography/areas_of_1", AreaTable).area;
    all.extend(table!("src/geography/areas_of_7", AreaTable).area);
    let prefixes = Prefixes::new(by_prefix(all.iter().map(|area| &area.prefixes)));
    (all, prefixes)
});

fn by_prefix<'a>(all: impl Iterator<Item = &'a Vec<String>>) -> impl Iterator<Item = (&'a str, usize)> {
    all.enumerate().flat_map(|(at, prefixes)| prefixes.iter().map(move |prefix| (prefix.as_str(), at)))
}

/// All regions, by id.
pub fn regions() -> &'static [Region] {
    &REGIONS.0
}

/// The prefixes of all regions.
pub fn region_prefixes() -> &'static Prefixes {
    &REGIONS.1
}

/// The prefixes of all areas.
pub fn area_prefixes() -> &'static Prefixes {
    &AREAS.1
}

/// The place among [`regions`] of the region of a number in international form, given its first digits; `None` where no
/// assigned prefix is that of the number.
pub fn region_of(digits: impl Iterator<Item = u8>) -> Option<usize> {
    REGIONS.1.longest(digits)
}

/// The areas of +1 and +7.
pub fn areas() -> &'static [Area] {
    &AREAS.0
}

/// The place among [`areas`] of the area of a number in international form, given its first digits.
pub fn area_of(digits: impl Iterator<Item = u8>) -> Option<usize> {
    AREAS.1.longest(digits)
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
        assert_eq!(id("44"), Some("GB"), "as a person types it");
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

    fn area(number: &str) -> Option<(&'static str, &'static str)> {
        let area = |at: usize| (areas()[at].id.as_str(), areas()[at].country.as_str());
        area_of(number.bytes().map(|digit| digit - b'0')).map(area)
    }

    #[test]
    fn areas_within_the_countries_that_share_a_code() {
        assert_eq!(area("12055550101"), Some(("us_alabama", "US")));
        assert_eq!(area("14165550101").map(|(_, country)| country), Some("CA"));
        assert_eq!(area("78775550101"), Some(("ru_adygea", "RU")));
        assert_eq!(area("442079460001"), None);
        let all: Vec<_> = areas().iter().flat_map(|area| &area.prefixes).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a prefix stands twice");
        assert_eq!(areas().iter().map(|area| &area.id).collect::<BTreeSet<_>>().len(), areas().len());
        for of in areas() {
            assert!(!of.name.is_empty() && !of.prefixes.is_empty(), "{}", of.id);
            for prefix in &of.prefixes {
                assert_eq!(id(&format!("{prefix}5550101")), Some(of.country.as_str()), "{}: {prefix}", of.id);
            }
        }
    }
}
