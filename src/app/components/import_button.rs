use crate::app::browser;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) label: &'static str,
    #[prop_or_default]
    pub(in crate::app) class: Classes,
    /// What files are offered: JSON, unless something else is said.
    #[prop_or(".json,application/json")]
    pub(in crate::app) accept: &'static str,
    pub(in crate::app) on_file: Callback<File>,
}

/// A button that asks for a file.
#[component]
pub(in crate::app) fn ImportButton(props: &Props) -> Html {
    let input = use_node_ref();
    let onchange = {
        let on_file = props.on_file.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.item(0));
            // So that the same file can be chosen again.
            input.set_value("");
            if let Some(file) = file {
                on_file.emit(file);
            }
        })
    };
    html! {
        <>
            <button type="button" class={props.class.clone()} onclick={browser::opens_dialog(&input)}>
                { props.label }
            </button>
            <input ref={input} type="file" hidden={true} accept={props.accept} aria-label={props.label} {onchange} />
        </>
    }
}
