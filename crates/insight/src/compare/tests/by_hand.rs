//! Splits of shares that should be small, of the margin, and within a group, each worked out by hand.

use super::*;

fn near(split: &Split, key: &str, change: f64, effects: Option<(f64, f64)>) {
    let (found, found_effects) = of(split, key);
    assert!((found - change).abs() < 1e-8, "{key}: {found}");
    assert_eq!(found_effects.is_some(), effects.is_some(), "{key}");
    if let Some(((rate, mix), (expected_rate, expected_mix))) = found_effects.zip(effects) {
        assert!((rate - expected_rate).abs() < 1e-8 && (mix - expected_mix).abs() < 1e-8, "{key}: {rate} {mix}");
    }
}

#[test]
fn outcomes_are_parts_of_a_share_that_should_be_small() {
    let failed = |calls, ineffective| Measures { ineffective, ended_by_sip: calls, ..some(calls, 0, 0) };
    let reasons = |rows: &[(&str, Measures)]| table(Dimension::EndReason, rows);
    let before = reasons(&[("sip/486", failed(90, 0)), ("sip/503", failed(10, 10))]);
    let after = reasons(&[("sip/408", failed(10, 10)), ("sip/486", failed(150, 0)), ("sip/503", failed(40, 40))]);
    let split = split(Metric::Isa, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.to, split.change), (10.0, 25.0, 15.0));
    near(&split, "sip/503", 10.0, None);
    near(&split, "sip/408", 5.0, None);
    near(&split, "sip/486", 0.0, None);
}

#[test]
fn margins_are_weighed_by_revenue() {
    let money = |fee: i128, cost: i128| Measures {
        fee: Amount(fee),
        fee_known: 1,
        cost: Amount(cost),
        cost_known: 1,
        ..some(1, 1, 60)
    };
    // 40 % and 20 %, then 40 % and 10 % with three quarters of the revenue on B.
    let before = vendors(&[("A", money(100, 60)), ("B", money(100, 80))]);
    let after = vendors(&[("A", money(100, 60)), ("B", money(300, 270))]);
    let split = split(Metric::MarginShare, &before, &after, Basis::Totals).unwrap();
    assert_eq!((split.from, split.to), (30.0, 17.5));
    // A lost a quarter of the revenue, and was 16.25 points above the mean of 23.75 %.
    near(&split, "A", -4.0625, Some((0.0, -4.0625)));
    // B: 0.625 of the revenue by -10 points; a quarter more of it, by 15 % less 23.75 %.
    near(&split, "B", -8.4375, Some((-6.25, -2.1875)));
}

fn pairs_of(by: Dimension, rows: &[(&str, &str, Measures)]) -> Table {
    let key = |one: &str, other: &str| vec![Some(one.to_owned()), Some(other.to_owned())];
    let rows = rows.iter().map(|(one, other, sums)| TableRow { key: key(one, other), measures: sums.clone() });
    Table { by: vec![Dimension::TerminatingGateway, by], rows: rows.collect(), left_out: LeftOut::default() }
}

/// Of the calls of `rate_and_mix_of_the_answer_ratio`, what B contributes: -15 points, -12.5 of them by its rate.
fn within_b(by: Dimension, before: [(&str, Measures); 2], after: [(&str, Measures); 2]) -> Split {
    let side = |a: Measures, b: [(&str, Measures); 2]| {
        let [one, other] = b;
        vec![pairs_of(by, &[("A", "x", a), ("B", one.0, one.1), ("B", other.0, other.1)])]
    };
    let (before, after) = (side(some(100, 60, 0), before), side(some(50, 30, 0), after));
    let compare = Compare { before: &before, after: &after, basis: Basis::Totals };
    compare.split_within(Metric::Asr, Dimension::TerminatingGateway, Some("B"), by).unwrap()
}

#[test]
fn groups_within_a_group_contribute_what_it_does() {
    let before = [("p", some(50, 20, 0)), ("q", some(50, 20, 0))];
    let split = within_b(Dimension::Account, before, [("p", some(100, 10, 0)), ("q", some(50, 20, 0))]);
    assert!((split.change + 15.0).abs() < 1e-9);
    // 0.375 of all calls by -30 points; a quarter more of them, by 25 % less the mean of 40 %.
    near(&split, "p", -15.0, Some((-11.25, -3.75)));
    near(&split, "q", 0.0, Some((0.0, 0.0)));
    assert_eq!(split.contributions[0].weight, 0.6, "0.375 of the 0.625 that B has");
}

#[test]
fn outcomes_within_a_group_split_its_rate() {
    let before = [("server/-7", some(50, 40, 0)), ("sip/503", some(50, 0, 0))];
    let split = within_b(Dimension::EndReason, before, [("server/-7", some(40, 30, 0)), ("sip/503", some(110, 0, 0))]);
    assert!((split.change + 12.5).abs() < 1e-9);
    // 0.625 of all calls; 503 went from 50 % to 110 of 150, callers who gave up from 10 % to 10 of 150.
    near(&split, "sip/503", -0.625 * (11_000.0 / 150.0 - 50.0), None);
    near(&split, "server/-7", 0.625 * (10.0 - 1_000.0 / 150.0), None);
}
