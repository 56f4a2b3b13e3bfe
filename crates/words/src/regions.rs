//! Names of countries, territories and their areas.

use super::Language;
use knowledge::{area_name, region_name};

impl Language {
    /// The name of a [`knowledge::Region`], by its id; the id itself where it is none.
    pub fn region(self, id: &str) -> &str {
        let Language::English = self;
        region_name(id)
    }

    /// The name of a [`knowledge::Area`], by its id; the id itself where it is none.
    pub fn area(self, id: &str) -> &str {
        area_name(id)
    }
}
