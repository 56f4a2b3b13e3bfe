use crate::app::action::FileAction;
use crate::app::components::{DropZone, FileCard, MemoryBound, YourMappings};
use crate::app::context::Page;
use session::FileState;
use words::{FileSentence, FileWord};
use yew::prelude::*;

/// The first page: where files are dropped, and what became of them.
#[component]
pub(in crate::app) fn FilesPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    if page.session.is_empty() {
        return first_screen(&page);
    }
    html! {
        <>
            <h1>{ page.word(FileWord::YourFiles) }</h1>
            { files(&page) }
            <MemoryBound />
            <DropZone />
            <YourMappings />
        </>
    }
}

fn first_screen(page: &Page) -> Html {
    html! {
        <>
            <h1 class="welcome">{ page.word(FileWord::StartTitle) }</h1>
            <DropZone />
            <section class="reads">
                <h2>{ page.word(FileWord::ReadsTitle) }</h2>
                <ul>
                    <li>{ page.word(FileWord::ReadsVos3000) }</li>
                    <li>{ page.word(FileWord::ReadsOthers) }</li>
                    <li>{ page.word(FileWord::ReadsPacked) }</li>
                </ul>
                <p>{ page.word(FileWord::SampleExplained) }</p>
            </section>
            <YourMappings />
        </>
    }
}

fn files(page: &Page) -> Html {
    let files = || page.session.files();
    let read = files().filter(|file| matches!(file.state, FileState::Read(_))).count();
    let failed = files().filter(|file| matches!(file.state, FileState::Failed(_))).count();
    let [rows, calls, duplicates, set_aside] = page.session.row_counts();
    let remove = page.dispatch.reform(|_: MouseEvent| FileAction::RemoveAll.into());
    html! {
        <section class="files" aria-label={page.word(FileWord::YourFiles)}>
            <div class="line">
                <p class="total">
                    { page.sentence(FileSentence::FilesRead { read, failed }) }
                    { ". " }
                    <strong>{ page.sentence(FileSentence::RowCounts { rows, calls, duplicates, set_aside }) }</strong>
                </p>
                <button type="button" onclick={remove}>{ page.word(FileWord::StartOver) }</button>
            </div>
            { for files().map(|file| html! { <FileCard key={file.id} file={file.clone()} /> }) }
        </section>
    }
}
