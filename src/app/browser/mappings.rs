//! Where mappings of columns are kept.

use super::storage;
use ingest::{Mapping, kept_mappings};

const KEPT_AS: &str = "cdr-lens.mappings";

/// What was kept the last time.
pub(in crate::app) fn remembered() -> Vec<Mapping> {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok().flatten());
    kept.map(|text| kept_mappings(&text)).unwrap_or_default()
}

/// Keeps them for the next time, where the browser keeps anything.
pub(in crate::app) fn remember(mappings: &[Mapping]) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &text(mappings));
    }
}

/// Mappings as a file.
pub(in crate::app) fn text(mappings: &[Mapping]) -> String {
    serde_json::to_string_pretty(mappings).unwrap_or_default() + "\n"
}
