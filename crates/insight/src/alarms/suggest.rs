//! Thresholds that fit the calls.

use super::evaluate::evaluate;
use super::setup::{AlarmMetric, AlarmSetup, Crossing, Threshold};
use super::windows::Series;
use calls::narrow;
use sorting::Sort;

/// Of fewer windows nothing is suggested: a twentieth of them would be less than one.
const LEAST_WINDOWS: usize = 20;

/// How many standard deviations from the median are out of the ordinary.
const DEVIATIONS: f64 = 3.0;

/// So many are ordinary again.
const DEVIATIONS_OFF: f64 = 2.0;

/// The median absolute deviation times this is the standard deviation, for values that are normally distributed (1 /
/// Φ⁻¹(3/4)).
const MAD_SCALE: f64 = 1.4826;

/// By what a threshold is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Three standard deviations beyond the median, these told by the median absolute deviation, which the bad times
    /// that the alarm is for do not move: `median ± 3 · 1.4826 · MAD` (Iglewicz and Hoaglin, How to detect and handle
    /// outliers, 1993). Off again at two.
    Deviation,
    /// What 5 % of the windows are beyond. It rings in any period, be it good or bad. Off again at what 10 % are
    /// beyond.
    Percentile,
}

/// A threshold, and how it would have done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion {
    /// By what.
    pub method: Method,
    /// The threshold.
    pub threshold: Threshold,
    /// How often it would have gone on.
    pub times_on: usize,
    /// For how long it would have been on, in percent of the time, all groups together.
    pub on_percent: f64,
    /// The windows that it is made of: those that have enough calls.
    pub windows: usize,
    /// The value that half of them do not exceed.
    pub median: f64,
}

/// Thresholds of one side for an alarm, of its windows; its own thresholds do not matter. None where there are fewer
/// than 20 windows with enough calls, or where the value never moves.
pub fn suggest(setup: &AlarmSetup, series: &[Series], crossing: Crossing) -> Vec<Suggestion> {
    let windows = series.iter().flat_map(|of| &of.windows).filter(|window| window.calls >= setup.least_calls);
    let mut values: Vec<f64> = windows.filter_map(|window| window.value).collect();
    values.order_by(f64::total_cmp);
    if values.len() < LEAST_WINDOWS || values.first() == values.last() {
        return Vec::new();
    }
    let median = quantile(&values, 0.5);
    let mut deviations: Vec<f64> = values.iter().map(|value| (value - median).abs()).collect();
    deviations.order_by(f64::total_cmp);
    let deviation = quantile(&deviations, 0.5) * MAD_SCALE;
    let towards = if crossing == Crossing::Below { -1.0 } else { 1.0 };
    let share = |beyond: f64| quantile(&values, if crossing == Crossing::Below { beyond } else { 1.0 - beyond });
    let by_deviation = |times: f64| median + towards * times * deviation;
    let of = [
        (Method::Deviation, by_deviation(DEVIATIONS), by_deviation(DEVIATIONS_OFF)),
        (Method::Percentile, share(0.05), share(0.10)),
    ];
    let is_of_use = |&(method, on, _): &(Method, f64, f64)| {
        // Where most windows have the same value, it has no deviation; and nothing is below 0 or above 100 %.
        let deviates = method != Method::Deviation || deviation > 0.0;
        deviates && on > 0.0 && on < setup.metric.most()
    };
    of.into_iter()
        .filter(is_of_use)
        .map(|(method, on, off)| {
            let threshold = rounded(setup.metric, crossing, on, off);
            let (times_on, on_percent) = tried(setup, series, crossing, threshold);
            Suggestion { method, threshold, times_on, on_percent, windows: values.len(), median }
        })
        .collect()
}

/// How often an alarm with this threshold only would have gone on, and for how much of the time.
fn tried(setup: &AlarmSetup, series: &[Series], crossing: Crossing, threshold: Threshold) -> (usize, f64) {
    let (below, above) = match crossing {
        Crossing::Below => (Some(threshold), None),
        Crossing::Above => (None, Some(threshold)),
    };
    // A new alarm may have no name yet, and is tried all the same.
    let tried = AlarmSetup { name: "?".to_owned(), below, above, ..setup.clone() };
    let (mut times, mut on, mut time) = (0, 0, 0);
    for of in series {
        let Some((first, last)) = of.windows.first().zip(of.windows.last()) else { continue };
        let events = evaluate(&tried, std::slice::from_ref(of));
        times += events.len();
        on += events.iter().map(|event| event.millis(last.end)).sum::<i64>();
        time += last.end.0 - first.begin.0;
    }
    (times, if time > 0 { on as f64 * 100.0 / time as f64 } else { 0.0 })
}

/// The value that `share` (0 to 1) of ascending values do not exceed.
fn quantile(values: &[f64], share: f64) -> f64 {
    let rank = usize::try_from(narrow::whole((values.len() as f64 * share).ceil())).unwrap_or(usize::MAX);
    values[rank.clamp(1, values.len()) - 1]
}

/// In steps that a person would type: tenths of a percent, whole seconds and calls, tenths of a second of delay.
/// Rounded away from what is usual, so that it does not ring more often; the way back at least as near.
fn rounded(metric: AlarmMetric, crossing: Crossing, on: f64, off: f64) -> Threshold {
    let step = match metric {
        AlarmMetric::Asr | AlarmMetric::Ner | AlarmMetric::ShortShare => 0.1,
        AlarmMetric::Pdd95 => 100.0,
        AlarmMetric::Acd | AlarmMetric::Concurrency | AlarmMetric::Cps => 1.0,
    };
    // Divided by a whole number, tenths are those that a person writes.
    let steps = |value: f64| value / step;
    let value = |steps: f64| if step < 1.0 { steps / (1.0 / step).round() } else { steps * step };
    let most = metric.most();
    match crossing {
        Crossing::Below => {
            let on = steps(on).floor();
            Threshold { on: value(on), off: value(steps(off).ceil().max(on)).min(most) }
        }
        Crossing::Above => {
            let on = steps(on).ceil();
            Threshold { on: value(on).min(most), off: value(steps(off).floor().min(on)).max(0.0) }
        }
    }
}
