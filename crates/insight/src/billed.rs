//! What accounts are charged on average, and for how long something lasts that shows in single calls.

use super::picture::Picture;
use calls::EpochMillis;
use query::{Amount, Measures, Starts, UnbilledCalls, UnbilledKey};

/// What shows in single calls begins and ends with the period, unless the time without any before the first or behind
/// the last is so many times as long as between two of them on average.
const TIMES_AS_LONG: i64 = 4;

/// Sums over answered calls that bring nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnbilledSums {
    /// The calls; one may show it in several of the following ways.
    pub calls: u64,
    /// Their fee is known and 0.
    pub without_fee: u64,
    /// Their billed time is known and 0.
    pub without_time: u64,
    /// They were booked on no account: billing mode `-1` or `none`.
    pub unbooked: u64,
    /// The file has accounts, and they have none.
    pub without_account: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What they cost, where the files say.
    pub cost: Option<Amount>,
    /// What they would have brought at what the account is charged otherwise, an estimate; `None` where it is charged
    /// for nothing.
    pub lost: Option<Amount>,
}

impl UnbilledSums {
    /// Adds calls, and what they would have brought ([`Picture::revenue_of`]).
    pub(super) fn add(&mut self, calls: &UnbilledCalls, lost: Option<Amount>) {
        let sum = |one: Option<Amount>, other: Option<Amount>| match (one, other) {
            (Some(one), Some(other)) => Some(Amount(one.0 + other.0)),
            (one, other) => one.or(other),
        };
        self.calls += calls.calls;
        self.without_fee += calls.without_fee;
        self.without_time += calls.without_time;
        self.unbooked += calls.unbooked;
        self.without_account += calls.without_account;
        self.talk_seconds += calls.talk_seconds;
        self.cost = sum(self.cost, (calls.cost_known > 0).then_some(calls.cost));
        self.lost = sum(self.lost, lost);
    }
}

impl Picture {
    /// What an account is charged for a minute of talk with a rate prefix on average, in units; with all its prefixes
    /// where that one has no charged call. Calls that were not billed count neither way. `None` where there is nothing
    /// to tell it from.
    pub(super) fn usual_fee_per_minute(&self, (account, prefix): &UnbilledKey) -> Option<f64> {
        let rows = || self.account_rates.rows.iter().filter(|row| row.key.first() == Some(account));
        let exact = rows().find(|row| row.key.get(1) == Some(prefix)).map(|row| row.measures.clone());
        let with = |measures: &Measures, is_part: &dyn Fn(&UnbilledKey) -> bool| {
            let unbilled = [self.signs.unbilled.escaped(), self.signs.unbilled.free()];
            let groups = unbilled.into_iter().flat_map(|groups| groups.iter());
            let seconds: u64 = groups.filter(|(key, _)| is_part(key)).map(|(_, calls)| calls.talk_seconds).sum();
            let charged = measures.talk_seconds.saturating_sub(seconds);
            let fee = Amount(measures.fee.0 - measures.fee_of_unanswered.0).units();
            (charged > 0 && fee > 0.0).then(|| fee * 60.0 / charged as f64)
        };
        let of_prefix = exact.and_then(|measures| with(&measures, &|key| key.0 == *account && key.1 == *prefix));
        of_prefix.or_else(|| {
            let mut all = Measures::default();
            rows().for_each(|row| all.merge(&row.measures));
            with(&all, &|key| key.0 == *account)
        })
    }

    /// An estimate of what calls would have brought had they been charged: their talk time x
    /// [`Picture::usual_fee_per_minute`].
    pub(super) fn revenue_of(&self, key: &UnbilledKey, calls: &UnbilledCalls) -> Option<Amount> {
        self.usual_fee_per_minute(key).map(|fee| Amount::of_units(fee * calls.talk_seconds as f64 / 60.0))
    }

    /// The answered calls of an account.
    pub(super) fn answered_of(&self, account: Option<&str>) -> u64 {
        let rows = self.account_rates.rows.iter();
        let of_account = rows.filter(|row| row.key.first().is_some_and(|name| name.as_deref() == account));
        of_account.map(|row| row.measures.answered).sum()
    }

    /// Since when and until when something lasts that shows in so many calls, which began then; `None` for the begin
    /// and the end of all calls.
    pub(super) fn lasting(&self, starts: Starts, calls: u64) -> (Option<EpochMillis>, Option<EpochMillis>) {
        let Some((from, to)) = self.context.period() else { return (None, None) };
        let apart = starts.last.0.saturating_sub(starts.first.0) / (calls as i64 - 1).max(1);
        let is_long = |millis: i64| millis > apart.saturating_mul(TIMES_AS_LONG);
        (
            is_long(starts.first.0.saturating_sub(from.0)).then_some(starts.first),
            is_long(to.0.saturating_sub(starts.last.0)).then_some(starts.last),
        )
    }
}
