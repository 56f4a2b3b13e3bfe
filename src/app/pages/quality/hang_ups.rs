use super::short_calls::group_rows;
use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, Words};
use crate::app::components::{DataCell, DataColumn, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use calls::HangUpSide;
use query::{Dimension, Held, Measures, Metric, Table, TableRow, metrics};
use std::rc::Rc;
use words::{QualityWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// So many groups are drawn, those with the most calls.
const DRAWN: usize = 15;

const SIDES: [(HangUpSide, ReportWord); 3] = [
    (HangUpSide::Caller, ReportWord::ByCaller),
    (HangUpSide::Callee, ReportWord::ByCallee),
    (HangUpSide::Server, ReportWord::ByServer),
];

#[derive(Properties, PartialEq)]
pub(super) struct HangUpsProps {
    /// By one dimension.
    pub(super) table: Held<Table>,
}

/// Who hung up the answered calls of groups, and how many of them the server ended.
#[component]
pub(super) fn HangUps(props: &HangUpsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (table, by) = (&*props.table, props.table.by[0]);
    let title = page.word(QualityWord::HangUpsByGroup);
    let drawn: Vec<&TableRow> =
        table.by_calls().into_iter().filter(|row| known(&row.measures) > 0).take(DRAWN).collect();
    if drawn.is_empty() {
        return html! {
            <section class="card">
                <h2>{ title }</h2>
                <p class="note">{ page.sentence(ReportSentence::Lacks { what: page.word(QualityWord::WhoHungUp) }) }</p>
            </section>
        };
    }
    let pick = {
        let (page, keys) =
            (page.clone(), drawn.iter().map(|row| row.key.first().cloned().flatten()).collect::<Vec<_>>());
        Callback::from(move |(_, group): (usize, usize)| {
            let Some(key) = keys.get(group) else { return };
            if let Some((field, text)) = group_criterion(&page, by, key.as_deref()) {
                page.dispatch.emit(FilterAction::By(field, text).into());
            }
        })
    };
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note">{ page.word(QualityWord::HangUpsHint) }</p>
            <Chart spec={Rc::new(spec(&page, by, title, &drawn))} on_pick={pick} has_table={true}
                file="cdr-lens-hang-ups" />
            { sides(&page, table, by, title) }
        </section>
    }
}

/// Answered calls of which the files say who hung up.
fn known(measures: &Measures) -> u64 {
    measures.hung_up_answered.iter().sum()
}

fn spec(page: &Page, by: Dimension, title: &str, drawn: &[&TableRow]) -> Spec {
    let series = SIDES.map(|(side, name)| Series {
        name: page.word(name).to_owned(),
        values: drawn.iter().map(|row| row.measures.hung_up_answered_percent(side)).collect(),
        ..Series::default()
    });
    Spec {
        categories: drawn.iter().map(|row| group_name(page, by, row.key.first().and_then(Option::as_deref))).collect(),
        series: series.to_vec(),
        units: vec!["percent"],
        horizontal: true,
        words: Words { axes: vec![page.word(QualityWord::OfAnsweredCalls).to_owned()], ..Words::default() },
        ..Spec::new(Kind::Stacked, title)
    }
}

fn sides(page: &Page, table: &Table, by: Dimension, title: &'static str) -> Html {
    let language = page.language;
    let own = |name: Word, definition: QualityWord| DataColumn::new(page.word(name), page.word(definition));
    let mut columns = vec![own(QualityWord::SideKnown.into(), QualityWord::DefineSideKnown)];
    columns.extend(SIDES.map(|(_, name)| own(name.into(), QualityWord::DefineHangUpShare)));
    columns.push(own(QualityWord::CutCalls.into(), QualityWord::DefineCutCalls));
    columns.push(own(QualityWord::LikelyFrom.into(), QualityWord::DefineLikely));
    columns.push(own(QualityWord::LikelyTo.into(), QualityWord::DefineLikely));
    columns.push(DataColumn::new(language.metric(Metric::Acd), language.define_metric(Metric::Acd)));
    let cells = |measures: &Measures| {
        let count = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
        let percent = |share: Option<f64>| DataCell::number(share, |share| language.percent(share));
        let cut = measures.hung_up_answered[HangUpSide::Server as usize];
        let likely = metrics::wilson_interval(cut, known(measures));
        let mut cells = vec![count(known(measures))];
        cells.extend(SIDES.map(|(side, _)| {
            let share = measures.hung_up_answered_percent(side);
            percent(share).with_bar(share)
        }));
        cells.extend([count(cut), percent(likely.map(|likely| likely.0)), percent(likely.map(|likely| likely.1))]);
        cells.push(DataCell::number(measures.acd_seconds(), |acd| language.value(Metric::Acd.unit(), acd)));
        cells
    };
    let rows = group_rows(page, table, |measures| known(measures) > 0, cells);
    html! { <DataTable label={title} heading={language.dimension(by)} {columns} rows={Rc::new(rows)} /> }
}
