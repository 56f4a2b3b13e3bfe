use super::ImportButton;
use crate::app::action::DictionaryAction;
use crate::app::context::Page;
use words::{DictionarySentence, DictionaryWord};
use yew::prelude::*;

/// The person's own dictionary as a whole: what is in it, out to a file, in from a file.
#[component]
pub(in crate::app) fn DictionaryTools() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let on_text = page.dispatch.reform(|text: String| DictionaryAction::Import(text).into());
    let export = page.dispatch.reform(|_: MouseEvent| DictionaryAction::Export.into());
    let entries = page.session.personal.len();
    html! {
        <section class="reference-section" aria-label={page.word(DictionaryWord::YourDictionary)}>
            <h2>{ page.word(DictionaryWord::YourDictionary) }</h2>
            <p>{ page.sentence(DictionarySentence::DictionaryEntries { entries }) }</p>
            <div class="buttons">
                if entries > 0 {
                    <button type="button" onclick={export}>{ page.word(DictionaryWord::ExportDictionary) }</button>
                }
                <ImportButton label={page.word(DictionaryWord::ImportDictionary)} {on_text} />
            </div>
        </section>
    }
}
