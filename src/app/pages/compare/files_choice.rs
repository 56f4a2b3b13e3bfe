use super::COMPARED;
use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::context::Page;
use words::CompareWord;
use yew::prelude::*;

/// The files that have calls: their ids and names.
fn files(page: &Page) -> Vec<(String, String)> {
    let with_calls = page.session.files().filter(|file| file.report().is_some());
    with_calls.map(|file| (file.id.to_string(), file.identity.name.clone())).collect()
}

/// The two that are compared; the first two, until a person says otherwise. `None` where there is one only.
pub(super) fn chosen_files(page: &Page) -> Option<[(String, String); 2]> {
    let files = files(page);
    let named = |at: usize| {
        let name = page.choices.get(COMPARED[at])?;
        files.iter().find(|(_, known)| known == name).cloned()
    };
    let before = named(0).or_else(|| files.first().cloned())?;
    let after = named(1).or_else(|| files.iter().find(|file| **file != before).cloned())?;
    (before != after).then_some([before, after])
}

/// The choice of two files.
#[component]
pub(super) fn FilesChoice() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let files = files(&page);
    let now = chosen_files(&page);
    let select = |at: usize, label: CompareWord| {
        let choose = page.dispatch.reform(move |event: Event| {
            FilterAction::Choose { filter: None, chosen: vec![(COMPARED[at], chosen(&event))] }.into()
        });
        let is_it = |name: &str| match &now {
            Some(now) => now[at].1 == name,
            None => page.choices.get(COMPARED[at]) == Some(name),
        };
        html! {
            <label>
                { page.word(label) }{ " " }
                <select onchange={choose}>
                    { for files.iter().map(|(_, name)| html! {
                        <option value={name.clone()} selected={is_it(name)}>{ name }</option>
                    }) }
                </select>
            </label>
        }
    };
    html! {
        <>
            { select(0, CompareWord::OneFile) }
            { select(1, CompareWord::OtherFile) }
        </>
    }
}
