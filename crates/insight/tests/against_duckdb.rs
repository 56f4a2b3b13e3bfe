//! Every metric, and every way to split its change, against DuckDB, which knows nothing of this program: a generated
//! file, and the same file asked in SQL.
//!
//! It needs a Python that has PyPI's `duckdb`: `python3`, or the one that `CDR_LENS_PYTHON` names. Where there is none
//! it says so and checks nothing.

// It starts Python.
#![cfg(not(target_family = "wasm"))]

#[path = "against_duckdb/changes.rs"]
mod changes;
#[path = "against_duckdb/changes_explained.rs"]
mod changes_explained;
#[path = "against_duckdb/in_duckdb.rs"]
mod in_duckdb;
#[path = "against_duckdb/splits.rs"]
mod splits;

use calls::{HangUpSide, LocalZone};
use in_duckdb::{Python, Written, key_part, read, sql, with_codes};
use query::{Answer, Dimension, Filter, LoadSpec, Loads, Measures, Query, Table, TableSpec, answer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Delays are counted in steps: see `Delays`.
const DELAY_TOLERANCE: f64 = 0.026;

const GROUPINGS: [(&str, &[Dimension]); 4] = [
    ("vendor", &[Dimension::TerminatingGateway]),
    ("start_ms // 3600000 * 3600000", &[Dimension::Step { minutes: 60 }]),
    ("account, prefix", &[Dimension::Account, Dimension::Prefix { digits: 4 }]),
    (
        "start_ms // 3600000 % 24, answered, vendor",
        &[Dimension::HourOfDay, Dimension::Answered, Dimension::TerminatingGateway],
    ),
];

const LOADS: [(&str, Option<Dimension>); 2] = [("'all'", None), ("vendor", Some(Dimension::TerminatingGateway))];

#[test]
fn every_metric_is_duckdbs() {
    let Some(python) = Python::with_duckdb() else { return };
    let file = Written::new();
    let (session, shard) = read(&file.bytes);
    let mut statements = vec![file.table()];
    for name in ["sums.sql", "ratios.sql"] {
        let with_codes = with_codes(&session, &sql(name));
        statements.extend(GROUPINGS.iter().map(|(keys, _)| with_codes.replace("{keys}", keys)));
    }
    statements.extend(LOADS.iter().map(|(part, _)| sql("load.sql").replace("{part}", part)));
    let mut expected = python.ask(&statements).into_iter().skip(1);
    let tables = GROUPINGS.iter().map(|(_, by)| Query::Table(TableSpec::by(*by).with_delays()));
    let loads = LOADS.iter().map(|&(_, by)| Query::Load(LoadSpec { by, lengths: false }));
    let many = Query::Many(tables.chain(loads).collect());
    let question = session.question(&Filter::default(), &session.summary(), &LocalZone::default(), many);
    let Answer::Many(answers) = answer(&shard, &question).0 else { panic!() };
    let tables: Vec<&Table> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    for table in &tables {
        compare(table, expected.next().unwrap(), &sums, |_| 0.0);
    }
    for table in &tables {
        let tolerance = |at| if at < FIRST_DELAY { 1e-12 } else { DELAY_TOLERANCE };
        compare(table, expected.next().unwrap(), &ratios, tolerance);
    }
    for answer in &answers {
        if let Answer::Load(loads) = answer {
            compare_loads(loads, expected.next().unwrap());
        }
    }
    assert!(expected.next().is_none());
}

/// The same groups, each with the same values, but for a share of them that `tolerance` says.
fn compare(
    table: &Table,
    expected: Vec<Vec<Value>>,
    values: &dyn Fn(&Measures) -> Vec<Option<f64>>,
    tolerance: impl Fn(usize) -> f64,
) {
    let by = &table.by;
    assert!(expected.len() > 2, "{by:?}: hardly any groups");
    let expected: BTreeMap<Vec<Option<String>>, Vec<Option<f64>>> = expected
        .into_iter()
        .map(|row| {
            let (key, values) = row.split_at(by.len());
            (key.iter().map(key_part).collect(), values.iter().map(Value::as_f64).collect())
        })
        .collect();
    let found: Vec<_> = table.rows.iter().map(|row| row.key.clone()).collect();
    assert_eq!(found, expected.keys().cloned().collect::<Vec<_>>(), "{by:?}");
    for row in &table.rows {
        let (found, expected) = (values(&row.measures), &expected[&row.key]);
        assert_eq!(found.len(), expected.len());
        for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
            let is_near = match (found, expected) {
                // Steps of delays are of a millisecond more.
                (Some(found), Some(expected)) => (found - expected).abs() <= (expected.abs() + 1.0) * tolerance(at),
                (found, expected) => found == expected,
            };
            assert!(is_near, "{by:?} {:?}: value {at} is {found:?}, {expected:?} to DuckDB", row.key);
        }
    }
}

/// In the order of `sums.sql`. All are far below what is exact in a floating-point number.
fn sums(sums: &Measures) -> Vec<Option<f64>> {
    let Measures { hung_up: [caller, callee, server], hung_up_answered, .. } = *sums;
    let start = |start: Option<calls::EpochMillis>| start.unwrap().0 as f64;
    let counts = [
        sums.calls,
        sums.answered,
        sums.effective_unanswered,
        sums.ended_by_sip,
        sums.redirected,
        sums.seer_effective,
        sums.ineffective,
        sums.in_progress,
        sums.talk_seconds,
        sums.sixes_seconds,
        sums.full_minutes_seconds,
        sums.held_seconds,
        sums.billed_seconds,
        sums.billed_known,
        sums.billed_talk_seconds,
        sums.short_calls,
        sums.answered_delay_known,
        sums.slow_answered,
    ];
    let mut values: Vec<f64> = counts.map(|count| count as f64).to_vec();
    values.extend([sums.fee.0 as f64, sums.fee_known as f64, sums.fee_of_unanswered.0 as f64]);
    values.extend([sums.cost.0 as f64, sums.cost_known as f64]);
    values.extend([sums.answered_free as f64, sums.answered_unbooked as f64]);
    values.extend([sums.loss_calls as f64, sums.loss.0 as f64]);
    values.extend([caller, callee, server].map(|calls| calls as f64));
    values.extend(hung_up_answered.map(|calls| calls as f64));
    values.extend([sums.vendor_known as f64, sums.vendor_reached as f64]);
    values.extend([start(sums.first_start), start(sums.last_start)]);
    values.into_iter().map(Some).collect()
}

/// The place of the first delay among the ratios.
const FIRST_DELAY: usize = 12;

/// In the order of `ratios.sql`.
fn ratios(sums: &Measures) -> Vec<Option<f64>> {
    vec![
        sums.asr_percent(),
        sums.ner_percent(),
        sums.seer_percent(),
        sums.isa_percent(),
        sums.acd_seconds(),
        sums.short_percent(),
        sums.slow_percent(),
        sums.hung_up_percent(HangUpSide::Server),
        sums.fee_per_minute(),
        sums.margin_per_minute(),
        sums.margin_percent(),
        sums.billing_slack_seconds().map(|seconds| seconds as f64),
        sums.answered_delay_millis(0.5),
        sums.answered_delay_millis(0.9),
        sums.answered_delay_millis(0.95),
        sums.unanswered_delay_millis(0.5),
        sums.unanswered_delay_millis(0.95),
    ]
}

fn compare_loads(loads: &Loads, expected: Vec<Vec<Value>>) {
    assert!(!expected.is_empty());
    for row in expected {
        let name = key_part(&row[0]);
        let load = loads.whole().or_else(|| loads.of(name.as_deref())).unwrap();
        let (peak, starts) = (load.peak().unwrap(), load.peak_starts().unwrap());
        let found = [
            peak.calls,
            (peak.at.0 / 1000) as u64,
            load.seconds_above(20),
            starts.calls,
            load.starts_percentile(0.95).unwrap(),
        ];
        let expected: Vec<u64> = row[1..].iter().map(|value| value.as_u64().unwrap()).collect();
        assert_eq!(found.as_slice(), expected, "{name:?}");
    }
}
