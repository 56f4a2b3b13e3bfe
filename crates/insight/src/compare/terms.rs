//! Metrics as sums, and as ratios of sums: what can be split over groups.

use query::{Measures, Metric};

/// How a metric is made of sums that add up over groups. Sums are whole numbers: calls, seconds, hundred-millionths of
/// a unit of money.
#[derive(Debug, Clone, Copy)]
pub(super) enum Terms {
    /// A sum times `scale`.
    Sum {
        /// The sum.
        of: fn(&Measures) -> i128,
        /// Makes the metric's unit of it.
        scale: f64,
    },
    /// A ratio of two sums times `scale`.
    Ratio {
        /// The upper one.
        part: fn(&Measures) -> i128,
        /// The lower one.
        whole: fn(&Measures) -> i128,
        /// Makes the metric's unit of it.
        scale: f64,
        /// How it is split by what became of calls.
        share: Share,
    },
}

/// How a ratio is split over outcomes: end reasons, classes, who hung up. These are no groups whose rates could change:
/// a call that fails with 503 is never answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// A share of calls that should be large: an outcome takes from it what calls that are not in the part it has.
    Good,
    /// A share of calls that is the sum of the outcomes' own.
    Bad,
    /// No share of calls: outcomes are groups as any.
    No,
}

const PERCENT: f64 = 100.0;
/// Units of money of a hundred-millionth.
const MONEY: f64 = 1e-8;

/// The terms of a metric; `None` for percentiles, which add up in no way.
pub(super) fn terms(metric: Metric) -> Option<Terms> {
    use Share::{Bad, Good, No};
    let sum = |of, scale| Some(Terms::Sum { of, scale });
    let ratio = |part, whole, scale, share| Some(Terms::Ratio { part, whole, scale, share });
    match metric {
        Metric::Calls => sum(|of| of.calls.into(), 1.0),
        Metric::Answered => sum(|of| of.answered.into(), 1.0),
        Metric::Unanswered => sum(|of| of.unanswered().into(), 1.0),
        Metric::Minutes => sum(|of| of.talk_seconds.into(), 1.0 / 60.0),
        Metric::BilledMinutes => sum(|of| of.billed_seconds.into(), 1.0 / 60.0),
        Metric::Fee => sum(|of| of.fee.0, MONEY),
        Metric::Cost => sum(|of| of.cost.0, MONEY),
        Metric::Margin => sum(margin, MONEY),
        Metric::Unbilled => sum(|of| of.answered_free.into(), 1.0),
        Metric::Asr => ratio(|of| of.answered.into(), |of| of.calls.into(), PERCENT, Good),
        Metric::Ner => ratio(|of| (of.answered + of.effective_unanswered).into(), |of| of.calls.into(), PERCENT, Good),
        Metric::Seer => {
            let whole = |of: &Measures| i128::from(of.calls) - i128::from(of.redirected);
            ratio(|of| (of.answered + of.seer_effective).into(), whole, PERCENT, Good)
        }
        Metric::VendorReached => ratio(|of| of.vendor_reached.into(), |of| of.vendor_known.into(), PERCENT, Good),
        Metric::Isa => ratio(|of| of.ineffective.into(), |of| of.calls.into(), PERCENT, Bad),
        Metric::SlowShare => ratio(|of| of.slow_answered.into(), |of| of.answered_delay_known.into(), PERCENT, Bad),
        Metric::ShortShare => ratio(|of| of.short_calls.into(), |of| of.answered.into(), PERCENT, Bad),
        Metric::CutByServer => {
            let cut = |of: &Measures| of.hung_up_answered[calls::HangUpSide::Server as usize].into();
            ratio(cut, |of| of.hung_up_answered.iter().copied().map(i128::from).sum(), PERCENT, Bad)
        }
        Metric::Acd => ratio(|of| of.talk_seconds.into(), |of| of.answered.into(), 1.0, No),
        Metric::MarginShare => ratio(margin, |of| of.fee.0, PERCENT, No),
        Metric::FeePerMinute => ratio(|of| of.fee.0, |of| of.talk_seconds.into(), 60.0 * MONEY, No),
        Metric::CostPerMinute => ratio(|of| of.cost.0, |of| of.talk_seconds.into(), 60.0 * MONEY, No),
        Metric::Pdd50 | Metric::Pdd95 | Metric::FailedPdd50 | Metric::FailedPdd95 => None,
    }
}

fn margin(of: &Measures) -> i128 {
    of.fee.0 - of.cost.0
}

/// `one / of_one - other / of_other`, with the difference made in whole numbers where they are small enough: two shares
/// that are nearly the same would lose their last digits otherwise.
pub(super) fn share_change((one, of_one): (i128, i128), (other, of_other): (i128, i128)) -> f64 {
    let across = one.checked_mul(of_other).zip(other.checked_mul(of_one));
    match across.and_then(|(one, other)| one.checked_sub(other)) {
        Some(difference) => difference as f64 / (of_one as f64 * of_other as f64),
        None => one as f64 / of_one as f64 - other as f64 / of_other as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::Amount;

    #[test]
    fn terms_give_what_the_metrics_give() {
        let measures = Measures {
            calls: 200,
            answered: 80,
            effective_unanswered: 50,
            ended_by_sip: 40,
            redirected: 4,
            seer_effective: 20,
            ineffective: 30,
            talk_seconds: 7200,
            billed_seconds: 7500,
            billed_known: 200,
            short_calls: 7,
            answered_delay_known: 70,
            slow_answered: 21,
            fee: Amount(3_000_000_000),
            fee_known: 200,
            cost: Amount(2_000_000_000),
            cost_known: 200,
            answered_free: 3,
            hung_up_answered: [40, 30, 10],
            vendor_known: 200,
            vendor_reached: 150,
            ..Measures::default()
        };
        for &metric in Metric::ALL {
            let value = match terms(metric) {
                Some(Terms::Sum { of, scale }) => of(&measures) as f64 * scale,
                Some(Terms::Ratio { part, whole, scale, .. }) => {
                    part(&measures) as f64 / whole(&measures) as f64 * scale
                }
                None => {
                    assert!(metric.needs_delays(), "{metric:?}");
                    continue;
                }
            };
            let expected = metric.value(&measures).unwrap();
            assert!((value - expected).abs() <= expected.abs() * 1e-12, "{metric:?}: {value} and {expected}");
        }
    }

    #[test]
    fn changes_of_shares() {
        assert_eq!(share_change((1, 2), (1, 4)), 0.25);
        assert_eq!(share_change((i128::MAX / 4, i128::MAX / 2), (1, 4)), 0.25, "too large to multiply");
    }
}
