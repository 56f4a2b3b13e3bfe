//! How long the steps of a chart over time are.

use super::context::Page;
use calls::EpochMillis;

/// Steps that clocks show, in minutes.
const STEPS: [u32; 12] = [1, 2, 5, 10, 15, 30, 60, 180, 360, 720, 1440, 10_080];

/// The shortest step by which a period has no more than `most` steps.
pub(super) fn step_for((first, last): (EpochMillis, EpochMillis), most: i64) -> u32 {
    let minutes = (last.0 - first.0) / 60_000 + 1;
    STEPS.into_iter().find(|&step| minutes / i64::from(step) < most).unwrap_or(10_080)
}

/// Steps of the calls of the filter, for a chart as wide as the page.
pub(super) fn usual_step(page: &Page) -> u32 {
    page.summary.period().map_or(60, |period| step_for(period, 100))
}
