//! When an alarm would have gone on and off.

use super::setup::{AlarmSetup, Crossing, Threshold};
use super::windows::{Series, Window};
use calls::EpochMillis;
use query::{Dimension, Period};
use sorting::Sort;

/// An alarm that went on.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmEvent {
    /// The alarm, by its id.
    pub alarm: String,
    /// Whom it is about: the dimension and the group; `None` where it is all calls.
    pub about: Option<(Dimension, Option<String>)>,
    /// Which of its thresholds it is.
    pub crossing: Crossing,
    /// When it went on: the end of the first window that was beyond the threshold.
    pub on_at: EpochMillis,
    /// When it went off; `None` where it was still on at the end of the calls.
    pub off_at: Option<EpochMillis>,
    /// The worst value while it was on.
    pub worst: f64,
    /// The end of the window that was so.
    pub worst_at: EpochMillis,
    /// Calls from the begin of the first window beyond the threshold on, until it went off.
    pub calls: u64,
}

impl AlarmEvent {
    /// For how long it was on, in milliseconds, given when the calls end.
    pub fn millis(&self, end: EpochMillis) -> i64 {
        (self.off_at.unwrap_or(end).0 - self.on_at.0).max(0)
    }

    /// The time of its calls: from the begin of the window with which it went on until it went off.
    pub fn period(&self, setup: &AlarmSetup, end: EpochMillis) -> Period {
        let window_millis = i64::from(setup.window_minutes) * 60_000;
        Period { from: EpochMillis(self.on_at.0 - window_millis), to: self.off_at.unwrap_or(end).max(self.on_at) }
    }
}

impl Threshold {
    fn is_beyond(self, crossing: Crossing, value: f64) -> bool {
        match crossing {
            Crossing::Below => value < self.on,
            Crossing::Above => value > self.on,
        }
    }

    fn is_back(self, crossing: Crossing, value: f64) -> bool {
        match crossing {
            Crossing::Below => value >= self.off,
            Crossing::Above => value <= self.off,
        }
    }
}

/// When an alarm would have gone on and off, in the order of time. A window of too few calls, or without a value,
/// leaves it as it is; an alarm that is not right ([`AlarmSetup::problem`]) never goes on.
pub fn evaluate(setup: &AlarmSetup, series: &[Series]) -> Vec<AlarmEvent> {
    if setup.problem().is_some() {
        return Vec::new();
    }
    let of_series = |series| setup.thresholds().flat_map(move |threshold| events(setup, series, threshold));
    let mut all: Vec<AlarmEvent> = series.iter().flat_map(of_series).collect();
    all.order_by(|one, other| (one.on_at, &one.about, one.crossing).cmp(&(other.on_at, &other.about, other.crossing)));
    all
}

fn events(setup: &AlarmSetup, series: &Series, (crossing, threshold): (Crossing, Threshold)) -> Vec<AlarmEvent> {
    let mut events: Vec<AlarmEvent> = Vec::new();
    let mut is_on = false;
    for window in &series.windows {
        let value = window.value.filter(|_| window.calls >= setup.least_calls);
        match (events.last_mut().filter(|_| is_on), value) {
            (None, Some(value)) if threshold.is_beyond(crossing, value) => {
                is_on = true;
                events.push(begun(setup, series, crossing, window, value));
            }
            (None, _) => {}
            (Some(event), value) => {
                event.calls += window.new_calls;
                let Some(value) = value else { continue };
                let is_worse = if crossing == Crossing::Below { value < event.worst } else { value > event.worst };
                if is_worse {
                    (event.worst, event.worst_at) = (value, window.end);
                }
                if threshold.is_back(crossing, value) {
                    event.off_at = Some(window.end);
                    is_on = false;
                }
            }
        }
    }
    events
}

fn begun(setup: &AlarmSetup, series: &Series, crossing: Crossing, window: &Window, value: f64) -> AlarmEvent {
    AlarmEvent {
        alarm: setup.id.clone(),
        about: setup.scope.dimension().map(|dimension| (dimension, series.name.clone())),
        crossing,
        on_at: window.end,
        off_at: None,
        worst: value,
        worst_at: window.end,
        calls: window.calls,
    }
}
