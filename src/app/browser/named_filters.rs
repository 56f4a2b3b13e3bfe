//! Filters that a person keeps by name.

use super::storage;
use query::Filter;
use std::collections::BTreeMap;

const KEPT_AS: &str = "cdr-lens.filters";

/// Those that were kept.
pub(in crate::app) fn remembered() -> BTreeMap<String, Filter> {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok().flatten());
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps them for the next time, where the browser keeps anything.
pub(in crate::app) fn remember(filters: &BTreeMap<String, Filter>) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &serde_json::to_string(filters).unwrap_or_default());
    }
}
