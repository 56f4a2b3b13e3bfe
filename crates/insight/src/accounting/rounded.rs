//! Billed time against talk time.

use query::{AccountRounding, BillingStep, Rounding, Table};
use sorting::Sort;

/// The billed time of an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Rounded {
    /// `None` where the file does not say.
    pub account: Option<String>,
    /// Calls of which the files say the billed time.
    pub calls: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
    /// Their billed time in seconds.
    pub billed_seconds: u64,
    /// Billed seconds less talk seconds.
    pub slack_seconds: i64,
    /// How the answered ones were rounded that were billed; nothing where there are none.
    pub rounding: AccountRounding,
    /// The step that explains the most of them, and how many in percent.
    pub step: Option<(BillingStep, f64)>,
}

/// The accounts of a table by [`query::Dimension::Account`], the largest slack first, whichever way it goes.
pub fn rounded(by_account: &Table, rounding: &Rounding) -> Vec<Rounded> {
    let found = |account: Option<&str>| rounding.accounts().find(|(name, _)| *name == account).map(|(_, of)| *of);
    let mut all: Vec<Rounded> = by_account
        .rows
        .iter()
        .filter_map(|row| {
            let (account, sums) = (row.key.first().cloned().flatten(), &row.measures);
            let slack_seconds = sums.billing_slack_seconds()?;
            let rounding = found(account.as_deref()).unwrap_or_default();
            let step = rounding.step().map(|(step, calls)| (step, calls as f64 * 100.0 / rounding.calls as f64));
            Some(Rounded {
                account,
                calls: sums.billed_known,
                talk_seconds: sums.billed_talk_seconds,
                billed_seconds: sums.billed_seconds,
                slack_seconds,
                rounding,
                step,
            })
        })
        .collect();
    all.order_by_key(|row| std::cmp::Reverse(row.slack_seconds.unsigned_abs()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    #[test]
    fn each_account_with_its_step() {
        let account = |name: &'static str, first: u32, next: u32| {
            move |at: usize, call: &mut crate::tests::MadeCall| {
                call.account = name.to_owned();
                call.talk = 10 + (at * 37 % 200) as u32;
                call.billed = Some(first + call.talk.saturating_sub(first).div_ceil(next) * next);
            }
        };
        let picture =
            Scenario::new().calls(50, account("seconds", 1, 1)).calls(50, account("minutes", 60, 60)).picture();
        let rows = rounded(&picture.account_rates, &picture.signs.rounding);
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.account.as_deref().unwrap(), row.step.map(|(step, share)| (step.first, step.next, share))))
            .collect();
        assert_eq!(told, [("minutes", Some((60, 60, 100.0))), ("seconds", Some((1, 1, 100.0)))]);
        let slack: u32 = (0..50).map(|at| 10 + at * 37 % 200).map(|talk: u32| talk.div_ceil(60) * 60 - talk).sum();
        assert_eq!((rows[0].calls, rows[0].slack_seconds, rows[1].slack_seconds), (50, i64::from(slack), 0));
    }
}
