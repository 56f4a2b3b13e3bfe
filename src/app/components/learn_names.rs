use crate::app::action::DictionaryAction;
use crate::app::context::Page;
use words::{DictionarySentence, DictionaryWord};
use yew::prelude::*;

/// Offers the names that two exports of the same calls give to numbers.
#[component]
pub(in crate::app) fn LearnNames() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    // Finding them compares files: only when one was read to its end.
    let learnt =
        use_memo(page.session.clone(), |session| if session.is_reading() { Vec::new() } else { session.learnable() });
    if learnt.is_empty() {
        return Html::default();
    }
    let learn = page.dispatch.reform(|_: MouseEvent| DictionaryAction::LearnNames.into());
    html! {
        <section class="learn" aria-label={page.word(DictionaryWord::NamesFound)}>
            <p>{ page.sentence(DictionarySentence::NamesFound { names: learnt.len() }) }</p>
            <ul>
                { for learnt.iter().map(|found| {
                    let name = found.entry.name.as_deref().unwrap_or_default();
                    html! {
                        <li>
                            { page.sentence(DictionarySentence::NameFound {
                                code: found.code,
                                name,
                                calls: found.calls,
                            }) }
                        </li>
                    }
                }) }
            </ul>
            <button type="button" onclick={learn}>{ page.word(DictionaryWord::LearnNames) }</button>
        </section>
    }
}
