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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_the_shortest_that_gives_no_more_than_so_many() {
        let step = |minutes: i64| step_for((EpochMillis(0), EpochMillis(minutes * 60_000)), 100);
        assert_eq!([step(0), step(98), step(99), step(24 * 60)], [1, 1, 2, 15]);
        // However long the period is, there is a step.
        assert_eq!(step(100 * 365 * 24 * 60), 10_080);
        for minutes in (0..20_000).step_by(37) {
            assert!(minutes / i64::from(step(minutes)) < 100, "{minutes} minutes");
        }
    }
}
