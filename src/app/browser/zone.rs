//! Time zones, which the browser knows: those that times are shown in, and those that files were written in.

use super::storage;
use calls::{EpochMillis, LocalZone};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

const REMEMBERED_AS: &str = "cdr-lens.zone";
const FILES_REMEMBERED_AS: &str = "cdr-lens.file-zone";

/// The zone in which times are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) enum Zone {
    #[default]
    Utc,
    /// That of the machine.
    Browser,
}

thread_local! {
    /// That of the machine: asking the browser for its offsets takes hundreds of calls, and every row of a table needs
    /// it.
    static MACHINE: LocalZone = local_zone(&browser_zone_name()).unwrap_or_default();
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

    /// As data, for hours and days.
    pub(in crate::app) fn local(self) -> LocalZone {
        match self {
            Zone::Utc => LocalZone::default(),
            Zone::Browser => MACHINE.with(LocalZone::clone),
        }
    }

    /// `2026-03-02 14:00:05`.
    pub(in crate::app) fn show(self, time: EpochMillis) -> String {
        match self {
            Zone::Utc => LocalZone::default().clock(time),
            Zone::Browser => MACHINE.with(|zone| zone.clock(time)),
        }
    }
}

/// The name of the machine's zone, such as `Asia/Shanghai`.
pub(in crate::app) fn browser_zone_name() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    serde_wasm_bindgen::from_value(format.resolved_options().into())
        .map_or_else(|_| String::new(), |of: Zoned| of.time_zone)
}

/// The zone that files without one were written in, as a person said the last time.
pub(in crate::app) fn remembered_for_files() -> Option<LocalZone> {
    let name = storage()?.get_item(FILES_REMEMBERED_AS).ok().flatten()?;
    local_zone(&name)
}

/// Keeps it for the next time, where the browser keeps anything.
pub(in crate::app) fn remember_for_files(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(FILES_REMEMBERED_AS, name);
    }
}

/// The names of all zones that the browser knows, UTC first.
pub(in crate::app) fn zone_names() -> Vec<String> {
    let supported = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let values: Function = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into().ok()?;
        serde_wasm_bindgen::from_value::<Vec<String>>(values.call1(&intl, &"timeZone".into()).ok()?).ok()
    };
    let known = supported().unwrap_or_else(|| vec![browser_zone_name()]);
    let others = known.into_iter().filter(|name| name != "UTC");
    std::iter::once("UTC".to_owned()).chain(others).collect()
}

/// Offsets are looked for in these years; before and after them the nearest one is taken.
const YEARS: [f64; 2] = [2000.0, 2040.0];

const DAY_MILLIS: i64 = 86_400_000;

/// Less time than this is between no two changes of a zone's clocks.
const STEP_MILLIS: i64 = 20 * DAY_MILLIS;

/// A zone as data. The browser says what its clocks show at an instant; where that changes is found by halving.
pub(in crate::app) fn local_zone(name: &str) -> Option<LocalZone> {
    let clock = Clock::of(name)?;
    let [from, to] = YEARS.map(|year| Date::utc(year, 0.0) as i64);
    let mut offsets = vec![(i64::MIN, clock.ahead_seconds(from)?)];
    let mut at = from;
    while at < to {
        let next = at + STEP_MILLIS;
        let ahead = clock.ahead_seconds(next)?;
        if Some(ahead) != offsets.last().map(|&(_, seconds)| seconds) {
            let (mut before, mut after) = (at, next);
            while after - before > 1000 {
                let middle = (before + after) / 2000 * 1000;
                if clock.ahead_seconds(middle)? == ahead { after = middle } else { before = middle }
            }
            offsets.push((after, ahead));
        }
        at = next;
    }
    Some(LocalZone { name: name.to_owned(), offsets })
}

/// What the browser says of a format of times.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Zoned {
    time_zone: String,
}

/// How the browser is to write a time.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClockOptions<'a> {
    year: &'a str,
    month: &'a str,
    day: &'a str,
    hour: &'a str,
    minute: &'a str,
    second: &'a str,
    time_zone: &'a str,
    hour_cycle: &'a str,
}

/// What clocks of a zone show.
struct Clock {
    format: Function,
}

impl Clock {
    /// `None` for a zone that the browser does not know.
    fn of(name: &str) -> Option<Self> {
        let [year, month, day, hour, minute, second] = ["numeric"; 6];
        let options = ClockOptions { year, month, day, hour, minute, second, time_zone: name, hour_cycle: "h23" };
        let options = serde_wasm_bindgen::to_value(&options).ok()?;
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
        let format = Reflect::construct(&constructor, &Array::of2(&"en-US".into(), &options)).ok()?;
        Some(Self { format: Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok()? })
    }

    fn ahead_seconds(&self, millis: i64) -> Option<i32> {
        let date = Date::new(&JsValue::from_f64(millis as f64));
        let shown = self.format.call1(&JsValue::NULL, &date).ok()?.as_string()?;
        // `3/2/2026, 20:00:00`
        let numbers = shown.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.filter_map(|part| part.parse().ok()).collect();
        let &[month, day, year, hour, minute, second] = numbers.as_slice() else { return None };
        let shown =
            Date::utc(year, month - 1.0) + ((day - 1.0) * 86_400.0 + hour * 3600.0 + minute * 60.0 + second) * 1000.0;
        Some(((shown - millis as f64) / 1000.0).round() as i32)
    }
}
