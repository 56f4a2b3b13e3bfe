//! The texts of end reasons, by family and code.

use super::Language;
use crate::knowledge::Family;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

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
        (Family::Guide, include_str!(concat!(env!("OUT_DIR"), "/src/words/en/guide.json"))),
        (Family::Server, include_str!(concat!(env!("OUT_DIR"), "/src/words/en/server.json"))),
        (Family::Sip, include_str!(concat!(env!("OUT_DIR"), "/src/words/en/sip.json"))),
        (Family::Q850, include_str!(concat!(env!("OUT_DIR"), "/src/words/en/q850.json"))),
        (Family::Text, include_str!(concat!(env!("OUT_DIR"), "/src/words/en/text.json"))),
    ])
});

fn read(tables: [(Family, &str); 5]) -> Tables {
    let read = |(family, json): (Family, &str)| {
        let table: Table =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("the words of {family:?}: {error}"));
        table.reason.into_iter().map(move |words| ((family, words.code), words))
    };
    tables.into_iter().flat_map(read).collect()
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
