//! Names of countries and territories.

use super::Language;
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
