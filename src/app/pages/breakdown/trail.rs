use crate::app::action::FilterAction;
use crate::app::components::group_name;
use crate::app::context::Page;
use query::{Criterion, Dimension, DrillLevel};
use words::{BreakdownWord, FilterSentence, ReportWord};
use yew::prelude::*;

/// The way down to the calls of the filter; each place on it is one click back, broken down as it was when one went on
/// from there.
#[component]
pub(in crate::app) fn Trail() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let levels = page.filter.levels();
    let last = levels.len() - 1;
    if last == 0 {
        return Html::default();
    }
    html! {
        <nav class="trail" aria-label={page.word(BreakdownWord::WayDown)}>
            <ol>
                { for levels.iter().enumerate().map(|(at, level)| html! {
                    <li>{ place(&page, level, at == last) }</li>
                }) }
            </ol>
        </nav>
    }
}

fn place(page: &Page, level: &DrillLevel, is_here: bool) -> Html {
    let name = match level.filter.criteria.last() {
        None => page.word(ReportWord::AllCalls).to_owned(),
        Some(criterion) => {
            page.sentence(FilterSentence::FilterChip { field: criterion.field, text: &value(page, criterion) })
        }
    };
    if is_here {
        return html! { <span aria-current="true">{ name }</span> };
    }
    let (filter, by) = (level.filter.clone(), level.by.map(Dimension::key));
    let go = page.dispatch.reform(move |_: MouseEvent| {
        FilterAction::Choose { filter: Some(filter.clone()), chosen: by.iter().map(|by| ("by", by.clone())).collect() }
            .into()
    });
    html! { <button type="button" class="link" onclick={go}>{ name }</button> }
}

/// What a criterion says, with the name of the group where it is of one.
fn value(page: &Page, criterion: &Criterion) -> String {
    let text = criterion.text.as_str();
    match Dimension::of_criterion(criterion) {
        // Their texts are keys that tables have too; others are patterns, or what a person typed.
        Some(
            by @ (Dimension::Country
            | Dimension::Area
            | Dimension::EndReason
            | Dimension::Class
            | Dimension::Category
            | Dimension::Family
            | Dimension::Side
            | Dimension::Weekday
            | Dimension::Answered),
        ) => group_name(page, by, Some(text)),
        _ => text.to_owned(),
    }
}
