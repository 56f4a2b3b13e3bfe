//! Accounts that are charged several rates for one prefix.

use calls::EpochMillis;
use query::{Rate, RateKey, Rates};
use sorting::Sort;

/// From how many calls on a rate is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToldBy {
    /// So many at least: fewer may be an accident.
    pub(crate) calls: u64,
    /// In percent of the calls at all rates of the account and prefix, at least.
    pub(crate) percent: f64,
}

/// In the books nothing is too little.
const BOOKS: ToldBy = ToldBy { calls: 3, percent: 0.0 };

/// The rates of an account and a rate prefix, each `None` where the file does not say it.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountRates {
    /// The account.
    pub account: Option<String>,
    /// The prefix of the rate.
    pub prefix: Option<String>,
    /// More than one, from the lowest on.
    pub rates: Vec<Rate>,
    /// When the last of them began, where one took the place of the other.
    pub changed: Option<EpochMillis>,
    /// What the calls at lower rates would have brought beyond what they did, at the one that most calls have; an
    /// estimate, in units. `None` where the rate was changed.
    pub less: Option<f64>,
}

impl AccountRates {
    /// Those of an account and a prefix; `None` where enough calls tell fewer than two.
    pub(crate) fn of((account, prefix): &RateKey, mut rates: Vec<Rate>, told_by: ToldBy) -> Option<Self> {
        let calls: u64 = rates.iter().map(|rate| rate.calls).sum();
        let least = calls as f64 * told_by.percent / 100.0;
        rates.retain(|rate| rate.calls >= told_by.calls && rate.calls as f64 >= least);
        if rates.len() < 2 {
            return None;
        }
        let usual = rates.iter().max_by_key(|rate| rate.calls)?.per_minute;
        let lower = rates.iter().filter(|rate| rate.per_minute < usual);
        let less: f64 = lower.map(|rate| usual * rate.billed_seconds as f64 / 60.0 - rate.fee.units()).sum();
        let changed = changed(&rates);
        let (account, prefix, less) = (account.clone(), prefix.clone(), changed.is_none().then_some(less));
        Some(Self { account, prefix, rates, changed, less })
    }

    /// The calls that tell the rates.
    pub fn calls(&self) -> u64 {
        self.rates.iter().map(|rate| rate.calls).sum()
    }

    /// The highest rate as a multiple of the lowest.
    pub fn spread(&self) -> f64 {
        let rate = |rate: Option<&Rate>| rate.map_or(1.0, |rate| rate.per_minute);
        rate(self.rates.last()) / rate(self.rates.first())
    }
}

/// All accounts and prefixes with more than one rate, those with the most at stake first.
pub fn several_rates(rates: &Rates) -> Vec<AccountRates> {
    let mut all: Vec<AccountRates> =
        rates.all().filter_map(|(key, rates)| AccountRates::of(key, rates, BOOKS)).collect();
    let stake = |rates: &AccountRates| rates.less.unwrap_or_default();
    all.order_by(|one, other| stake(other).total_cmp(&stake(one)).then(other.calls().cmp(&one.calls())));
    all
}

/// When the last of several rates began that follow one another.
fn changed(rates: &[Rate]) -> Option<EpochMillis> {
    let mut in_time: Vec<&Rate> = rates.iter().collect();
    in_time.order_by_key(|rate| rate.starts.first);
    let follow = in_time.windows(2).all(|pair| pair[0].starts.last < pair[1].starts.first);
    in_time.last().filter(|_| follow).map(|rate| rate.starts.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn only_what_is_charged_differently() {
        let picture = Scenario::new()
            .calls(100, |at, call| {
                (call.account, call.talk) = ("two".to_owned(), 600);
                call.fee = if at % 4 == 0 { 0.2004 } else { 0.3006 };
            })
            .calls(100, |_, call| (call.account, call.talk, call.fee) = ("one".to_owned(), 600, 0.3006))
            .picture();
        let found = several_rates(&picture.signs.rates);
        let [two] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((two.account.as_deref(), two.prefix.as_deref(), two.calls()), (Some("two"), Some("447"), 100));
        let rates: Vec<_> = two.rates.iter().map(|rate| ((rate.per_minute * 1000.0).round(), rate.calls)).collect();
        assert_eq!(rates, [(20.0, 25), (30.0, 75)]);
        // 25 calls at 0.2004 in place of 0.3006.
        let less = two.less.unwrap();
        assert!((less - 2.505).abs() < 1e-9 && (two.spread() - 1.5).abs() < 1e-9, "{less} {}", two.spread());
    }

    #[test]
    fn a_rate_that_was_changed_lost_nothing() {
        let picture = Scenario::new()
            .calls(100, |at, call| {
                (call.start, call.talk) = (at as i64 * 60_000, 600);
                call.fee = if at < 40 { 0.2004 } else { 0.3006 };
            })
            .picture();
        let found = several_rates(&picture.signs.rates);
        let [changed] = found.as_slice() else { panic!("{found:?}") };
        let at = changed.changed.unwrap().0 - crate::tests::DAY;
        assert_eq!((at, changed.less), (40 * 60_000, None));
    }
}
