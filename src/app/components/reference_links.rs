use super::entry_link::entry_link;
use crate::app::context::Environment;
use reference::Entry;
use reference::EntryLink;
use words::PageWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct ReferenceLinksProps {
    /// As addresses name them: `topic/insufficient-balance`, `sip/503`.
    pub(in crate::app) entries: Vec<String>,
}

/// Links to entries of the reference, which are looked for once.
#[component]
pub(in crate::app) fn ReferenceLinks(props: &ReferenceLinksProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let entries = use_memo((props.entries.clone(), env.language), |(entries, language)| {
        let known = entries.iter().filter_map(|entry| Entry::of_link(&EntryLink::parse(entry), *language));
        known.collect::<Vec<Entry>>()
    });
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <div class="hint">
            { env.word(PageWord::Reference) }{ ":" }
            <ul class="reference-links">
                { for entries.iter().map(|entry| html! { <li>{ entry_link(&env, entry) }</li> }) }
            </ul>
        </div>
    }
}
