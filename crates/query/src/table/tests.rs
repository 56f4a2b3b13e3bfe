use super::super::question::fixtures::{CallFixture, answer_of, question, shard};
use super::super::{Answer, Query};
use super::*;
use calls::{EpochMillis, HangUpSide};

mod bounds;

fn table_of(calls: &[CallFixture], spec: TableSpec) -> Table {
    match answer_of(&[shard(calls)], &question(Query::Table(spec))) {
        Answer::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

/// The keys of a table of one dimension, and their calls.
fn groups(calls: &[CallFixture], by: Dimension) -> Vec<(Option<String>, u64)> {
    let table = table_of(calls, TableSpec::by([by]));
    table.rows.into_iter().map(|mut row| (row.key.remove(0), row.measures.calls)).collect()
}

fn named(groups: &[(Option<&str>, u64)]) -> Vec<(Option<String>, u64)> {
    groups.iter().map(|(name, calls)| (name.map(str::to_owned), *calls)).collect()
}

/// Six calls of which every sum is known: two answered, one up, a busy line, a redirection, a congested vendor.
fn six() -> Vec<CallFixture> {
    let vendor = |name: &str| Some(name.to_owned());
    let (caller, server) = (Some(HangUpSide::Caller), Some(HangUpSide::Server));
    let answered =
        CallFixture { start: 10_000, talk: 60, code: -7, side: caller, vendor: vendor("V1"), ..CallFixture::default() };
    vec![
        CallFixture {
            length: Some(60_900),
            billed: Some(66),
            fee: Some(500),
            cost: Some(300),
            delay: Some(1000),
            ..answered.clone()
        },
        CallFixture {
            start: 11_500,
            length: Some(6_000),
            talk: 6,
            side: server,
            mode: Some("-1".to_owned()),
            billed: Some(6),
            fee: Some(0),
            cost: Some(40),
            delay: Some(9000),
            ..answered
        },
        CallFixture { start: 20_000, code: -7, vendor: vendor("V1"), ..CallFixture::default() },
        CallFixture {
            start: 5_000,
            length: Some(0),
            code: 486,
            side: server,
            fee: Some(7),
            delay: Some(100),
            ..CallFixture::default()
        },
        CallFixture {
            start: 6_000,
            length: Some(0),
            code: 302,
            cost: Some(0),
            vendor: vendor(""),
            ..CallFixture::default()
        },
        CallFixture {
            start: 7_000,
            length: Some(0),
            code: 503,
            fee: Some(0),
            cost: Some(0),
            vendor: vendor("V2"),
            ..CallFixture::default()
        },
    ]
}

#[test]
fn every_sum_by_hand() {
    let Measures { answered_delays, unanswered_delays, .. } =
        table_of(&six(), TableSpec::default().with_delays()).total();
    assert_eq!((answered_delays.count(), unanswered_delays.count()), (2, 1));
    let expected = Measures {
        calls: 6,
        answered: 2,
        // Busy, and a caller who gave up (-7 without talk time).
        effective_unanswered: 2,
        ended_by_sip: 3,
        redirected: 1,
        seer_effective: 1,
        ineffective: 1,
        in_progress: 1,
        talk_seconds: 66,
        sixes_seconds: 60 + 6,
        full_minutes_seconds: 60 + 60,
        // 10 to 70, 11 to 17.
        held_seconds: 60 + 6,
        billed_seconds: 72,
        billed_known: 2,
        billed_talk_seconds: 66,
        short_calls: 1,
        answered_delay_known: 2,
        slow_answered: 1,
        fee: Amount(507),
        fee_known: 4,
        fee_of_unanswered: Amount(7),
        cost: Amount(340),
        cost_known: 4,
        answered_free: 1,
        answered_unbooked: 1,
        loss_calls: 1,
        loss: Amount(40),
        hung_up: [1, 0, 2],
        hung_up_answered: [1, 0, 1],
        vendor_known: 5,
        vendor_reached: 4,
        answered_delays,
        unanswered_delays,
        first_start: Some(EpochMillis(5_000)),
        last_start: Some(EpochMillis(20_000)),
    };
    assert_eq!(table_of(&six(), TableSpec::default().with_delays()).total(), expected);
}

#[test]
fn every_metric_by_hand() {
    let sums = table_of(&six(), TableSpec::default().with_delays()).total();
    let near = |value: Option<f64>, expected: f64| {
        let value = value.unwrap();
        assert!((value / expected - 1.0).abs() < 1e-12, "{value} {expected}");
    };
    near(sums.asr_percent(), 200.0 / 6.0);
    near(sums.ner_percent(), 400.0 / 6.0);
    near(sums.seer_percent(), 300.0 / 5.0);
    near(sums.isa_percent(), 100.0 / 6.0);
    near(sums.acd_seconds(), 33.0);
    near(sums.short_percent(), 50.0);
    near(sums.slow_percent(), 50.0);
    near(sums.hung_up_percent(HangUpSide::Server), 200.0 / 3.0);
    near(sums.hung_up_answered_percent(HangUpSide::Server), 50.0);
    near(sums.vendor_reached_percent(), 80.0);
    near(sums.margin_percent(), 167.0 / 507.0 * 100.0);
    near(sums.fee_per_minute(), 507e-8 / 1.1);
    near(sums.cost_per_minute(), 340e-8 / 1.1);
    near(sums.margin_per_minute(), 167e-8 / 1.1);
    near(sums.billed_minutes(), 1.2);
    near(sums.traffic_erlang(132.0), 0.5);
    assert_eq!((sums.minutes(), sums.unanswered()), (1.1, 4));
    assert_eq!((sums.margin(), sums.billing_slack_seconds()), (Some(Amount(167)), Some(6)));
    assert!(sums.has_sip() && sums.is_weak());
    let within = |value: Option<f64>, exact: f64| (value.unwrap() / exact - 1.0).abs() < 0.026;
    assert!(within(sums.answered_delay_millis(0.5), 1000.0) && within(sums.answered_delay_millis(0.95), 9000.0));
    assert!(within(sums.unanswered_delay_millis(0.9), 100.0));
}

#[test]
fn a_metric_of_nothing_is_none() {
    let nothing = Measures::default();
    for value in [
        nothing.asr_percent(),
        nothing.ner_percent(),
        nothing.seer_percent(),
        nothing.isa_percent(),
        nothing.acd_seconds(),
        nothing.short_percent(),
        nothing.slow_percent(),
        nothing.hung_up_percent(HangUpSide::Caller),
        nothing.vendor_reached_percent(),
        nothing.margin_percent(),
        nothing.fee_per_minute(),
        nothing.billed_minutes(),
        nothing.answered_delay_millis(0.5),
        nothing.traffic_erlang(0.0),
    ] {
        assert_eq!(value, None);
    }
    assert_eq!((nothing.margin(), nothing.billing_slack_seconds(), nothing.asr_interval()), (None, None, None));
}

#[test]
fn called_numbers_go_to_places_and_names() {
    let called = |number: &str| CallFixture { callee: number.to_owned(), ..CallFixture::default() };
    let numbers = ["442079460001", "+447712345678", "9447412345678", "0012055550101", "78775550101", "S12", "", "4420"];
    let calls: Vec<CallFixture> = numbers.into_iter().map(called).collect();
    let prefixes =
        [(None, 2), (Some("1205"), 1), (Some("4420"), 2), (Some("4474"), 1), (Some("4477"), 1), (Some("7877"), 1)];
    assert_eq!(groups(&calls, Dimension::Prefix { digits: 4 }), named(&prefixes));
    let countries = [(None, 2), (Some("GB"), 4), (Some("RU"), 1), (Some("US"), 1)];
    assert_eq!(groups(&calls, Dimension::Country), named(&countries));
    let areas = [(None, 6), (Some("ru_adygea"), 1), (Some("us_alabama"), 1)];
    assert_eq!(groups(&calls, Dimension::Area), named(&areas));
    // 4474 is the UK's again, within 447.
    let destinations = [(None, 3), (Some("North America"), 1), (Some("UK"), 3), (Some("UK mobile"), 1)];
    assert_eq!(groups(&calls, Dimension::Destination), named(&destinations));
    let callers = calls.iter().map(|call| CallFixture { caller: call.callee.clone(), ..CallFixture::default() });
    let callers: Vec<CallFixture> = callers.collect();
    let prefixes = groups(&callers, Dimension::CallerPrefix { digits: 2 });
    let expected = [(None, 2), (Some("00"), 1), (Some("44"), 3), (Some("78"), 1), (Some("94"), 1)];
    assert_eq!(prefixes, named(&expected), "routing prefixes stand before called numbers only");
}

#[test]
fn times_are_those_of_the_zone() {
    // 00:00 on Thursday, 1 January 1970, is 05:30 in the question's zone.
    let at = |hours: i64| CallFixture { start: hours * 3_600_000 + 1, ..CallFixture::default() };
    let calls = [at(0), at(18), at(19), at(24 * 4)];
    assert_eq!(groups(&calls, Dimension::HourOfDay), named(&[(Some("0"), 1), (Some("23"), 1), (Some("5"), 2)]));
    assert_eq!(groups(&calls, Dimension::Weekday), named(&[(Some("1"), 1), (Some("4"), 2), (Some("5"), 1)]));
    let day = |days: i64| ((days * 24) * 3_600_000 - 19_800_000).to_string();
    let days = groups(&calls, Dimension::Step { minutes: 1440 });
    assert_eq!(days, named(&[(Some(&day(0)), 2), (Some(&day(4)), 1), (Some(&day(1)), 1)]), "in the order of texts");
    let half_hours = groups(&calls[..1], Dimension::Step { minutes: 30 });
    assert_eq!(half_hours, named(&[(Some("0"), 1)]));
}

#[test]
fn what_else_calls_have_in_common() {
    let calls = six();
    let of = |by| groups(&calls, by);
    assert_eq!(of(Dimension::Answered), named(&[(Some("no"), 4), (Some("yes"), 2)]));
    assert_eq!(of(Dimension::HangUpSide), named(&[(None, 3), (Some("caller"), 1), (Some("server"), 2)]));
    let reasons = [(Some("server/-7"), 3), (Some("sip/302"), 1), (Some("sip/486"), 1), (Some("sip/503"), 1)];
    assert_eq!(of(Dimension::EndReason), named(&reasons));
    assert_eq!(of(Dimension::Family), named(&[(Some("server"), 3), (Some("sip"), 3)]));
    let classes = of(Dimension::Class);
    assert!(
        classes.contains(&(Some("answered".to_owned()), 2)) && classes.contains(&(Some("user-busy".to_owned()), 1))
    );
    let talk = [(Some("0"), 4), (Some("31..60"), 1), (Some("4..6"), 1)];
    assert_eq!(of(Dimension::TalkBucket), named(&talk));
    let delay = [(None, 3), (Some("0..0.5"), 1), (Some("0.501..1"), 1), (Some("8.001..12"), 1)];
    assert_eq!(of(Dimension::DelayBucket), named(&delay));
    assert_eq!(of(Dimension::TerminatingGateway), named(&[(None, 1), (Some(""), 1), (Some("V1"), 3), (Some("V2"), 1)]));
    assert_eq!(of(Dimension::BillingMode), named(&[(None, 5), (Some("-1"), 1)]));
    assert_eq!(of(Dimension::File), named(&[(Some("10"), 6)]));
    let switch = |name: &str| CallFixture { switch: Some(name.to_owned()), ..CallFixture::default() };
    let switches = groups(&[switch("SW_1:123456,SW_2:1234567"), switch("SW_1")], Dimension::Softswitch);
    assert_eq!(switches, named(&[(Some("SW_1"), 2)]), "a call that passed two is of the first");
}

/// Of the number that stands for what is absent, and of short phone numbers, the lower 32 bits are those of the number
/// 0.
#[test]
fn calls_that_say_nothing_are_in_no_other_group() {
    let known = CallFixture {
        side: Some(HangUpSide::Caller),
        callee: "24740001".to_owned(),
        vendor: Some("V1".to_owned()),
        switch: Some("SW_1".to_owned()),
        mode: Some("0".to_owned()),
        delay: Some(200),
        ..CallFixture::default()
    };
    let calls: Vec<CallFixture> =
        (0..100).map(|at| if at % 2 == 0 { known.clone() } else { CallFixture::default() }).collect();
    for (by, name) in [
        (Dimension::HangUpSide, "caller"),
        (Dimension::DelayBucket, "0..0.5"),
        (Dimension::TerminatingGateway, "V1"),
        (Dimension::BillingMode, "0"),
        (Dimension::Softswitch, "SW_1"),
        (Dimension::Country, "AC"),
    ] {
        assert_eq!(groups(&calls, by), named(&[(None, 50), (Some(name), 50)]), "{by:?}");
    }
    let caller = |number: &str| CallFixture { caller: number.to_owned(), ..CallFixture::default() };
    let calls = ["", "12", "", "12", "13", "12345678"].map(caller);
    let numbers = [(Some(""), 2), (Some("12"), 2), (Some("12345678"), 1), (Some("13"), 1)];
    assert_eq!(groups(&calls, Dimension::Caller), named(&numbers));
}

#[test]
fn what_a_person_says_of_end_reasons_counts() {
    use knowledge::{Family, Outcome, PersonalEntry, Side};
    let calls =
        [CallFixture { code: -36, ..CallFixture::default() }, CallFixture { code: -37, ..CallFixture::default() }];
    let mut question = question(Query::Many(
        [Dimension::Class, Dimension::Category, Dimension::Side].map(|by| Query::Table(TableSpec::by([by]))).to_vec(),
    ));
    let entry = PersonalEntry { name: None, class: Some(Outcome::UserBusy) };
    question.personal.set("server/-36".to_owned(), entry);
    question.sides = vec![((Family::Server, Some(-37), String::new()), Side::Vendor)];
    let Answer::Many(tables) = answer_of(&[shard(&calls)], &question) else { panic!() };
    let keys = |at: usize| match &tables[at] {
        Answer::Table(table) => table.rows.iter().map(|row| row.key[0].clone()).collect::<Vec<_>>(),
        _ => panic!(),
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(keys(0), [some("unknown"), some("user-busy")]);
    assert_eq!(keys(1), [some("normal"), some("unknown")]);
    assert_eq!(keys(2), [None, some("vendor")]);
    let Answer::Table(table) = &tables[0] else { panic!() };
    assert_eq!(table.total().effective_unanswered, 1);
}

#[test]
fn rows_in_any_order() {
    let at = |hour: i64, talk, vendor: &str| CallFixture {
        start: hour * 3_600_000,
        talk,
        vendor: Some(vendor.to_owned()),
        ..CallFixture::default()
    };
    let calls = [at(5, 0, "b"), at(5, 9, "a"), at(18, 9, "a"), at(4, 0, "c")];
    let table = table_of(&calls, TableSpec::by([Dimension::HourOfDay]));
    let keys = |rows: Vec<&TableRow>| rows.iter().map(|row| row.key[0].clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(keys(table.rows.iter().collect()), ["10", "23", "9"]);
    assert_eq!(keys(table.in_order()), ["9", "10", "23"]);
    assert_eq!(keys(table.by_calls()), ["10", "23", "9"]);
    assert_eq!(keys(table.largest(Measures::acd_seconds)), ["10", "23", "9"], "what has none comes last");
    assert_eq!(table.row("10").unwrap().measures.calls, 2);
    assert!(table.row("11").is_none() && table.find(&[None]).is_none());
    let both = table_of(&calls, TableSpec::by([Dimension::TerminatingGateway, Dimension::HourOfDay]));
    assert_eq!(both.find(&[Some("a"), Some("23")]).unwrap().measures.calls, 1);
}
