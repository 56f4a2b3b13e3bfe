//! Tables of this page whose rows are no table's of the workers.

use crate::app::action::FilterAction;
use crate::app::browser::clipboard;
use crate::app::components::{TableFrame, group_criterion};
use crate::app::context::Page;
use crate::app::route::Route;
use query::{Dimension, Filter, FilterField, Unit};
use sorting::Sort;
use words::{BillingSentence, BillingWord};
use yew::prelude::*;

/// So many rows are shown at first, and four times as many each time that a person wants more.
const SHOWN: usize = 25;

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    pub(super) name: AttrValue,
    pub(super) definition: Option<AttrValue>,
    pub(super) is_number: bool,
}

impl Head {
    pub(super) fn text(name: impl Into<AttrValue>) -> Self {
        Self { name: name.into(), definition: None, is_number: false }
    }

    pub(super) fn number(name: impl Into<AttrValue>) -> Self {
        Self { name: name.into(), definition: None, is_number: true }
    }

    pub(super) fn defined(self, definition: impl Into<AttrValue>) -> Self {
        Self { definition: Some(definition.into()), ..self }
    }
}

/// What a click on a cell does.
#[derive(Debug, Clone, PartialEq)]
enum Click {
    /// The page shows only these calls.
    FilterBy(Filter),
    /// They are listed.
    List(Filter),
    /// To another page.
    Go(String),
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    text: AttrValue,
    /// The number itself, for whoever copies it.
    number: Option<f64>,
    title: Option<AttrValue>,
    click: Option<Click>,
    is_number: bool,
}

impl Cell {
    pub(super) fn text(text: impl Into<AttrValue>) -> Self {
        Self { text: text.into(), number: None, title: None, click: None, is_number: false }
    }

    /// A value, or that there is none.
    pub(super) fn value(page: &Page, unit: Unit, value: Option<f64>) -> Self {
        let text = value.map_or_else(|| "–".to_owned(), |value| page.language.value(unit, value));
        Self { number: value, is_number: true, ..Self::text(text) }
    }

    /// A number that is written in its own way.
    pub(super) fn number(number: f64, text: impl Into<AttrValue>) -> Self {
        Self { number: Some(number), is_number: true, ..Self::text(text) }
    }

    pub(super) fn count(page: &Page, count: u64) -> Self {
        Self::value(page, Unit::Count, Some(count as f64))
    }

    pub(super) fn titled(self, title: impl Into<AttrValue>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// A value that is estimated, and how.
    pub(super) fn estimated(self, how: impl Into<AttrValue>) -> Self {
        Self { text: format!("≈ {}", self.text).into(), ..self }.titled(how)
    }

    /// With a click that filters the page, where a filter can say it.
    pub(super) fn filters(self, filter: Option<Filter>) -> Self {
        Self { click: filter.map(Click::FilterBy), ..self }
    }

    /// With a link to the list of these calls, where there are any and a filter can say it.
    pub(super) fn lists(self, filter: Option<Filter>) -> Self {
        let is_some = self.number.is_none_or(|number| number != 0.0);
        Self { click: filter.filter(|_| is_some).map(Click::List), ..self }
    }

    /// With a link to a list that has these calls and more, as a filter cannot say them.
    pub(super) fn lists_among(self, page: &Page, filter: Option<Filter>) -> Self {
        self.titled(page.word(BillingWord::AmongThese)).lists(filter)
    }

    /// With a link to another page.
    pub(super) fn goes(self, to: String) -> Self {
        Self { click: Some(Click::Go(to)), ..self }
    }
}

/// The page's filter with more: groups, and what else is wanted of their calls. `None` where a filter cannot say one of
/// the groups.
pub(super) fn filter_of(
    page: &Page,
    groups: &[(Dimension, Option<&str>)],
    more: &[(FilterField, &str)],
) -> Option<Filter> {
    let mut filter = (*page.filter).clone();
    for &(by, key) in groups {
        let (field, text) = group_criterion(page, by, key)?;
        filter.set(field, &text);
    }
    more.iter().for_each(|(field, text)| filter.set(*field, text));
    Some(filter)
}

#[derive(Properties, PartialEq)]
pub(super) struct LedgerProps {
    /// What it is of.
    pub(super) label: AttrValue,
    pub(super) heads: Vec<Head>,
    /// The first cell of each names the row.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A table, copied with one click.
#[component]
pub(super) fn Ledger(props: &LedgerProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let shown = use_state_eq(|| SHOWN);
    let sort = use_state_eq(|| None::<(usize, bool)>);
    let rows = sorted(&props.rows, *sort);
    let head = |(at, head): (usize, &Head)| {
        let direction = sort.filter(|(by, _)| *by == at).map(|(_, descending)| descending);
        let aria_sort = direction.map(|descending| if descending { "descending" } else { "ascending" });
        let onclick = {
            let (sort, first) = (sort.clone(), head.is_number);
            Callback::from(move |_: MouseEvent| sort.set(Some((at, direction.map_or(first, |descending| !descending)))))
        };
        html! {
            <th scope="col" class={classes!(head.is_number.then_some("number"))} aria-sort={aria_sort}>
                <button type="button" class="sort" {onclick} title={head.definition.clone()}>
                    { head.name.clone() }
                </button>
            </th>
        }
    };
    let copied = {
        let text = tab_separated(&props.heads, &rows);
        Callback::from(move |()| text.clone())
    };
    html! {
        <div class="metric-table">
            <TableFrame label={props.label.clone()} {copied} of={rows.len()} shown={shown.clone()}>
                <thead><tr>{ for props.heads.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for rows.iter().take(*shown).map(|row| line(&page, row)) }</tbody>
            </TableFrame>
        </div>
    }
}

/// The rows by a column, as they are given until a person wants another order; what has no value stays at the end.
fn sorted(rows: &[Vec<Cell>], by: Option<(usize, bool)>) -> Vec<&Vec<Cell>> {
    let mut rows: Vec<&Vec<Cell>> = rows.iter().collect();
    let Some((at, descending)) = by else { return rows };
    let has_none = |row: &Vec<Cell>| row.get(at).is_none_or(|cell| cell.is_number && cell.number.is_none());
    rows.order_by(|one, other| {
        let (cell, beside) = (one.get(at), other.get(at));
        let ordering = match (cell.and_then(|cell| cell.number), beside.and_then(|cell| cell.number)) {
            (Some(number), Some(than)) => number.total_cmp(&than),
            _ => cell.map(|cell| &*cell.text).cmp(&beside.map(|cell| &*cell.text)),
        };
        has_none(one).cmp(&has_none(other)).then(if descending { ordering.reverse() } else { ordering })
    });
    rows
}

fn line(page: &Page, row: &[Cell]) -> Html {
    let name = row.first().map(|cell| cell.text.clone()).unwrap_or_default();
    html! {
        <tr>{ for row.iter().enumerate().map(|(at, cell)| {
            let content = content(page, cell, &name);
            let title = cell.title.clone().unwrap_or_else(|| cell.text.clone());
            if at == 0 {
                return html! { <th scope="row" {title}>{ content }</th> };
            }
            let is_negative = cell.number.is_some_and(|number| number < 0.0);
            let class = classes!(cell.is_number.then_some("number"), is_negative.then_some("negative"));
            html! { <td {class} title={cell.title.clone()}>{ content }</td> }
        }) }</tr>
    }
}

fn content(page: &Page, cell: &Cell, row: &str) -> Html {
    let text = cell.text.clone();
    match &cell.click {
        None => html! { text },
        Some(Click::FilterBy(filter)) => {
            let filter = filter.clone();
            let onclick = page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(filter.clone()).into());
            html! { <button type="button" class="link" {onclick}>{ text }</button> }
        }
        Some(Click::List(filter)) => {
            let label = page.sentence(BillingSentence::CallsOf { number: &text, name: row });
            html! {
                <a href={page.href(&Route::Calls, filter)} title={cell.title.clone()} aria-label={label}>{ text }</a>
            }
        }
        Some(Click::Go(to)) => html! { <a href={to.clone()}>{ text }</a> },
    }
}

/// As spreadsheets take it: numbers as they are, not as they are shown.
fn tab_separated(heads: &[Head], rows: &[&Vec<Cell>]) -> String {
    let heads: Vec<&str> = heads.iter().map(|head| head.name.as_str()).collect();
    let mut text = heads.join("\t");
    for row in rows {
        let cells = row.iter().map(|cell| match cell.number {
            Some(number) => number.to_string(),
            None => clipboard::cell(&cell.text),
        });
        text.push('\n');
        text.push_str(&cells.collect::<Vec<_>>().join("\t"));
    }
    text
}
