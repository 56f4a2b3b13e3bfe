//! All findings, in the order in which a person should look at them.

use super::picture::Picture;
use super::rules::RULES;
use super::rules::{AndMore, FindingKind};
use super::rules::{Finding, Stake};
use query::{Amount, Filter};
use sorting::Sort;
use std::cmp::Ordering;

/// A rule tells so many findings; the others are summed up in one, so that no rule hides the others.
pub(super) const MOST_OF_A_RULE: usize = 5;

/// What all rules find, the most urgent first.
pub fn findings(picture: &Picture) -> Vec<Finding> {
    let a_call = fee_of_a_call(picture);
    let order = |one: &Finding, other: &Finding| compared(one, other, a_call);
    let mut all = Vec::new();
    for rule in RULES {
        let mut found = rule(picture);
        found.order_by(order);
        let others = if found.len() > MOST_OF_A_RULE + 1 { found.split_off(MOST_OF_A_RULE) } else { Vec::new() };
        all.extend(found);
        all.extend(summed_up(&others));
    }
    all.order_by(order);
    all
}

/// The order of findings: the more severe first, then those with more at stake, then the surer. Rules and names decide
/// between equals, so that the order is always the same.
fn compared(one: &Finding, other: &Finding, a_call: Option<f64>) -> Ordering {
    let worth = |finding: &Finding| worth(&finding.stake, a_call);
    other
        .severity
        .cmp(&one.severity)
        .then_with(|| worth(other).total_cmp(&worth(one)))
        .then(other.confidence.cmp(&one.confidence))
        .then_with(|| one.rule.cmp(&other.rule))
        .then_with(|| one.about.cmp(&other.about))
}

/// What is at stake, so that money and calls compare: the money where it is told, otherwise for each call what a call
/// brings on average; only calls where the files have no fees.
fn worth(stake: &Stake, a_call: Option<f64>) -> f64 {
    match (stake.money, a_call) {
        (Some(money), Some(_)) => money.units(),
        (_, Some(fee)) => stake.calls as f64 * fee,
        (_, None) => stake.calls as f64,
    }
}

/// What a call brings on average, answered or not; `None` where that is nothing or not known.
fn fee_of_a_call(picture: &Picture) -> Option<f64> {
    let all = picture.total();
    (all.fee_known > 0 && all.fee.0 > 0).then(|| all.fee.units() / all.fee_known as f64)
}

/// One finding for several of a rule.
fn summed_up(others: &[Finding]) -> Option<Finding> {
    let first = others.first()?;
    let money = others.iter().filter_map(|finding| finding.stake.money).map(|money| money.0);
    let stake = Stake {
        calls: others.iter().map(|finding| finding.stake.calls).sum(),
        money: others.iter().any(|finding| finding.stake.money.is_some()).then(|| Amount(money.sum())),
        is_estimate: others.iter().any(|finding| finding.stake.is_estimate),
    };
    Some(Finding {
        rule: first.rule,
        about: Vec::new(),
        kind: FindingKind::AndMore(AndMore { findings: others.len() as u64 }),
        stake,
        since: None,
        until: None,
        severity: others.iter().map(|finding| finding.severity).max().unwrap_or(first.severity),
        confidence: others.iter().map(|finding| finding.confidence).min().unwrap_or(first.confidence),
        filter: Filter::default(),
        reference: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::rules::{Confidence, RuleId, Severity};
    use super::*;
    use query::Dimension;

    fn finding(severity: Severity, stake: Stake, confidence: Confidence) -> Finding {
        Finding {
            rule: RuleId::Scanner,
            about: vec![(Dimension::CallerIp, Some("192.0.2.1".to_owned()))],
            kind: FindingKind::AndMore(AndMore { findings: 1 }),
            stake,
            since: None,
            until: None,
            severity,
            confidence,
            filter: Filter::default(),
            reference: Vec::new(),
        }
    }

    #[test]
    fn severity_then_what_is_at_stake_then_how_sure_it_is() {
        let money = |units: f64| Stake::known(1, Amount::of_units(units));
        let order = [
            finding(Severity::Serious, money(9.0), Confidence::Low),
            // 400 calls at 0.02 are 8.
            finding(Severity::Serious, Stake::calls(400), Confidence::High),
            finding(Severity::Serious, Stake::calls(400), Confidence::Medium),
            finding(Severity::Serious, money(7.0), Confidence::High),
            finding(Severity::Warning, money(99.0), Confidence::High),
            finding(Severity::Notice, money(999.0), Confidence::High),
        ];
        let mut shuffled: Vec<Finding> = [3, 5, 1, 0, 4, 2].map(|at| order[at].clone()).into();
        shuffled.order_by(|one, other| compared(one, other, Some(0.02)));
        assert_eq!(shuffled, order);
        // Without fees there are only calls.
        assert_eq!(worth(&Stake::calls(400), None), 400.0);
        assert_eq!(worth(&money(9.0), None), 1.0);
    }

    #[test]
    fn what_is_summed_up_adds_up() {
        let others = [
            finding(Severity::Warning, Stake::calls(3), Confidence::High),
            finding(Severity::Notice, Stake::estimated(4, Some(Amount(5))), Confidence::Low),
        ];
        let sum = summed_up(&others).unwrap();
        assert_eq!(sum.stake, Stake { calls: 7, money: Some(Amount(5)), is_estimate: true });
        assert_eq!((sum.severity, sum.confidence), (Severity::Warning, Confidence::Low));
        assert_eq!(summed_up(&[]), None);
    }
}
