use crate::app::context::Environment;
use words::PageWord;
use yew::prelude::*;

/// An address that leads nowhere, and the way back.
#[component]
pub(in crate::app) fn NotFoundPage() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    html! {
        <section class="empty">
            <h1>{ env.word(PageWord::PageNotFound) }</h1>
            <p><a href="#/">{ env.word(PageWord::ToFiles) }</a></p>
        </section>
    }
}
