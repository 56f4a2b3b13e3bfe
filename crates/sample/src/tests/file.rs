//! The form of the file: how many rows, in which order, in which pieces.

use super::*;

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
    let rows = told();
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
fn numberings_describe_the_same_calls() {
    let guide = read(SampleSpec { codes: Numbering::Guide, ..spec() });
    for (live, guide) in told().iter().zip(&guide) {
        for column in COLUMNS.into_iter().filter(|&column| column != "endreason" && column != "enddirection") {
            assert_eq!(live.text(column), guide.text(column), "{column}");
        }
    }
}

#[test]
fn rows_are_ordered_and_keep_to_the_period() {
    let rows = told();
    for pair in rows.windows(2) {
        assert!(pair[0].int("starttime") <= pair[1].int("starttime"));
        assert!(pair[0].int("flowno") < pair[1].int("flowno"));
    }
    let period = spec().start..spec().start + 48 * HOUR;
    assert!(rows.iter().all(|row| period.contains(&row.int("starttime"))));
    // Noon is busier than the dead of night.
    let in_hour = |hour| count(rows, |row| row.hour() == hour);
    assert!(in_hour(12) > 2 * in_hour(3), "{} {}", in_hour(12), in_hour(3));
}
