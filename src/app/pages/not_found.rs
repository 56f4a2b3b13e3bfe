use crate::app::context::Page;
use crate::words::Word;
use yew::prelude::*;

/// An address that leads nowhere, and the way back.
#[component]
pub(in crate::app) fn NotFoundPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    html! {
        <section class="empty">
            <h1>{ page.word(Word::PageNotFound) }</h1>
            <p><a href="#/">{ page.word(Word::ToFiles) }</a></p>
        </section>
    }
}
