use crate::app::browser;
use crate::app::context::{Ask, Page};
use crate::words::{Sentence, Word};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The person's own dictionary as a whole: what is in it, out to a file, in from a file.
#[component]
pub(in crate::app) fn DictionaryTools() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let input = use_node_ref();
    let onchange = {
        let ask = page.ask.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.item(0));
            input.set_value("");
            if let Some(file) = file {
                ask.emit(Ask::ImportDictionary(file));
            }
        })
    };
    let export = page.ask.reform(|_: MouseEvent| Ask::ExportDictionary);
    let entries = page.session.personal.len();
    html! {
        <section class="reference-section" aria-label={page.word(Word::YourDictionary)}>
            <h2>{ page.word(Word::YourDictionary) }</h2>
            <p>{ page.sentence(Sentence::DictionaryEntries { entries }) }</p>
            <div class="buttons">
                if entries > 0 {
                    <button type="button" onclick={export}>{ page.word(Word::ExportDictionary) }</button>
                }
                <button type="button" onclick={browser::opens_dialog(&input)}>{ page.word(Word::ImportDictionary) }</button>
            </div>
            <input ref={input} type="file" hidden={true} accept=".json,application/json" aria-label={page.word(Word::ImportDictionary)} {onchange} />
        </section>
    }
}
