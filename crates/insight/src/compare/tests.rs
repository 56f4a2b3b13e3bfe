mod by_hand;
mod stories;

use super::*;
use proptest::prelude::*;
use query::{Amount, LeftOut, TableRow};

fn table(by: Dimension, rows: &[(&str, Measures)]) -> Table {
    let row = |(key, measures): &(&str, Measures)| TableRow {
        key: vec![Some((*key).to_owned())],
        measures: measures.clone(),
    };
    let mut rows: Vec<TableRow> = rows.iter().map(row).collect();
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    Table { by: vec![by], rows, left_out: LeftOut::default() }
}

fn vendors(rows: &[(&str, Measures)]) -> Table {
    table(Dimension::TerminatingGateway, rows)
}

fn some(calls: u64, answered: u64, talk_seconds: u64) -> Measures {
    Measures { calls, answered, talk_seconds, ..Measures::default() }
}

/// The contribution of a group: in all, by rate, by mix.
fn of(split: &Split, key: &str) -> (f64, Option<(f64, f64)>) {
    let found = split.contributions.iter().find(|of| of.key() == Some(Some(key))).unwrap();
    let round = |value: f64| (value * 1e9).round() / 1e9;
    (round(found.change), found.effects.map(|Effects { rate, mix }| (round(rate), round(mix))))
}

#[test]
fn rate_and_mix_of_the_answer_ratio() {
    // 50 % of both, then 60 % and 20 % with three quarters of the calls on B: 30 %.
    let before = vendors(&[("A", some(100, 60, 0)), ("B", some(100, 40, 0))]);
    let after = vendors(&[("A", some(50, 30, 0)), ("B", some(150, 30, 0))]);
    let split = split(Metric::Asr, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.to, split.change), (50.0, 30.0, -20.0));
    // A's own ratio stayed; it lost a quarter of the calls, and was 20 points above the mean of 40 %.
    assert_eq!(of(&split, "A"), (-5.0, Some((0.0, -5.0))));
    // B: 0.625 of the calls · -20 points; +0.25 of the calls · (30 % - 40 %).
    assert_eq!(of(&split, "B"), (-15.0, Some((-12.5, -2.5))));
    assert_eq!(split.contributions[0].key(), Some(Some("B")), "the one that made it so first");
    assert!((split.contributions[0].share_percent.unwrap() - 75.0).abs() < 1e-9);
    assert_eq!(split.contributions[0].weight, 0.625);
}

#[test]
fn a_group_that_one_side_does_not_have_is_all_mix() {
    let before = vendors(&[("A", some(100, 50, 0))]);
    let after = vendors(&[("A", some(100, 50, 0)), ("C", some(100, 10, 0))]);
    let split = split(Metric::Asr, &before, &after, Basis::Totals).unwrap();
    assert_eq!(of(&split, "A"), (-5.0, Some((0.0, -5.0))));
    assert_eq!(of(&split, "C"), (-15.0, Some((0.0, -15.0))));
    let new = &split.contributions[0];
    assert_eq!((new.before, new.after, new.calls), (None, Some(10.0), (0, 100)));
}

#[test]
fn call_durations_are_weighed_by_answered_calls() {
    // 100 s and 25 s, then 60 s and 25 s.
    let before = vendors(&[("A", some(100, 60, 6000)), ("B", some(100, 40, 1000))]);
    let after = vendors(&[("A", some(100, 50, 3000)), ("B", some(100, 50, 1250))]);
    let split = split(Metric::Acd, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.to), (70.0, 42.5));
    assert_eq!(of(&split, "A"), (-24.375, Some((-22.0, -2.375))));
    assert_eq!(of(&split, "B"), (-3.125, Some((0.0, -3.125))));
}

#[test]
fn slow_calls_are_weighed_by_calls_whose_delay_is_known() {
    let slow =
        |answered_delay_known, slow_answered| Measures { answered_delay_known, slow_answered, ..some(500, 400, 0) };
    let before = vendors(&[("A", slow(100, 10)), ("B", slow(300, 30))]);
    let after = vendors(&[("A", slow(100, 50)), ("B", slow(100, 10))]);
    let split = split(Metric::SlowShare, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.to), (10.0, 30.0));
    // A: 0.375 of the calls by 40 points more; a quarter more of the calls, 30 % and not the mean of 20 %.
    assert_eq!(of(&split, "A"), (17.5, Some((15.0, 2.5))));
    assert_eq!(of(&split, "B"), (2.5, Some((0.0, 2.5))));
}

#[test]
fn outcomes_take_their_share() {
    let reasons = |rows: &[(&str, Measures)]| table(Dimension::EndReason, rows);
    let before = reasons(&[("server/-7", some(60, 50, 0)), ("sip/503", some(10, 0, 0)), ("sip/486", some(30, 0, 0))]);
    let after = reasons(&[("server/-7", some(70, 60, 0)), ("sip/503", some(100, 0, 0)), ("sip/486", some(30, 0, 0))]);
    let split = split(Metric::Asr, &before, &after, Basis::Totals).unwrap();
    assert_eq!(split.change, -20.0);
    // 503 went from 10 % to 50 % of the calls, 486 from 30 % to 15 %, callers who gave up from 10 % to 5 %.
    assert_eq!(of(&split, "sip/503"), (-40.0, None));
    assert_eq!(of(&split, "sip/486"), (15.0, None));
    assert_eq!(of(&split, "server/-7"), (5.0, None));
}

#[test]
fn sums_are_compared_as_they_are_or_by_the_hour() {
    let before = vendors(&[("A", some(1200, 0, 0)), ("B", some(1200, 0, 0))]);
    let after = vendors(&[("A", some(300, 0, 0)), ("B", some(900, 0, 0))]);
    let totals = split(Metric::Calls, &before, &after, Basis::of(3600.0, 3601.0)).unwrap();
    assert_eq!((totals.basis, totals.exact, totals.change), (Basis::Totals, Some(-1200), -1200.0));
    assert_eq!(totals.contributions[0].exact, Some(-900));
    let by_hour = split(Metric::Calls, &before, &after, Basis::of(24.0 * 3600.0, 6.0 * 3600.0)).unwrap();
    assert_eq!((by_hour.from, by_hour.to, by_hour.exact), (100.0, 200.0, None));
    assert_eq!((of(&by_hour, "A"), of(&by_hour, "B")), ((0.0, None), (100.0, None)));
}

#[test]
fn money_is_exact() {
    let money = |fee: i128, cost: i128| Measures {
        calls: 1,
        fee: Amount(fee),
        fee_known: 1,
        cost: Amount(cost),
        cost_known: 1,
        ..Measures::default()
    };
    let large = 1 << 90;
    let before = vendors(&[("A", money(large + 3, 1)), ("B", money(5, 2))]);
    let after = vendors(&[("A", money(large, 1)), ("B", money(5, 9))]);
    let split = split(Metric::Margin, &before, &after, Basis::Totals).unwrap();
    assert_eq!(split.exact, Some(-10));
    assert_eq!(split.contributions.iter().map(|of| of.exact.unwrap()).collect::<Vec<_>>(), [-7, -3]);
}

#[test]
fn what_cannot_be_split() {
    let one = vendors(&[("A", some(10, 5, 50))]);
    assert_eq!(split(Metric::Pdd95, &one, &one, Basis::Totals), None, "a percentile");
    assert_eq!(split(Metric::Fee, &one, &one, Basis::Totals), None, "files without fees");
    assert_eq!(split(Metric::Asr, &one, &vendors(&[]), Basis::Totals), None, "no calls");
    assert_eq!(split(Metric::Asr, &one, &table(Dimension::Account, &[]), Basis::Totals), None);
    let same = split(Metric::Asr, &one, &one, Basis::Totals).unwrap();
    assert_eq!((same.change, same.contributions[0].share_percent), (0.0, None));
}

#[test]
fn groups_left_out_are_there_together() {
    let mut before = vendors(&[("A", some(100, 60, 0))]);
    before.left_out = LeftOut { groups: 3, lacking_calls: 2, measures: some(100, 40, 0) };
    let after = vendors(&[("A", some(50, 30, 0)), ("B", some(150, 30, 0))]);
    let split = split(Metric::Asr, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.lacking_calls), (50.0, 2));
    let rest = split.contributions.iter().find(|of| of.who == Who::LeftOut).unwrap();
    assert_eq!(rest.calls, (100, 0));
    let sum: f64 = split.contributions.iter().map(|of| of.change).sum();
    assert!((sum + 20.0).abs() < 1e-9);
}

fn measures() -> impl Strategy<Value = Measures> {
    let counts = proptest::array::uniform6(prop_oneof![Just(0_u64), 0..50_u64, 0..2_000_000_u64]);
    let money = (-9_000_000_000_i128..900_000_000_000, 0..900_000_000_000_i128, 0..9_000_000_u64);
    (counts, money).prop_map(|([answered, effective, ineffective, redirected, short, reached], (fee, cost, talk))| {
        let calls = answered + effective + ineffective + redirected;
        if calls == 0 {
            return Measures::default();
        }
        Measures {
            calls,
            answered,
            effective_unanswered: effective,
            ended_by_sip: 1,
            redirected,
            seer_effective: effective / 2,
            ineffective,
            talk_seconds: talk,
            billed_seconds: talk + 3,
            billed_known: 1,
            short_calls: short.min(answered),
            answered_delay_known: answered,
            slow_answered: reached.min(answered),
            fee: Amount(fee),
            fee_known: 1,
            cost: Amount(cost),
            cost_known: 1,
            answered_free: short.min(answered),
            hung_up_answered: [answered, short, effective],
            vendor_known: calls,
            vendor_reached: reached.min(calls),
            ..Measures::default()
        }
    })
}

/// Tables by one dimension, or by two.
fn any_table(by: Vec<Dimension>) -> impl Strategy<Value = Table> {
    let key = proptest::collection::vec(proptest::option::weighted(0.9, "[A-C]"), by.len());
    let rows = proptest::collection::btree_map(key, measures(), 1..9);
    (rows, measures(), any::<bool>()).prop_map(move |(rows, rest, has_rest)| {
        let rows = rows.into_iter().map(|(key, measures)| TableRow { key, measures }).collect();
        let left_out = LeftOut { measures: if has_rest { rest } else { Measures::default() }, ..LeftOut::default() };
        Table { by: by.clone(), rows, left_out }
    })
}

fn is_near(sum: f64, change: f64, split: &Split) -> bool {
    let size: f64 = split.contributions.iter().map(|of| of.change.abs()).sum();
    (sum - change).abs() <= 1e-9 * (size + change.abs())
}

fn dimension() -> impl Strategy<Value = Dimension> {
    prop_oneof![Just(Dimension::TerminatingGateway), Just(Dimension::EndReason), Just(Dimension::HangUpSide)]
}

proptest! {
    #[test]
    fn contributions_add_up(
        (before, after) in dimension().prop_flat_map(|by| (any_table(vec![by]), any_table(vec![by]))),
        hours in prop_oneof![Just(1.0), 0.1..99.0],
    ) {
        for &metric in Metric::ALL {
            let Some(split) = split(metric, &before, &after, Basis::of(3600.0, hours * 3600.0)) else { continue };
            let sum: f64 = split.contributions.iter().map(|of| of.change).sum();
            prop_assert!(is_near(sum, split.change, &split), "{metric:?}: {sum} of {}", split.change);
            let difference = split.to - split.from;
            prop_assert!((difference - split.change).abs() <= 1e-9 * (split.to.abs() + split.from.abs()));
            let exact: Option<i128> = split.contributions.iter().map(|of| of.exact).sum();
            prop_assert_eq!(exact, split.exact);
            for of in &split.contributions {
                if let Some(Effects { rate, mix }) = of.effects {
                    prop_assert!((rate + mix - of.change).abs() <= 1e-9 * (rate.abs() + mix.abs()));
                    if of.calls.0 == 0 || of.calls.1 == 0 {
                        prop_assert_eq!(rate, 0.0);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_within_a_group_adds_up_to_it(
        (before, after) in prop_oneof![
            Just([Dimension::TerminatingGateway, Dimension::Account]),
            Just([Dimension::EndReason, Dimension::TerminatingGateway]),
            Just([Dimension::TerminatingGateway, Dimension::EndReason]),
        ].prop_flat_map(|by| (any_table(by.to_vec()), any_table(by.to_vec()))),
    ) {
        let by = (before.by[0], before.by[1]);
        let singles = [&before, &after].map(|table| {
            let mut single = Table { by: vec![by.0], rows: Vec::new(), left_out: table.left_out.clone() };
            for row in &table.rows {
                let row = TableRow { key: row.key[..1].to_vec(), ..row.clone() };
                single.merge(Table { by: vec![by.0], rows: vec![row], left_out: LeftOut::default() });
            }
            single
        });
        let [one, other] = singles;
        let tables = [[one, before], [other, after]];
        let compare = Compare { before: &tables[0], after: &tables[1], basis: Basis::Totals };
        for &metric in Metric::ALL {
            let Some(whole) = compare.split(metric, &[by.0]) else { continue };
            for of in &whole.contributions {
                let Who::Group(key) = &of.who else { continue };
                let Some(within) = compare.split_within(metric, by.0, key[0].as_deref(), by.1) else { continue };
                // Outcomes split what the group's own ratio did.
                let is_share = metric.share_of(&Measures::default()).is_some() || metric == Metric::Seer;
                let by_outcome = by.1 == Dimension::EndReason && is_share;
                let expected = if by_outcome { of.effects.unwrap().rate } else { of.change };
                prop_assert!(is_near(within.change, expected, &within), "{metric:?}: {} of {expected}", within.change);
                let weights: f64 = within.contributions.iter().map(|of| of.weight).sum();
                prop_assert!(weights == 0.0 || (weights - 1.0).abs() < 1e-9);
            }
        }
    }
}
