//! Many addresses that try numbers together, each with so few calls that none of them is a [`super::scanner`]: refused
//! as illegal or for failed logins, nothing answered, and either within hours or all of them at the same few numbers.
//!
//! Addresses of one's own phones are refused so too, when a password or the switch's address was changed: these have
//! few calls each as well, but not at the same numbers, so that the finding is surer where the numbers are the same.

use super::super::picture::Picture;
use super::scanner;
use crate::rules::FindingKind;
use crate::rules::{Confidence, Finding, RuleId, Severity, Stake};
use calls::EpochMillis;
use knowledge::Outcome;
use query::{Distinct, FilterField, Source, kebab_name};
use sorting::Sort;
use std::collections::BTreeMap;

/// From when on it is one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    /// So many addresses at least...
    pub(super) addresses: usize,
    /// ...with so many calls together...
    pub(super) calls: u64,
    /// ...whose first calls all are within so many hours, and whose last ones are no later after their first...
    pub(super) hours: i64,
    /// ...or of which so many go to each different number, on average.
    pub(super) calls_a_number: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { addresses: 20, calls: 100, hours: 6, calls_a_number: 10 }
    }
}

/// A filter names so many addresses at most: an address of the page has to hold them.
const MOST_NAMED: usize = 100;

/// The numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadAttack {
    /// How many addresses.
    pub addresses: u64,
    /// All their calls.
    pub attempts: u64,
    /// Those refused as illegal.
    pub illegal: u64,
    /// The calls of the address with the most.
    pub most_of_one: u64,
    /// Different numbers that they called, [`query::Distinct::ERROR_PERCENT`] off.
    pub callees: u64,
    /// They call the same few numbers.
    pub same_numbers: bool,
    /// From the first call to the last; of several times, each.
    pub times: Vec<(EpochMillis, EpochMillis)>,
    /// Calls refused as illegal from further addresses, too many to be told apart.
    pub untold: u64,
}

pub(super) fn find(picture: &Picture, thresholds: &Thresholds) -> Vec<Finding> {
    let call_sources = &picture.signs.call_sources;
    attack(&call_sources.addresses, thresholds)
        .map(|attack| finding(picture, &attack, call_sources.untold_illegal))
        .into_iter()
        .collect()
}

/// The addresses that take part in such an attack, by the usual thresholds.
pub(crate) fn addresses(sources: &BTreeMap<String, Source>) -> Vec<&str> {
    let attack = attack(sources, &Thresholds::default());
    attack.map_or(Vec::new(), |attack| attack.sources.into_iter().map(|(address, _)| address).collect())
}

struct Attack<'a> {
    sources: Vec<(&'a str, &'a Source)>,
    callees: u64,
    same_numbers: bool,
    times: Vec<(EpochMillis, EpochMillis)>,
}

fn attack<'a>(sources: &'a BTreeMap<String, Source>, thresholds: &Thresholds) -> Option<Attack<'a>> {
    let of_scanner = scanner::Thresholds::default();
    let is_candidate = |source: &Source| {
        source.answered == 0
            && source.illegal > 0
            && source.illegal * 100 >= source.attempts * of_scanner.illegal_percent
            && !scanner::is_scanner(&of_scanner, source)
    };
    let mut all: Vec<(&str, &Source)> = sources
        .iter()
        .filter(|(_, source)| is_candidate(source))
        .map(|(address, source)| (&**address, source))
        .collect();
    // By name among equals: the map has them so.
    all.order_by_key(|(_, source)| source.starts.first);
    if !are_many(&all, thresholds) {
        return None;
    }
    let numbers = callees(&all);
    if attempts(&all) >= numbers.saturating_mul(thresholds.calls_a_number) {
        let last = all.iter().map(|(_, source)| source.starts.last).max()?;
        let times = vec![(all[0].1.starts.first, last)];
        return Some(Attack { callees: numbers, same_numbers: true, times, sources: all });
    }
    let millis = thresholds.hours * 3_600_000;
    all.retain(|(_, source)| source.starts.last.0.saturating_sub(source.starts.first.0) <= millis);
    let mut taken: Vec<(&str, &Source)> = Vec::new();
    let mut times: Vec<(EpochMillis, EpochMillis)> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let until = all[at].1.starts.first.0.saturating_add(millis);
        let together = &all[at..at + all[at..].partition_point(|(_, source)| source.starts.first.0 <= until)];
        if !are_many(together, thresholds) {
            at += 1;
            continue;
        }
        let first = together[0].1.starts.first;
        let last = together.iter().map(|(_, source)| source.starts.last).max()?;
        match times.last_mut() {
            // It goes on.
            Some(time) if first.0.saturating_sub(time.1.0) <= millis => time.1 = time.1.max(last),
            _ => times.push((first, last)),
        }
        taken.extend(together);
        at += together.len();
    }
    (!taken.is_empty()).then(|| Attack { callees: callees(&taken), same_numbers: false, times, sources: taken })
}

fn are_many(sources: &[(&str, &Source)], thresholds: &Thresholds) -> bool {
    sources.len() >= thresholds.addresses && attempts(sources) >= thresholds.calls
}

fn attempts(sources: &[(&str, &Source)]) -> u64 {
    sources.iter().map(|(_, source)| source.attempts).sum()
}

/// How many different numbers all of them called.
fn callees(sources: &[(&str, &Source)]) -> u64 {
    let mut all = Distinct::default();
    sources.iter().for_each(|(_, source)| all.merge(&source.callees));
    all.estimate().clamp(1, attempts(sources).max(1))
}

fn finding(picture: &Picture, attack: &Attack<'_>, untold: u64) -> Finding {
    let sources = &attack.sources;
    let (first, last) = (attack.times[0].0, attack.times[attack.times.len() - 1].1);
    let numbers = SpreadAttack {
        addresses: sources.len() as u64,
        attempts: attempts(sources),
        illegal: sources.iter().map(|(_, source)| source.illegal).sum(),
        most_of_one: sources.iter().map(|(_, source)| source.attempts).max().unwrap_or_default(),
        callees: attack.callees,
        same_numbers: attack.same_numbers,
        times: attack.times.clone(),
        untold,
    };
    let period = (first, EpochMillis(last.0.saturating_add(1)));
    let mut filter = picture.filter(&[], Some(period));
    filter.set(FilterField::Class, &kebab_name(&Outcome::Security));
    if sources.len() <= MOST_NAMED {
        let named: Vec<String> = sources.iter().map(|(address, _)| query::quoted(address)).collect();
        filter.set(FilterField::CallerIp, &named.join(", "));
    }
    Finding {
        rule: RuleId::SpreadAttack,
        about: Vec::new(),
        stake: Stake::calls(numbers.illegal),
        since: Some(first),
        until: (!picture.is_at_the_end(last)).then_some(last),
        severity: Severity::Serious,
        confidence: Confidence::by_calls(numbers.attempts).only_if(numbers.same_numbers),
        filter,
        reference: ["forbidden-403", "unauthorized-401", "tool-registration-analysis"]
            .map(|topic| format!("topic/{topic}"))
            .into(),
        kind: FindingKind::SpreadAttack(numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scenario;

    /// So many addresses with three refused calls each, one address every so many minutes.
    fn with(addresses: usize, minutes: usize, number: impl Fn(usize) -> String) -> Scenario {
        Scenario::new().ordinary(300, &["C1", "C2"], &["V1"]).calls(addresses * 3, |at, call| {
            call.refused(-9);
            let (account, origin) = (String::new(), String::new());
            (call.account, call.origin, call.caller) = (account, origin, "1001".to_owned());
            (call.caller_ip, call.callee) = (format!("198.51.100.{}", at / 3), number(at));
            call.start = 3_600_000 + ((at / 3 * minutes) * 60 + at % 3) as i64 * 1000;
        })
    }

    fn anything(at: usize) -> String {
        format!("4420794{:05}", at * 7919 % 100_000)
    }

    fn numbers(found: &[Finding]) -> (&Finding, &SpreadAttack) {
        let [finding] = found else { panic!("{found:?}") };
        let FindingKind::SpreadAttack(numbers) = &finding.kind else { panic!() };
        (finding, numbers)
    }

    #[test]
    fn many_addresses_within_hours() {
        let scenario = with(60, 2, anything);
        let found = scenario.found(RuleId::SpreadAttack);
        let (finding, numbers) = numbers(&found);
        assert_eq!((numbers.addresses, numbers.attempts, numbers.illegal, numbers.most_of_one), (60, 180, 180, 3));
        assert_eq!((numbers.same_numbers, numbers.times.len(), numbers.untold), (false, 1, 0));
        assert!((140..=180).contains(&numbers.callees), "{numbers:?}");
        assert_eq!(finding.since.unwrap().rfc3339(), "2026-03-02T01:00:00Z");
        assert_eq!(finding.until.unwrap().rfc3339(), "2026-03-02T02:58:02Z");
        assert_eq!((finding.severity, finding.confidence), (Severity::Serious, Confidence::Medium));
        assert_eq!(scenario.found(RuleId::Scanner), [], "none of them is one by itself");
        assert_eq!(addresses(&scenario.picture().signs.call_sources.addresses).len(), 60);
    }

    #[test]
    fn the_same_numbers_over_a_day() {
        let found = with(40, 30, |at| format!("44207946000{}", at % 4)).found(RuleId::SpreadAttack);
        let (finding, numbers) = numbers(&found);
        assert_eq!((numbers.addresses, numbers.callees, numbers.same_numbers), (40, 4, true));
        assert_eq!(finding.confidence, Confidence::High);
    }

    #[test]
    fn two_nights_are_two_times() {
        let nights = Scenario::new().ordinary(300, &["C1"], &["V1"]).calls(240, |at, call| {
            call.refused(-9);
            (call.caller_ip, call.callee) = (format!("198.51.100.{}", at / 3), anything(at));
            call.start = (at / 120) as i64 * 72_000_000 + (at % 120) as i64 * 60_000;
        });
        let found = nights.found(RuleId::SpreadAttack);
        assert_eq!(numbers(&found).1.times.len(), 2);
    }

    #[test]
    fn a_few_and_those_over_a_day_and_those_of_customers_are_none() {
        assert_eq!(with(19, 2, anything).found(RuleId::SpreadAttack), [], "few addresses");
        assert_eq!(
            with(60, 24, anything).found(RuleId::SpreadAttack),
            [],
            "over a day, at any number: 15 in six hours"
        );
        let answered = with(60, 2, anything).calls(60, |at, call| call.caller_ip = format!("198.51.100.{at}"));
        assert_eq!(answered.found(RuleId::SpreadAttack), [], "customers whose callers are on a blacklist");
        assert_eq!(Scenario::new().ordinary(300, &["C1"], &["V1"]).found(RuleId::SpreadAttack), []);
    }
}
