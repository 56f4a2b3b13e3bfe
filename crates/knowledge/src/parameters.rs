//! The system parameters that the sources name.

use serde::Deserialize;
use std::sync::LazyLock;
use tables::table;

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
    let table: Table = table!("src/guide/parameters");
    table.parameter
});

/// All of them.
pub fn parameters() -> &'static [Parameter] {
    &TABLE
}
