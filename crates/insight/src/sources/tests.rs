use super::*;
use crate::tests::Scenario;
use query::{Distinct, Measures, Runs, Starts, TableRow};

fn source(attempts: u64, answered: u64, illegal: u64) -> Source {
    Source {
        attempts,
        answered,
        refused: attempts - answered,
        illegal,
        short: 0,
        starts: Starts { first: EpochMillis(0), last: EpochMillis(600_000) },
        minutes: Distinct::default(),
        callees: Distinct::default(),
        runs: Runs::default(),
    }
}

fn row(key: &[&str], calls: u64, answered: u64, first: i64, last: i64) -> TableRow {
    let (first_start, last_start) = (Some(EpochMillis(first)), Some(EpochMillis(last)));
    let measures = Measures { calls, answered, first_start, last_start, ..Measures::default() };
    TableRow { key: key.iter().map(|part| Some((*part).to_owned())).collect(), measures }
}

fn table(rows: Vec<TableRow>) -> Table {
    Table { rows, ..Table::default() }
}

#[test]
fn who_is_refused_and_what_he_is() {
    let all = [
        ("192.0.2.1", source(100, 0, 100)),
        ("192.0.2.2", source(100, 0, 50)),
        ("192.0.2.3", source(100, 40, 60)),
        // The filter hides what is answered.
        ("192.0.2.4", source(30, 0, 30)),
        ("192.0.2.5", source(3, 0, 3)),
        ("192.0.2.6", source(100, 0, 0)),
    ];
    let addresses = all.into_iter().map(|(address, source)| (address.to_owned(), source)).collect();
    let prefixes = table(vec![
        row(&["192.0.2.1", "4420"], 40, 0, 120_000, 180_000),
        row(&["192.0.2.1", "8810"], 60, 0, 60_000, 300_000),
    ]);
    let everywhere = table(vec![
        row(&["192.0.2.1"], 100, 0, 0, 1),
        row(&["192.0.2.2"], 100, 0, 0, 1),
        row(&["192.0.2.3"], 100, 40, 0, 1),
        row(&["192.0.2.4"], 500, 200, 0, 1),
        row(&["192.0.2.5"], 3, 0, 0, 1),
        row(&["192.0.2.6"], 100, 0, 0, 1),
    ]);
    let seen = sources(&addresses, &prefixes, &everywhere);
    let kinds: Vec<(&str, SourceKind)> = seen.iter().map(|seen| (seen.address.as_str(), seen.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("192.0.2.1", SourceKind::Attacker),
            ("192.0.2.3", SourceKind::Customer),
            ("192.0.2.2", SourceKind::Few),
            ("192.0.2.4", SourceKind::Customer),
            ("192.0.2.5", SourceKind::Few),
        ]
    );
    assert_eq!(seen[0].prefix, Some(("8810".to_owned(), 60)));
    assert_eq!((seen[0].first, seen[0].last, seen[0].per_minute), (EpochMillis(60_000), EpochMillis(300_000), 25.0));
    assert_eq!(seen[3].answered, Some(200));
    assert_eq!((seen[4].per_minute, seen[4].prefix.is_none()), (0.3, true), "over its attempts, where no table has it");

    let chosen = ["192.0.2.1", "192.0.2.4"].map(str::to_owned).into();
    let attempts: Vec<(String, u64)> =
        attempts(&seen, &chosen, &everywhere).into_iter().map(|one| (one.address, one.answered)).collect();
    let expected = [("192.0.2.1", 0), ("192.0.2.3", 40), ("192.0.2.4", 200)];
    assert_eq!(attempts, expected.map(|(address, answered)| (address.to_owned(), answered)));
}

#[test]
fn whoever_may_have_answered_calls_is_not_shut_out() {
    let addresses = BTreeMap::from([("192.0.2.1".to_owned(), source(100, 0, 100))]);
    let mut everywhere = table(Vec::new());
    everywhere.left_out.groups = 7;
    let seen = sources(&addresses, &table(Vec::new()), &everywhere);
    assert_eq!((seen[0].kind, seen[0].can_be_blocked()), (SourceKind::Unsure, false));
}

#[test]
fn many_numbers_in_vain() {
    // A letter for each register: so many different numbers that it is far above the threshold.
    let callees = Distinct::from("3".repeat(256));
    let addresses = BTreeMap::from([("192.0.2.1".to_owned(), Source { callees, ..source(500, 0, 0) })]);
    let seen = sources(&addresses, &table(Vec::new()), &table(Vec::new()));
    assert_eq!((seen[0].kind, seen[0].is_to_block(), seen[0].can_be_blocked()), (SourceKind::Prober, false, true));
    assert_eq!(seen[0].per_minute, 50.0);
}

#[test]
fn the_filter_of_refused_calls() {
    let with = |text: &str| {
        let mut filter = Filter::default();
        filter.set(FilterField::Class, text);
        filter.set(FilterField::CallerIp, "192.0.2.1");
        filter
    };
    let refused = refused_only(&with("security, no-route")).unwrap();
    assert_eq!(refused.get(FilterField::Class).unwrap().text, "security");
    assert_eq!(refused.get(FilterField::CallerIp).unwrap().text, "192.0.2.1");
    assert!(refused_only(&with("!no-route")).is_some() && refused_only(&Filter::default()).is_some());
    assert_eq!((refused_only(&with("no-route")), refused_only(&with("!security"))), (None, None));
    let mut off = with("no-route");
    off.toggle(FilterField::Class);
    assert!(refused_only(&off).is_some());
}

#[test]
fn an_attack_in_a_file() {
    use crate::tests::Scenario;
    let picture = Scenario::new()
        .ordinary(60, &["C1"], &["V1"])
        .calls(80, |at, call| {
            call.refused(-9);
            (call.caller_ip, call.callee) = ("203.0.113.9".to_owned(), format!("88100000{at:04}"));
        })
        .picture();
    let nothing = Table::default();
    let seen = sources(&picture.signs.call_sources.addresses, &nothing, &nothing);
    let [attack] = seen.as_slice() else { panic!("{seen:?}") };
    assert_eq!((attack.address.as_str(), attack.illegal, attack.answered), ("203.0.113.9", 80, Some(0)));
    assert!(attack.is_to_block() && attack.in_runs > Some(90.0), "{attack:?}");
    assert!((60..100).contains(&attack.callees), "{attack:?}");
}

#[test]
fn many_addresses_with_a_few_calls_each() {
    use crate::tests::Scenario;
    let attack = |addresses: usize| {
        let scenario = Scenario::new().ordinary(60, &["C1"], &["V1"]).calls(addresses * 5, |at, call| {
            call.refused(-9);
            (call.caller_ip, call.callee) = (format!("203.0.113.{}", at / 5), format!("88100000{at:04}"));
        });
        let nothing = Table::default();
        sources(&scenario.picture().signs.call_sources.addresses, &nothing, &nothing)
    };
    let many = attack(40);
    assert!(many.len() == 40 && many.iter().all(|seen| seen.kind == SourceKind::OneOfMany && seen.is_to_block()));
    assert!(attack(10).iter().all(|seen| seen.kind == SourceKind::Few && !seen.is_to_block()));
}

#[test]
fn a_vendors_refusal_is_none_of_the_switchs() {
    let scenario = Scenario::new()
        .calls(251, |_, call| call.fails(403))
        .calls(9, |_, call| (call.caller_ip, _) = ("198.51.100.7".to_owned(), call.refused(403)))
        .calls(4, |_, call| (call.caller_ip, _) = ("198.51.100.8".to_owned(), call.refused(401)))
        .calls(5, |_, call| call.refused(503))
        .calls(20, |_, _| {});
    let picture = scenario.picture();
    let rows: Vec<EndReasonRow> = picture.context.reasons.values().map(|seen| seen.row.clone()).collect();
    let by_reason: Vec<(Option<i32>, u64)> = refused_for_security(&picture.signs.refusals, &rows)
        .into_iter()
        .map(|(row, calls)| (row.classified.code, calls))
        .collect();
    assert_eq!(by_reason, [(Some(403), 9), (Some(401), 4)]);
    let everywhere = table(Vec::new());
    let by_address = sources(&picture.signs.call_sources.addresses, &everywhere, &everywhere);
    assert_eq!(by_address.iter().map(|source| source.illegal).sum::<u64>(), 9 + 4, "the table below says the same");
}
