//! A table of groups of calls with any metrics, sorted by any of them.

use super::TableFrame;
use super::group_name::{group_criterion, group_name};
use crate::app::action::FilterAction;
use crate::app::browser::clipboard;
use crate::app::browser::timing::drawn;
use crate::app::context::Page;
use query::{Filter, Held, Metric, Table, TableRow, Unit, metrics};
use web_sys::HtmlInputElement;
use words::{ReportSentence, ReportWord};
use yew::prelude::*;

/// So many rows are shown at first, and more each time that a person wants more.
const SHOWN: usize = 50;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct MetricTableProps {
    /// What it is of, for those who cannot see it.
    pub(in crate::app) label: AttrValue,
    pub(in crate::app) table: Held<Table>,
    pub(in crate::app) columns: Vec<Metric>,
    /// By what it is sorted until a person says otherwise; `None` for the order of the groups themselves.
    #[prop_or(Some(Metric::Calls))]
    pub(in crate::app) sorted_by: Option<Metric>,
    /// What a click on a row does, given its key; otherwise it filters by the row's groups.
    #[prop_or_default]
    pub(in crate::app) on_row: Option<Callback<Vec<Option<String>>>>,
    /// What is done with the filter of a row's calls when it is clicked; otherwise it is used.
    #[prop_or_default]
    pub(in crate::app) on_filter: Option<Callback<Filter>>,
    /// What a click on a row does, in words.
    #[prop_or_default]
    pub(in crate::app) click_hint: AttrValue,
}

/// The table.
#[component]
pub(in crate::app) fn MetricTable(props: &MetricTableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    drawn("table");
    let sort = use_state_eq(|| (props.sorted_by, true));
    let least = use_state_eq(|| 0_u64);
    let shown = use_state_eq(|| SHOWN);
    let table = &*props.table;
    // What no row has a value for is no column.
    let columns: Vec<Metric> = props
        .columns
        .iter()
        .copied()
        .filter(|metric| table.rows.iter().any(|row| metric.value(&row.measures).is_some()))
        .collect();
    let rows = sorted(table, *sort, *least);
    let hidden = table.rows.len() - rows.len();
    let most: Vec<f64> = columns
        .iter()
        .map(|metric| {
            rows.iter()
                .filter_map(|row| metric.value(&row.measures))
                .fold(0.0, |most: f64, value| most.max(value.abs()))
        })
        .collect();
    let sort_by = |metric: Option<Metric>| {
        let sort = sort.clone();
        Callback::from(move |_: MouseEvent| sort.set((metric, if sort.0 == metric { !sort.1 } else { true })))
    };
    let head = |metric: Metric| {
        let is_sorted = sort.0 == Some(metric);
        let aria_sort = is_sorted.then_some(if sort.1 { "descending" } else { "ascending" });
        html! {
            <th scope="col" class="number" aria-sort={aria_sort}>
                <button type="button" class="sort" onclick={sort_by(Some(metric))}
                    title={page.language.define_metric(metric)}>
                    { page.language.metric(metric) }
                </button>
            </th>
        }
    };
    let set_least = {
        let least = least.clone();
        Callback::from(move |event: Event| {
            least.set(event.target_unchecked_into::<HtmlInputElement>().value().trim().parse().unwrap_or(0));
        })
    };
    let copied = {
        // Not before it is wanted: there may be thousands of rows.
        let (page, table) = (page.clone(), props.table.clone());
        let (columns, sort, least) = (columns.clone(), *sort, *least);
        Callback::from(move |()| tab_separated(&page, &table, &sorted(&table, sort, least), &columns))
    };
    let total = table.total();
    let tools = html! {
        <label class="hint">
            { page.word(ReportWord::AtLeastCalls) }{ " " }
            <input type="number" min="0" value={least.to_string()} onchange={set_least} />
        </label>
    };
    // The groups' own order begins with the least: hours, steps of time, names.
    let order_of_groups = sort.0.is_none().then_some(if sort.1 { "ascending" } else { "descending" });
    html! {
        <div class="metric-table">
            <TableFrame label={props.label.clone()} {copied} of={rows.len()} shown={shown.clone()} {tools}>
                <thead><tr>
                    { for table.by.iter().map(|&by| html! {
                        <th scope="col" aria-sort={order_of_groups}>
                            <button type="button" class="sort" onclick={sort_by(None)}>
                                { page.language.dimension(by) }
                            </button>
                        </th>
                    }) }
                    { for columns.iter().map(|&metric| head(metric)) }
                </tr></thead>
                <tbody>
                    { for rows.iter().take(*shown).map(|row| line(&page, props, table, row, &columns, &most)) }
                </tbody>
                if rows.len() > 1 {
                    <tfoot><tr>
                        <th scope="row" colspan={table.by.len().to_string()}>{ page.word(ReportWord::Total) }</th>
                        { for columns.iter().map(|&metric| html! {
                            <td class="number">{ text(&page, metric.unit(), metric.value(&total)) }</td>
                        }) }
                    </tr></tfoot>
                }
            </TableFrame>
            if hidden > 0 {
                <p class="hint">{ page.sentence(ReportSentence::RowsBelow { rows: hidden, least: *least }) }</p>
            }
            if table.left_out.groups > 0 {
                <p class="hint">
                    { page.sentence(ReportSentence::GroupsLeftOut {
                        groups: table.left_out.groups,
                        calls: table.left_out.measures.calls,
                    }) }
                </p>
            }
        </div>
    }
}

fn sorted(table: &Table, (by, descending): (Option<Metric>, bool), least: u64) -> Vec<&TableRow> {
    let mut rows = match by {
        Some(metric) => table.largest(|measures| metric.value(measures)),
        None => table.in_order(),
    };
    if by.is_some() && !descending {
        // Those without a value stay at the end.
        let some = rows.iter().take_while(|row| by.and_then(|metric| metric.value(&row.measures)).is_some()).count();
        rows[..some].reverse();
    } else if by.is_none() && !descending {
        rows.reverse();
    }
    rows.retain(|row| row.measures.calls >= least);
    rows
}

fn line(
    page: &Page,
    props: &MetricTableProps,
    table: &Table,
    row: &TableRow,
    columns: &[Metric],
    most: &[f64],
) -> Html {
    let names: Vec<String> =
        table.by.iter().zip(&row.key).map(|(&by, key)| group_name(page, by, key.as_deref())).collect();
    let click = match &props.on_row {
        Some(on_row) => {
            let (on_row, key) = (on_row.clone(), row.key.clone());
            Some(Callback::from(move |_: MouseEvent| on_row.emit(key.clone())))
        }
        None => filter_of(page, table, row).map(|filter| match &props.on_filter {
            Some(on_filter) => on_filter.reform(move |_: MouseEvent| filter.clone()),
            None => page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(filter.clone()).into()),
        }),
    };
    let hint = (!props.click_hint.is_empty()).then(|| props.click_hint.clone());
    html! {
        <tr>
            { for names.into_iter().enumerate().map(|(at, name)| html! {
                <th scope="row" title={name.clone()}>
                    if let Some(click) = click.clone().filter(|_| at == 0) {
                        <button type="button" class="link" onclick={click} title={hint.clone()}>{ name }</button>
                    } else {
                        { name }
                    }
                </th>
            }) }
            { for columns.iter().zip(most).map(|(&metric, &most)| cell(page, metric, row, most)) }
        </tr>
    }
}

/// The page's filter and all groups of a row; `None` where a filter cannot say one of them.
fn filter_of(page: &Page, table: &Table, row: &TableRow) -> Option<Filter> {
    let parts = table.by.iter().zip(&row.key).map(|(&by, key)| group_criterion(page, by, key.as_deref()));
    Some(page.filter.narrowed(parts.collect::<Option<Vec<_>>>()?))
}

fn cell(page: &Page, metric: Metric, row: &TableRow, most: f64) -> Html {
    let value = metric.value(&row.measures);
    let weak = metric
        .share_of(&row.measures)
        .filter(|&(_, whole)| whole > 0 && whole < metrics::WEAK_BELOW_CALLS)
        .and_then(|(part, whole)| metrics::wilson_interval(part, whole).map(|(low, high)| (low, high, whole)));
    let weak = weak.map(|(low, high, calls)| page.sentence(ReportSentence::WeakShare { low, high, calls }));
    let bar = value.filter(|_| most > 0.0).map(|value| value.abs() / most * 100.0);
    let bar = match metric.unit() {
        Unit::Percent => value.map(|share| share.clamp(0.0, 100.0)),
        Unit::Count | Unit::Minutes | Unit::Money => bar,
        _ => None,
    };
    html! {
        <td
            class={classes!(
                "number",
                weak.is_some().then_some("weak"),
                value.is_some_and(|value| value < 0.0).then_some("negative")
            )}
            title={weak.clone()}
            style={bar.map(|bar| format!("--share:{bar:.1}%"))}>
            { text(page, metric.unit(), value) }
            if let Some(weak) = weak {
                <span class="unseen">{ weak }</span>
            }
        </td>
    }
}

fn text(page: &Page, unit: Unit, value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| page.language.value(unit, value))
}

/// The rows in sight and those after them, as spreadsheets take them.
fn tab_separated(page: &Page, table: &Table, rows: &[&TableRow], columns: &[Metric]) -> String {
    let heads = table.by.iter().map(|&by| page.language.dimension(by));
    let heads: Vec<&str> = heads.chain(columns.iter().map(|&metric| page.language.metric(metric))).collect();
    let mut text = heads.join("\t");
    for row in rows {
        let names = table.by.iter().zip(&row.key).map(|(&by, key)| group_name(page, by, key.as_deref()));
        let values = columns
            .iter()
            .map(|metric| metric.value(&row.measures).map_or_else(String::new, |value| value.to_string()));
        text.push('\n');
        let cells: Vec<String> = names.map(|name| clipboard::cell(&name)).chain(values).collect();
        text.push_str(&cells.join("\t"));
    }
    text
}
