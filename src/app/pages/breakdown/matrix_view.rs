use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, Words, unit_name};
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use query::{Filter, Held, Matrix, Measures, Metric, Table, metrics};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use words::{FigureWord, ReportSentence, ReportWord};
use yew::prelude::*;

/// So many groups are rows and columns at most.
const MOST_ROWS: usize = 40;
const MOST_COLUMNS: usize = 25;

/// Cells of fewer calls say little, unless a person wants them.
const USUAL_LEAST: u64 = 5;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// By two fields.
    pub(in crate::app) table: Held<Table>,
    pub(in crate::app) metric: Metric,
}

/// A metric of the groups of one field by those of another: as a heat map, and as a table.
#[component]
pub(in crate::app) fn MatrixView(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let least = use_state_eq(|| USUAL_LEAST);
    let matrix = use_memo(props.table.clone(), |table| Matrix::of(table, MOST_ROWS, MOST_COLUMNS));
    let found = matrix.clone();
    let Some(matrix) = matrix.as_ref() else { return Html::default() };
    let metric = props.metric;
    let [rows, columns] = matrix.by.map(|by| page.language.dimension(by));
    let title = page.sentence(ReportSentence::OneByOther { metric: page.language.metric(metric), rows, columns });
    let spec = Rc::new(spec(&page, matrix, metric, *least, title.clone()));
    let on_pick = {
        let page = page.clone();
        Callback::from(move |(row, column): (usize, usize)| {
            if let Some(filter) = found.as_ref().as_ref().and_then(|matrix| filter_of(&page, matrix, row, column)) {
                page.dispatch.emit(FilterAction::Use(filter).into());
            }
        })
    };
    let set_least = {
        let least = least.clone();
        Callback::from(move |event: Event| {
            least.set(event.target_unchecked_into::<HtmlInputElement>().value().trim().parse().unwrap_or(0));
        })
    };
    let [rows_left, columns_left] = matrix.left_out;
    html! {
        <section class="card" aria-label={title.clone()}>
            <h2>{ title.clone() }</h2>
            <p class="note">{ page.language.define_metric(metric) }</p>
            <label class="hint">
                { page.word(ReportWord::AtLeastCalls) }{ " " }
                <input type="number" min="0" value={least.to_string()} onchange={set_least} />
            </label>
            <Chart {spec} on_pick={Some(on_pick)} file="cdr-lens-matrix" has_table={true} />
            if rows_left + columns_left > 0 {
                <p class="note">
                    { page.sentence(ReportSentence::MatrixLeftOut { rows: rows_left, columns: columns_left }) }
                </p>
            }
            <details>
                <summary>{ page.word(ReportWord::DataOfChart) }</summary>
                { table(&page, matrix, metric, *least, &title) }
            </details>
        </section>
    }
}

/// The value of a cell, if it has enough calls.
fn value(cell: Option<&Measures>, metric: Metric, least: u64) -> Option<f64> {
    cell.filter(|cell| cell.calls >= least).and_then(|cell| metric.value(cell))
}

fn spec(page: &Page, matrix: &Matrix, metric: Metric, least: u64, title: String) -> Spec {
    let [down, across] = matrix.by;
    let series = matrix.rows.iter().zip(&matrix.cells).map(|((key, _), cells)| Series {
        name: group_name(page, down, key.as_deref()),
        values: cells.iter().map(|cell| value(cell.as_ref(), metric, least)).collect(),
        ..Series::default()
    });
    Spec {
        categories: matrix.columns.iter().map(|(key, _)| group_name(page, across, key.as_deref())).collect(),
        series: series.collect(),
        units: vec![unit_name(metric.unit())],
        locale: page.language.tag(),
        words: Words {
            value: page.language.metric(metric).to_owned(),
            none: page.word(FigureWord::NoCalls).to_owned(),
            ..Words::default()
        },
        ..Spec::new(Kind::Heat, title)
    }
}

/// The page's filter and both groups of a cell; `None` where a filter cannot say one of them.
fn filter_of(page: &Page, matrix: &Matrix, row: usize, column: usize) -> Option<Filter> {
    let keys = [&matrix.rows.get(row)?.0, &matrix.columns.get(column)?.0];
    let parts = matrix.by.iter().zip(keys).map(|(&by, key)| group_criterion(page, by, key.as_deref()));
    Some(page.filter.narrowed(parts.collect::<Option<Vec<_>>>()?))
}

fn table(page: &Page, matrix: &Matrix, metric: Metric, least: u64, title: &str) -> Html {
    let [down, across] = matrix.by;
    let columns: Vec<String> = matrix.columns.iter().map(|(key, _)| group_name(page, across, key.as_deref())).collect();
    let shown = |sums: &Measures| {
        metric.value(sums).map_or_else(|| "–".to_owned(), |value| page.language.value(metric.unit(), value))
    };
    let most = matrix.cells.iter().flatten().filter_map(|cell| value(cell.as_ref(), metric, least)).fold(0.0, f64::max);
    let cell = |row: usize, row_name: &str, column: usize| {
        let Some(sums) = matrix.cells[row][column].as_ref() else {
            return html! { <td class="number">{ "–" }</td> };
        };
        let text = shown(sums);
        let hint = page.sentence(ReportSentence::CellOfMatrix {
            row: row_name,
            column: &columns[column],
            value: &text,
            calls: sums.calls,
        });
        let weak =
            metric.share_of(sums).is_some_and(|(_, whole)| whole < metrics::WEAK_BELOW_CALLS) || sums.calls < least;
        let share = value(Some(sums), metric, least)
            .filter(|_| most > 0.0)
            .map(|value| (value / most * 100.0).clamp(0.0, 100.0));
        let click = filter_of(page, matrix, row, column)
            .map(|filter| page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(filter.clone()).into()));
        html! {
            <td class={classes!("number", weak.then_some("weak"))}
                style={share.map(|share| format!("--share:{share:.1}%"))}>
                if let Some(click) = click {
                    <button type="button" class="link" onclick={click} title={hint.clone()} aria-label={hint}>
                        { text }
                    </button>
                } else {
                    <span title={hint}>{ text }</span>
                }
            </td>
        }
    };
    html! {
        <div class="metric-table"><div class="scroll">
            <table aria-label={title.to_owned()}>
                <thead><tr>
                    <th scope="col">{ page.language.dimension(down) }</th>
                    { for columns.iter().map(|name| html! {
                        <th scope="col" class="number" title={name.clone()}>{ name }</th>
                    }) }
                    <th scope="col" class="number">{ page.word(ReportWord::Total) }</th>
                </tr></thead>
                <tbody>{ for matrix.rows.iter().enumerate().map(|(at, (key, sums))| {
                    let name = group_name(page, down, key.as_deref());
                    html! {
                        <tr>
                            <th scope="row" title={name.clone()}>{ &name }</th>
                            { for (0..columns.len()).map(|column| cell(at, &name, column)) }
                            <td class="number">{ shown(sums) }</td>
                        </tr>
                    }
                }) }</tbody>
                <tfoot><tr>
                    <th scope="row">{ page.word(ReportWord::Total) }</th>
                    { for matrix.columns.iter().map(|(_, sums)| html! { <td class="number">{ shown(sums) }</td> }) }
                    <td></td>
                </tr></tfoot>
            </table>
        </div></div>
    }
}
