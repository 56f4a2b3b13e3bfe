use crate::app::action::FilterAction;
use crate::app::context::{Answered, Page};
use query::{Dimension, Table, TableRow};
use web_sys::HtmlSelectElement;
use words::{Duration, FigureWord, ReportWord};
use yew::prelude::*;

/// By what calls can be put together here.
pub(in crate::app) const GROUPED_BY: [Dimension; 8] = [
    Dimension::TerminatingGateway,
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::Prefix { digits: 4 },
    Dimension::Country,
    Dimension::CallerIp,
    Dimension::CalleeIp,
    Dimension::HourOfDay,
];

/// So many groups are shown.
const SHOWN: usize = 200;

/// The calls of the filter, put together by what they have in common; a click on a group filters by it.
#[component]
pub(in crate::app) fn GroupTable() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let answered = use_context::<Answered>().expect("the root gives it");
    let choose = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: Event| {
            let by = event.target_unchecked_into::<HtmlSelectElement>().value();
            dispatch.emit(FilterAction::Choose { filter: None, chosen: vec![("by", by)] }.into());
        })
    };
    html! {
        <div class="groups">
            <label>
                { page.word(ReportWord::GroupCallsBy) }{ " " }
                <select onchange={choose}>
                    <option value="" selected={page.group_by.is_none()}>{ page.word(ReportWord::Nothing) }</option>
                    { for GROUPED_BY.into_iter().map(|by| html! {
                        <option value={by.key()} selected={page.group_by == Some(by)}>
                            { page.language.dimension(by) }
                        </option>
                    }) }
                </select>
            </label>
            if let Some((by, groups)) = page.group_by.zip(answered.groups.clone()) {
                { table(&page, by, &groups) }
            }
        </div>
    }
}

fn table(page: &Page, by: Dimension, groups: &Table) -> Html {
    let number = |word| html! { <th scope="col" class="number">{ page.word(word) }</th> };
    html! {
        <div class="scroll">
            <table aria-label={page.language.dimension(by)}>
                <thead><tr>
                    <th scope="col">{ page.language.dimension(by) }</th>
                    { for [
                        FigureWord::Calls,
                        FigureWord::Answered,
                        FigureWord::Asr,
                        FigureWord::TalkTime,
                        FigureWord::Fee,
                        FigureWord::Cost,
                    ].into_iter().map(number) }
                </tr></thead>
                <tbody>{ for groups.by_calls().into_iter().take(SHOWN).map(|row| line(page, by, row)) }</tbody>
            </table>
        </div>
    }
}

fn line(page: &Page, by: Dimension, row: &TableRow) -> Html {
    let (name, sums) = (row.key.first().and_then(Option::as_deref), &row.measures);
    let shown = match (by, name) {
        (_, None) => page.word(ReportWord::NotSaid).to_owned(),
        (_, Some("")) => page.word(ReportWord::Unnamed).to_owned(),
        (Dimension::Country, Some(id)) => page.language.region(id).to_owned(),
        (_, Some(name)) => name.to_owned(),
    };
    let dispatch = by
        .criterion(name, &page.zone.local())
        .map(|(field, text)| page.dispatch.reform(move |_: MouseEvent| FilterAction::By(field, text.clone()).into()));
    let asr = sums.asr_percent().unwrap_or_default();
    html! {
        <tr>
            <th scope="row">
                if let Some(dispatch) = dispatch {
                    <button type="button" class="link" onclick={dispatch}>{ shown }</button>
                } else {
                    { shown }
                }
            </th>
            <td class="number">{ page.language.count(sums.calls) }</td>
            <td class="number">{ page.language.count(sums.answered) }</td>
            <td class="number">{ page.language.percent(asr) }</td>
            <td class="number">{ page.language.duration(Duration(sums.talk_seconds as f64)) }</td>
            <td class="number">{ sums.fee.to_string() }</td>
            <td class="number">{ sums.cost.to_string() }</td>
        </tr>
    }
}
