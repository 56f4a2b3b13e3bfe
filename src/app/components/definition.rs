use crate::app::context::Environment;
use words::{ReportSentence, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    /// What is defined.
    pub(in crate::app) name: Word,
    pub(in crate::app) definition: Word,
}

/// A question mark beside a name, and its definition one click away.
#[component]
pub(in crate::app) fn Defined(props: &Props) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close_on_escape = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        })
    };
    let name = env.word(props.name);
    html! {
        <span class="defined" onkeydown={close_on_escape}>
            <button type="button" class="what" onclick={toggle} aria-expanded={open.to_string()}
                aria-label={env.sentence(ReportSentence::DefinitionOf { name })}>{ "?" }</button>
            if *open {
                <span class="definition" role="note">{ env.word(props.definition) }</span>
            }
        </span>
    }
}
