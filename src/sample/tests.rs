//! The sample as its reader has it: everything here is counted from the bytes.

use super::ends::Side;
use super::rows::COLUMNS;
use super::world::destinations::DESTINATIONS;
use super::*;
use std::collections::{BTreeMap, BTreeSet};

const HOUR: i64 = 3_600_000;

/// A row, read back.
#[derive(Debug, Clone)]
struct Row(BTreeMap<&'static str, String>);

impl Row {
    fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    fn int(&self, column: &str) -> i64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("{column}: {:?}", self.text(column)))
    }

    /// Ten-thousandths.
    fn money(&self, column: &str) -> u64 {
        let (whole, part) = self.text(column).split_once('.').unwrap_or((self.text(column), ""));
        format!("{whole}{part:0<4}").parse().expect("an amount")
    }

    fn answered(&self) -> bool {
        self.int("holdtime") > 0
    }
}

fn spec() -> SampleSpec {
    SampleSpec { calls: 20_000, ..SampleSpec::default() }
}

fn write(spec: SampleSpec, rows: usize) -> (Vec<u8>, Totals) {
    let (mut sample, mut out) = (Sample::new(spec), Vec::new());
    while sample.write_chunk(&mut out, rows) {}
    (out, sample.totals().clone())
}

/// The values of a line, quotes resolved.
fn split(line: &str) -> Vec<String> {
    let (mut values, mut quoted) = (vec![String::new()], false);
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => values.last_mut().expect("a value").push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => values.push(String::new()),
            other => values.last_mut().expect("a value").push(other),
        }
    }
    assert!(!quoted, "{line}");
    values
}

fn read(spec: SampleSpec) -> Vec<Row> {
    let bytes = write(SampleSpec { format: Format::EcdrCsv, ..spec }, 1_000).0;
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mut lines = text.lines();
    assert_eq!(split(lines.next().expect("a header")), COLUMNS);
    let row = |line| {
        let values = split(line);
        assert_eq!(values.len(), COLUMNS.len(), "{line}");
        Row(COLUMNS.into_iter().zip(values).collect())
    };
    lines.map(row).collect()
}

fn count(rows: &[Row], what: impl Fn(&Row) -> bool) -> usize {
    rows.iter().filter(|row| what(row)).count()
}

fn answer_ratio<'a>(rows: impl Iterator<Item = &'a Row>) -> f64 {
    let (mut answered, mut calls) = (0.0, 0.0);
    for row in rows {
        calls += 1.0;
        answered += f64::from(u8::from(row.answered()));
    }
    answered / calls
}

#[test]
fn pieces_of_any_size_make_the_same_file() {
    for format in Format::ALL.map(|name| Format::parse(name).expect("a listed name")) {
        let spec = SampleSpec { calls: 3_000, format, ..spec() };
        let whole = write(spec, usize::MAX);
        assert_eq!(whole, write(spec, 1));
        assert_eq!(whole, write(spec, 777));
        assert_ne!(whole.0, write(SampleSpec { seed: 8, ..spec }, 777).0);
    }
}

#[test]
fn a_file_has_exactly_the_calls_asked_for() {
    for (calls, days) in [(0, 2), (1, 1), (83, 3), (1_000, 0), (5_001, 9)] {
        for stories in [false, true] {
            let spec = SampleSpec { calls, days, stories, format: Format::SoftswitchText, ..spec() };
            let (bytes, totals) = write(spec, 50);
            assert_eq!(bytes.iter().filter(|&&byte| byte == b'\n').count() as u64, calls);
            assert_eq!((totals.rows, totals.calls), (calls, calls));
        }
    }
    let (bytes, totals) = write(SampleSpec { calls: 0, ..spec() }, 50);
    assert_eq!((bytes.iter().filter(|&&byte| byte == b'\n').count(), totals), (1, Totals::default()));
}

#[test]
fn totals_are_what_the_text_adds_up_to() {
    let (bytes, totals) = write(SampleSpec { format: Format::SoftswitchText, ..spec() }, 999);
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mut counted = Totals { fee: totals.fee, agent_fee: totals.agent_fee, ..Totals::default() };
    for line in text.lines() {
        let fields: Vec<&str> = line.split('|').collect();
        assert_eq!(fields.len(), 18);
        let int = |place: usize| fields[place].parse::<i64>().expect("a whole number");
        let (start, talk) = (int(2), int(4) as u64);
        let reason = counted.by_reason.entry(int(5) as i32).or_default();
        reason.calls += 1;
        reason.answered += u64::from(talk > 0);
        reason.talk_seconds += talk;
        counted.rows += 1;
        counted.calls += 1;
        counted.answered += u64::from(talk > 0);
        counted.talk_seconds += talk;
        counted.first_start_ms.get_or_insert(start);
        counted.last_start_ms = Some(start);
    }
    assert_eq!(counted, totals);
}

#[test]
fn money_adds_up_to_the_totals() {
    let totals = write(spec(), 999).1;
    let rows = read(spec());
    assert_eq!(rows.iter().map(|row| row.money("fee")).sum::<u64>(), totals.fee);
    assert_eq!(rows.iter().map(|row| row.money("agentfee")).sum::<u64>(), totals.agent_fee);
    assert!(totals.fee > totals.agent_fee, "the operator earns something");
}

#[test]
fn tabs_and_commas_tell_the_same() {
    let bytes = write(SampleSpec { calls: 500, format: Format::EcdrTsv, ..spec() }, 100).0;
    let text = String::from_utf8(bytes).expect("UTF-8");
    let rows = read(SampleSpec { calls: 500, ..spec() });
    for (line, row) in text.lines().skip(1).zip(&rows) {
        let values = line.split('\t').map(|value| if value == "\\N" { "" } else { value });
        assert!(values.eq(COLUMNS.iter().map(|column| row.text(column))), "{line}");
    }
    assert_eq!(text.lines().count(), 501);
}

#[test]
fn dialects_describe_the_same_calls() {
    let live = read(spec());
    let guide = read(SampleSpec { codes: Codes::Guide, ..spec() });
    for (live, guide) in live.iter().zip(&guide) {
        for column in COLUMNS.into_iter().filter(|&column| column != "endreason" && column != "enddirection") {
            assert_eq!(live.text(column), guide.text(column), "{column}");
        }
    }
}

#[test]
fn rows_are_ordered_and_keep_to_the_period() {
    let rows = read(spec());
    for pair in rows.windows(2) {
        assert!(pair[0].int("starttime") <= pair[1].int("starttime"));
        assert!(pair[0].int("flowno") < pair[1].int("flowno"));
    }
    let period = spec().start..spec().start + 48 * HOUR;
    assert!(rows.iter().all(|row| period.contains(&row.int("starttime"))));
    // Noon is busier than the dead of night.
    let in_hour = |hour| count(&rows, |row| (row.int("starttime") - spec().start) / HOUR == hour);
    assert!(in_hour(12) > 2 * in_hour(3), "{} {}", in_hour(12), in_hour(3));
}

#[test]
fn weekends_are_quieter() {
    let rows = read(SampleSpec { days: 7, ..spec() });
    let on_day = |day| count(&rows, |row| (row.int("starttime") - spec().start) / (24 * HOUR) == day);
    assert!(on_day(5) < on_day(1) * 4 / 5, "{} {}", on_day(5), on_day(1));
}

#[test]
fn rows_hold_together() {
    for row in read(spec()) {
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
    let rows = read(SampleSpec { calls: 40_000, ..spec() });
    let ranges: Vec<&str> =
        DESTINATIONS.iter().flat_map(|to| to.blocks.iter().chain(&to.national).map(|block| block.head)).collect();
    for row in &rows {
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
    for (seed, stories) in [(1, true), (7, true), (7, false)] {
        let ratio = answer_ratio(read(SampleSpec { seed, stories, ..spec() }).iter());
        assert!((0.43..0.52).contains(&ratio), "{ratio}");
    }
}

#[test]
fn the_guides_25_reasons_all_occur() {
    let spec = SampleSpec { calls: 100_000, codes: Codes::Guide, format: Format::SoftswitchText, ..spec() };
    let seen: Vec<i32> = write(spec, 10_000).1.by_reason.into_keys().collect();
    assert_eq!(seen, (1..=25).collect::<Vec<_>>());
}

#[test]
fn a_cheap_vendor_answers_falsely() {
    let rows = read(spec());
    let short = |vendor: &str| {
        let answered: Vec<&Row> =
            rows.iter().filter(|row| row.answered() && row.text("calleegatewayid") == vendor).collect();
        answered.iter().filter(|row| row.int("holdtime") <= 6).count() as f64 / answered.len() as f64
    };
    assert!(short("RG_EMBER") > 0.2 && short("RG_ALTO") < 0.06);
}

#[test]
fn story_of_the_congested_vendor() {
    let ratio = |stories, hours: std::ops::Range<i64>| {
        let rows = read(SampleSpec { stories, ..spec() });
        let hour = |row: &Row| (row.int("starttime") - spec().start) / HOUR;
        let its = rows.iter().filter(|row| row.text("calleegatewayid") == "RG_COBALT" && hours.contains(&hour(row)));
        answer_ratio(its)
    };
    assert!(ratio(true, 14..16) < 0.12);
    assert!(ratio(true, 11..14) > 0.4);
    assert!(ratio(false, 14..16) > 0.4);
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
    assert_eq!(count(&read(SampleSpec { stories: false, ..spec() }), |row| row.int("endreason") == -36), 0);
}

#[test]
fn story_of_the_scanners() {
    let rows = read(SampleSpec { codes: Codes::Guide, ..spec() });
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
    assert_eq!(count(&read(spec()), |row| row.int("endreason") == -9), 240);
    let quiet = read(SampleSpec { stories: false, ..spec() });
    assert_eq!(count(&quiet, |row| row.int("endreason") == -9 || row.text("customeraccount").is_empty()), 0);
}

#[test]
fn story_of_the_missing_rate() {
    let calls = |stories| {
        let mut rows = read(SampleSpec { stories, ..spec() });
        rows.retain(|row| row.text("customeraccount") == "C10024" && row.text("calleee164").starts_with("353"));
        rows
    };
    let (refused, reached) = (calls(true), calls(false));
    assert!(refused.len() > 80, "{}", refused.len());
    assert_eq!(count(&refused, |row| row.int("endreason") == -35 && row.int("billingmode") == -1), refused.len());
    assert!(answer_ratio(reached.iter()) > 0.4);
    assert_eq!(count(&read(spec()), |row| row.int("endreason") == -35), refused.len());
}

#[test]
fn story_of_the_calls_nobody_billed() {
    let unbilled = |row: &Row| row.answered() && row.int("billingmode") == -1;
    let rows = read(SampleSpec { calls: 40_000, ..spec() });
    let its: Vec<&Row> = rows.iter().filter(|row| unbilled(row)).collect();
    assert!((5..40).contains(&its.len()), "{}", its.len());
    for row in its {
        assert_eq!((row.text("customeraccount"), row.money("fee"), row.int("feetime")), ("C10015", 0, 0));
        assert!(row.int("agentfeetime") > 0);
    }
    assert_eq!(count(&read(SampleSpec { stories: false, ..spec() }), unbilled), 0);
}
