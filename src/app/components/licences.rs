//! The licences of the software in the page.

use crate::app::browser::licences;
use crate::app::browser::rest::Busy;
use crate::app::context::Environment;
use wasm_bindgen_futures::spawn_local;
use words::ReferenceWord;
use yew::prelude::*;

/// They are read once a person unfolds them.
#[component]
pub(in crate::app) fn Licences() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let text = use_state(|| None::<AttrValue>);
    let ontoggle = {
        let (text, unreadable) = (text.clone(), env.word(ReferenceWord::LicencesUnreadable));
        Callback::from(move |_: Event| {
            if text.is_some() {
                return;
            }
            let (text, busy) = (text.clone(), Busy::begin());
            spawn_local(async move {
                let _busy = busy;
                text.set(Some(licences::read().await.map_or(AttrValue::from(unreadable), AttrValue::from)));
            });
        })
    };
    let name = env.word(ReferenceWord::Licences);
    html! {
        <details class="licences not-on-paper" {ontoggle}>
            <summary>{ name }</summary>
            if let Some(text) = (*text).clone() {
                <pre class="scroll" tabindex="0" role="group" aria-label={name}>{ text }</pre>
            }
        </details>
    }
}
