//! Every metric of two sets of calls.

use super::split::Basis;
use super::terms::{Terms, terms};
use query::{Measures, Metric, Unit, metrics};

/// Whether a change is more than chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Significance {
    /// Nothing is said of it: it is no share of calls, or one side has none.
    NotTold,
    /// The Wilson 95 % intervals of both sides overlap.
    MayBeChance,
    /// They do not.
    Certain,
}

/// A metric before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetricChange {
    /// Which.
    pub metric: Metric,
    /// Its value before, for sums on the basis; `None` where it says nothing.
    pub before: Option<f64>,
    /// Its value after.
    pub after: Option<f64>,
    /// It is a sum that is compared for each hour.
    pub per_hour: bool,
    /// The change.
    pub change: Option<f64>,
    /// That in percent of what it was; `None` for shares, whose change is in points, and where it was nothing or less.
    pub percent: Option<f64>,
    /// Whether that is more than chance.
    pub significance: Significance,
}

/// Every metric that says something of at least one side.
pub fn side_by_side(before: &Measures, after: &Measures, basis: Basis) -> Vec<MetricChange> {
    let change = |&metric: &Metric| {
        let change = MetricChange::of(metric, before, after, basis);
        (change.before.is_some() || change.after.is_some()).then_some(change)
    };
    Metric::ALL.iter().filter_map(change).collect()
}

impl MetricChange {
    fn of(metric: Metric, before: &Measures, after: &Measures, basis: Basis) -> Self {
        let is_sum = matches!(terms(metric), Some(Terms::Sum { .. }));
        let per_hour = is_sum && basis != Basis::Totals;
        let (hours_before, hours_after) = if is_sum { basis.hours() } else { (1.0, 1.0) };
        let from = metric.value(before).map(|value| value / hours_before);
        let to = metric.value(after).map(|value| value / hours_after);
        let interval = |of| metric.share_of(of).and_then(|(part, whole)| metrics::wilson_interval(part, whole));
        let significance = match interval(before).zip(interval(after)) {
            None => Significance::NotTold,
            Some((one, other)) if one.0 <= other.1 && other.0 <= one.1 => Significance::MayBeChance,
            Some(_) => Significance::Certain,
        };
        let change = from.zip(to).map(|(from, to)| to - from);
        let percent = change.zip(from).filter(|&(_, from)| metric.unit() != Unit::Percent && from > 0.0);
        let percent = percent.map(|(change, from)| change * 100.0 / from);
        Self { metric, before: from, after: to, per_hour, change, percent, significance }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(calls: u64, answered: u64, talk_seconds: u64) -> Measures {
        Measures { calls, answered, talk_seconds, ..Measures::default() }
    }

    fn find(changes: &[MetricChange], metric: Metric) -> MetricChange {
        *changes.iter().find(|change| change.metric == metric).unwrap()
    }

    #[test]
    fn shares_are_certain_or_not() {
        let all = side_by_side(&some(1000, 500, 0), &some(1000, 400, 0), Basis::Totals);
        let asr = find(&all, Metric::Asr);
        assert_eq!((asr.before, asr.after, asr.change, asr.percent), (Some(50.0), Some(40.0), Some(-10.0), None));
        assert_eq!(asr.significance, Significance::Certain);
        let few = side_by_side(&some(10, 5, 0), &some(10, 4, 0), Basis::Totals);
        assert_eq!(find(&few, Metric::Asr).significance, Significance::MayBeChance);
        assert_eq!(find(&few, Metric::Calls).significance, Significance::NotTold);
        assert!(few.iter().all(|change| change.metric != Metric::Fee), "no file says it");
    }

    #[test]
    fn sums_are_for_each_hour_where_one_side_is_longer() {
        let basis = Basis::PerHour { before: 24.0, after: 6.0 };
        let all = side_by_side(&some(2400, 1200, 72_000), &some(1200, 600, 36_000), basis);
        let calls = find(&all, Metric::Calls);
        assert_eq!(
            (calls.before, calls.after, calls.percent, calls.per_hour),
            (Some(100.0), Some(200.0), Some(100.0), true)
        );
        let acd = find(&all, Metric::Acd);
        assert_eq!((acd.before, acd.change, acd.per_hour), (Some(60.0), Some(0.0), false));
    }

    #[test]
    fn what_one_side_does_not_say_has_no_change() {
        let all = side_by_side(&some(10, 5, 50), &some(0, 0, 0), Basis::Totals);
        let asr = find(&all, Metric::Asr);
        assert_eq!(
            (asr.before, asr.after, asr.change, asr.significance),
            (Some(50.0), None, None, Significance::NotTold)
        );
        assert_eq!(find(&all, Metric::Calls).percent, Some(-100.0));
    }
}
