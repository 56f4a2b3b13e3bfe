//! The table of end reasons: sorted by any column, and grouped on demand.

use super::{Defined, ImpactMark};
use crate::app::context::Page;
use knowledge::Category;
use query::{
    EndReasonRow, EndReasonSort, ReasonGroup, ReasonGroupBy, ReasonGroupKey, RowPart, SortColumn, grouped, metrics,
    whole_rows,
};
use words::{Duration, EndReasonSentence, EndReasonWord, FigureWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) group_by: Option<ReasonGroupBy>,
    /// Index in the summary's rows.
    pub(in crate::app) chosen: Option<usize>,
    pub(in crate::app) on_choose: Callback<usize>,
}

const COLUMNS: [(SortColumn, Word, Option<Word>, bool); 9] = [
    (SortColumn::Code, Word::EndReason(EndReasonWord::Code), None, true),
    (SortColumn::Name, Word::Report(ReportWord::Name), None, false),
    (
        SortColumn::Family,
        Word::EndReason(EndReasonWord::Family),
        Some(Word::EndReason(EndReasonWord::DefineFamily)),
        false,
    ),
    (
        SortColumn::Category,
        Word::EndReason(EndReasonWord::Category),
        Some(Word::EndReason(EndReasonWord::DefineCategory)),
        false,
    ),
    (
        SortColumn::Impact,
        Word::EndReason(EndReasonWord::Impact),
        Some(Word::EndReason(EndReasonWord::DefineImpact)),
        false,
    ),
    (SortColumn::Calls, Word::Figure(FigureWord::Calls), None, true),
    (
        SortColumn::Share,
        Word::EndReason(EndReasonWord::Share),
        Some(Word::EndReason(EndReasonWord::DefineShare)),
        false,
    ),
    (SortColumn::Answered, Word::Figure(FigureWord::Answered), None, true),
    (
        SortColumn::TalkTime,
        Word::Figure(FigureWord::TalkTime),
        Some(Word::EndReason(EndReasonWord::DefineTalkTime)),
        true,
    ),
];

#[component]
pub(in crate::app) fn EndReasonTable(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let sort = use_state_eq(EndReasonSort::default);
    let rows = &page.summary.end_reasons;
    let order = sort.order(rows, |row| page.language.end_reason_name(row));
    let most = rows.iter().map(|row| row.sums.calls).max().unwrap_or(1);
    let line = |part: RowPart, with_those_above: u64| {
        let on_choose = props.on_choose.reform(move |_: MouseEvent| part.row);
        let shares = Shares { most, with_those_above };
        end_reason_row(&page, &rows[part.row], part, &shares, props.chosen == Some(part.row), on_choose)
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
                <button type="button" class="sort" {onclick}
                    title={page.sentence(ReportSentence::SortBy { column: name })}>
                    { name }
                    <span class="arrow" aria-hidden="true">
                        { match sorted { Some(true) => "▼", Some(false) => "▲", None => "" } }
                    </span>
                </button>
                if let Some(definition) = definition {
                    <Defined name={word} {definition} />
                }
            </th>
        }
    };
    let lines = |parts: Vec<RowPart>| {
        let running = parts.into_iter().scan(0, |above, part| {
            *above += part.calls;
            Some((part, *above))
        });
        running.map(|(part, above)| line(part, above)).collect::<Html>()
    };
    let body = match props.group_by {
        None => html! { <tbody>{ lines(whole_rows(rows, &order)) }</tbody> },
        Some(by) => {
            let group = |group: ReasonGroup| {
                let percent = metrics::percent(group.calls, page.summary.total.calls).unwrap_or_default();
                let words =
                    EndReasonSentence::GroupCalls { group: group_name(&page, group.key), calls: group.calls, percent };
                html! {
                    <tbody>
                        <tr class="group">
                            <th scope="rowgroup" colspan={COLUMNS.len().to_string()}>{ page.sentence(words) }</th>
                        </tr>
                        { lines(group.parts) }
                    </tbody>
                }
            };
            grouped(rows, &order, by).into_iter().map(group).collect::<Html>()
        }
    };
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={page.word(EndReasonWord::EndReasons)}>
            <table class="end-reasons">
                <caption class="unseen">{ page.word(EndReasonWord::EndReasonsHint) }</caption>
                <thead><tr>{ for COLUMNS.iter().map(head) }</tr></thead>
                { body }
            </table>
        </div>
    }
}

fn group_name(page: &Page, key: ReasonGroupKey) -> &'static str {
    match key {
        ReasonGroupKey::Category(category) => page.language.category(category),
        ReasonGroupKey::Outcome(class) => page.language.outcome(class),
        ReasonGroupKey::Side(Some(side)) => page.language.side(side),
        ReasonGroupKey::Side(None) => page.word(EndReasonWord::NotKnown),
    }
}

/// What a row's bar is measured by.
struct Shares {
    /// Calls of the most frequent row: its bar is full.
    most: u64,
    /// Calls of this row and those above it.
    with_those_above: u64,
}

fn end_reason_row(
    page: &Page,
    row: &EndReasonRow,
    part: RowPart,
    shares: &Shares,
    chosen: bool,
    on_choose: Callback<MouseEvent>,
) -> Html {
    let all = page.summary.total.calls;
    let share = metrics::percent(part.calls, all).unwrap_or_default();
    let together = metrics::percent(shares.with_those_above, all).unwrap_or_default();
    let width = format!("width:{:.2}%", metrics::percent(part.calls, shares.most).unwrap_or_default());
    let number = |number: u64| html! { <td class="number">{ page.language.count(number) }</td> };
    let normal = row.category() == Category::Normal;
    html! {
        <tr class={classes!(chosen.then_some("chosen"), normal.then_some("normal"))} onclick={on_choose.clone()}>
            <td class="number code">{ row.classified.code.map(|code| code.to_string()) }</td>
            <th scope="row">
                <button type="button" class="choose" aria-pressed={chosen.to_string()}>
                    { page.language.end_reason_name(row) }
                </button>
                if row.personal.is_some() {
                    { " " }
                    <span class="badge yours">{ page.word(EndReasonWord::Yours) }</span>
                }
            </th>
            <td class="family">{ page.language.family(row.classified.family) }</td>
            <td class="category">{ page.language.category(row.category()) }</td>
            <td class="impact-cell"><ImpactMark impact={row.impact()} /></td>
            { number(part.calls) }
            <td class="share" title={page.sentence(EndReasonSentence::WithThoseAbove { percent: together })}>
                <span class="bar" aria-hidden="true"><span style={width}></span></span>
                <span class="percent">{ page.language.percent(share) }</span>
            </td>
            { number(part.answered) }
            <td class="number talk">{ page.language.duration(Duration(part.talk_seconds as f64)) }</td>
        </tr>
    }
}
