use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use insight::rerated::{RatedTime, Rerated, rerated};
use query::{Amount, Dimension, Held, Table, Unit};
use std::rc::Rc;
use words::{DestinationSentence, DestinationWord, ReportSentence, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// By the person's own destinations.
    pub(in crate::app) table: Held<Table>,
}

/// What calls would cost by the person's own list, beside what the files say.
#[component]
pub(in crate::app) fn ReratedTable(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let time =
        RatedTime::ALL.into_iter().find(|time| page.choices.get("rated") == Some(time.key())).unwrap_or_default();
    let (rows, total) = rerated(&props.table, &page.session.rates, time);
    let choose = page
        .dispatch
        .reform(|event: Event| FilterAction::Choose { filter: None, chosen: vec![("rated", chosen(&event))] }.into());
    let column = |name, definition| DataColumn::new(page.word(name), page.word(definition));
    let metric = |metric| DataColumn::new(page.language.metric(metric), page.language.define_metric(metric));
    let columns = vec![
        metric(query::Metric::Calls),
        column(DestinationWord::RatedMinutesColumn, DestinationWord::DefineRatedMinutes),
        column(DestinationWord::RatePerMinute, DestinationWord::DefineRatePerMinute),
        column(DestinationWord::CostByList, DestinationWord::DefineCostByList),
        metric(query::Metric::Fee),
        column(DestinationWord::FeeOverList, DestinationWord::DefineFeeOverList),
        metric(query::Metric::Cost),
        column(DestinationWord::CostOverList, DestinationWord::DefineCostOverList),
    ];
    let lacks_billed = time == RatedTime::AsBilled && rows.iter().all(|row| row.seconds.is_none());
    let has_rates = total.by_list.is_some();
    let cells = rows.iter().map(|row| DataRow {
        name: group_name(&page, Dimension::Destination, row.key.as_deref()),
        key: row.key.clone().unwrap_or_default(),
        filter: group_criterion(&page, Dimension::Destination, row.key.as_deref())
            .map(|criterion| page.filter.narrowed([criterion])),
        cells: cells(&page, row),
    });
    let cells = Rc::new(cells.collect::<Vec<_>>());
    html! {
        <section class="card" aria-label={page.word(DestinationWord::CostByList)}>
            <h2>{ page.word(DestinationWord::CostByList) }</h2>
            <div class="choices">
                <label>
                    { page.word(DestinationWord::TimeRated) }{ " " }
                    <select onchange={choose}>
                        { for RatedTime::ALL.map(|offered| html! {
                            <option value={offered.key()} selected={offered == time}>
                                { page.word(name(offered)) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            <p class="note">{ page.word(DestinationWord::RatedTimeExplained) }</p>
            if lacks_billed {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(DestinationWord::BilledTimes) }) }
                </p>
            }
            if has_rates {
                <p role="status">{ sum(&page, &total) }</p>
            }
            <DataTable label={page.word(DestinationWord::CostByList)}
                heading={page.word(DestinationWord::YourDestination)} {columns} rows={cells} />
        </section>
    }
}

fn name(time: RatedTime) -> DestinationWord {
    match time {
        RatedTime::Seconds => DestinationWord::RatedSeconds,
        RatedTime::Sixes => DestinationWord::RatedSixes,
        RatedTime::Minutes => DestinationWord::RatedMinutes,
        RatedTime::AsBilled => DestinationWord::RatedAsBilled,
    }
}

/// One for each column of the table.
fn cells(page: &Page, row: &Rerated) -> Vec<DataCell> {
    let value = |unit: Unit, value: Option<f64>| DataCell::number(value, |value| page.language.value(unit, value));
    let money = |amount: Option<Amount>| value(Unit::Money, amount.map(Amount::units));
    // A sum of some of the calls is not what all of them are charged.
    let of_some = |fact: DataCell, known: u64| {
        if (1..row.calls).contains(&known) {
            fact.with_note(page.sentence(DestinationSentence::FeeKnown { known, calls: row.calls }))
        } else {
            fact
        }
    };
    let [fee_known, cost_known] = row.known;
    vec![
        value(Unit::Count, Some(row.calls as f64)),
        value(Unit::Minutes, row.seconds.map(|seconds| seconds as f64 / 60.0)),
        value(Unit::MoneyPerMinute, row.rate.map(|rate| Amount::from(rate).units())),
        money(row.by_list),
        of_some(money(row.fee), fee_known),
        of_some(money(row.fee_over_list()), fee_known),
        of_some(money(row.cost), cost_known),
        of_some(money(row.cost_over_list()), cost_known),
    ]
}

/// What all destinations with a rate come to.
fn sum(page: &Page, total: &Rerated) -> String {
    let part = |word: &str, amount: Option<Amount>| {
        amount.map(|amount| format!("{word} {}", page.language.money(amount.units())))
    };
    let parts = [
        part(page.word(DestinationWord::CostByList), total.by_list),
        part(page.language.metric(query::Metric::Fee), total.fee),
        part(page.word(DestinationWord::FeeOverList), total.fee_over_list()),
        part(page.language.metric(query::Metric::Cost), total.cost),
        part(page.word(DestinationWord::CostOverList), total.cost_over_list()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}: {}", page.word(ReportWord::Total), parts.join(" · "))
}
