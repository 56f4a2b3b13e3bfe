use crate::app::action::FileAction;
use crate::app::context::Page;
use ingest::{DetectedEncoding, Encoding};
use web_sys::HtmlSelectElement;
use words::{FileSentence, FileWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) file: u32,
    /// What it was taken to be in, and why, where that is known.
    pub(in crate::app) detected: Option<DetectedEncoding>,
}

/// The encoding of a file: what its bytes say, and the way to read it in another one.
#[component]
pub(in crate::app) fn EncodingChoice(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let id = props.file;
    let chosen = page.session.choice(id).encoding;
    let onchange = page.dispatch.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        FileAction::ReadInEncoding(id, Encoding::ALL.into_iter().find(|encoding| encoding.name() == value)).into()
    });
    html! {
        <p class="encoding">
            <label>
                { page.word(FileWord::TextEncoding) }{ " " }
                <select {onchange}>
                    <option value="" selected={chosen.is_none()}>{ page.word(FileWord::ByItsBytes) }</option>
                    { for Encoding::ALL.into_iter().map(|encoding| html! {
                        <option value={encoding.name()} selected={chosen == Some(encoding)}>{ encoding.name() }</option>
                    }) }
                </select>
            </label>
            { " " }
            { for props.detected.map(|detected| html! {
                <span class="evidence">{ page.sentence(FileSentence::EncodingOf { detected }) }</span>
            }) }
        </p>
    }
}
