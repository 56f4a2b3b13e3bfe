//! The guide's table of end reasons and billing, beside what the calls say.

use knowledge::{Billable, Family, Reason, reasons};
use query::{Amount, Measures, Table};

/// A row of the guide's table.
#[derive(Debug, Clone)]
pub struct BillingImpact {
    /// The guide's reason, with what the guide says of its billing.
    pub reason: &'static Reason,
    /// The end reasons that were counted, by their keys in the table.
    pub of: Vec<String>,
    /// Their sums.
    pub measures: Measures,
    /// Whether they are as the guide says.
    pub agreement: Agreement,
}

/// Whether calls are as the guide says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// No call ended so.
    NoCalls,
    /// The files do not say enough.
    NotSaid,
    /// They are.
    Agrees,
    /// They are not billable, and so much was charged.
    Charged(Amount),
    /// They are billable, and of so many answered ones the fee is 0 or there is no account.
    Unbilled(u64),
}

/// The guide's table, in its order, with the sums of a table by [`query::Dimension::EndReason`]. `reason_of` gives the
/// facts of an end reason by its key. What live systems and words have for a reason of the guide counts as that: the
/// first, where it may be one of several. What vendors answer does not: a refusal of theirs is none of the switch's
/// billing.
pub fn billing_impact(by_reason: &Table, reason_of: impl Fn(&str) -> Option<&'static Reason>) -> Vec<BillingImpact> {
    let mut impacts: Vec<BillingImpact> = reasons()
        .filter(|reason| reason.family == Family::Guide && reason.billable.is_some())
        .map(|reason| BillingImpact {
            reason,
            of: Vec::new(),
            measures: Measures::default(),
            agreement: Agreement::NoCalls,
        })
        .collect();
    for row in &by_reason.rows {
        let Some(key) = row.key.first().cloned().flatten() else { continue };
        let Some(code) = reason_of(&key).and_then(guide_code) else { continue };
        if let Some(impact) = impacts.iter_mut().find(|impact| impact.reason.code == code) {
            impact.of.push(key);
            impact.measures.merge(&row.measures);
        }
    }
    impacts.iter_mut().for_each(|impact| impact.agreement = agreement(impact.reason, &impact.measures));
    impacts
}

/// What a reason of the switch is in the guide.
fn guide_code(reason: &'static Reason) -> Option<i32> {
    match reason.family {
        Family::Guide => Some(reason.code),
        Family::Server | Family::Text => reason.counterparts(Family::Guide).first().map(|guide| guide.code),
        Family::Sip | Family::Q850 | Family::Disposition => None,
    }
}

fn agreement(reason: &Reason, measures: &Measures) -> Agreement {
    if measures.calls == 0 {
        return Agreement::NoCalls;
    }
    let unbilled = measures.answered_free.max(measures.answered_unbooked);
    match reason.billable {
        Some(Billable::No) if measures.fee.0 > 0 => Agreement::Charged(measures.fee),
        Some(Billable::Yes | Billable::Partial) if unbilled > 0 => Agreement::Unbilled(unbilled),
        _ if measures.fee_known == 0 => Agreement::NotSaid,
        _ => Agreement::Agrees,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use query::{Dimension, TableRow};
    use reference::Entry;
    use reference::EntryLink;

    fn impacts(rows: &[(&str, Measures)]) -> Vec<(i32, u64, Agreement)> {
        let row = |(key, measures): &(&str, Measures)| TableRow {
            key: vec![Some((*key).to_owned())],
            measures: measures.clone(),
        };
        let table = Table { by: vec![Dimension::EndReason], rows: rows.iter().map(row).collect(), ..Table::default() };
        let reason_of = |key: &str| reasons().find(|reason| Entry::Reason(reason).link() == EntryLink::parse(key));
        let impacts = billing_impact(&table, reason_of);
        impacts.into_iter().map(|impact| (impact.reason.code, impact.measures.calls, impact.agreement)).collect()
    }

    fn of(calls: u64, fee: Option<i128>) -> Measures {
        let fee_known = if fee.is_some() { calls } else { 0 };
        Measures { calls, fee: Amount(fee.unwrap_or_default()), fee_known, ..Measures::default() }
    }

    #[test]
    fn the_guides_five_rows() {
        let codes: Vec<i32> = impacts(&[]).into_iter().map(|(code, ..)| code).collect();
        assert_eq!(codes, [1, 6, 7, 8, 24]);
        assert!(impacts(&[]).iter().all(|(.., agreement)| *agreement == Agreement::NoCalls));
    }

    #[test]
    fn calls_agree_or_not() {
        let unbilled = Measures { answered: 9, answered_free: 2, ..of(10, Some(7)) };
        let found = impacts(&[
            ("guide/1", unbilled),
            ("guide/6", of(4, Some(0))),
            ("guide/7", of(3, None)),
            ("guide/8", of(2, Some(50))),
            ("sip/403", of(99, Some(0))),
        ]);
        let expected = [
            (1, 10, Agreement::Unbilled(2)),
            (6, 4, Agreement::Agrees),
            (7, 3, Agreement::NotSaid),
            (8, 2, Agreement::Charged(Amount(50))),
            (24, 0, Agreement::NoCalls),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn words_count_as_the_guides_first_and_vendors_answers_do_not() {
        let found = impacts(&[
            ("text/no-available-route", of(5, Some(0))),
            ("text/rate-not-found", of(3, Some(0))),
            ("guide/7", of(1, Some(0))),
            ("sip/404", of(99, Some(0))),
            ("server/-69", of(99, Some(0))),
        ]);
        let calls: Vec<_> = found.into_iter().map(|(code, calls, _)| (code, calls)).collect();
        assert_eq!(calls, [(1, 0), (6, 5), (7, 4), (8, 0), (24, 0)]);
    }
}
