use crate::app::browser::{self, read_text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) label: &'static str,
    #[prop_or_default]
    pub(in crate::app) class: Classes,
    /// What files are offered: JSON, unless something else is said.
    #[prop_or(".json,application/json")]
    pub(in crate::app) accept: &'static str,
    /// The text of the file that was chosen; an empty one where it cannot be read.
    pub(in crate::app) on_text: Callback<String>,
}

/// A button that asks for a file.
#[component]
pub(in crate::app) fn ImportButton(props: &Props) -> Html {
    let input = use_node_ref();
    let onchange = {
        let on_text = props.on_text.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.item(0));
            // So that the same file can be chosen again.
            input.set_value("");
            if let Some(file) = file {
                let on_text = on_text.clone();
                read_text(&file, move |text| on_text.emit(text));
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
