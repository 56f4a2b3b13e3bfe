//! The calls: what an operator would believe of them.

use super::super::ends::Side;
use super::super::world::destinations::DESTINATIONS;
use super::*;

#[test]
fn rows_hold_together() {
    for row in told() {
        let lasted = row.int("stoptime") - row.int("starttime");
        let talk = row.int("holdtime");
        let (vendor, side) = (row.text("calleegatewayid"), row.int("enddirection"));
        assert_eq!(vendor.is_empty(), row.text("calleeip").is_empty());
        assert_eq!(vendor.is_empty(), row.text("calleecallid").is_empty());
        assert!((talk * 1000..talk * 1000 + 1000).contains(&lasted), "{row:?}");
        if !row.answered() {
            assert_eq!((lasted, row.int("feetime"), row.money("fee"), row.money("agentfee")), (0, 0, 0, 0));
        } else if row.int("billingmode") >= 0 {
            assert!((talk..talk + 60).contains(&row.int("feetime")), "{row:?}");
        }
        match row.int("endreason") {
            -7 => assert_eq!(side, Side::Caller as i64),
            -8 | 1..=699 => assert_eq!((side, vendor.is_empty()), (Side::Callee as i64, false)),
            // The server also ends calls that are up.
            _ => assert_eq!((side, vendor.is_empty()), (Side::Server as i64, !row.answered())),
        }
        let h323 = vendor == "RG_DELTA_H323";
        assert_eq!((1..=127).contains(&row.int("endreason")), h323 && row.int("endreason") > 0);
        assert!(vendor.is_empty() || row.int("callerpdd") > row.int("calleepdd"));
    }
}

#[test]
fn numbers_and_addresses_are_invented() {
    let rows = told();
    let ranges: Vec<&str> =
        DESTINATIONS.iter().flat_map(|to| to.blocks.iter().chain(&to.national).map(|block| block.head)).collect();
    for row in rows {
        let stranger = row.text("customeraccount").is_empty();
        let of_a_range = |number: &str| ranges.iter().any(|range| number.starts_with(range));
        let scanned = row.text("calleee164").contains("442079460");
        assert!(if stranger { scanned } else { of_a_range(row.text("calleee164")) }, "{row:?}");
        assert!(stranger || of_a_range(row.text("callere164")), "{row:?}");
        assert!(row.text("calleee164").bytes().all(|byte| byte.is_ascii_digit()));
        assert!(row.text("calleeaccesse164").ends_with(row.text("calleee164")));
        assert!(row.text("callerip").starts_with(if stranger { "203.0.113." } else { "192.0.2." }));
        assert!(row.text("calleeip").is_empty() || row.text("calleeip").starts_with("198.51.100."));
    }
    // What a reader must cope with.
    assert!(rows.iter().any(|row| row.text("customername").contains('"') && row.text("customername").contains(',')));
    assert!(rows.iter().any(|row| !row.text("customername").is_ascii()));
    assert!(rows.iter().any(|row| row.text("softswitchname").contains(',')));
}

#[test]
fn about_half_of_the_calls_are_answered() {
    let other = read(SampleSpec { seed: 1, ..spec() });
    for rows in [told(), untold(), &other] {
        let ratio = answer_ratio(rows.iter());
        assert!((0.43..0.52).contains(&ratio), "{ratio}");
    }
}

#[test]
fn weekends_are_quieter() {
    let rows = read(SampleSpec { days: 7, ..spec() });
    let on_day = |day| count(&rows, |row| row.hour() / 24 == day);
    assert!(on_day(5) < on_day(1) * 4 / 5, "{} {}", on_day(5), on_day(1));
}

#[test]
fn the_guides_25_reasons_all_occur() {
    let spec = SampleSpec { calls: 100_000, codes: Numbering::Guide, format: Format::SoftswitchText, ..spec() };
    let seen: Vec<i32> = write(spec, 10_000).1.by_reason.into_keys().collect();
    assert_eq!(seen, (1..=25).collect::<Vec<_>>());
}

#[test]
fn a_cheap_vendor_answers_falsely() {
    let rows = told();
    let short = |vendor: &str| {
        let answered: Vec<&Row> =
            rows.iter().filter(|row| row.answered() && row.text("calleegatewayid") == vendor).collect();
        answered.iter().filter(|row| row.int("holdtime") <= 6).count() as f64 / answered.len() as f64
    };
    assert!(short("RG_EMBER") > 0.2 && short("RG_ALTO") < 0.06);
}
