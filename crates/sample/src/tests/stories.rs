//! Each story is in the file when told, and not when not.

use super::*;
use std::collections::BTreeSet;

#[test]
fn story_of_the_congested_vendor() {
    let ratio = |rows: &[Row], hours: std::ops::Range<i64>| {
        answer_ratio(
            rows.iter().filter(|row| row.text("calleegatewayid") == "RG_COBALT" && hours.contains(&row.hour())),
        )
    };
    assert!(ratio(told(), 14..16) < 0.12);
    assert!(ratio(told(), 11..14) > 0.4);
    assert!(ratio(untold(), 14..16) > 0.4);
}

#[test]
fn story_of_the_empty_balance() {
    let rows = read(SampleSpec { calls: 40_000, ..spec() });
    let gone = spec().start + 23 * HOUR + HOUR * 2 / 3;
    let back = spec().start + 30 * HOUR + HOUR / 6;
    let its: Vec<&Row> = rows.iter().filter(|row| row.int("endreason") == -36).collect();
    assert!(its.iter().all(|row| row.text("customeraccount") == "C10012" && row.int("enddirection") == 2));
    let (cut, refused): (Vec<&Row>, Vec<&Row>) = its.into_iter().partition(|row| row.answered());
    assert!(refused.len() > 500, "{}", refused.len());
    assert!(refused.iter().all(|row| (gone..back).contains(&row.int("starttime"))));
    assert!(!cut.is_empty() && cut.len() < 20, "{}", cut.len());
    assert!(cut.iter().all(|row| (row.int("stoptime") - gone).abs() < 1000 && row.money("fee") > 0), "{cut:?}");
    let up_in_between = |row: &Row| row.answered() && (gone..back).contains(&row.int("starttime"));
    assert_eq!(count(&rows, |row| row.text("customeraccount") == "C10012" && up_in_between(row)), 0);
    assert_eq!(count(untold(), |row| row.int("endreason") == -36), 0);
}

#[test]
fn story_of_the_scanners() {
    let rows = read(SampleSpec { codes: Numbering::Guide, ..spec() });
    let scans: Vec<&Row> = rows.iter().filter(|row| row.text("callerip").starts_with("203.0.113.")).collect();
    assert_eq!(scans.len(), 240);
    let addresses: BTreeSet<&str> = scans.iter().map(|row| row.text("callerip")).collect();
    assert_eq!(addresses.len(), 3);
    let with_reason = |reason| scans.iter().filter(|row| row.int("endreason") == reason).count();
    assert!(with_reason(17) > with_reason(16) && with_reason(16) > 0 && with_reason(16) + with_reason(17) == 240);
    for row in &scans {
        assert!(row.text("callergatewayid").is_empty() && row.text("customeraccount").is_empty());
        assert!(((row.int("starttime") - spec().start) / HOUR) % 24 < 5, "at night");
    }
    for address in addresses {
        let tried: Vec<&str> =
            scans.iter().filter(|row| row.text("callerip") == address).map(|row| row.text("calleee164")).collect();
        assert!(tried.windows(2).all(|pair| pair[0] < pair[1]), "one after the other: {tried:?}");
    }
    assert_eq!(count(told(), |row| row.int("endreason") == -9), 240);
    assert_eq!(count(untold(), |row| row.int("endreason") == -9 || row.text("customeraccount").is_empty()), 0);
}

#[test]
fn story_of_the_missing_rate() {
    let its = |row: &&Row| row.text("customeraccount") == "C10024" && row.text("calleee164").starts_with("353");
    let refused: Vec<&Row> = told().iter().filter(its).collect();
    assert!(refused.len() > 80, "{}", refused.len());
    assert!(refused.iter().all(|row| row.int("endreason") == -35 && row.int("billingmode") == -1));
    assert_eq!(count(told(), |row| row.int("endreason") == -35), refused.len());
    assert!(answer_ratio(untold().iter().filter(its)) > 0.35);
}

#[test]
fn story_of_the_calls_nobody_billed() {
    let unbilled = |row: &Row| row.answered() && row.int("billingmode") == -1;
    let its: Vec<&Row> = told().iter().filter(|row| unbilled(row)).collect();
    assert!((3..20).contains(&its.len()), "{}", its.len());
    for row in its {
        assert_eq!((row.text("customeraccount"), row.money("fee"), row.int("feetime")), ("C10015", 0, 0));
        assert!(row.int("agentfeetime") > 0);
    }
    assert_eq!(count(untold(), unbilled), 0);
}
