//! How long the steps of a chart over time are, as a person chooses.

use super::period::Period;

/// There are no more steps than this in a chart, which is a little more than a day has minutes.
const MOST_STEPS: i64 = 1500;

/// How long steps are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StepChoice {
    /// As suits the period.
    #[default]
    Automatic,
    /// So many minutes.
    Minutes(u32),
}

impl StepChoice {
    /// What a person is offered.
    pub const ALL: [StepChoice; 9] = [
        StepChoice::Automatic,
        StepChoice::Minutes(1),
        StepChoice::Minutes(5),
        StepChoice::Minutes(15),
        StepChoice::Minutes(30),
        StepChoice::Minutes(60),
        StepChoice::Minutes(180),
        StepChoice::Minutes(1440),
        StepChoice::Minutes(10_080),
    ];

    /// Its name in addresses; empty for what is usual.
    pub fn key(self) -> String {
        match self {
            StepChoice::Automatic => String::new(),
            StepChoice::Minutes(minutes) => minutes.to_string(),
        }
    }

    /// The choice of a name that [`StepChoice::key`] gave; the usual one for any other.
    pub fn parse(key: &str) -> Self {
        Self::ALL.into_iter().find(|choice| choice.key() == key).unwrap_or_default()
    }

    /// Whether a period does not have too many such steps.
    pub fn fits(self, period: Period) -> bool {
        match self {
            StepChoice::Automatic => true,
            StepChoice::Minutes(minutes) => (period.to.0 - period.from.0) / (i64::from(minutes) * 60_000) < MOST_STEPS,
        }
    }

    /// The minutes of a step in a period, where `usual` are those that suit it: as chosen, or the next longer ones that
    /// are not too many.
    pub fn minutes(self, period: Period, usual: u32) -> u32 {
        let StepChoice::Minutes(wanted) = self else { return usual };
        let longer = Self::ALL.into_iter().filter(|choice| choice.fits(period)).filter_map(|choice| match choice {
            StepChoice::Minutes(minutes) if minutes >= wanted => Some(minutes),
            _ => None,
        });
        longer.min().unwrap_or(usual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_are_too_many_become_longer() {
        let hours = |hours: i64| Period::new(0, hours * 3_600_000);
        let minute = StepChoice::Minutes(1);
        assert_eq!(minute.minutes(hours(24), 15), 1);
        assert!(minute.fits(hours(24)) && !minute.fits(hours(26)));
        assert_eq!(minute.minutes(hours(26), 15), 5);
        assert_eq!(minute.minutes(hours(24 * 365), 1440), 15 * 12 * 2 * 4, "a day");
        assert_eq!(StepChoice::Minutes(10_080).minutes(hours(1), 1), 10_080);
        assert_eq!(StepChoice::Automatic.minutes(hours(1), 1), 1);
        assert_eq!(minute.minutes(hours(24 * 365 * 100), 99), 99);
    }

    #[test]
    fn every_choice_reads_back() {
        assert!(StepChoice::ALL.into_iter().all(|choice| StepChoice::parse(&choice.key()) == choice));
        assert_eq!(StepChoice::parse("7"), StepChoice::Automatic);
    }
}
