//! Where the person's own dictionary is kept.

use super::storage;
use knowledge::PersonalDictionary;

const KEPT_AS: &str = "cdr-lens.dictionary";

/// What was kept the last time.
pub(in crate::app) fn remembered() -> PersonalDictionary {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok().flatten());
    kept.and_then(|text| PersonalDictionary::read(&text)).unwrap_or_default()
}

/// Keeps it for the next time, where the browser keeps anything.
pub(in crate::app) fn remember(dictionary: &PersonalDictionary) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &dictionary.text());
    }
}
