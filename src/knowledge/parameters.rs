//! The system parameters that the sources name.

use serde::Deserialize;
use std::sync::LazyLock;

/// A system parameter of the softswitch.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its name in the system parameters.
    pub name: String,
    /// Its default, where a source states one.
    pub default: Option<String>,
    /// A value or a range that a source recommends.
    pub recommended: Option<String>,
    /// The unit of both.
    pub unit: Option<String>,
    /// Where the facts are from.
    pub source: String,
}

#[derive(Deserialize)]
struct Table {
    parameter: Vec<Parameter>,
}

static TABLE: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let json = include_str!(concat!(env!("OUT_DIR"), "/src/knowledge/guide/parameters.json"));
    let table: Table = serde_json::from_str(json).unwrap_or_else(|error| panic!("the parameters: {error}"));
    table.parameter
});

/// All of them.
pub fn parameters() -> &'static [Parameter] {
    &TABLE
}
