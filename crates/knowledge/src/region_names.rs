//! Names of countries, territories and their areas.

use crate::{areas, regions};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tables::table;

#[derive(Deserialize)]
struct Table {
    region: BTreeMap<String, String>,
    /// Other names that people type, each with the id that it stands for.
    also: BTreeMap<String, String>,
}

static ENGLISH: LazyLock<Table> = LazyLock::new(|| table!("src/names/en"));

/// The English name of a [`crate::Region`], by its id; the id itself where it is none.
pub fn region_name(id: &str) -> &str {
    ENGLISH.region.get(id).map_or(id, String::as_str)
}

/// The name of a [`crate::Area`], by its id; the id itself where it is none. They are proper names, which the table of
/// areas has.
pub fn area_name(id: &str) -> &str {
    static NAMES: LazyLock<BTreeMap<&str, &str>> =
        LazyLock::new(|| areas().iter().map(|area| (area.id.as_str(), area.name.as_str())).collect());
    NAMES.get(id).copied().unwrap_or(id)
}

/// The place among [`regions`] of the one that has this name in any language: a filter that was sent to somebody else
/// means the same there. Neither case nor marks nor spaces count.
pub fn region_named(name: &str) -> Option<usize> {
    static PLACES: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
        let place = |id: &String| regions().iter().position(|region| region.id == *id);
        let names = ENGLISH.region.iter().map(|(id, name)| (name, id)).chain(&ENGLISH.also);
        names.filter_map(|(name, id)| Some((plain(name), place(id)?))).collect()
    });
    PLACES.get(&plain(name)).copied()
}

/// A name as names are compared; what has signs in it that no name has is none.
fn plain(name: &str) -> String {
    if name.contains(|sign: char| sign.is_ascii_punctuation() && !"'&().,-".contains(sign)) {
        return String::new();
    }
    let letter = |letter: char| match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    };
    let lower = name.to_lowercase().replace('&', "and");
    lower.chars().map(letter).filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_a_name() {
        assert!(regions().iter().all(|region| ENGLISH.region.contains_key(&region.id)));
        assert_eq!(ENGLISH.region.len(), regions().len());
    }

    #[test]
    fn every_region_is_found_by_its_names() {
        let id = |name: &str| region_named(name).map(|at| regions()[at].id.as_str());
        for (id_of, name) in &ENGLISH.region {
            assert_eq!(
                id(name),
                Some(id_of.as_str()),
                "two regions are called {name}, or one is called as another is also"
            );
        }
        for (name, id_of) in &ENGLISH.also {
            assert_eq!(id(name), Some(id_of.as_str()), "{name}");
        }
        assert_eq!(id(" bangladesh "), Some("BD"));
        assert_eq!(id("UNITED KINGDOM"), Some("GB"));
        assert_eq!(id("aland islands"), Some("AX"));
        assert_eq!(id("trinidad & tobago"), Some("TT"));
        assert_eq!([id(""), id("Atlantis"), id("Bangladeshx"), id("Bangla%"), id("!Bangladesh")], [None; 5]);
    }
}
