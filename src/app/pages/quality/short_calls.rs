use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use query::{Held, Measures, Metric, Table, metrics};
use std::rc::Rc;
use words::{FigureWord, QualityWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ShortCallsProps {
    /// By one dimension.
    pub(super) table: Held<Table>,
}

/// The share of short calls of groups, and where it most likely lies.
#[component]
pub(super) fn ShortCalls(props: &ShortCallsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (table, by) = (&*props.table, props.table.by[0]);
    let (language, title) = (page.language, page.word(QualityWord::ShortCallsByGroup));
    let metric = |metric: Metric| DataColumn::new(language.metric(metric), language.define_metric(metric));
    let own = |name: QualityWord, definition: QualityWord| DataColumn::new(page.word(name), page.word(definition));
    let columns = vec![
        own(QualityWord::ShortAnswered, QualityWord::DefineShortAnswered),
        metric(Metric::Answered),
        metric(Metric::ShortShare),
        own(QualityWord::LikelyFrom, QualityWord::DefineLikely),
        own(QualityWord::LikelyTo, QualityWord::DefineLikely),
        metric(Metric::Acd),
    ];
    let cells = |measures: &Measures| {
        let count = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
        let share = measures.short_percent();
        let likely = metrics::wilson_interval(measures.short_calls, measures.answered);
        let percent = |share: Option<f64>| DataCell::number(share, |share| language.percent(share));
        vec![
            count(measures.short_calls),
            count(measures.answered),
            percent(share).with_bar(share),
            percent(likely.map(|likely| likely.0)),
            percent(likely.map(|likely| likely.1)),
            DataCell::number(measures.acd_seconds(), |acd| language.value(Metric::Acd.unit(), acd)),
        ]
    };
    let rows = group_rows(&page, table, |measures| measures.answered > 0, cells);
    html! {
        <section class="card">
            <h2>{ title }</h2>
            if rows.is_empty() {
                <p class="note">{ page.word(FigureWord::NoAnsweredCalls) }</p>
            } else {
                <p class="note">{ page.word(QualityWord::ShortCallsHint) }</p>
                // By where the share lies at least: a few calls are no league leaders.
                <DataTable label={title} heading={language.dimension(by)} {columns} rows={Rc::new(rows)} sorted_by={3}
                    />
            }
        </section>
    }
}

/// A row for each group that `holds` for, the one with the most calls first; a click filters by it.
pub(super) fn group_rows(
    page: &Page,
    table: &Table,
    holds: impl Fn(&Measures) -> bool,
    cells: impl Fn(&Measures) -> Vec<DataCell>,
) -> Vec<DataRow> {
    let Some(&by) = table.by.first() else { return Vec::new() };
    let rows = table.by_calls().into_iter().filter(|row| holds(&row.measures));
    rows.map(|row| {
        let key = row.key.first().and_then(Option::as_deref);
        let filter = group_criterion(page, by, key).map(|(field, text)| {
            let mut filter = (*page.filter).clone();
            filter.set(field, &text);
            filter
        });
        DataRow {
            name: group_name(page, by, key),
            key: key.unwrap_or_default().to_owned(),
            filter,
            cells: cells(&row.measures),
        }
    })
    .collect()
}
