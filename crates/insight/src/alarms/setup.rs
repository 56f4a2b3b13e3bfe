//! What a person wants to be told of.

use query::{Dimension, LoadSpec, Query, TableSpec, Unit};
use serde::{Deserialize, Serialize};

/// What an alarm watches, over a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlarmMetric {
    /// Answer seizure ratio, in percent.
    Asr,
    /// Average call duration, in seconds.
    Acd,
    /// The most calls in progress at once.
    Concurrency,
    /// Network effectiveness ratio, in percent.
    Ner,
    /// Post-dial delay that 95 % of the answered calls do not exceed, in milliseconds.
    Pdd95,
    /// Short calls, in percent of answered ones.
    ShortShare,
    /// The most calls that began in one second.
    Cps,
}

impl AlarmMetric {
    /// All of them, in the order in which a person is offered them.
    pub const ALL: [AlarmMetric; 7] =
        [Self::Asr, Self::Acd, Self::Concurrency, Self::Ner, Self::Pdd95, Self::ShortShare, Self::Cps];

    /// Whether it is made of loads, not of a table.
    pub fn is_of_load(self) -> bool {
        matches!(self, Self::Concurrency | Self::Cps)
    }

    /// What its values are counted in.
    pub fn unit(self) -> Unit {
        match self {
            Self::Asr | Self::Ner | Self::ShortShare => Unit::Percent,
            Self::Acd => Unit::Seconds,
            Self::Pdd95 => Unit::Millis,
            Self::Concurrency | Self::Cps => Unit::Count,
        }
    }

    /// The most that it can be.
    pub fn most(self) -> f64 {
        if matches!(self, Self::Asr | Self::Ner | Self::ShortShare) { 100.0 } else { f64::INFINITY }
    }

    /// What is bad of it, usually. The guide's alarms of concurrency are both: it drops, or it surges.
    pub fn usual_crossing(self) -> Crossing {
        match self {
            Self::Asr | Self::Acd | Self::Ner | Self::Concurrency => Crossing::Below,
            Self::Pdd95 | Self::ShortShare | Self::Cps => Crossing::Above,
        }
    }
}

/// Of which calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlarmScope {
    /// All of them together.
    All,
    /// Those of each group of a dimension that has a name, apart: each has an alarm of its own.
    Each(Dimension),
    /// Those of one group: the dimension and its name.
    One(Dimension, String),
}

impl AlarmScope {
    /// By what calls are put together.
    pub fn dimension(&self) -> Option<Dimension> {
        match self {
            Self::All => None,
            Self::Each(dimension) | Self::One(dimension, _) => Some(*dimension),
        }
    }
}

/// Whether a value crossed a threshold downwards or upwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Crossing {
    /// VOS3000's decline threshold.
    Below,
    /// VOS3000's rise threshold.
    Above,
}

/// When an alarm goes on, and off again. Between both it stays as it is, so that a value that moves about one threshold
/// does not ring all the time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    /// It goes on when the value is beyond this: less than it, or more.
    pub on: f64,
    /// It goes off when the value has come back to this or to what is better.
    pub off: f64,
}

/// One alarm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlarmSetup {
    /// Names it among the others; no person reads it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it watches.
    pub metric: AlarmMetric,
    /// Of which calls.
    pub scope: AlarmScope,
    /// The decline threshold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Threshold>,
    /// The rise threshold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Threshold>,
    /// How long the window is over which the metric is taken, 1 to [`AlarmSetup::MOST_MINUTES`].
    pub window_minutes: u32,
    /// A window of fewer calls leaves the alarm as it is: three calls at night say nothing of a gateway. With 0, a load
    /// counts in windows without any call too, as nothing; ratios over nothing have no value, and leave it as it is.
    pub least_calls: u64,
}

/// What is wrong with an alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetupProblem {
    /// It has no name.
    NoName,
    /// It has no threshold.
    NoThreshold,
    /// A threshold is no number, is less than 0, or more than the metric can be.
    OutOfRange(Crossing),
    /// It would go off before it goes on: the threshold for that lies on the wrong side.
    OffBeforeOn(Crossing),
    /// It is always on: the decline threshold is above the rise threshold.
    AlwaysOn,
    /// Its window is no time, or longer than [`AlarmSetup::MOST_MINUTES`].
    Window,
}

impl AlarmSetup {
    /// A window is a week long at most.
    pub const MOST_MINUTES: u32 = 7 * 1440;

    /// A window has about so many steps: as often in it the alarm looks.
    const STEPS_A_WINDOW: u32 = 4;

    /// A table of an alarm has so many rows at most: a month of quarters of an hour, of 60 gateways.
    const MOST_ROWS: usize = 180_000;

    /// A period has so many steps at most; where there would be more, the alarm looks less often.
    const MOST_STEPS: u64 = 3_000;

    /// What is wrong with it, the first thing found.
    pub fn problem(&self) -> Option<SetupProblem> {
        if self.name.trim().is_empty() {
            return Some(SetupProblem::NoName);
        }
        if !(1..=Self::MOST_MINUTES).contains(&self.window_minutes) {
            return Some(SetupProblem::Window);
        }
        if self.below.is_none() && self.above.is_none() {
            return Some(SetupProblem::NoThreshold);
        }
        for (crossing, Threshold { on, off }) in self.thresholds() {
            let is_value = |value: f64| (0.0..=self.metric.most()).contains(&value) && value.is_finite();
            if !is_value(on) || !is_value(off) {
                return Some(SetupProblem::OutOfRange(crossing));
            }
            if crossing == Crossing::Below && off < on || crossing == Crossing::Above && off > on {
                return Some(SetupProblem::OffBeforeOn(crossing));
            }
        }
        let both = self.below.zip(self.above);
        both.filter(|(below, above)| below.on > above.on).map(|_| SetupProblem::AlwaysOn)
    }

    /// The thresholds that it has.
    pub fn thresholds(&self) -> impl Iterator<Item = (Crossing, Threshold)> {
        let below = self.below.map(|threshold| (Crossing::Below, threshold));
        below.into_iter().chain(self.above.map(|threshold| (Crossing::Above, threshold)))
    }

    /// How long the steps are that a window is made of, given how long the calls are of: a whole part of the window, a
    /// quarter of it where that is whole minutes, the whole window where there would be too many steps.
    pub fn step_minutes(&self, period_minutes: u64) -> u32 {
        let window = self.window_minutes.max(1);
        let parts = (1..=Self::STEPS_A_WINDOW).rev().filter(|&parts| window.is_multiple_of(parts));
        let steps = parts.map(|parts| window / parts);
        steps.into_iter().find(|&step| period_minutes / u64::from(step) <= Self::MOST_STEPS).unwrap_or(window)
    }

    /// What must be asked to evaluate it.
    pub fn query(&self, period_minutes: u64) -> Query {
        let by = self.scope.dimension();
        if self.metric.is_of_load() {
            return Query::Load(LoadSpec { by, lengths: false });
        }
        let step = Dimension::Step { minutes: self.step_minutes(period_minutes) };
        let spec = TableSpec::by(std::iter::once(step).chain(by).collect::<Vec<_>>());
        let delays = self.metric == AlarmMetric::Pdd95;
        Query::Table(TableSpec { delays, most_rows: Self::MOST_ROWS, ..spec })
    }

    /// The type that VOS3000 gives to the alarm of this threshold, where it has one (its web interface,
    /// GetAlarmCurrent).
    pub fn vos3000_type(&self, crossing: Crossing) -> Option<u32> {
        let is_routing = match self.scope.dimension()? {
            Dimension::TerminatingGateway => true,
            Dimension::OriginatingGateway => false,
            _ => return None,
        };
        match (self.metric, crossing) {
            (AlarmMetric::Asr, Crossing::Below) => Some(if is_routing { 20_000 } else { 20_013 }),
            (AlarmMetric::Acd, Crossing::Below) => Some(if is_routing { 20_001 } else { 20_014 }),
            (AlarmMetric::Concurrency, Crossing::Below) => Some(if is_routing { 20_002 } else { 20_015 }),
            (AlarmMetric::Concurrency, Crossing::Above) => Some(if is_routing { 20_022 } else { 20_023 }),
            _ => None,
        }
    }
}
