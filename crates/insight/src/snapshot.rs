//! The figures of some calls, to be compared with those of others.

use calls::LocalZone;
use query::{LoadStep, Loads, Measures, Metric, OverTime, Peak, Period, Table, Unit};

/// A figure that a person looks at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A metric of the calls.
    Of(Metric),
    /// The most calls in progress at once.
    PeakCalls,
    /// The most calls that began in one second.
    PeakStarts,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Figure; 13] = [
        Figure::Of(Metric::Calls),
        Figure::Of(Metric::Asr),
        Figure::Of(Metric::Ner),
        Figure::Of(Metric::Acd),
        Figure::Of(Metric::Pdd50),
        Figure::Of(Metric::Pdd95),
        Figure::Of(Metric::Minutes),
        Figure::Of(Metric::Fee),
        Figure::Of(Metric::Cost),
        Figure::Of(Metric::Margin),
        Figure::Of(Metric::MarginShare),
        Figure::PeakCalls,
        Figure::PeakStarts,
    ];

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        match self {
            Figure::Of(metric) => metric.unit(),
            Figure::PeakCalls | Figure::PeakStarts => Unit::Count,
        }
    }

    /// Whether it says nothing where only answered calls are written.
    pub fn needs_failures(self) -> bool {
        matches!(self, Figure::Of(Metric::Asr | Metric::Ner))
    }
}

/// The figures of some calls.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    /// Their sums, with delays.
    pub measures: Measures,
    /// The most calls in progress at once.
    pub peak: Option<Peak>,
    /// The most calls that began in one second.
    pub peak_starts: Option<Peak>,
}

impl Snapshot {
    /// Of all calls of a table and of a load of the same calls.
    pub fn of(table: &Table, loads: &Loads) -> Self {
        let load = loads.whole();
        Self {
            measures: table.total(),
            peak: load.and_then(|load| load.peak()),
            peak_starts: load.and_then(|load| load.peak_starts()),
        }
    }

    /// Of the calls of one day of a table by days and of a load of the same calls.
    pub fn of_day(day: Period, table: &Table, loads: &Loads, zone: &LocalZone) -> Self {
        const DAY_SECONDS: u32 = 24 * 3600;
        let row = table.row(&day.from.0.to_string());
        let series = loads.whole().map(|load| load.series(DAY_SECONDS, zone)).unwrap_or_default();
        let step = series.iter().find(|step| step.begin == day.from);
        let peak = |calls: u64| Peak { calls, at: day.from };
        Self {
            measures: row.map(|row| row.measures.clone()).unwrap_or_default(),
            peak: step.map(|step| peak(step.peak)),
            peak_starts: step.map(|step| peak(step.peak_starts)),
        }
    }

    /// A figure; `None` where it says nothing of these calls.
    pub fn value(&self, figure: Figure) -> Option<f64> {
        match figure {
            Figure::Of(metric) => metric.value(&self.measures),
            Figure::PeakCalls => self.peak.map(|peak| peak.calls as f64),
            Figure::PeakStarts => self.peak_starts.map(|peak| peak.calls as f64),
        }
    }
}

/// How a figure changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// What it was.
    pub before: f64,
    /// By how much it is more now.
    pub by: f64,
    /// That in percent of what it was, where that has a meaning: for what is counted, of more than nothing.
    pub percent: Option<f64>,
}

impl Change {
    /// Between two selections; `None` where either has no such figure, or no calls.
    pub fn of(figure: Figure, now: &Snapshot, before: &Snapshot) -> Option<Self> {
        if now.measures.calls == 0 || before.measures.calls == 0 {
            return None;
        }
        let (now, before) = (now.value(figure)?, before.value(figure)?);
        let by = now - before;
        let is_share = figure.unit() == Unit::Percent;
        Some(Self { before, by, percent: (!is_share && before > 0.0).then(|| by * 100.0 / before) })
    }
}

/// A figure over time; `series` is the load of the same calls in the same steps.
pub fn trend(figure: Figure, over_time: &OverTime, series: &[LoadStep]) -> Vec<Option<f64>> {
    match figure {
        Figure::Of(metric) => over_time.values(0, metric),
        Figure::PeakCalls => over_time.of_load(series, |step| step.peak as f64),
        Figure::PeakStarts => over_time.of_load(series, |step| step.peak_starts as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(calls: u64, answered: u64) -> Snapshot {
        Snapshot { measures: Measures { calls, answered, ..Measures::default() }, ..Snapshot::default() }
    }

    #[test]
    fn shares_change_by_points_and_counts_by_percent() {
        let (now, before) = (of(150, 60), of(100, 50));
        let calls = Change::of(Figure::Of(Metric::Calls), &now, &before).unwrap();
        assert_eq!(calls, Change { before: 100.0, by: 50.0, percent: Some(50.0) });
        let asr = Change::of(Figure::Of(Metric::Asr), &now, &before).unwrap();
        assert_eq!(asr, Change { before: 50.0, by: -10.0, percent: None });
    }

    #[test]
    fn nothing_changed_from_nothing() {
        assert_eq!(Change::of(Figure::Of(Metric::Calls), &of(5, 5), &of(0, 0)), None);
        assert_eq!(Change::of(Figure::Of(Metric::Fee), &of(5, 5), &of(5, 5)), None);
        assert_eq!(Change::of(Figure::PeakCalls, &of(5, 5), &of(5, 5)), None);
    }

    #[test]
    fn every_figure_has_a_unit_and_two_need_failures() {
        let need: Vec<Figure> = Figure::ALL.into_iter().filter(|figure| figure.needs_failures()).collect();
        assert_eq!(need, [Figure::Of(Metric::Asr), Figure::Of(Metric::Ner)]);
        assert_eq!(Figure::PeakStarts.unit(), Unit::Count);
    }
}
