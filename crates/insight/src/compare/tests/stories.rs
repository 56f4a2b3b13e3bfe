//! Stories of made calls.

use super::super::*;
use crate::texts::ChangeTexts;
use query::{LeftOut, TableRow};
use std::collections::BTreeMap;
use words::Language;

/// Calls that are alike.
#[derive(Debug, Clone, Copy)]
struct Cell {
    vendor: &'static str,
    account: &'static str,
    hour: usize,
    reason: &'static str,
    calls: u64,
    answered: u64,
}

/// Four vendors, two accounts, every hour: half of the calls are answered, 30 % are busy, 20 % are not there.
fn usual(calls: u64) -> Vec<Cell> {
    let mut cells = Vec::new();
    for vendor in ["vendor01", "vendor02", "vendor03", "vendor07"] {
        for account in ["C1", "C2"] {
            for hour in 0..24 {
                let cell = Cell { vendor, account, hour, reason: "server/-7", calls: calls / 2, answered: calls / 2 };
                cells.push(cell);
                cells.push(Cell { reason: "sip/486", calls: calls * 3 / 10, answered: 0, ..cell });
                cells.push(Cell { reason: "sip/480", calls: calls / 5, answered: 0, ..cell });
            }
        }
    }
    cells
}

fn tables(cells: &[Cell], specs: Vec<TableSpec>) -> Vec<Table> {
    specs.into_iter().map(|spec| one_table(cells, spec.by)).collect()
}

fn one_table(cells: &[Cell], by: Vec<Dimension>) -> Table {
    let mut rows: BTreeMap<Vec<Option<String>>, Measures> = BTreeMap::new();
    for cell in cells {
        let part = |by: &Dimension| match by {
            Dimension::TerminatingGateway => Some(cell.vendor.to_owned()),
            Dimension::Account => Some(cell.account.to_owned()),
            Dimension::HourOfDay => Some(cell.hour.to_string()),
            Dimension::EndReason => Some(cell.reason.to_owned()),
            Dimension::Class => Some(if cell.reason == "sip/503" { "capacity" } else { "user-busy" }.to_owned()),
            // All calls are of one origin and to one destination.
            _ => Some("1".to_owned()),
        };
        let sums = Measures { calls: cell.calls, answered: cell.answered, ..Measures::default() };
        rows.entry(by.iter().map(part).collect()).or_default().merge(&sums);
    }
    let rows = rows.into_iter().map(|(key, measures)| TableRow { key, measures }).collect();
    Table { by, rows, left_out: LeftOut::default() }
}

fn explained(before: &[Cell], after: &[Cell], metric: Metric) -> ChangeExplanation {
    let explain = |specs: &[TableSpec]| {
        let both = [before, after].map(|cells| tables(cells, specs.to_vec()));
        Compare { before: &both[0], after: &both[1], basis: Basis::Totals }.explain(metric).unwrap()
    };
    let mut specs = Compare::table_specs();
    let first = explain(&specs).first;
    specs.extend(first.iter().flat_map(|first| Compare::table_specs_within(first.dimension)));
    explain(&specs)
}

fn told(explanation: &ChangeExplanation) -> String {
    Language::English.explanation(explanation, |by, key| match by {
        Dimension::EndReason => "Service Unavailable".to_owned(),
        _ => key.unwrap_or_default().to_owned(),
    })
}

#[test]
fn a_vendor_that_is_congested_for_two_hours() {
    let after: Vec<Cell> = usual(10_000)
        .into_iter()
        .map(|cell| match cell {
            Cell { vendor: "vendor07", hour: 14 | 15, .. } => Cell { reason: "sip/503", answered: 0, ..cell },
            Cell { vendor: "vendor01", reason: "server/-7", calls, .. } => Cell { answered: calls - 45, ..cell },
            _ => cell,
        })
        .collect();
    let explanation = explained(&usual(10_000), &after, Metric::Asr);
    // 2 hours · 2 accounts · 5,000 of 1,920,000 calls, and 24 · 2 · 45 of vendor01.
    assert_eq!(explanation.from, 50.0);
    assert!((explanation.from - explanation.to - 22_160.0 / 19_200.0).abs() < 1e-9, "{}", explanation.to);
    let first = explanation.first.as_ref().unwrap();
    assert_eq!((first.dimension, first.key.as_deref()), (Dimension::TerminatingGateway, Some("vendor07")));
    assert!((first.share_percent - 2_000_000.0 / 22_160.0).abs() < 1e-6, "{}", first.share_percent);
    let second = explanation.second.as_ref().unwrap();
    assert_eq!((second.dimension, second.key.as_deref()), (Dimension::EndReason, Some("sip/503")));
    assert_eq!(explanation.hours.map(|hours| (hours.from, hours.to)), Some((14, 16)));
    assert!(!explanation.may_be_chance && explanation.with.is_empty());
    assert_eq!(
        told(&explanation),
        "ASR fell from 50.0 % to 48.8 %; 90 % of it is vendor07, code 503 (Service Unavailable), 14:00 to 16:00."
    );
}

#[test]
fn an_account_that_stops_calling() {
    let mut after = usual(10_000);
    after.retain(|cell| cell.account != "C2" || cell.hour < 12);
    let explanation = explained(&usual(10_000), &after, Metric::Calls);
    let first = explanation.first.as_ref().unwrap();
    assert_eq!((first.dimension, first.key.as_deref()), (Dimension::Account, Some("C2")));
    assert_eq!((first.share_percent, first.contribution.exact), (100.0, Some(-480_000)));
    assert_eq!(
        told(&explanation),
        "Calls fell from 1,920,000 to 1,440,000; 100 % of it is account C2, 12:00 to 24:00."
    );
}

#[test]
fn an_hour_of_all() {
    let fail = |cell: Cell| if cell.hour == 23 { Cell { reason: "sip/503", answered: 0, ..cell } } else { cell };
    let after: Vec<Cell> = usual(10_000).into_iter().map(fail).collect();
    let explanation = explained(&usual(10_000), &after, Metric::Asr);
    // No vendor and no account: what became of the calls is all that tells them apart.
    let first = explanation.first.as_ref().unwrap();
    assert_eq!((first.dimension, first.key.as_deref()), (Dimension::EndReason, Some("sip/503")));
    assert_eq!(explanation.hours.map(|hours| (hours.from, hours.to)), Some((23, 24)));
}

#[test]
fn two_vendors_together() {
    let fail = |cell: Cell| match cell {
        Cell { vendor: "vendor02" | "vendor03", reason: "server/-7", .. } => {
            Cell { reason: "sip/503", answered: 0, ..cell }
        }
        _ => cell,
    };
    let after: Vec<Cell> = usual(10_000).into_iter().map(fail).collect();
    let explanation = explained(&usual(10_000), &after, Metric::Asr);
    let first = explanation.first.as_ref().unwrap();
    assert_eq!((first.key.as_deref(), explanation.with.len()), (Some("vendor02"), 1));
    let text = told(&explanation);
    assert!(
        text.ends_with("50 % of it is vendor02, code 503 (Service Unavailable). Together with vendor03 it is 100 %."),
        "{text}"
    );
}

#[test]
fn nothing_changed() {
    let explanation = explained(&usual(10_000), &usual(10_000), Metric::Asr);
    assert_eq!((&explanation.first, &explanation.second, explanation.hours), (&None, &None, None));
    assert_eq!(told(&explanation), "ASR stayed at 50.0 %.");
}

#[test]
fn few_calls_are_said() {
    let few = |answered| {
        let cell = Cell { vendor: "V1", account: "C1", hour: 1, reason: "server/-7", calls: 20, answered };
        vec![cell, Cell { vendor: "V2", answered: 10, ..cell }]
    };
    let explanation = explained(&few(10), &few(8)[..1], Metric::Asr);
    assert!(explanation.may_be_chance);
    assert!(
        told(&explanation).ends_with(" So small a change may be chance. One side has 20 calls only."),
        "{}",
        told(&explanation)
    );
}
