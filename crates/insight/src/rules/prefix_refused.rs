//! No route, or no rate, for a prefix: the switch refuses every call of an account to it, and others reach it (or
//! nobody does).
//!
//! Published reasons say which of both it is (the guide's 6, 7 and 22, -69, and the words of clients); for others it is
//! found by the calls alone.

use super::super::named_rows::{by_first, named_pairs};
use super::super::picture::{PREFIX, Picture};
use super::account_refused;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use knowledge::Outcome;
use query::{Dimension, Measures, RefusalKey};
use sorting::{Ordered, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many calls of an account to a prefix at least, all of them refused.
    pub(super) calls: u64,
    /// Others reach it if they have so many calls there.
    pub(super) calls_of_others: u64,
    /// And so high an answer ratio, in percent.
    pub(super) asr_of_others: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { calls: 20, calls_of_others: 20, asr_of_others: 10.0 }
    }
}

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefixRefused {
    /// The prefixes, each with its refused calls; the most calls first.
    pub prefixes: Vec<(String, u64)>,
    /// The accounts; one, where others reach the prefixes.
    pub accounts: Vec<String>,
    /// The end reason that most of the calls have, as a filter has it, and its class.
    pub reason: Option<(String, Outcome)>,
    /// The calls that others have there, and how many of these were answered; `None` where these are too few to say
    /// that others reach it.
    pub others: Option<(u64, u64)>,
    /// Those too few.
    pub too_few: (u64, u64),
}

/// An account and a prefix of which all calls are refused.
struct Pair<'a> {
    account: &'a str,
    prefix: &'a str,
    measures: &'a Measures,
    reason: Option<String>,
    others: Option<(u64, u64)>,
    too_few: (u64, u64),
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let mut groups: BTreeMap<(Option<&str>, Option<String>), Vec<Pair<'_>>> = BTreeMap::new();
    for pair in pairs(picture, thresholds) {
        let account = pair.others.map(|_| pair.account);
        groups.entry((account, pair.reason.clone())).or_default().push(pair);
    }
    groups.into_values().map(|pairs| finding(picture, pairs)).collect()
}

/// The accounts and reasons that it finds.
pub(super) fn claimed(picture: &Picture) -> BTreeSet<RefusalKey> {
    let pairs = pairs(picture, &Thresholds::default());
    pairs.into_iter().filter_map(|pair| Some((Some(pair.account.to_owned()), pair.reason?))).ordered_set()
}

/// The calls that it finds, by prefix and end reason.
pub(super) fn calls_of_prefixes(picture: &Picture) -> BTreeMap<(String, String), u64> {
    let mut calls = BTreeMap::new();
    for pair in pairs(picture, &Thresholds::default()) {
        if let Some(reason) = pair.reason {
            *calls.entry((pair.prefix.to_owned(), reason)).or_default() += pair.measures.calls;
        }
    }
    calls
}

fn pairs<'a>(picture: &'a Picture, thresholds: &Thresholds) -> Vec<Pair<'a>> {
    let accounts = by_first(&picture.account_prefixes);
    let of_accounts = account_refused::claimed(picture);
    let lacking = picture.account_prefixes.left_out.lacking_calls;
    let mut of_prefix: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (_, prefix, measures) in named_pairs(&picture.account_prefixes) {
        let sums = of_prefix.entry(prefix).or_default();
        *sums = (sums.0 + measures.calls, sums.1 + measures.answered);
    }
    let mut found = Vec::new();
    for (account, prefix, measures) in named_pairs(&picture.account_prefixes) {
        let reaches_something = accounts.get(account).is_some_and(|all| all.answered > 0);
        // A row may lack calls that were answered.
        if measures.calls < thresholds.calls + lacking * 2 || !is_refused(measures) || !reaches_something {
            continue;
        }
        let reason = reason_of(picture, account, prefix, &of_accounts);
        let class = reason.as_ref().and_then(|reason| picture.context.reason(Some(reason))).map(|seen| seen.class);
        let is_one =
            matches!(class, Some(Outcome::NoRoute | Outcome::Billing | Outcome::Unknown | Outcome::NumberWrong));
        if !is_one {
            continue;
        }
        let (calls, answered) = of_prefix.get(prefix).copied().unwrap_or_default();
        let others = (calls - measures.calls, answered);
        let is_reached = others.0 >= thresholds.calls_of_others
            && others.1 as f64 * 100.0 >= others.0 as f64 * thresholds.asr_of_others;
        let (others, too_few) = if is_reached { (Some(others), (0, 0)) } else { (None, others) };
        found.push(Pair { account, prefix, measures, reason, others, too_few });
    }
    found
}

/// None was answered, and none reached a vendor, or, where the file does not say that, the server ended all.
fn is_refused(measures: &Measures) -> bool {
    let [_, _, by_server] = measures.hung_up;
    measures.answered == 0
        && if measures.vendor_known > 0 { measures.vendor_reached == 0 } else { by_server == measures.calls }
}

/// The reason that the account's refusals and the prefix's calls have in common: the one with the most calls in both,
/// but for those that the account is refused for wherever it calls.
fn reason_of(picture: &Picture, account: &str, prefix: &str, of_accounts: &BTreeSet<RefusalKey>) -> Option<String> {
    let of_account = picture.signs.refusals.iter().filter(|(key, _)| key.0.as_deref() == Some(account));
    let in_both = of_account.filter(|(key, _)| !of_accounts.contains(key)).filter_map(|(key, refusal)| {
        let row = picture.prefix_reasons.find(&[Some(prefix), Some(&key.1)])?;
        Some((refusal.calls.min(row.measures.calls), &key.1))
    });
    in_both.max().map(|(_, reason)| reason.clone())
}

fn finding(picture: &Picture, mut pairs: Vec<Pair<'_>>) -> Finding {
    pairs.order_by_key(|pair| std::cmp::Reverse(pair.measures.calls));
    let calls = pairs.iter().map(|pair| pair.measures.calls).sum();
    let mut prefixes: BTreeMap<&str, u64> = BTreeMap::new();
    pairs.iter().for_each(|pair| *prefixes.entry(pair.prefix).or_default() += pair.measures.calls);
    let mut prefixes: Vec<(String, u64)> =
        prefixes.into_iter().map(|(prefix, calls)| (prefix.to_owned(), calls)).collect();
    prefixes.order_by_key(|(_, calls)| std::cmp::Reverse(*calls));
    let accounts: BTreeSet<&str> = pairs.iter().map(|pair| pair.account).ordered_set();
    let others = pairs.iter().filter_map(|pair| pair.others).reduce(|one, other| (one.0 + other.0, one.1 + other.1));
    let too_few = too_few(&pairs);
    let reason = pairs[0].reason.clone().and_then(|reason| {
        let class = picture.context.reason(Some(&reason))?.class;
        Some((reason, class))
    });
    let class = reason.as_ref().map(|(_, class)| *class);
    let expected = others.map_or(0.0, |(calls_of_others, answered)| answered as f64 / calls_of_others as f64);
    let sums = by_first(&picture.account_prefixes);
    let money = picture.lost_revenue(accounts.first().and_then(|account| sums.get(account)), expected * calls as f64);
    let severity = match others {
        Some(_) => Severity::Serious,
        // Dialled as at home, without the country code: nobody reaches such a number.
        None if prefixes.iter().all(|(prefix, _)| prefix.starts_with('0')) => Severity::Notice,
        None => Severity::Warning,
    };
    let mut filter = picture.filter(&[], None);
    filter.set(query::FilterField::Prefix, &list(prefixes.iter().map(|(prefix, _)| prefix.as_str())));
    filter.set(query::FilterField::Account, &list(accounts.iter().copied()));
    let about = match (others, prefixes.as_slice()) {
        (Some(_), [(prefix, _)]) => {
            vec![(Dimension::Account, Some(pairs[0].account.to_owned())), (PREFIX, Some(prefix.clone()))]
        }
        (Some(_), _) => vec![(Dimension::Account, Some(pairs[0].account.to_owned()))],
        (None, _) => prefixes.iter().map(|(prefix, _)| (PREFIX, Some(prefix.clone()))).collect(),
    };
    Finding {
        rule: RuleId::PrefixRefused,
        about,
        stake: Stake::estimated(calls, money),
        since: None,
        until: None,
        severity,
        confidence: Confidence::by_calls(calls).only_if(class.is_some_and(|class| class != Outcome::Unknown)),
        filter,
        reference: reason.as_ref().map_or(Vec::new(), |(reason, _)| {
            picture.links(reason, &["files-called-gateway", "not-found-404", "question-billing-reasons"])
        }),
        kind: FindingKind::PrefixRefused(PrefixRefused {
            prefixes,
            accounts: accounts.into_iter().map(str::to_owned).collect(),
            reason,
            others,
            too_few,
        }),
    }
}

/// What others have at the prefixes, each counted once: where several accounts are refused there, these are among the
/// others of each other.
fn too_few(pairs: &[Pair<'_>]) -> (u64, u64) {
    let mut of_prefix: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for pair in pairs {
        let (calls, answered) =
            of_prefix.entry(pair.prefix).or_insert((pair.too_few.0 + pair.measures.calls, pair.too_few.1));
        *calls = calls.saturating_sub(pair.measures.calls);
        *answered = pair.too_few.1;
    }
    of_prefix.values().fold((0, 0), |sums, of| (sums.0 + of.0, sums.1 + of.1))
}

/// Names as a list of a filter.
fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(query::quoted).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    fn to_ireland(reason: i32, others: usize) -> Vec<Finding> {
        Scenario::new()
            .ordinary(300, &["C1", "C2"], &["V1"])
            .calls(others, |at, call| {
                (call.account, call.callee) = ("C2".to_owned(), format!("35320915{at:04}"));
                call.at(0, at as i64 * 15);
                if at % 2 == 0 {
                    call.fails(486);
                }
            })
            .calls(60, |at, call| {
                call.refused(reason);
                call.callee = format!("35320915{at:04}");
                call.at(0, at as i64 * 20);
            })
            .found(RuleId::PrefixRefused)
    }

    #[test]
    fn a_prefix_that_one_account_never_reaches() {
        for (reason, confidence) in [(-35, Confidence::Low), (-69, Confidence::Medium)] {
            let found = to_ireland(reason, 50);
            let [finding] = found.as_slice() else { panic!("{found:?}") };
            let FindingKind::PrefixRefused(numbers) = &finding.kind else { panic!() };
            assert_eq!(numbers.prefixes, [("3532".to_owned(), 60)]);
            assert_eq!((numbers.accounts.as_slice(), numbers.others), (["C1".to_owned()].as_slice(), Some((50, 25))));
            assert_eq!((finding.severity, finding.confidence), (Severity::Serious, confidence));
            assert_eq!(numbers.reason.as_ref().unwrap().0, format!("server/{reason}"));
        }
    }

    #[test]
    fn a_prefix_that_nobody_reaches_is_not_as_urgent() {
        let few = to_ireland(-69, 15);
        let FindingKind::PrefixRefused(numbers) = &few[0].kind else { panic!() };
        assert_eq!((few.len(), numbers.others, numbers.too_few), (1, None, (15, 7)), "too few to tell, but some");
        let found = to_ireland(-69, 0);
        let FindingKind::PrefixRefused(numbers) = &found[0].kind else { panic!() };
        assert_eq!(numbers.too_few, (0, 0));
        assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Warning]);
    }

    #[test]
    fn busy_numbers_are_no_missing_route() {
        let scenario = Scenario::new().ordinary(300, &["C1", "C2"], &["V1"]).calls(60, |at, call| {
            call.fails(486);
            call.callee = format!("35320915{at:04}");
        });
        assert_eq!(scenario.found(RuleId::PrefixRefused), []);
    }
}
