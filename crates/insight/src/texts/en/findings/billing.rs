//! Of money.

use super::{About, Said, percent_of};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{
    AnsweredUnbilled, BilledOddly, CostUnknown, FreeOfCharge, NegativeMargin, SeveralRates, UnansweredCharged,
    UnbilledSums,
};
use query::{Amount, BillingStep, Dimension, Rate};
use sorting::Sort;
use std::borrow::Cow;
use words::Duration;
use words::en::{calls, plural};

/// An amount, in whatever currency the files have.
fn money(amount: Amount) -> String {
    EN.money(amount.units())
}

fn minutes(seconds: u64) -> String {
    format!("{} minutes", EN.decimal(seconds as f64 / 60.0, 1))
}

/// Whose calls: an account by its number, or those without one.
fn account(about: About<'_>) -> String {
    match about.finding.subject(Dimension::Account) {
        None => "no account that the files name".to_owned(),
        Some("") => "no account".to_owned(),
        Some(account) => format!("account {account}"),
    }
}

/// ` to rates of 447`, where the file says it.
fn rate_prefix(about: About<'_>) -> String {
    match about.finding.subject(Dimension::RatePrefix) {
        None | Some("") => String::new(),
        Some(prefix) => format!(" with rate prefix {prefix}"),
    }
}

impl Said for AnsweredUnbilled {
    fn said(&self, about: About<'_>) -> FindingWords {
        let AnsweredUnbilled { sums, answered, is_all } = *self;
        let UnbilledSums { calls: count, lost, cost, talk_seconds, .. } = sums;
        if is_all {
            return FindingWords {
                title: "No call of these files was charged".to_owned(),
                sentence: format!(
                    "All {} have a fee of 0, and {} of them were billed for no time. Most likely they were written \
                        before they were rated.",
                    calls(count),
                    EN.count(sums.without_time),
                ),
                steps: vec![
                    "Export them again once the billing service has rated them.".into(),
                    "If packages pay for all of them, nothing is wrong: package fees are a column of their own.".into(),
                    "If they stay so: see that the billing service runs, and that the accounts have a rate group."
                        .into(),
                ],
            };
        }
        let ways = [
            (sums.unbooked, "were booked on nobody (billing mode -1)"),
            (sums.without_time, "were billed for no time"),
            (sums.without_account, "have no account"),
            (sums.without_fee, "have a fee of 0"),
        ];
        let ways: Vec<String> = ways
            .iter()
            .filter(|(calls, _)| *calls > 0)
            .map(|(calls, way)| format!("{} {way}", EN.count(*calls)))
            .collect();
        let lost = lost.map_or(String::new(), |lost| {
            format!(
                " At what the same account is charged for the same rate prefix they would have brought about {} (an \
            estimate).",
                money(lost)
            )
        });
        let cost = cost.map_or(String::new(), |cost| format!(" They cost {}.", money(cost)));
        let may_be_package = self.may_be_package();
        let package = if may_be_package {
            " Some may be covered by a package of the account: package fees are not counted here."
        } else {
            ""
        };
        let mut steps: Vec<Cow<'static, str>> = vec![
            "Look at some of these calls: which gateway and which number do they have that others have not?".into(),
            "See in the mapping gateway on whose account it bills, and whether the caller or the callee pays.".into(),
            "See whether the rate group has a rate for these prefixes at that time.".into(),
            "Bill them afterwards from this list.".into(),
        ];
        if may_be_package {
            steps.insert(
                0,
                "Open some of these calls: where they have a package fee or package time, a package covers them, and \
                nothing is lost."
                    .into(),
            );
        }
        FindingWords {
            title: format!("Answered calls of {} that nobody is charged for", account(about)),
            sentence: format!(
                "{} {} of {} answered were not billed: {}. Together they talked {}.{lost}{cost}{package}",
                about.when(),
                EN.count(count),
                calls(answered),
                ways.join(", "),
                minutes(talk_seconds),
            ),
            steps,
        }
    }
}

impl Said for FreeOfCharge {
    fn said(&self, about: About<'_>) -> FindingWords {
        let FreeOfCharge { calls: count, prefixes, is_always, talk_seconds, lost, cost } = *self;
        let lost = lost.map_or(String::new(), |lost| {
            format!(
                " At what others of the same rate prefix are charged they would have brought about {} (an estimate).",
                money(lost)
            )
        });
        let cost = cost.map_or(String::new(), |cost| format!(" They cost {}.", money(cost)));
        let prefixes = format!("{} {}", EN.count(prefixes), plural(prefixes, "rate prefix", "rate prefixes"));
        let what = match is_always {
            true => format!(
                "No call of {} in {prefixes} is charged: {} of {}, all at nothing.",
                account(about),
                calls(count),
                minutes(talk_seconds)
            ),
            false => format!(
                "{} {} of {} in {prefixes} were charged nothing, {} in all, while others there are charged.",
                about.when(),
                calls(count),
                account(about),
                minutes(talk_seconds),
            ),
        };
        FindingWords {
            title: match is_always {
                true => format!("Calls of {} that are always free", account(about)),
                false => format!("Calls of {} that cost it nothing", account(about)),
            },
            sentence: format!("{what}{lost}{cost}"),
            steps: vec![
                "See whether they are meant to be free: within the network, a toll-free prefix, a package that the \
                account has paid for (calls that one covers have a package fee or package time, which is not counted \
                here)."
                    .into(),
                "If not, correct the rate, and bill them afterwards.".into(),
            ],
        }
    }
}

fn step_text(step: BillingStep) -> String {
    format!("{}/{}", step.first, step.next)
}

impl Said for BilledOddly {
    fn said(&self, about: About<'_>) -> FindingWords {
        let rounding = &self.rounding;
        let step = self.step.filter(|_| !self.is_own_step);
        let step = step.map_or(String::new(), |(step, calls)| {
            format!(
                " The step {} explains {} of the others.",
                step_text(step),
                percent_of(calls, rounding.calls - rounding.unfit)
            )
        });
        let short = match rounding.short {
            0 => String::new(),
            short => format!(
                " {} of them were billed for less than they talked, {} in all{}.",
                EN.count(short),
                EN.duration(Duration(rounding.short_seconds as f64)),
                self.lost.map_or(String::new(), |lost| format!(", worth about {} (an estimate)", money(lost))),
            ),
        };
        let excess = match rounding.excess_seconds {
            0 => String::new(),
            seconds => format!(" Others were billed {} more than they talked.", EN.duration(Duration(seconds as f64))),
        };
        FindingWords {
            title: match self.is_own_step {
                true => format!("The billed time of {} has an unusual step", account(about)),
                false => format!("Billed time of {} that no step explains", account(about)),
            },
            sentence: format!(
                "{} of {} ({}) were billed for a time to which no usual step rounds their talk time.\
                    {step}{short}{excess}",
                EN.count(rounding.unfit),
                calls(rounding.calls),
                percent_of(rounding.unfit, rounding.calls),
            ),
            steps: vec![
            "Compare some of these calls with the account's rate: its first step, the step after that, seconds that \
                are free.".into(),
            "See whether the rate or its step was changed in between.".into(),
            "Have those billed for too little billed again; those billed for too much will come back as a \
                dispute.".into(),
        ],
        }
    }
}

/// A rate a minute: the rates of wholesale have four decimals and more.
fn rate_text(rate: &Rate) -> String {
    format!("{} ({})", EN.decimal(rate.per_minute, 5), calls(rate.calls))
}

impl Said for SeveralRates {
    fn said(&self, about: About<'_>) -> FindingWords {
        let whom = format!("{}{}", account(about), rate_prefix(about));
        let mut in_order: Vec<&Rate> = self.rates.iter().collect();
        if self.changed.is_some() {
            in_order.order_by_key(|rate| rate.starts.first);
        }
        let rates: Vec<String> = in_order.into_iter().map(rate_text).collect();
        let (lowest, highest) = (self.rates.first().map(rate_text), self.rates.last().map(rate_text));
        let range =
            lowest.zip(highest).map_or(String::new(), |(lowest, highest)| format!("from {lowest} to {highest}"));
        let less = match self.less.0 {
            0 => String::new(),
            _ => format!(
                " At the most frequent rate the cheaper calls would have brought {} more (an estimate).",
                money(self.less)
            ),
        };
        let (title, sentence) = match (self.changed, self.is_unsteady) {
            (Some(at), _) => (
                format!("The rate of {whom} changed"),
                format!(
                    "A billed minute is charged at {}, the last of them since {}.",
                    rates.join(", then "),
                    EN.moment(at, about.zone)
                ),
            ),
            (None, true) => (
                format!("No steady rate for {whom}"),
                format!(
                    "A billed minute is charged at {} different rates, {range}: more than a rate table explains.",
                    EN.count(rates.len() as u64)
                ),
            ),
            (None, false) => (
                format!("Several rates for {whom}"),
                format!("A billed minute is charged at {}, side by side.", rates.join(" and at ")),
            ),
        };
        FindingWords {
            title,
            sentence: format!("{sentence} Calls whose fee is too small to tell a rate are not counted.{less}"),
            steps: vec![
            "Look in the rate group for two entries of this prefix, and for the times of day that they hold for."
                .into(),
            "See whether a fee for the connection or a package explains it: then a minute of a short call costs more."
                .into(),
            "If neither is meant, correct the rate and bill the cheaper calls again.".into(),
        ],
        }
    }
}

impl Said for NegativeMargin {
    fn said(&self, about: About<'_>) -> FindingWords {
        let whom = match about.finding.subject(Dimension::TerminatingGateway) {
            Some(_) => format!("through {}", about.vendor()),
            None => format!("of {}{}", account(about), rate_prefix(about)),
        };
        let each = self.per_minute.map_or(String::new(), |(revenue, cost)| {
            format!(" A minute brings {} and costs {}.", EN.decimal(revenue, 5), EN.decimal(cost, 5))
        });
        FindingWords {
            title: format!("Calls {whom} cost more than they bring"),
            sentence: format!(
                "{} bring {} and cost {}: {} are lost, on {} of them.{each}",
                calls(self.answered),
                money(self.revenue),
                money(self.cost),
                money(self.loss()),
                EN.count(self.loss_calls),
            ),
            steps: vec![
                "Compare the customer's rate with the vendor's for these prefixes, with their steps: a minute's step \
                costs most on short calls."
                    .into(),
                "Send these calls to a cheaper vendor, or raise the rate.".into(),
                "Take routes that cost more than the rate out of this customer's routing.".into(),
            ],
        }
    }
}

impl Said for CostUnknown {
    fn said(&self, about: About<'_>) -> FindingWords {
        let like = self.cost_like_others.map_or(String::new(), |cost| {
            format!(" At what the other vendors cost on average they would cost about {} (an estimate).", money(cost))
        });
        FindingWords {
            title: format!("What calls through {} cost is not known", about.vendor()),
            sentence: format!(
                "{} answered through {}, {}, have a cost of 0, and bring {}: its margin looks better than it is.{like}",
                calls(self.answered),
                about.vendor(),
                minutes(self.talk_seconds),
                money(self.revenue),
            ),
            steps: vec![
                "Give the routing gateway a clearing account, and that account the vendor's rates.".into(),
                "If this route costs nothing, or a package with the vendor pays for it, nothing is to be done.".into(),
            ],
        }
    }
}

impl Said for UnansweredCharged {
    fn said(&self, about: About<'_>) -> FindingWords {
        FindingWords {
            title: format!("Calls of {} that are charged though nobody answered", account(about)),
            sentence: format!(
                "{} {} without talk time were charged {}.",
                about.when(),
                calls(self.calls),
                money(self.fee)
            ),
            steps: vec![
            "See whether the rate has a fee for the connection or for attempts, and whether the customer agreed to it."
                .into(),
            "If not, correct the rate and give the money back before the customer asks.".into(),
        ],
        }
    }
}
