//! Answered calls that bring nothing, by account.

use super::super::billed::UnbilledSums;
use super::super::context::Context;
use super::super::picture::Picture;
use query::{Table, Unbilled};
use sorting::Sort;
use std::collections::BTreeMap;

/// The answered calls of an account without a fee.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Leak {
    /// The answered calls of the account, those among them.
    pub answered: u64,
    /// Those among them that were never billed: for no time, on no account, or for nobody. The others were billed, at
    /// nothing.
    pub escaped: u64,
    /// Their sums.
    pub sums: UnbilledSums,
}

/// The accounts with such calls, those with the most talk time first. `account_rates` is a table by account and rate
/// prefix.
pub fn leaks(account_rates: &Table, unbilled: &Unbilled, context: Context) -> Vec<(Option<String>, Leak)> {
    let mut picture = Picture::of(Vec::new(), context);
    picture.account_rates = account_rates.clone();
    picture.signs.unbilled = unbilled.clone();
    let mut accounts: BTreeMap<Option<String>, Leak> = BTreeMap::new();
    for (escapes, groups) in [(true, unbilled.escaped()), (false, unbilled.free())] {
        for (key, calls) in groups.iter() {
            let account = accounts.entry(key.0.clone()).or_default();
            account.sums.add(calls, picture.revenue_of(key, calls));
            account.escaped += if escapes { calls.calls } else { 0 };
        }
    }
    let mut all: Vec<(Option<String>, Leak)> = accounts.into_iter().collect();
    for (account, leak) in &mut all {
        leak.answered = picture.answered_of(account.as_deref()).max(leak.sums.calls);
    }
    all.order_by_key(|(_, leak)| std::cmp::Reverse(leak.sums.talk_seconds));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;
    use query::Amount;

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
            escaped: 5,
            sums: UnbilledSums {
                calls: 10,
                without_fee: 10,
                without_time: 5,
                unbooked: 5,
                without_account: 0,
                talk_seconds: 600,
                cost: Some(Amount(10_000_000)),
                lost: Some(Amount(20_000_000)),
            },
        };
        assert_eq!(found[0].1, of_account);
        assert_eq!((found[1].1.sums.without_account, found[1].1.escaped, found[1].1.sums.lost), (10, 10, None));
    }
}
