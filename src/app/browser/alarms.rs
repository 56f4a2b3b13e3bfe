//! Where a person's alarms are kept.

use super::storage;
use insight::alarms::AlarmSetups;

const KEPT_AS: &str = "cdr-lens.alarms";

/// What was kept the last time; `None` where nothing was, or nothing that can be read.
pub(in crate::app) fn remembered() -> Option<AlarmSetups> {
    let kept = storage()?.get_item(KEPT_AS).ok().flatten()?;
    AlarmSetups::read(&kept).ok()
}

/// Keeps them for the next time, where the browser keeps anything.
pub(in crate::app) fn remember(setups: &AlarmSetups) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, &setups.text());
    }
}
