//! Of accounts and what the switch refuses.

use super::{About, Said, asr, listed, percent_of};
use crate::texts::FindingWords;
use crate::texts::en::EN;
use crate::{AccountRefused, CallsCut, LimitHit, PrefixRefused, RouteLost, SwitchRefuses, UnexplainedRefusals};
use knowledge::{Outcome, region_of, regions};
use std::borrow::Cow;
use words::Duration;
use words::en::calls;

/// What is said of a reason that no source explains.
const NOT_PUBLISHED: &str = "What this code means is not published: the VOS3000 client shows it in words. Look for \
    one of these calls there, and name the reason in your dictionary.";

impl Said for AccountRefused {
    fn said(&self, about: About<'_>) -> FindingWords {
        let AccountRefused { reason, class, refused, is_all, otherwise, never_works, others } = self;
        let (account, name) = (about.account(), about.reason(reason));
        let is_known = *class != Outcome::Unknown;
        let title = match class {
            Outcome::Billing => format!("{account} is out of balance"),
            Outcome::Account => format!("{account} is refused: {name}"),
            _ => format!("{account} is refused by the switch: balance, expiry or lock?"),
        };
        let how = match (never_works, is_all) {
            (true, _) => format!(
                "{} of {account} were refused with {name}; {} in these files.",
                calls(*refused),
                match (otherwise.calls, otherwise.answered) {
                    (0, _) => "it has no others".to_owned(),
                    (others, 0) => format!("besides, it has {}, none of them answered,", calls(others)),
                    (others, answered) =>
                        format!("besides, it has {}, {} of them answered,", calls(others), EN.count(answered)),
                }
            ),
            (false, true) => format!(
                "all calls of {account} or nearly all were refused with {name}, {}. Before and after, its answer \
                    ratio is {}.",
                calls(*refused),
                asr(otherwise)
            ),
            (false, false) => format!(
                "{} of {account} were refused with {name}, while others went through (answer ratio {}).",
                calls(*refused),
                asr(otherwise)
            ),
        };
        let alone = match others {
            _ if is_known => String::new(),
            0 => " No other account has this reason, and no vendor was tried: it is about the account.".to_owned(),
            1 => " One other account has this reason too.".to_owned(),
            others => format!(" {} other accounts have this reason too.", EN.count(*others)),
        };
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(about.advice(reason));
        if !is_known {
            steps.push(
            "Look at the account in VOS3000: its balance with the overdraft, its expiry date, whether it is locked."
                .into(),
        );
            steps.push(NOT_PUBLISHED.into());
        }
        if *never_works {
            steps.push(
                "If the account is meant to be closed, have the customer stop sending calls, or take its gateway out."
                    .into(),
            );
        } else {
            steps.push("Set an alarm for low balances, so that the customer knows before the calls fail.".into());
        }
        FindingWords { title, sentence: format!("{}: {how}{alone}", about.when()), steps }
    }
}

impl Said for SwitchRefuses {
    fn said(&self, about: About<'_>) -> FindingWords {
        let SwitchRefuses { reason, refused, accounts: (accounts, active) } = self;
        let name = about.reason(reason);
        FindingWords {
            title: format!("The switch refuses everyone: {name}"),
            sentence: format!(
                "{}: all calls or nearly all of {} of the {} accounts with calls then were refused with {name}, {}.",
                about.when(),
                EN.count(*accounts),
                EN.count(*active),
                calls(*refused)
            ),
            steps: vec![
                "Look at what all accounts need: the billing server and its database, their disk, the licence.".into(),
                "See what was changed or restarted at that minute.".into(),
                NOT_PUBLISHED.into(),
            ],
        }
    }
}

impl Said for RouteLost {
    fn said(&self, about: About<'_>) -> FindingWords {
        let RouteLost { prefix, reason, is_rate, refused, calls: all } = self;
        let (place, name) = (place(prefix), about.reason(reason));
        let what = if *is_rate { "rate" } else { "route" };
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(about.advice(reason));
        steps.push(if *is_rate {
            "See which accounts' calls these are: their rate groups may lack the prefix, or a longer one.".into()
        } else {
            "See whether a gateway to this prefix was locked, offline or full at that time, and add a second one."
                .into()
        });
        FindingWords {
            title: format!("No {what} for some of the calls to {place}"),
            sentence: format!(
                "{}: {} of {} to {place} were refused with {name} ({}); the others found a {what}.",
                about.when(),
                EN.count(*refused),
                calls(*all),
                percent_of(*refused, *all)
            ),
            steps,
        }
    }
}

impl Said for PrefixRefused {
    fn said(&self, about: About<'_>) -> FindingWords {
        let PrefixRefused { prefixes, accounts, reason, others, too_few } = self;
        let names: Vec<String> = prefixes.iter().map(|(prefix, _)| place(prefix)).collect();
        let (places, who) = (listed(&names, 5), listed(accounts, 3));
        let class = reason.as_ref().map(|(_, class)| *class);
        let name = reason.as_ref().map_or("no reason".to_owned(), |(reason, _)| about.reason(reason));
        let refused: u64 = prefixes.iter().map(|(_, calls)| calls).sum();
        let what = match class {
            Some(Outcome::Billing) => "No rate",
            Some(Outcome::NoRoute | Outcome::NumberWrong) => "No route",
            _ => "No route or no rate",
        };
        let is_at_home = prefixes.iter().all(|(prefix, _)| prefix.starts_with('0'));
        let reached = match others {
            Some((calls_of_others, answered)) => format!(
                " Other accounts reach it: {} of {} were answered ({}).",
                EN.count(*answered),
                calls(*calls_of_others),
                percent_of(*answered, *calls_of_others)
            ),
            None if is_at_home => {
                " These numbers begin with 0: they were dialled as at home, without a country code.".to_owned()
            }
            None => match too_few {
                (0, _) => " Nobody else calls there.".to_owned(),
                (_, 0) => " Nobody reaches it.".to_owned(),
                (calls_of_others, answered) => {
                    format!(
                        " Of the others' {} there only {} were answered.",
                        calls(*calls_of_others),
                        EN.count(*answered)
                    )
                }
            },
        };
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(reason.as_ref().and_then(|(reason, _)| about.advice(reason)));
        match others {
            Some(_) => {
                steps.push(
                "Compare the account's rate group with that of one that gets through: is there a rate for the prefix?"
                    .into(),
            );
                steps.push(
                    "Check which routing gateways its mapping gateway may use, and whether the prefix is among \
                    what they carry."
                        .into(),
                );
            }
            None if is_at_home => {
                steps.push(
                    "Add a rewrite rule to the mapping gateway that puts the country code in place of the leading 0."
                        .into(),
                );
            }
            None => steps.push(
                "Add a routing gateway and a rate for the prefix, or tell customers that it is not offered.".into(),
            ),
        }
        if class == Some(Outcome::Unknown) {
            steps.push(NOT_PUBLISHED.into());
        }
        FindingWords {
            title: match others {
                Some(_) => format!("{what} for {who} to {places}"),
                None if is_at_home => format!("Numbers without a country code: {places}"),
                None => format!("{what} to {places}"),
            },
            sentence: format!(
                "All {} of {who} to {places} were refused by the switch with {name}.{reached}",
                calls(refused)
            ),
            steps,
        }
    }
}

/// `Ireland (3532)`.
fn place(prefix: &str) -> String {
    let digits = || prefix.bytes().map(|digit| digit - b'0');
    let region = region_of(digits()).map(|at| EN.region(&regions()[at].id));
    region.map_or(prefix.to_owned(), |region| format!("{region} ({prefix})"))
}

impl Said for UnexplainedRefusals {
    fn said(&self, about: About<'_>) -> FindingWords {
        let UnexplainedRefusals { reason, accounts } = self;
        let name = about.reason(reason);
        let refused: u64 = accounts.iter().map(|(_, refused, _)| refused).sum();
        let most = accounts.first().map_or(String::new(), |(account, refused, all)| {
            let account = if account.is_empty() { "calls without an account" } else { account };
            format!(
                " Most are of {account}: {} of its {} ({}).",
                EN.count(*refused),
                calls(*all),
                percent_of(*refused, *all)
            )
        });
        FindingWords {
            title: format!("Refused for a reason that is not published: {name}"),
            sentence: format!(
                "The switch refused {} of {} with {name} before a vendor was tried.{most}",
                calls(refused),
                match accounts.len() {
                    1 => "one account".to_owned(),
                    several => format!("{} accounts", EN.count(several as u64)),
                },
            ),
            steps: vec![
            NOT_PUBLISHED.into(),
            "Reasons of this kind are limits of lines or calls a second, blacklists, and rights that an account does \
                not have.".into(),
        ],
        }
    }
}

impl Said for LimitHit {
    fn said(&self, about: About<'_>) -> FindingWords {
        let LimitHit { reason, is_rate, refused, calls: all, peaks, suggested, worst } = self;
        let (account, name) = (about.account(), about.reason(reason));
        let worst = worst.map_or(String::new(), |(at, step)| {
            format!(" Worst at {}: {} of {}.", EN.moment(at, about.zone), EN.count(step.limited), calls(step.calls))
        });
        let measured = peaks.map_or(String::new(), |[at_once, a_second]| {
            format!(
                " Measured: at most {} in progress at once ({}), and {} began in one second ({}).",
                calls(at_once.calls),
                EN.moment(at_once.at, about.zone),
                EN.count(a_second.calls),
                EN.moment(a_second.at, about.zone)
            )
        });
        let enough = match (suggested, is_rate) {
            (Some(limit), true) => format!(" {} a second would have let all through.", EN.count(*limit)),
            (Some(limit), false) => format!(" About {} would have let all through.", EN.count(*limit)),
            (None, _) => String::new(),
        };
        let kind = if *is_rate { "calls a second" } else { "calls at once" };
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(about.advice(reason));
        steps.push(
            "See whether the customer pays for so many; if so, raise the limit of its mapping gateway or account."
                .into(),
        );
        steps.push(
            "If not, have the customer spread its calls: a dialler that sends them in batches hits a limit \
            that its average does not."
                .into(),
        );
        FindingWords {
            title: format!("{account} hits its limit of {kind}"),
            sentence: format!(
                "{} of {} of {account} were refused with {name} ({}).{measured}{enough}{worst}",
                EN.count(*refused),
                calls(*all),
                percent_of(*refused, *all)
            ),
            steps,
        }
    }
}

impl Said for CallsCut {
    fn said(&self, about: About<'_>) -> FindingWords {
        let CallsCut { reason, class, cut, at_once } = self;
        let (account, name) = (about.account(), about.reason(reason));
        let mut steps: Vec<Cow<'static, str>> = Vec::new();
        steps.extend(about.advice(reason));
        if *class == Outcome::Unknown {
            steps.push(NOT_PUBLISHED.into());
        }
        if let Some((at, count)) = at_once {
            steps.push(
                "Look at the balance of the account at that minute, and whether the calls after it were refused."
                    .into(),
            );
            return FindingWords {
                title: format!("Calls of {account} were cut at one moment"),
                sentence: format!(
                    "{} of {account} that were up at {} were ended by the switch in that minute, with {name}.",
                    calls(*count),
                    EN.moment(*at, about.zone)
                ),
                steps,
            };
        }
        steps.push(
            "Nothing is wrong if these are calling cards; otherwise look at the balance that the account is given."
                .into(),
        );
        FindingWords {
            title: format!("Prepaid time of {account} is used up during calls"),
            sentence: format!(
                "{} of {account} were ended by the switch with {name}, after {} on average; {} of them lasted whole \
                    minutes, as prepaid time does.",
                calls(cut.calls),
                EN.duration(Duration(cut.talk_seconds as f64 / cut.calls.max(1) as f64)),
                EN.count(cut.whole_minutes)
            ),
            steps,
        }
    }
}
