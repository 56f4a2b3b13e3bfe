//! Files that say little are no reason to find much, nor to fail.

use super::super::ranking::findings;
use super::scenario::{DAY, is_told_well, picture_of};
use crate::rules::Severity;

/// A column, and its value in a row.
type Column = (&'static str, fn(i64) -> String);

/// A file of 200 calls of some columns.
fn file(columns: &[Column]) -> Vec<u8> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let rows = (0..200).map(|at| columns.iter().map(|(_, value)| value(at)).collect::<Vec<_>>().join(","));
    std::iter::once(names.join(",")).chain(rows).map(|row| row + "\n").collect::<String>().into_bytes()
}

#[test]
fn every_part_of_a_file() {
    let columns: [Column; 8] = [
        ("starttime", |at| (DAY + at * 60_000).to_string()),
        ("holdtime", |at| (at % 2 * 60).to_string()),
        ("endreason", |at| if at % 2 == 0 { "486" } else { "-7" }.to_owned()),
        ("calleegatewayid", |_| "V1".to_owned()),
        ("customeraccount", |_| "C1".to_owned()),
        ("calleee164", |at| format!("44207946{at:04}")),
        ("fee", |at| (at % 2).to_string()),
        ("enddirection", |at| (at % 2).to_string()),
    ];
    for count in 3..=columns.len() {
        let picture = picture_of(&file(&columns[..count]));
        let found = findings(&picture);
        found.iter().for_each(|finding| is_told_well(finding, &picture));
        assert!(found.iter().all(|finding| finding.severity < Severity::Serious), "{count}: {found:?}");
    }
}
