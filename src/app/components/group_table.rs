use super::filter_bar::field_of;
use crate::app::browser::address;
use crate::app::context::{Ask, Page};
use crate::query::{Dimension, Measures, metrics, quoted};
use crate::words::{Duration, Word};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// So many groups are shown.
const SHOWN: usize = 200;

/// The calls of the filter, put together by what they have in common; a click on a group filters by it.
#[component]
pub(in crate::app) fn GroupTable() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let choose = {
        let filter = page.filter.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let (path, _) = address::current();
            address::go(&path, &with_group(&filter.query(), &chosen));
        })
    };
    html! {
        <div class="groups">
            <label>
                { page.word(Word::GroupCallsBy) }{ " " }
                <select onchange={choose}>
                    <option value="" selected={page.group_by.is_none()}>{ page.word(Word::Nothing) }</option>
                    { for Dimension::ALL.into_iter().map(|by| html! {
                        <option value={field_of(by).key()} selected={page.group_by == Some(by)}>{ page.language.dimension(by) }</option>
                    }) }
                </select>
            </label>
            if let Some((by, groups)) = page.group_by.zip(page.groups.clone()) {
                { table(&page, by, &groups.groups) }
            }
        </div>
    }
}

/// What groups are asked for in the query of an address.
pub(in crate::app) fn with_group(query: &str, key: &str) -> String {
    match (query, key) {
        (query, "") => query.to_owned(),
        ("", key) => format!("by={key}"),
        (query, key) => format!("{query}&by={key}"),
    }
}

fn table(page: &Page, by: Dimension, groups: &[(Option<String>, Measures)]) -> Html {
    let mut groups: Vec<_> = groups.iter().collect();
    groups.sort_by_key(|(_, sums)| std::cmp::Reverse(sums.calls));
    let number = |word| html! { <th scope="col" class="number">{ page.word(word) }</th> };
    html! {
        <div class="scroll">
            <table aria-label={page.language.dimension(by)}>
                <thead><tr>
                    <th scope="col">{ page.language.dimension(by) }</th>
                    { for [Word::Calls, Word::Answered, Word::Asr, Word::TalkTime, Word::Fee, Word::Cost].into_iter().map(number) }
                </tr></thead>
                <tbody>{ for groups.into_iter().take(SHOWN).map(|(name, sums)| line(page, by, name.as_deref(), sums)) }</tbody>
            </table>
        </div>
    }
}

fn line(page: &Page, by: Dimension, name: Option<&str>, sums: &Measures) -> Html {
    let shown = match (by, name) {
        (_, None) => page.word(Word::NotSaid).to_owned(),
        (_, Some("")) => "–".to_owned(),
        (Dimension::Country, Some(id)) => page.language.region(id).to_owned(),
        (_, Some(name)) => name.to_owned(),
    };
    let ask = name.map(|name| {
        let text = quoted(name);
        page.ask.reform(move |_: MouseEvent| Ask::FilterBy(field_of(by), text.clone()))
    });
    let asr = metrics::answer_seizure_ratio(sums.answered, sums.calls).unwrap_or_default();
    html! {
        <tr>
            <th scope="row">
                if let Some(ask) = ask {
                    <button type="button" class="link" onclick={ask}>{ shown }</button>
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
