use crate::app::action::FileAction;
use crate::app::browser::{self, drop};
use crate::app::context::Page;
use web_sys::HtmlInputElement;
use words::FileWord;
use yew::prelude::*;

/// Where files are dropped or chosen. (They may be dropped anywhere on the page; this shows that they may.)
#[component]
pub(in crate::app) fn DropZone() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let files_input = use_node_ref();
    let folder_input = use_node_ref();
    let onchange = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let files = input.files().map(drop::of_list).unwrap_or_default();
            // So that the same file can be chosen again.
            input.set_value("");
            if !files.is_empty() {
                dispatch.emit(FileAction::Read(files).into());
            }
        })
    };
    let sample = page.dispatch.reform(|_: MouseEvent| FileAction::Sample.into());
    let empty = page.session.is_empty();
    let title = if empty { FileWord::DropHere } else { FileWord::DropMore };
    html! {
        <section class="drop-zone" aria-label={page.word(title)}>
            <p class="drop-title">{ page.word(title) }</p>
            <div class="buttons">
                <button type="button" class="primary" onclick={browser::opens_dialog(&files_input)}>
                    { page.word(FileWord::ChooseFiles) }
                </button>
                <button type="button" onclick={browser::opens_dialog(&folder_input)}>
                    { page.word(FileWord::ChooseFolder) }
                </button>
                <button type="button" onclick={sample} title={page.word(FileWord::SampleExplained)}>
                    { page.word(FileWord::TrySample) }
                </button>
            </div>
            <input ref={files_input} type="file" multiple={true} hidden={true}
                aria-label={page.word(FileWord::ChooseFiles)} onchange={onchange.clone()} />
            <input ref={folder_input} type="file" multiple={true} hidden={true} webkitdirectory={true}
                aria-label={page.word(FileWord::ChooseFolder)} {onchange} />
            <p class="privacy">{ page.word(FileWord::Privacy) }</p>
        </section>
    }
}
