use crate::app::browser;
use crate::app::context::{Ask, Page};
use crate::words::{Sentence, Word};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The mappings that are kept: out to a file, in from a file, and away.
#[component]
pub(in crate::app) fn YourMappings() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let input = use_node_ref();
    let onchange = {
        let ask = page.ask.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.item(0));
            input.set_value("");
            if let Some(file) = file {
                ask.emit(Ask::ImportMappings(file));
            }
        })
    };
    let export = page.ask.reform(|_: MouseEvent| Ask::ExportMappings);
    let forget = |at: usize| page.ask.reform(move |_: MouseEvent| Ask::ForgetMapping(at));
    let none = page.mappings.is_empty();
    html! {
        <section class={classes!("your-mappings", none.then_some("empty-list"))} aria-label={page.word(Word::YourMappings)}>
            if !none {
                <h2>{ page.word(Word::YourMappings) }</h2>
                <ul>
                    { for page.mappings.iter().enumerate().map(|(at, mapping)| {
                        let label = page.sentence(Sentence::ForgetMapping { name: &mapping.name });
                        html! {
                            <li>
                                <span>{ mapping.name.clone() }</span>{ " " }
                                <button type="button" aria-label={label} onclick={forget(at)}>{ page.word(Word::Forget) }</button>
                            </li>
                        }
                    }) }
                </ul>
            }
            <div class="buttons">
                if !none {
                    <button type="button" onclick={export}>{ page.word(Word::ExportMappings) }</button>
                }
                <button type="button" class="quiet" onclick={browser::opens_dialog(&input)}>{ page.word(Word::ImportMappings) }</button>
            </div>
            <input ref={input} type="file" hidden={true} accept=".json,application/json" aria-label={page.word(Word::ImportMappings)} {onchange} />
        </section>
    }
}
