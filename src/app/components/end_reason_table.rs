//! The table of end reasons: sorted by any column, and grouped by category on demand.

use super::{Defined, ImpactMark};
use crate::app::context::Page;
use crate::knowledge::Category;
use crate::query::{EndReasonRow, EndReasonSort, SortColumn, grouped_by_category, metrics};
use crate::words::{Duration, Sentence, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) by_category: bool,
    /// Index in the summary's rows.
    pub(in crate::app) chosen: Option<usize>,
    pub(in crate::app) on_choose: Callback<usize>,
}

const COLUMNS: [(SortColumn, Word, Option<Word>, bool); 9] = [
    (SortColumn::Code, Word::Code, None, true),
    (SortColumn::Name, Word::Name, None, false),
    (SortColumn::Family, Word::Family, Some(Word::DefineFamily), false),
    (SortColumn::Category, Word::Category, Some(Word::DefineCategory), false),
    (SortColumn::Impact, Word::Impact, Some(Word::DefineImpact), false),
    (SortColumn::Calls, Word::Calls, None, true),
    (SortColumn::Share, Word::Share, Some(Word::DefineShare), false),
    (SortColumn::Answered, Word::Answered, None, true),
    (SortColumn::TalkTime, Word::TalkTime, Some(Word::DefineTalkTime), true),
];

#[component]
pub(in crate::app) fn EndReasonTable(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let sort = use_state_eq(EndReasonSort::default);
    let rows = &page.summary.end_reasons;
    let name_of = |row: &EndReasonRow| page.language.end_reason_name(row);
    let order = sort.order(rows, name_of);
    let most = rows.iter().map(|row| row.sums.calls).max().unwrap_or(1);
    let row = |at: usize| {
        let on_choose = props.on_choose.reform(move |_: MouseEvent| at);
        end_reason_row(&page, &rows[at], most, props.chosen == Some(at), on_choose)
    };
    let head = |&(column, word, definition, number): &(SortColumn, Word, Option<Word>, bool)| {
        let sorted = sort.direction_of(column);
        let onclick = {
            let sort = sort.clone();
            Callback::from(move |_: MouseEvent| sort.set(sort.clicked(column)))
        };
        let name = page.word(word);
        html! {
            <th scope="col" class={classes!(number.then_some("number"))}
                aria-sort={sorted.map(|descending| if descending { "descending" } else { "ascending" })}>
                <button type="button" class="sort" {onclick} title={page.sentence(Sentence::SortBy { column: name })}>
                    { name }
                    <span class="arrow" aria-hidden="true">{ match sorted { Some(true) => "▼", Some(false) => "▲", None => "" } }</span>
                </button>
                if let Some(definition) = definition {
                    <Defined name={word} {definition} />
                }
            </th>
        }
    };
    let body = if props.by_category {
        grouped_by_category(rows, &order)
            .into_iter()
            .map(|group| {
                let category = page.language.category(group.category);
                let percent = metrics::percent(group.sums.calls, page.summary.total.calls).unwrap_or_default();
                let words = Sentence::CategoryCalls { category, calls: group.sums.calls, percent };
                html! {
                    <tbody>
                        <tr class="group"><th scope="rowgroup" colspan={COLUMNS.len().to_string()}>{ page.sentence(words) }</th></tr>
                        { for group.rows.into_iter().map(row) }
                    </tbody>
                }
            })
            .collect::<Html>()
    } else {
        html! { <tbody>{ for order.into_iter().map(row) }</tbody> }
    };
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={page.word(Word::EndReasons)}>
            <table class="end-reasons">
                <caption class="unseen">{ page.word(Word::EndReasonsHint) }</caption>
                <thead><tr>{ for COLUMNS.iter().map(head) }</tr></thead>
                { body }
            </table>
        </div>
    }
}

fn end_reason_row(page: &Page, row: &EndReasonRow, most: u64, chosen: bool, on_choose: Callback<MouseEvent>) -> Html {
    let sums = &row.sums;
    let share = metrics::percent(sums.calls, page.summary.total.calls).unwrap_or_default();
    let width = format!("width:{:.2}%", metrics::percent(sums.calls, most).unwrap_or_default());
    let number = |number: u64| html! { <td class="number">{ page.language.count(number) }</td> };
    let normal = row.category() == Category::Normal;
    html! {
        <tr class={classes!(chosen.then_some("chosen"), normal.then_some("normal"))} onclick={on_choose.clone()}>
            <td class="number code">{ row.classified.code.map(|code| code.to_string()) }</td>
            <th scope="row">
                <button type="button" class="choose" aria-pressed={chosen.to_string()}>{ page.language.end_reason_name(row) }</button>
            </th>
            <td class="family">{ page.language.family(row.classified.family) }</td>
            <td class="category">{ page.language.category(row.category()) }</td>
            <td class="impact-cell"><ImpactMark impact={row.impact()} /></td>
            { number(sums.calls) }
            <td class="share">
                <span class="bar" aria-hidden="true"><span style={width}></span></span>
                <span class="percent">{ page.language.percent(share) }</span>
            </td>
            { number(sums.answered) }
            <td class="number talk">{ page.language.duration(Duration(sums.talk_seconds as f64)) }</td>
        </tr>
    }
}
