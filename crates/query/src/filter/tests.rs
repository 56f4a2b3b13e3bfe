use super::*;
use calls::{Call, EndReason, EpochMillis, LocalZone, Money};
use proptest::prelude::*;
use store::{BlockKey, Shard};

/// Which of the calls a filter wants, by their places.
fn wanted(calls: &[Call<'_>], filter: &[(FilterField, &str)], zone: &LocalZone) -> Vec<usize> {
    let mut shard = Shard::default();
    for call in calls {
        shard.push(call);
    }
    shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
    let condition = |&(field, text): &(FilterField, &str)| {
        Condition::of(&Criterion { field, text: text.to_owned(), on: true }, zone).unwrap()
    };
    let mut compiled_filter = CompiledFilter::new(filter.iter().map(condition).collect(), None, zone.clone(), &[]);
    let (_, block) = &shard.blocks()[0];
    compiled_filter.select(block, &shard.dictionaries, 0).iter().collect()
}

fn call(caller: &'static str, callee: &'static str) -> Call<'static> {
    Call { caller: Some(caller.into()), callee: Some(callee.into()), ..Call::default() }
}

#[test]
fn numbers_by_prefix_suffix_list_and_negation() {
    let calls = [
        call("2221", "442079460001"),
        call("2232", "+442079460002"),
        call("9222", "S0044"),
        call("2223", ""),
        Call::default(),
    ];
    let by = |text: &str| wanted(&calls, &[(FilterField::Caller, text)], &LocalZone::default());
    assert_eq!(by("222%"), [0, 3]);
    assert_eq!(by("222%, !2223"), [0]);
    assert_eq!(by("%222"), [2]);
    assert_eq!(by("2%3%"), [1, 3]);
    assert_eq!(by("2221, 9222"), [0, 2]);
    assert_eq!(by("!2221"), [1, 2, 3], "a call without a caller's number is no call of another caller");
    let callee = |field, text: &str| wanted(&calls, &[(field, text)], &LocalZone::default());
    assert_eq!(callee(FilterField::Callee, "s00%"), [2]);
    assert_eq!(callee(FilterField::Prefix, "44"), [0, 1]);
    assert_eq!(callee(FilterField::Country, "GB"), [0, 1]);
    for name in ["united kingdom", "UK", "+44", "GB, Bangladesh"] {
        assert_eq!(callee(FilterField::Country, name), [0, 1], "{name}");
    }
    assert_eq!(callee(FilterField::Country, "!United Kingdom"), [] as [usize; 0]);
    assert_eq!(callee(FilterField::Country, "!GB"), [] as [usize; 0]);
    assert_eq!(callee(FilterField::Country, "none"), [2, 3, 4]);
    assert_eq!(callee(FilterField::Country, "none, GB"), [0, 1, 2, 3, 4]);
    assert_eq!(callee(FilterField::Country, "!none"), [0, 1]);
    assert_eq!(callee(FilterField::Area, "us_alabama"), [] as [usize; 0]);
    let american = [call("1", "12055550101"), call("1", "14165550101")];
    for area in ["us_alabama", "Alabama"] {
        assert_eq!(wanted(&american, &[(FilterField::Area, area)], &LocalZone::default()), [0]);
    }
}

#[test]
fn names_addresses_amounts_and_times() {
    const HOUR: i64 = 3_600_000;
    let calls: Vec<Call<'_>> = [("V1", "192.0.2.9", 0), ("v1, East", "192.0.3.9", 30), ("", "2001:db8::1", 90)]
        .into_iter()
        .enumerate()
        .map(|(at, (vendor, ip, talk_seconds))| Call {
            terminating_gateway: Some(vendor.into()),
            caller_ip: Some(ip.into()),
            talk_seconds,
            post_dial_delay_millis: Some(at as u32 * 1500),
            fee: Some(Money(at as i64 * 50_000_000)),
            // From Thursday 23:00 on.
            start: EpochMillis(23 * HOUR + at as i64 * HOUR),
            ..Call::default()
        })
        .collect();
    let by = |field, text: &str| wanted(&calls, &[(field, text)], &LocalZone::default());
    assert_eq!(by(FilterField::TerminatingGateway, "v1"), [0]);
    assert_eq!(by(FilterField::TerminatingGateway, "\"V1, East\""), [1]);
    assert_eq!(by(FilterField::TerminatingGateway, "\"\""), [2], "no vendor was reached");
    assert_eq!(by(FilterField::CallerIp, "192.0.2.0/23"), [0, 1]);
    assert_eq!(by(FilterField::CallerIp, "192.0.2.0/24, 2001:db8::/32"), [0, 2]);
    assert_eq!(by(FilterField::CallerIp, "192.0.2.%"), [0]);
    assert_eq!(by(FilterField::TalkTime, "30.."), [1, 2]);
    assert_eq!(by(FilterField::TalkTime, "..30"), [0, 1]);
    assert_eq!(by(FilterField::TalkTime, "0.5.."), [1, 2], "a call of no second has not talked for half of one");
    assert_eq!(by(FilterField::TalkTime, "..29.9"), [0]);
    assert_eq!(by(FilterField::TalkTime, "29.5"), [] as [usize; 0]);
    assert_eq!(by(FilterField::PostDialDelay, "1.5"), [1]);
    assert_eq!(by(FilterField::PostDialDelay, "1.5001.."), [2]);
    assert_eq!(by(FilterField::Fee, "0.5..0.75"), [1]);
    assert_eq!(by(FilterField::Fee, "0.500000001.."), [2]);
    assert_eq!(by(FilterField::Answered, "no"), [0]);
    assert_eq!(by(FilterField::Hour, "23,1"), [0, 2]);
    assert_eq!(by(FilterField::Hour, "23-0"), [0, 1]);
    assert_eq!(by(FilterField::Weekday, "5"), [1, 2]);
    assert_eq!(by(FilterField::Period, "1970-01-02..1970-01-02T01:00:00Z"), [1], "up to the end, without it");
    assert_eq!(by(FilterField::Period, "1970-01-01"), [0], "a day is all of it");
    assert_eq!(by(FilterField::Period, "1970-01-01..1970-01-02"), [0, 1, 2], "and is in a period that ends with it");
    assert_eq!(by(FilterField::Period, "..1970-01-01"), [0]);
    assert_eq!(by(FilterField::Period, "1970-01"), [0, 1, 2]);
    assert_eq!(by(FilterField::Period, "1970-01-02 00"), [1]);
    assert_eq!(by(FilterField::Period, "1970-01-01 23..1970-01-02 00"), [0, 1]);
    assert_eq!(by(FilterField::Period, "1970-01-01 23:00..1970-01-02 00:00"), [0], "a time is where it ends");
    let ahead = LocalZone::fixed("+02:00", 7200);
    assert_eq!(wanted(&calls, &[(FilterField::Period, "1970-01-01")], &ahead), [] as [usize; 0]);
    assert_eq!(wanted(&calls, &[(FilterField::Period, "1970-01-02")], &ahead), [0, 1, 2]);
    assert_eq!(wanted(&calls, &[(FilterField::Hour, "1")], &ahead), [0]);
    assert_eq!(wanted(&calls, &[(FilterField::Period, "1970-01-02 02:00..")], &ahead), [1, 2]);
    let both = [(FilterField::TalkTime, "1.."), (FilterField::Hour, "1")];
    assert_eq!(wanted(&calls, &both, &LocalZone::default()), [2]);
}

#[test]
fn softswitches_by_their_names() {
    let names = [Some("SW_1:1234567,SW_2:7654321"), Some("SW_1"), Some("SW_2:7654321"), Some(""), None];
    let calls = names.map(|name| Call { softswitch: name.map(Into::into), ..Call::default() });
    let by = |text: &str| wanted(&calls, &[(FilterField::Softswitch, text)], &LocalZone::default());
    assert_eq!(by("sw_1"), [0, 1], "a call that passed two is of the first");
    assert_eq!(by("SW_2"), [2]);
    assert_eq!(by("SW%"), [0, 1, 2]);
    assert_eq!(by("!SW_1"), [2, 3], "a call of which the file names no switch is no call of another one");
    assert_eq!(by("\"\""), [3]);
}

#[test]
fn rules_of_end_reasons_tell_answered_calls_apart() {
    let mut shard = Shard::default();
    for (code, talk_seconds) in [(-7, 0), (-7, 9), (503, 0)] {
        shard.push(&Call { end_reason: EndReason::Code(code), talk_seconds, ..Call::default() });
    }
    shard.seal(BlockKey { file: 0, part: 0 }, |_, _| {});
    let rule = ReasonRule { code: Some(-7), text: String::new(), answered: true, unanswered: false };
    let mut compiled_filter = CompiledFilter::new(Vec::new(), Some(&[vec![rule]]), LocalZone::default(), &[]);
    let (_, block) = &shard.blocks()[0];
    assert_eq!(compiled_filter.select(block, &shard.dictionaries, 0).iter().collect::<Vec<_>>(), [1]);
}

#[test]
fn what_cannot_be_understood_says_which_part() {
    let part = |field, text: &str| {
        let criterion = Criterion { field, text: text.to_owned(), on: true };
        Condition::of(&criterion, &LocalZone::default()).map(|_| ()).map_err(|problem| problem.part)
    };
    assert_eq!(part(FilterField::Prefix, "44,abc"), Err("abc".to_owned()));
    assert_eq!(part(FilterField::TalkTime, "long"), Err("long".to_owned()));
    assert_eq!(part(FilterField::Hour, "25"), Err("25".to_owned()));
    assert_eq!(part(FilterField::Country, "Atlantis"), Err("Atlantis".to_owned()));
    assert_eq!(part(FilterField::Period, "yesterday.."), Err("yesterday..".to_owned()));
    assert_eq!(part(FilterField::Answered, "maybe"), Err("maybe".to_owned()));
    // What would be passed over, or would want something else than what stands there.
    for (field, text) in [
        (FilterField::TalkTime, "30min"),
        (FilterField::TalkTime, "1,500.."),
        (FilterField::Fee, "60..10"),
        (FilterField::Period, "2026-03-02..2026-03-01"),
        (FilterField::Period, "2026-02-30"),
        (FilterField::Caller, ","),
        (FilterField::Country, ","),
        (FilterField::Country, "!"),
        (FilterField::Area, "Toll-free"),
        (FilterField::Prefix, "12345678901234567890"),
        (FilterField::Class, "!user-busyy"),
        (FilterField::Category, "nonsense"),
        (FilterField::Family, "h323"),
        (FilterField::Side, "nobody"),
        (FilterField::CallerIp, "192.0.2.0/33"),
        (FilterField::CallerIp, "!192.0.2/24"),
    ] {
        assert!(part(field, text).is_err(), "{}: {text}", field.key());
    }
    for (field, text) in [
        (FilterField::Class, "user-busy, !Answered"),
        (FilterField::Side, "unknown, Vendor"),
        (FilterField::CallerIp, "sbc-1.example"),
        (FilterField::CallerIp, "\"odd/1\""),
    ] {
        assert_eq!(part(field, text), Ok(()), "{}: {text}", field.key());
    }
}

#[test]
fn a_filter_is_understood_whole_or_not_at_all() {
    let mut filter = Filter::default();
    filter.set(FilterField::TalkTime, "30..");
    filter.set(FilterField::Country, "Bangladeshx");
    let problem = FilterProblem { field: FilterField::Country, part: "Bangladeshx".to_owned() };
    assert_eq!(filter.understood(&LocalZone::default()), Err(vec![problem]));
    filter.toggle(FilterField::Country);
    assert_eq!(filter.understood(&LocalZone::default()).map(|conditions| conditions.len()), Ok(1));
}

fn filters() -> impl Strategy<Value = Filter> {
    let criterion = (0..FilterField::ALL.len(), "[ -~é中]{1,12}", any::<bool>());
    proptest::collection::vec(criterion, 0..6).prop_map(|criteria| {
        let mut filter = Filter::default();
        for (field, text, on) in criteria {
            let field = FilterField::ALL[field];
            if filter.get(field).is_none() {
                filter.set(field, &text);
                if !on {
                    filter.toggle(field);
                }
            }
        }
        filter
    })
}

proptest! {
    #[test]
    fn an_address_holds_the_filter(filter in filters()) {
        prop_assert_eq!(Filter::of_query(&filter.query()), filter);
    }

    #[test]
    fn no_text_stops_the_reader(field in 0..FilterField::ALL.len(), text in any::<String>()) {
        let criterion = Criterion { field: FilterField::ALL[field], text, on: true };
        let _ = Condition::of(&criterion, &LocalZone::default());
    }

    #[test]
    fn a_quoted_text_means_exactly_it(text in "[a-c%,\"! ]{0,6}", other in "[a-c%,\"! ]{0,6}") {
        let terms = Terms::parse(&quoted(&text), |term, quoted| Some(Pattern::new(term, quoted))).unwrap();
        prop_assert!(terms.hold(|pattern| pattern.matches(&text)), "{:?}", terms);
        prop_assert_eq!(terms.hold(|pattern| pattern.matches(&other)), text == other);
    }
}
