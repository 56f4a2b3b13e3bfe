//! Names of countries, territories and their areas.

use super::Language;
use crate::knowledge::areas;
use crate::tables::table;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    region: BTreeMap<String, String>,
}

static EN: LazyLock<Table> = LazyLock::new(|| table!("src/words/en/regions"));

impl Language {
    /// The name of a [`crate::knowledge::Region`], by its id; the id itself where it is none.
    pub fn region(self, id: &str) -> &str {
        let Language::English = self;
        EN.region.get(id).map_or(id, String::as_str)
    }

    /// The name of a [`crate::knowledge::Area`], by its id; the id itself where it is none. They are proper names, which the table of areas
    /// has.
    pub fn area(self, id: &str) -> &str {
        static NAMES: LazyLock<BTreeMap<&str, &str>> =
            LazyLock::new(|| areas().iter().map(|area| (area.id.as_str(), area.name.as_str())).collect());
        NAMES.get(id).copied().unwrap_or(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::regions;

    #[test]
    fn every_region_has_a_name() {
        assert!(regions().iter().all(|region| EN.region.contains_key(&region.id)));
        assert_eq!(EN.region.len(), regions().len());
    }
}
