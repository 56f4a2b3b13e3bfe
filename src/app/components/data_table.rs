//! A table of what was worked out of calls: what [`super::MetricTable`] is not for, as its values are no metrics of
//! groups.

use super::TableFrame;
use crate::app::action::FilterAction;
use crate::app::browser::clipboard;
use crate::app::context::Environment;
use query::Filter;
use sorting::Sort;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// So many rows are shown at first, and more each time that a person wants more.
const SHOWN: usize = 25;

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct DataColumn {
    pub(in crate::app) name: String,
    /// What its values are.
    pub(in crate::app) definition: String,
}

/// A value.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::app) struct DataCell {
    pub(in crate::app) text: String,
    /// By what it is sorted; `None` where there is no value.
    order: Option<f64>,
    /// What stands for it where it is copied; the text, where it is none.
    copied: Option<String>,
    /// What else is to be said of it.
    note: String,
    /// Percent of a bar behind it.
    bar: Option<f64>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct DataRow {
    pub(in crate::app) name: String,
    /// Which of the choices it is.
    pub(in crate::app) key: String,
    /// What a click on its name filters by.
    pub(in crate::app) filter: Option<Filter>,
    /// One for each column.
    pub(in crate::app) cells: Vec<DataCell>,
}

/// Rows that can be ticked.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Ticks {
    /// What ticking does.
    pub(in crate::app) heading: String,
    /// The keys of those that can.
    pub(in crate::app) offered: Rc<BTreeSet<String>>,
    pub(in crate::app) chosen: Rc<BTreeSet<String>>,
    pub(in crate::app) toggle: Callback<String>,
}

impl DataColumn {
    pub(in crate::app) fn new(name: impl Into<String>, definition: impl Into<String>) -> Self {
        Self { name: name.into(), definition: definition.into() }
    }
}

impl DataCell {
    /// A number, written as `text`.
    pub(in crate::app) fn number(value: Option<f64>, text: impl FnOnce(f64) -> String) -> Self {
        let copied = value.map(|value| value.to_string());
        let text = value.map_or_else(|| "–".to_owned(), text);
        Self { text, order: value, copied: Some(copied.unwrap_or_default()), ..Self::default() }
    }

    /// A text that has a place in an order.
    pub(in crate::app) fn text(text: impl Into<String>, order: Option<f64>) -> Self {
        Self { text: text.into(), order, ..Self::default() }
    }

    pub(in crate::app) fn with_note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// With a bar as long as so many percent of the cell.
    pub(in crate::app) fn with_bar(self, percent: Option<f64>) -> Self {
        Self { bar: percent.map(|percent| percent.clamp(0.0, 100.0)), ..self }
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::app) struct DataTableProps {
    /// What it is of, for those who cannot see it.
    pub(in crate::app) label: AttrValue,
    /// What rows are.
    pub(in crate::app) heading: AttrValue,
    pub(in crate::app) columns: Vec<DataColumn>,
    pub(in crate::app) rows: Rc<Vec<DataRow>>,
    /// The column by which it is sorted, from the most on, until a person says otherwise; `None` for the order in which
    /// rows are given.
    #[prop_or_default]
    pub(in crate::app) sorted_by: Option<usize>,
    #[prop_or_default]
    pub(in crate::app) ticks: Option<Ticks>,
    /// What stands below all rows, and is sorted with none.
    #[prop_or_default]
    pub(in crate::app) sum: Option<DataRow>,
}

/// The table.
#[component]
pub(in crate::app) fn DataTable(props: &DataTableProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let sort = use_state_eq(|| (props.sorted_by, true));
    let shown = use_state_eq(|| SHOWN);
    // What no row has a value for is no column.
    let columns: Vec<usize> = (0..props.columns.len())
        .filter(|&at| props.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| cell.order.is_some())))
        .collect();
    let rows = sorted(&props.rows, *sort);
    let sort_by = |column: Option<usize>| {
        let sort = sort.clone();
        Callback::from(move |_: MouseEvent| sort.set((column, if sort.0 == column { !sort.1 } else { true })))
    };
    let head = |at: usize| {
        let aria_sort = (sort.0 == Some(at)).then_some(if sort.1 { "descending" } else { "ascending" });
        let DataColumn { name, definition } = &props.columns[at];
        html! {
            <th scope="col" class="number" aria-sort={aria_sort}>
                <button type="button" class="sort" onclick={sort_by(Some(at))} title={definition.clone()}>
                    { name }
                </button>
            </th>
        }
    };
    let copied = {
        let text = tab_separated(props, &rows, &columns);
        Callback::from(move |()| text.clone())
    };
    html! {
        <div class="metric-table">
            <TableFrame label={props.label.clone()} {copied} of={rows.len()} shown={shown.clone()}>
                <thead><tr>
                    if let Some(ticks) = &props.ticks {
                        <th scope="col" class="not-on-paper">{ &ticks.heading }</th>
                    }
                    <th scope="col">
                        <button type="button" class="sort" onclick={sort_by(None)}>{ &props.heading }</button>
                    </th>
                    { for columns.iter().map(|&at| head(at)) }
                </tr></thead>
                <tbody>{ for rows.iter().take(*shown).map(|row| line(&env, props, row, &columns)) }</tbody>
                if let Some(sum) = &props.sum {
                    <tfoot>{ line(&env, props, sum, &columns) }</tfoot>
                }
            </TableFrame>
        </div>
    }
}

fn sorted(rows: &[DataRow], (by, descending): (Option<usize>, bool)) -> Vec<&DataRow> {
    let mut rows: Vec<&DataRow> = rows.iter().collect();
    let Some(by) = by else {
        if !descending {
            rows.reverse();
        }
        return rows;
    };
    let order = |row: &DataRow| row.cells.get(by).and_then(|cell| cell.order);
    rows.order_by(|one, other| match (order(one), order(other)) {
        (Some(one), Some(other)) if descending => other.total_cmp(&one),
        (Some(one), Some(other)) => one.total_cmp(&other),
        // Those without a value stay at the end.
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    rows
}

fn line(env: &Environment, props: &DataTableProps, row: &DataRow, columns: &[usize]) -> Html {
    let click = row
        .filter
        .clone()
        .map(|filter| env.dispatch.reform(move |_: MouseEvent| FilterAction::Use(filter.clone()).into()));
    html! {
        <tr>
            if let Some(ticks) = &props.ticks {
                <td class="not-on-paper">
                    // A sum is none of the choices.
                    if props.sum.as_ref() != Some(row) {
                        { tick(ticks, row) }
                    }
                </td>
            }
            <th scope="row" title={row.name.clone()}>
                if let Some(click) = click {
                    <button type="button" class="link" onclick={click}>{ &row.name }</button>
                } else {
                    { &row.name }
                }
            </th>
            { for columns.iter().filter_map(|&at| row.cells.get(at)).map(|cell| html! {
                <td class="number" title={(!cell.note.is_empty()).then(|| cell.note.clone())}
                    style={cell.bar.map(|bar| format!("--share:{bar:.1}%"))}>
                    { &cell.text }
                    if !cell.note.is_empty() {
                        <span class="unseen">{ &cell.note }</span>
                    }
                </td>
            }) }
        </tr>
    }
}

fn tick(ticks: &Ticks, row: &DataRow) -> Html {
    let toggle = {
        let (toggle, key) = (ticks.toggle.clone(), row.key.clone());
        Callback::from(move |_: Event| toggle.emit(key.clone()))
    };
    html! {
        <input type="checkbox" aria-label={format!("{}: {}", ticks.heading, row.name)} onchange={toggle}
            checked={ticks.chosen.contains(&row.key)} disabled={!ticks.offered.contains(&row.key)} />
    }
}

/// The rows in their order, as spreadsheets take them.
fn tab_separated(props: &DataTableProps, rows: &[&DataRow], columns: &[usize]) -> String {
    let heads = columns.iter().map(|&at| props.columns[at].name.as_str());
    let mut text = std::iter::once(&*props.heading).chain(heads).collect::<Vec<&str>>().join("\t");
    for row in rows.iter().copied().chain(&props.sum) {
        let cells = columns.iter().filter_map(|&at| row.cells.get(at));
        let cells = cells.map(|cell| cell.copied.clone().unwrap_or_else(|| clipboard::cell(&cell.text)));
        text.push('\n');
        text.push_str(&std::iter::once(clipboard::cell(&row.name)).chain(cells).collect::<Vec<_>>().join("\t"));
    }
    text
}
