use crate::app::context::{Ask, Page};
use ingest::{Encoding, EncodingFinding};
use web_sys::HtmlSelectElement;
use words::{FileSentence, FileWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) file: u32,
    /// What it was taken to be in, and why, where that is known.
    pub(in crate::app) finding: Option<EncodingFinding>,
}

/// The encoding of a file: what its bytes say, and the way to read it in another one.
#[component]
pub(in crate::app) fn EncodingChoice(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let id = props.file;
    let chosen = page.session.choice(id).encoding;
    let onchange = page.ask.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Ask::ReadInEncoding(id, Encoding::ALL.into_iter().find(|encoding| encoding.name() == value))
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
            { for props.finding.map(|finding| html! {
                <span class="evidence">{ page.sentence(FileSentence::EncodingOf { finding }) }</span>
            }) }
        </p>
    }
}
