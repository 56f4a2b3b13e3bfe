//! How much of a change between two totals is a group's.

use super::split::{Basis, Contribution, Effects, Who};
use super::terms::{Share, Terms, share_change, terms};
use query::{Measures, Metric};

/// How the change between two totals is parted.
pub(super) struct Parting {
    metric: Metric,
    terms: Terms,
    /// Groups are outcomes of a share.
    pub(super) outcome: Option<Share>,
    basis: Basis,
    /// The part and the whole of each side; for sums the sum of each side.
    before: (i128, i128),
    after: (i128, i128),
    /// The sums of what outcomes are weighed by.
    weights: (i128, i128),
}

impl Parting {
    /// `None` where the metric cannot be parted, or says nothing of one side.
    pub(super) fn new(
        metric: Metric,
        has_outcomes: bool,
        before: &Measures,
        after: &Measures,
        basis: Basis,
    ) -> Option<Self> {
        // It says nothing where files do not say enough.
        metric.value(before).and(metric.value(after))?;
        let terms = terms(metric)?;
        let (sums, outcome) = match terms {
            Terms::Sum { of, .. } => (((of(before), 0), (of(after), 0)), None),
            Terms::Ratio { part, whole, share, .. } => {
                let is_outcome = has_outcomes && share != Share::No;
                let sums = ((part(before), whole(before)), (part(after), whole(after)));
                (sums, is_outcome.then_some(share))
            }
        };
        let is_ratio = matches!(terms, Terms::Ratio { .. });
        if is_ratio && (sums.0.1 == 0 || sums.1.1 == 0) {
            return None;
        }
        let mut parting = Self { metric, terms, outcome, basis, before: sums.0, after: sums.1, weights: (0, 0) };
        parting.weights = (parting.weighed(before), parting.weighed(after));
        Some(parting)
    }

    /// The metric of some calls, on the basis.
    pub(super) fn value(&self, measures: &Measures, is_after: bool) -> Option<f64> {
        let hours = self.basis.hours();
        let value =
            self.metric.value(measures).filter(|_| measures.calls > 0 || matches!(self.terms, Terms::Sum { .. }))?;
        match self.terms {
            Terms::Sum { .. } => Some(value / if is_after { hours.1 } else { hours.0 }),
            Terms::Ratio { .. } => Some(value),
        }
    }

    pub(super) fn exact(&self, before: &Measures, after: &Measures) -> Option<i128> {
        match self.terms {
            Terms::Sum { of, .. } if self.basis == Basis::Totals => Some(of(after) - of(before)),
            _ => None,
        }
    }

    /// Whether it is a share of calls, which outcomes split in their own way.
    pub(super) fn is_share(&self) -> bool {
        matches!(self.terms, Terms::Ratio { share: Share::Good | Share::Bad, .. })
    }

    /// The whole change.
    pub(super) fn change(&self) -> f64 {
        match self.terms {
            Terms::Sum { scale, .. } => self.sum_change(self.before.0, self.after.0) * scale,
            Terms::Ratio { scale, .. } => share_change(self.after, self.before) * scale,
        }
    }

    fn sum_change(&self, before: i128, after: i128) -> f64 {
        match self.basis {
            Basis::Totals => (after - before) as f64,
            Basis::PerHour { .. } => {
                let hours = self.basis.hours();
                after as f64 / hours.1 - before as f64 / hours.0
            }
        }
    }

    /// What a group is weighed by: its part of the whole, of what is not in the share, of the sum.
    fn weighed(&self, measures: &Measures) -> i128 {
        match (self.terms, self.outcome) {
            (Terms::Sum { of, .. }, _) => of(measures).abs(),
            (Terms::Ratio { part, whole, .. }, Some(Share::Good)) => (whole(measures) - part(measures)).abs(),
            (Terms::Ratio { part, .. }, Some(_)) => part(measures).abs(),
            (Terms::Ratio { whole, .. }, None) => whole(measures).abs(),
        }
    }

    fn weight(&self, before: &Measures, after: &Measures) -> f64 {
        let of = |part: i128, whole: i128| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let weights = (self.weighed(before), self.weighed(after));
        match self.terms {
            // A sum that is nothing on one side has no parts there.
            Terms::Sum { .. } => of(weights.0 + weights.1, self.weights.0 + self.weights.1),
            Terms::Ratio { .. } => (of(weights.0, self.weights.0) + of(weights.1, self.weights.1)) / 2.0,
        }
    }

    pub(super) fn contribution(&self, who: Who, before: &Measures, after: &Measures) -> Contribution {
        let (change, effects) = match self.terms {
            Terms::Sum { of, scale } => (self.sum_change(of(before), of(after)) * scale, None),
            Terms::Ratio { part, whole, scale, .. } => {
                let sums = ((part(before), whole(before)), (part(after), whole(after)));
                let (change, effects) = self.of_ratio(sums.0, sums.1);
                let scaled = effects.map(|Effects { rate, mix }| Effects { rate: rate * scale, mix: mix * scale });
                (change * scale, scaled)
            }
        };
        Contribution {
            who,
            before: self.value(before, false),
            after: self.value(after, true),
            calls: (before.calls, after.calls),
            change,
            exact: self.exact(before, after),
            effects,
            share_percent: None,
            weight: self.weight(before, after),
        }
    }

    /// What a group with these parts and wholes contributes: see [`Split`].
    fn of_ratio(&self, before: (i128, i128), after: (i128, i128)) -> (f64, Option<Effects>) {
        let (of_before, of_after) = (self.before.1, self.after.1);
        let changed = |before: i128, after: i128| share_change((after, of_after), (before, of_before));
        match self.outcome {
            Some(Share::Good) => (-changed(before.1 - before.0, after.1 - after.0), None),
            Some(_) => (changed(before.0, after.0), None),
            None => {
                let ratio = |(part, whole): (i128, i128)| part as f64 / whole as f64;
                let mean = (ratio(self.before) + ratio(self.after)) / 2.0;
                let change = changed(before.0, after.0) - changed(before.1, after.1) * mean;
                let has_rates = before.1 != 0 && after.1 != 0;
                let weight = (before.1 as f64 / of_before as f64 + after.1 as f64 / of_after as f64) / 2.0;
                let rate = if has_rates { weight * share_change(after, before) } else { 0.0 };
                (change, Some(Effects { rate, mix: change - rate }))
            }
        }
    }
}
