use crate::app::context::Page;
use words::PageWord;
use yew::prelude::*;

/// An address that leads nowhere, and the way back.
#[component]
pub(in crate::app) fn NotFoundPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    html! {
        <section class="empty">
            <h1>{ page.word(PageWord::PageNotFound) }</h1>
            <p><a href="#/">{ page.word(PageWord::ToFiles) }</a></p>
        </section>
    }
}
