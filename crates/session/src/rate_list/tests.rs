use super::*;
use proptest::prelude::*;

/// Prefix, name and rate of each entry.
fn entries(text: &str) -> Vec<(String, String, Option<String>)> {
    let list = RateList::read(text);
    let entry = |of: &RateEntry| (of.prefix.clone(), of.name.clone(), of.rate.map(|rate| rate.to_string()));
    list.entries().iter().map(entry).collect()
}

fn entry(prefix: &str, name: &str, rate: &str) -> (String, String, Option<String>) {
    (prefix.to_owned(), name.to_owned(), Some(rate.to_owned()).filter(|rate| !rate.is_empty()))
}

#[test]
fn lists_as_people_have_them() {
    let expected = [entry("44", "United Kingdom", "0.012"), entry("447", "UK mobile", "1.25")];
    for text in [
        "44,United Kingdom,0.012\n447,UK mobile,1.25\n",
        "\u{feff}Prefix;Destination;Rate\r\n44;United Kingdom;0,012\r\n447;UK mobile;1,25\r\n",
        "Destination\tDial code\tPrice / min\nUnited Kingdom\t+44\t$0.012\nUK mobile\t00447\t1.25 USD\n",
        "\"447\",\"UK mobile\",\"1.25\"\n\n\"44\",\"United Kingdom\",\"0.012\"",
        "the rates of March\n44,United Kingdom,0.012\n447,UK mobile,1.25\n",
        "0.012,44,United Kingdom\n1.25,447,UK mobile\n",
    ] {
        assert_eq!(entries(text), expected, "{text}");
        assert_eq!(RateList::read(text).problem_count(), 0, "{text}");
    }
    assert_eq!(entries("44\n49\n"), [entry("44", "44", ""), entry("49", "49", "")]);
    assert_eq!(
        entries("code;name\n\"4477, 4479-4480\";\"UK; \"\"mobile\"\"\"\n"),
        ["4477", "4479", "4480"].map(|prefix| entry(prefix, "UK; \"mobile\"", ""))
    );
    assert!(RateList::read("").is_empty());
    assert!(RateList::read("no list at all\nof anything").is_empty());
}

#[test]
fn problems_are_told_by_line() {
    let list = RateList::read(
        "prefix,name,rate\n\
        44,UK,0.1\n\
        ,Nowhere,0.1\n\
        4.4E+11,UK,0.1\n\
        1234567890123456,Long,0.1\n\
        49,Germany,free\n\
        44,UK,0.2\n\
        44,UK,0.2\n\
        33,France,-1\n",
    );
    let problems: Vec<_> =
        list.problems().iter().map(|problem| (problem.line, problem.text.as_str(), problem.kind)).collect();
    assert_eq!(
        problems,
        [
            (3, "", RateProblemKind::NoPrefix),
            (4, "4.4E+11", RateProblemKind::PrefixUnreadable),
            (5, "1234567890123456", RateProblemKind::PrefixTooLong),
            (6, "free", RateProblemKind::RateUnreadable),
            (7, "44", RateProblemKind::Twice { line: 2 }),
            (9, "-1", RateProblemKind::RateUnreadable),
        ]
    );
    assert_eq!(list.problem_count(), 6);
    let rates: Vec<_> = list.entries().iter().map(|entry| (entry.prefix.as_str(), entry.rate.is_some())).collect();
    assert_eq!(rates, [("33", false), ("44", true), ("49", false)]);
    assert_eq!((list.rated(), list.names()), (1, 3));
}

#[test]
fn each_key_has_one_rate() {
    let list = RateList::read("44,UK,0.1\n441,UK,0.1\n447,Mobile,0.2\n4474,Mobile,0.3\n4475,Mobile,\n");
    let keys: Vec<(String, String)> = list.destinations();
    let expected =
        [("44", "UK"), ("441", "UK"), ("447", "Mobile · 0.2"), ("4474", "Mobile · 0.3"), ("4475", "Mobile · –")];
    assert_eq!(keys, expected.map(|(prefix, key)| (prefix.to_owned(), key.to_owned())));
    let rate = |key: &str| list.rate_of(key).map(|rate| rate.to_string());
    assert_eq!(rate("UK").as_deref(), Some("0.1"));
    assert_eq!(rate("Mobile · 0.3").as_deref(), Some("0.3"));
    assert_eq!((rate("Mobile · –"), rate("Mobile"), rate("Mars")), (None, None, None));
}

#[test]
fn a_destination_as_a_filter() {
    let list = RateList::read("44,UK,0.1\n441,UK,0.1\n447,Mobile,0.2\n4470,Personal,0.5\n4471,Mobile,0.2\n49,DE,\n");
    assert_eq!(list.criterion("DE").as_deref(), Some("49, 0049"));
    assert_eq!(list.criterion("UK").as_deref(), Some("44, 0044, !447, !00447"));
    assert_eq!(list.criterion("Mobile").as_deref(), Some("447, 00447, !4470, !004470"));
    assert_eq!(list.criterion("Mars"), None);
    // A part of what others have is no filter's prefix.
    let nested = RateList::read("44,UK,0.1\n447,Mobile,0.2\n4470,UK,0.1\n");
    assert_eq!(nested.criterion("UK"), None);
}

proptest! {
    #[test]
    fn what_was_exported_reads_back(
        rows in proptest::collection::vec(("[1-9][0-9]{0,9}", "[A-Za-z][A-Za-z,;\" \
            ]{0,8}[a-z]", proptest::option::of(0..10_000_000_000_i64)), 1..20)
    ) {
        let entries = rows
            .into_iter()
            .map(|(prefix, name, rate)| (prefix.clone(), RateEntry { prefix, name, rate: rate.map(Money) }));
        let list = RateList::new(entries.collect());
        prop_assert_eq!(RateList::read(&list.csv()), list);
    }

    #[test]
    fn no_text_stops_the_reader(text in "[0-9a-z,;\t\n\"+. -]{0,60}|\\PC{0,40}") {
        let list = RateList::read(&text);
        prop_assert!(list.entries().len() <= text.len() * 600);
    }
}
