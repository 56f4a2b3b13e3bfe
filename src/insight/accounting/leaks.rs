//! Answered calls that bring nothing, by account.

use super::super::context::Context;
use super::super::picture::Picture;
use crate::query::{Amount, Table, Unbilled, UnbilledCalls};
use std::collections::BTreeMap;

/// The answered calls of an account without a fee.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Leak {
    /// The answered calls of the account, those among them.
    pub answered: u64,
    /// Those without a fee.
    pub calls: u64,
    /// Those among them that were never billed: for no time, on no account, or for nobody. The others were billed, at nothing.
    pub escaped: u64,
    /// The fee is known and 0.
    pub without_fee: u64,
    /// The billed time is known and 0.
    pub without_time: u64,
    /// The billing mode is `-1` or `none`.
    pub unbooked: u64,
    /// The file has accounts, and there is none.
    pub without_account: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// What they cost, where the files say.
    pub cost: Option<Amount>,
    /// What they would have brought at what the account is charged otherwise, an estimate; `None` where it is charged for nothing.
    pub lost: Option<Amount>,
}

impl Leak {
    fn add(&mut self, calls: &UnbilledCalls, lost: Option<Amount>) {
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

/// The accounts with such calls, those with the most talk time first. `account_rates` is a table by account and rate prefix.
pub fn leaks(account_rates: &Table, unbilled: &Unbilled, context: Context) -> Vec<(Option<String>, Leak)> {
    let mut picture = Picture::of(Vec::new(), context);
    picture.account_rates = account_rates.clone();
    picture.signs.unbilled = unbilled.clone();
    let mut accounts: BTreeMap<Option<String>, Leak> = BTreeMap::new();
    for (escapes, groups) in [(true, unbilled.escaped()), (false, unbilled.free())] {
        for (key, calls) in groups.iter() {
            let account = accounts.entry(key.0.clone()).or_default();
            account.add(calls, picture.revenue_of(key, calls));
            account.escaped += if escapes { calls.calls } else { 0 };
        }
    }
    let mut all: Vec<(Option<String>, Leak)> = accounts.into_iter().collect();
    for (account, leak) in &mut all {
        leak.answered = picture.answered_of(account.as_deref()).max(leak.calls);
    }
    all.sort_by_key(|(_, leak)| std::cmp::Reverse(leak.talk_seconds));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::Scenario;

    #[test]
    fn by_account_and_what_it_would_have_brought() {
        let picture = Scenario::new()
            .calls(100, |at, call| {
                (call.talk, call.fee, call.cost) = (60, 0.02, 0.01);
                match at % 20 {
                    0 => (call.billing_mode, call.billed, call.fee) = (-1, Some(0), 0.0),
                    1 => call.fee = 0.0,
                    _ => {}
                }
            })
            .calls(10, |_, call| {
                (call.account, call.talk, call.fee, call.cost) = (String::new(), 30, 0.0, 0.01);
            })
            .calls(10, |_, call| call.account = "paid".to_owned())
            .picture();
        let found = leaks(&picture.account_rates, &picture.signs.unbilled, picture.context.clone());
        let names: Vec<_> = found.iter().map(|(account, _)| account.as_deref()).collect();
        assert_eq!(names, [Some("C1"), Some("")]);
        let of_account = Leak {
            answered: 100,
            calls: 10,
            escaped: 5,
            without_fee: 10,
            without_time: 5,
            unbooked: 5,
            without_account: 0,
            talk_seconds: 600,
            cost: Some(Amount(10_000_000)),
            lost: Some(Amount(20_000_000)),
        };
        assert_eq!(found[0].1, of_account);
        assert_eq!((found[1].1.without_account, found[1].1.escaped, found[1].1.lost), (10, 10, None));
    }
}
