//! An alarm over time, to be drawn.

use super::evaluate::AlarmEvent;
use super::windows::{Series, Window};
use calls::EpochMillis;
use query::Period;
use std::collections::BTreeMap;

/// The windows of one of those of whom an alarm is, at the same times for all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AlignedSeries {
    /// The windows, by their ends.
    pub windows: Vec<Period>,
    /// The value in each; `None` where there is none, or where there are too few calls.
    pub values: Vec<Option<f64>>,
    /// While the alarm was on: the first and the last of these windows.
    pub on: Vec<(usize, usize)>,
}

impl AlignedSeries {
    /// Of the series with that name; `events` are those of it. Windows of fewer than `least_calls` calls do not count.
    pub fn of(all: &[Series], name: Option<&str>, events: &[&AlarmEvent], least_calls: u64) -> Self {
        let mut by_end: BTreeMap<EpochMillis, (Period, Option<f64>)> = BTreeMap::new();
        let period = |window: &Window| Period { from: window.begin, to: window.end };
        // The others have windows where this one has no calls.
        for window in all.iter().flat_map(|series| &series.windows) {
            by_end.entry(window.end).or_insert_with(|| (period(window), None));
        }
        let of_name = all.iter().find(|series| series.name.as_deref() == name);
        for window in of_name.iter().flat_map(|series| &series.windows) {
            let value = window.value.filter(|_| window.calls >= least_calls);
            by_end.insert(window.end, (period(window), value));
        }
        let ends: Vec<EpochMillis> = by_end.keys().copied().collect();
        let last = ends.len().saturating_sub(1);
        let place = |at: EpochMillis| ends.partition_point(|&end| end < at).min(last);
        let on = |event: &&AlarmEvent| (place(event.on_at), event.off_at.map_or(last, place));
        let (windows, values) = by_end.into_values().unzip();
        Self { windows, values, on: events.iter().map(on).collect() }
    }

    /// The time from the end of one window to that of another one, as it is chosen on a chart: from when what is in the
    /// first is new.
    pub fn period(&self, first: usize, last: usize) -> Option<Period> {
        let (one, other) = (self.windows.get(first.min(last))?, self.windows.get(first.max(last))?);
        Some(Period { from: one.from, to: other.to })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Crossing;
    use super::*;

    fn window(end: i64, calls: u64, value: f64) -> Window {
        Window { begin: EpochMillis(end - 10), end: EpochMillis(end), calls, new_calls: calls, value: Some(value) }
    }

    fn event(on: i64, off: Option<i64>) -> AlarmEvent {
        AlarmEvent {
            alarm: "1".to_owned(),
            about: None,
            crossing: Crossing::Below,
            on_at: EpochMillis(on),
            off_at: off.map(EpochMillis),
            worst: 0.0,
            worst_at: EpochMillis(on),
            calls: 1,
        }
    }

    #[test]
    fn gaps_are_seen_and_times_are_places() {
        let series = |name: &str, windows| Series { name: Some(name.to_owned()), windows };
        let all = [
            series("A", vec![window(10, 9, 1.0), window(30, 2, 2.0), window(40, 9, 3.0)]),
            series("B", vec![window(10, 9, 5.0), window(20, 9, 6.0)]),
        ];
        let (closed, open) = (event(10, Some(30)), event(40, None));
        let drawn = AlignedSeries::of(&all, Some("A"), &[&closed, &open], 5);
        assert_eq!(drawn.values, [Some(1.0), None, None, Some(3.0)]);
        assert_eq!(drawn.on, [(0, 2), (3, 3)]);
        assert_eq!(drawn.period(2, 1), Some(Period::new(10, 30)));
        assert_eq!(drawn.period(0, 9), None);
        assert_eq!(AlignedSeries::of(&[], None, &[], 0), AlignedSeries::default());
    }
}
