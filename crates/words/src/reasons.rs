//! The texts of end reasons, by family and code.

use super::Language;
use knowledge::Family;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tables::table;

/// What a person reads about an end reason.
#[derive(Debug, Deserialize)]
pub struct ReasonWords {
    code: i32,
    /// What happened.
    pub meaning: String,
    /// What usually causes it.
    pub cause: String,
    /// What to do.
    pub action: String,
}

#[derive(Deserialize)]
struct Table {
    reason: Vec<ReasonWords>,
}

type Tables = BTreeMap<(Family, i32), ReasonWords>;

static ENGLISH: LazyLock<Tables> = LazyLock::new(|| {
    read([
        (Family::Guide, table!("src/en/guide")),
        (Family::Server, table!("src/en/server")),
        (Family::Sip, table!("src/en/sip")),
        (Family::Q850, table!("src/en/q850")),
        (Family::Text, table!("src/en/text")),
        (Family::Disposition, table!("src/en/disposition")),
    ])
});

fn read(tables: [(Family, Table); 6]) -> Tables {
    let entries =
        |(family, table): (Family, Table)| table.reason.into_iter().map(move |words| ((family, words.code), words));
    tables.into_iter().flat_map(entries).collect()
}

fn tables(language: Language) -> &'static Tables {
    match language {
        Language::English => &ENGLISH,
    }
}

pub(super) fn of(language: Language, family: Family, code: i32) -> Option<&'static ReasonWords> {
    tables(language).get(&(family, code))
}

#[cfg(test)]
pub(super) fn count(language: Language) -> usize {
    tables(language).len()
}
