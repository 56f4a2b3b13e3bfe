use crate::app::action::DictionaryAction;
use crate::app::context::Page;
use knowledge::{Outcome, PersonalEntry};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use words::DictionaryWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// The end reason, as a personal dictionary names it.
    pub(in crate::app) entry_key: String,
}

/// What the person says of an end reason: a name, another outcome.
#[component]
pub(in crate::app) fn PersonalForm(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (name, class) = (use_node_ref(), use_node_ref());
    let entry = page.session.personal.get(&props.entry_key).cloned().unwrap_or_default();
    let say = |entry: Callback<(), PersonalEntry>| {
        let (dispatch, key) = (page.dispatch.clone(), props.entry_key.clone());
        move || dispatch.emit(DictionaryAction::Describe(key.clone(), entry.emit(())).into())
    };
    let save = {
        let (name, class) = (name.clone(), class.clone());
        let save = say(Callback::from(move |()| {
            let typed = name.cast::<HtmlInputElement>().map(|input| input.value().trim().to_owned());
            let chosen = class.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            PersonalEntry {
                name: typed.filter(|name| !name.is_empty()),
                class: chosen.and_then(|at: usize| Outcome::OF_UNANSWERED.get(at).copied()),
            }
        }));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save();
        })
    };
    let remove = {
        let remove = say(Callback::from(|()| PersonalEntry::default()));
        Callback::from(move |_: MouseEvent| remove())
    };
    html! {
        <details class="personal" key={props.entry_key.clone()} open={!entry.is_empty()}>
            <summary>{ page.word(DictionaryWord::YouKnowBetter) }</summary>
            <form onsubmit={save}>
                <label>
                    { page.word(DictionaryWord::YourName) }
                    <input ref={name} type="text" value={entry.name.clone()} maxlength="120" />
                </label>
                <label>
                    { page.word(DictionaryWord::YourOutcome) }
                    <select ref={class}>
                        <option value="" selected={entry.class.is_none()}>
                            { page.word(DictionaryWord::AsShipped) }
                        </option>
                        { for Outcome::OF_UNANSWERED.iter().enumerate().map(|(at, &class)| html! {
                            <option value={at.to_string()} selected={entry.class == Some(class)}>
                                { page.language.outcome(class) }
                            </option>
                        }) }
                    </select>
                </label>
                <div class="buttons">
                    <button type="submit">{ page.word(DictionaryWord::Keep) }</button>
                    if !entry.is_empty() {
                        <button type="button" onclick={remove}>{ page.word(DictionaryWord::TakeBack) }</button>
                    }
                </div>
                <p class="hint">{ page.word(DictionaryWord::KeptInBrowser) }</p>
            </form>
        </details>
    }
}
