//! Which columns the table of calls has, as a person chose.

use super::storage;
use crate::ingest::Field;

const KEPT_AS: &str = "cdr-lens.columns";

/// What was chosen the last time.
pub(in crate::app) fn remembered() -> Option<Vec<Field>> {
    let kept = storage()?.get_item(KEPT_AS).ok().flatten()?;
    serde_json::from_str(&kept).ok()
}

/// Keeps the choice, where the browser keeps anything.
pub(in crate::app) fn remember(fields: &[Field]) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &serde_json::to_string(fields).unwrap_or_default());
    }
}
