use super::ImportButton;
use crate::app::action::MappingAction;
use crate::app::context::Page;
use words::{FileSentence, MappingWord};
use yew::prelude::*;

/// The mappings that are kept: out to a file, in from a file, and away.
#[component]
pub(in crate::app) fn YourMappings() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let on_text = page.dispatch.reform(|text: String| MappingAction::Import(text).into());
    let export = page.dispatch.reform(|_: MouseEvent| MappingAction::Export.into());
    let forget = |at: usize| page.dispatch.reform(move |_: MouseEvent| MappingAction::Forget(at).into());
    let none = page.mappings.is_empty();
    html! {
        <section class={classes!("your-mappings", none.then_some("empty-list"))}
            aria-label={page.word(MappingWord::YourMappings)}>
            if !none {
                <h2>{ page.word(MappingWord::YourMappings) }</h2>
                <ul>
                    { for page.mappings.iter().enumerate().map(|(at, mapping)| {
                        let label = page.sentence(FileSentence::ForgetMapping { name: &mapping.name });
                        html! {
                            <li>
                                <span>{ mapping.name.clone() }</span>{ " " }
                                <button type="button" aria-label={label} onclick={forget(at)}>
                                    { page.word(MappingWord::Forget) }
                                </button>
                            </li>
                        }
                    }) }
                </ul>
            }
            <div class="buttons">
                if !none {
                    <button type="button" onclick={export}>{ page.word(MappingWord::ExportMappings) }</button>
                }
                <ImportButton label={page.word(MappingWord::ImportMappings)} class="quiet" {on_text} />
            </div>
        </section>
    }
}
