use super::fixtures::{CallFixture, answer_of, calls, question, shards};
use super::*;
use crate::Criterion;
use crate::rows::{RowSort, RowsFrom};
use crate::{Delays, FilterField, Measures, RowKey, SignsSpec};
use knowledge::PersonalEntry;
use proptest::prelude::*;

fn tables() -> impl Strategy<Value = Query> {
    let more =
        [Dimension::Prefix { digits: 1 }, Dimension::CallerPrefix { digits: 2 }, Dimension::Step { minutes: 1440 }];
    let all: Vec<Dimension> = Dimension::all().chain(more).collect();
    let spec = (proptest::collection::vec(proptest::sample::select(all), 0..=3), any::<bool>());
    spec.prop_map(|(by, delays)| Query::Table(TableSpec { delays, ..TableSpec::by(by) }))
}

fn loads() -> impl Strategy<Value = Query> {
    let by = prop_oneof![Just(None), Just(Some(Dimension::TerminatingGateway)), Just(Some(Dimension::Account))];
    (by, any::<bool>()).prop_map(|(by, lengths)| Query::Load(LoadSpec { by, lengths }))
}

fn questions() -> impl Strategy<Value = Question> {
    let criterion = prop_oneof![
        Just((FilterField::Callee, "44%")),
        Just((FilterField::Prefix, "44,!4400")),
        Just((FilterField::Country, "CA")),
        Just((FilterField::TerminatingGateway, "v1, \"Vendor, 3\"")),
        Just((FilterField::TalkTime, "1..60")),
        Just((FilterField::PostDialDelay, "..2.5")),
        Just((FilterField::Fee, "0.00000002..")),
        Just((FilterField::Hour, "20-3")),
        Just((FilterField::Answered, "no")),
    ];
    let sort =
        prop_oneof![Just(RowSort::Start), Just(RowSort::TalkTime), Just(RowSort::PostDialDelay), Just(RowSort::Fee)];
    let one = prop_oneof![Just(Query::Sums), tables(), loads()];
    let query = prop_oneof![
        Just(Query::Sums),
        tables(),
        loads(),
        proptest::collection::vec(one, 0..4).prop_map(Query::Many),
        (sort, any::<bool>()).prop_map(|(by, descending)| Query::Rows(RowOrder { by, descending })),
    ];
    let rule = ReasonRule { code: Some(-7), text: String::new(), answered: true, unanswered: false };
    let rules = prop_oneof![Just(None), Just(Some(vec![vec![rule.clone()], vec![rule]]))];
    (proptest::collection::vec(criterion, 0..3), query, rules).prop_map(|(criteria, query, rules)| Question {
        conditions: criteria.into_iter().map(|(field, text)| condition_of(field, text)).collect(),
        rules,
        ..question(query)
    })
}

/// Among the calls the earliest and the latest times, the longest durations and the largest amounts that a file can
/// say.
fn extreme_calls() -> impl Strategy<Value = Vec<CallFixture>> {
    // The first day of the year 0 and the last one of 9999.
    let time = || proptest::sample::select(&[-62_167_219_200_000, -1, 0, 253_402_300_799_999][..]);
    let number = || proptest::sample::select(&[0, 1, u32::MAX][..]);
    let money = || proptest::option::of(proptest::sample::select(&[i64::MIN + 1, -1, i64::MAX][..]));
    let extreme = (time(), proptest::option::of(time()), [number(), number(), number()], money(), money());
    (calls(40), proptest::collection::vec(extreme, 0..40)).prop_map(|(mut calls, extremes)| {
        for (call, (start, stop, [talk, billed, delay], fee, cost)) in calls.iter_mut().zip(extremes) {
            (call.start, call.length, call.talk) = (start, stop.map(|stop| stop - start), talk);
            (call.billed, call.delay, call.fee, call.cost) = (Some(billed), Some(delay), fee, cost);
        }
        calls
    })
}

fn condition_of(field: FilterField, text: &str) -> Condition {
    let criterion = Criterion { field, text: text.to_owned(), on: true };
    Condition::of(&criterion, &question(Query::Sums).zone).unwrap()
}

/// The answer of all shards, and the calls that it lists, by their places.
fn answered(shards: &[Shard], question: &Question) -> (Answer, Vec<u64>) {
    let mut merged = answer_of(shards, question);
    let mut offsets = Vec::new();
    if let Answer::Rows(found) = &mut merged {
        let indexes: Vec<_> = shards.iter().map(|shard| answer(shard, question).1).collect();
        let mut at = 0;
        while at < found.calls {
            let (fence, more) = found.before(at, shards.len()).unwrap();
            let mut rows = RowsFrom::default();
            for (shard, index) in shards.iter().zip(&indexes) {
                rows.merge(index.from(shard, fence, more + 7).unwrap());
            }
            let window = rows.window(at, 7);
            assert!(!window.is_empty());
            offsets.extend(window.iter().map(|row: &RowKey| row.offset));
            at += 7;
        }
        // Which rows are fences hangs on the shards.
        *found = RowsFound { calls: found.calls, ..RowsFound::default() };
    }
    (merged, offsets)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_answer_hangs_on_no_shard(calls in calls(120), question in questions(), seed in any::<u64>()) {
        let expected = answered(&shards(&calls, 1, 0), &question);
        for count in [1, 2, 3, 7] {
            prop_assert_eq!(&answered(&shards(&calls, count, seed), &question), &expected);
        }
    }

    #[test]
    fn no_number_is_too_large(
        calls in extreme_calls(),
        question in questions(),
        step_minutes in 1..2000_u32,
        seed in any::<u64>(),
    ) {
        let signs = Question { query: Query::Signs(SignsSpec { step_minutes }), ..question.clone() };
        for question in [&question, &signs] {
            let expected = answered(&shards(&calls, 1, 0), question);
            prop_assert_eq!(&answered(&shards(&calls, 3, seed), question), &expected);
        }
    }

    #[test]
    fn questions_and_answers_travel(calls in calls(60), question in questions(), seed in any::<u64>()) {
        let signs = Query::Signs(SignsSpec { step_minutes: 60 });
        let mut question = question;
        question.personal.set("503".to_owned(), PersonalEntry { name: Some("Busy hour".to_owned()), class: None });
        for query in [question.query.clone(), Query::Many(vec![signs, Query::Attempts])] {
            let question = Question { query, ..question.clone() };
            let bytes = postcard::to_allocvec(&question).unwrap();
            prop_assert_eq!(&postcard::from_bytes::<Question>(&bytes).unwrap(), &question);
            let answer = answer_of(&shards(&calls, 2, seed), &question);
            let bytes = postcard::to_allocvec(&answer).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Answer>(&bytes).unwrap(), answer);
        }
    }

    #[test]
    fn several_at_once_are_answered_as_one_by_one(
        calls in calls(120),
        all in proptest::collection::vec(prop_oneof![tables(), loads(), Just(Query::Sums)], 0..4),
        seed in any::<u64>(),
    ) {
        let shards = shards(&calls, 2, seed);
        let each: Vec<Answer> = all.iter().map(|one| answer_of(&shards, &question(one.clone()))).collect();
        prop_assert_eq!(answer_of(&shards, &question(Query::Many(all))), Answer::Many(each));
    }

    #[test]
    fn sums_groups_and_rows_are_those_of_the_calls(calls in calls(120), seed in any::<u64>()) {
        let question = |query| Question {
            conditions: vec![condition_of(FilterField::TalkTime, "..60")],
            ..question(query)
        };
        let shards = shards(&calls, 3, seed);
        let wanted: Vec<(usize, &CallFixture)> = calls.iter().enumerate().filter(|(_, call)| call.talk <= 60).collect();
        let Answer::Sums(sums) = answered(&shards, &question(Query::Sums)).0 else { panic!() };
        prop_assert_eq!(sums.iter().map(|sums| sums.calls).sum::<u64>(), wanted.len() as u64);
        let talk = wanted.iter().map(|(_, call)| u64::from(call.talk)).sum::<u64>();
        prop_assert_eq!(sums.iter().map(|sums| sums.talk_seconds).sum::<u64>(), talk);
        let by_vendor = question(Query::Table(TableSpec::by([Dimension::TerminatingGateway])));
        let Answer::Table(groups) = answered(&shards, &by_vendor).0 else { panic!() };
        for row in &groups.rows {
            let mine = || wanted.iter().filter(|(_, call)| call.vendor == row.key[0]);
            prop_assert_eq!(row.measures.calls, mine().count() as u64);
            prop_assert_eq!(row.measures.fee.0, mine().filter_map(|(_, call)| call.fee).map(i128::from).sum::<i128>());
        }
        prop_assert_eq!(groups.total().calls, wanted.len() as u64);
        let order = RowOrder { by: RowSort::PostDialDelay, descending: true };
        let (_, offsets) = answered(&shards, &question(Query::Rows(order)));
        let mut expected = wanted.clone();
        expected.sort_by_key(|(_, call)| std::cmp::Reverse(call.delay));
        prop_assert_eq!(offsets, expected.into_iter().map(|(at, _)| at as u64).collect::<Vec<_>>());
    }

    /// A click on a group shows its calls.
    #[test]
    fn a_group_can_be_filtered_by(calls in calls(120), by in 0..Dimension::all().count(), seed in any::<u64>()) {
        let (by, shards) = (Dimension::all().nth(by).unwrap(), shards(&calls, 2, seed));
        let of_table = question(Query::Table(TableSpec::by([by]).with_delays()));
        let Answer::Table(table) = answer_of(&shards, &of_table) else { panic!() };
        let of_reasons = matches!(
            by,
            Dimension::EndReason | Dimension::Class | Dimension::Category | Dimension::Family | Dimension::Side
        );
        for row in table.rows.iter().filter(|_| !of_reasons) {
            let Some((field, text)) = by.criterion(row.key[0].as_deref(), &of_table.zone) else { continue };
            let all = Query::Table(TableSpec::default().with_delays());
            let of_group = Question { conditions: vec![condition_of(field, &text)], ..question(all) };
            let Answer::Table(found) = answer_of(&shards, &of_group) else { panic!() };
            prop_assert_eq!(&found.total(), &row.measures, "{}: {}", field.key(), text);
        }
    }

    #[test]
    fn groups_of_several_dimensions_add_up_to_those_of_one(
        calls in calls(120),
        seed in any::<u64>(),
        at in 0..Dimension::all().count(),
    ) {
        let (one, other) = (Dimension::all().nth(at).unwrap(), Dimension::TerminatingGateway);
        let shards = shards(&calls, 2, seed);
        let table =
            |by: Vec<Dimension>| match answer_of(&shards, &question(Query::Table(TableSpec::by(by).with_delays()))) {
                Answer::Table(table) => table,
                _ => panic!(),
            };
        let (whole, both, three) =
            (table(vec![one]), table(vec![one, other]), table(vec![Dimension::Answered, other, one]));
        for row in &whole.rows {
            let mut sums = [Measures::default(), Measures::default()];
            both.rows.iter().filter(|part| part.key[0] == row.key[0]).for_each(|part| sums[0].merge(&part.measures));
            three.rows.iter().filter(|part| part.key[2] == row.key[0]).for_each(|part| sums[1].merge(&part.measures));
            prop_assert_eq!(&sums[0], &row.measures);
            prop_assert_eq!(&sums[1], &row.measures);
        }
        prop_assert_eq!(table(vec![]).total(), whole.total());
        let delays = |of: &dyn Fn(&Measures) -> &Delays| of(&whole.total()).count();
        let known = calls.iter().filter(|call| call.delay.is_some()).count() as u64;
        prop_assert_eq!(delays(&|sums| &sums.answered_delays) + delays(&|sums| &sums.unanswered_delays), known);
    }
}

#[test]
fn each_slot_has_its_question() {
    let slot_index = |query, slot| Question { slot, ..question(query) }.slot_index();
    let table = || Query::Table(TableSpec::default());
    let rows = Query::Rows(RowOrder { by: RowSort::Start, descending: false });
    let slot_indexes = [
        slot_index(Query::Sums, 3),
        slot_index(rows, 3),
        slot_index(table(), 0),
        slot_index(table(), 3),
        slot_index(table(), 999),
    ];
    assert_eq!(slot_indexes, [0, 1, 2, 5, Question::SLOT_COUNT - 1]);
    assert_eq!(slot_index(Query::Load(LoadSpec::default()), 3), 5);
}

#[test]
fn of_rows_among_others_nothing_is_told() {
    let rows = Query::Rows(RowOrder { by: RowSort::Start, descending: false });
    let many = Query::Many(vec![rows, Query::Many(vec![Query::Sums])]);
    let answer = answer_of(&[Shard::default()], &question(many));
    assert_eq!(answer, Answer::Many(vec![Answer::Many(Vec::new()), Answer::Many(Vec::new())]));
}
