//! Times as the person wants to read them.

use super::storage;
use crate::ingest::EpochMillis;
use js_sys::{Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

const REMEMBERED_AS: &str = "cdr-lens.zone";

/// The zone in which times are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) enum Zone {
    #[default]
    Utc,
    /// That of the machine.
    Browser,
}

impl Zone {
    /// What was chosen the last time.
    pub(in crate::app) fn remembered() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(REMEMBERED_AS).ok().flatten());
        if stored.as_deref() == Some("browser") { Zone::Browser } else { Zone::Utc }
    }

    /// Keeps the choice for the next time, where the browser keeps anything.
    pub(in crate::app) fn remember(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(REMEMBERED_AS, self.key());
        }
    }

    /// Stands for the zone in a form.
    pub(in crate::app) fn key(self) -> &'static str {
        match self {
            Zone::Utc => "utc",
            Zone::Browser => "browser",
        }
    }

    /// `2026-03-02 14:00:05`.
    pub(in crate::app) fn show(self, time: EpochMillis) -> String {
        let date = Date::new(&JsValue::from_f64(time.0 as f64));
        let [year, month, day, hour, minute, second] = match self {
            Zone::Utc => [
                date.get_utc_full_year(),
                date.get_utc_month() + 1,
                date.get_utc_date(),
                date.get_utc_hours(),
                date.get_utc_minutes(),
                date.get_utc_seconds(),
            ],
            Zone::Browser => [
                date.get_full_year(),
                date.get_month() + 1,
                date.get_date(),
                date.get_hours(),
                date.get_minutes(),
                date.get_seconds(),
            ],
        };
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// The name of the machine's zone, such as `Asia/Shanghai`.
pub(in crate::app) fn browser_zone_name() -> String {
    let format = Intl::DateTimeFormat::new(&js_sys::Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
