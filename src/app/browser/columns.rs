//! Which columns tables have, as a person chose.

use super::storage;
use calls::Field;
use query::Metric;

const KEPT_AS: &str = "cdr-lens.columns";
const METRICS_KEPT_AS: &str = "cdr-lens.metrics";

/// What was chosen for the table of calls the last time.
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

/// What was chosen for tables of groups the last time; a metric that is none any more is passed over.
pub(in crate::app) fn remembered_metrics() -> Option<Vec<Metric>> {
    let kept = storage()?.get_item(METRICS_KEPT_AS).ok().flatten()?;
    let keys: Vec<String> = serde_json::from_str(&kept).ok()?;
    Some(keys.iter().filter_map(|key| Metric::parse(key)).collect())
}

/// Keeps the choice, where the browser keeps anything.
pub(in crate::app) fn remember_metrics(metrics: &[Metric]) {
    if let Some(storage) = storage() {
        let keys: Vec<&str> = metrics.iter().map(|metric| metric.key()).collect();
        let _ = storage.set_item(METRICS_KEPT_AS, &serde_json::to_string(&keys).unwrap_or_default());
    }
}
