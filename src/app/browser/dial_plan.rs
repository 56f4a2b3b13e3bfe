//! Where it is kept what the person says of called numbers: routing prefixes, and the own list of destinations and
//! rates.

use super::storage;
use session::RateList;

const PREFIXES_KEPT_AS: &str = "cdr-lens.routing-prefixes";
const RATES_KEPT_AS: &str = "cdr-lens.rates";

/// The routing prefixes of the last time.
pub(in crate::app) fn remembered_prefixes() -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(PREFIXES_KEPT_AS).ok().flatten());
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps them, where the browser keeps anything.
pub(in crate::app) fn remember_prefixes(prefixes: &[String]) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(PREFIXES_KEPT_AS, &serde_json::to_string(prefixes).unwrap_or_default());
    }
}

/// The list of the last time.
pub(in crate::app) fn remembered_rates() -> RateList {
    let kept = storage().and_then(|storage| storage.get_item(RATES_KEPT_AS).ok().flatten());
    kept.map(|text| RateList::read(&text)).unwrap_or_default()
}

/// Keeps it, if it is not too large for the browser; an empty one is forgotten. Whether it is kept.
pub(in crate::app) fn remember_rates(rates: &RateList) -> bool {
    let Some(storage) = storage() else { return false };
    // An older list must not come back in place of one that does not fit.
    let _ = storage.remove_item(RATES_KEPT_AS);
    rates.is_empty() || storage.set_item(RATES_KEPT_AS, &rates.csv()).is_ok()
}
