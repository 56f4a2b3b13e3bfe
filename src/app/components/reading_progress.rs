use crate::app::action::FileAction;
use crate::app::context::{Page, Progress};
use session::{FileState, SessionFile};
use words::{FileSentence, FileWord, PageWord, ProgressNumbers};
use yew::prelude::*;

/// How far reading has come, and the way to stop it.
#[component]
pub(in crate::app) fn ReadingProgress() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let progress = use_context::<Progress>().expect("the root gives it");
    if !page.session.is_reading() {
        return Html::default();
    }
    let (bytes, of_bytes) = page.session.progress();
    let numbers = ProgressNumbers {
        bytes,
        of_bytes,
        calls: page.session.calls_of_drop(),
        seconds: (js_sys::Date::now() - progress.reading_since) / 1000.0,
    };
    let is_next = |file: &SessionFile| matches!(file.state, FileState::Waiting | FileState::Reading { .. });
    let next = page.session.files().enumerate().find(|(_, file)| is_next(file));
    let now = next.map(|(at, file)| {
        let (name, of) = (&file.identity.name, page.session.files().count());
        page.sentence(FileSentence::ReadingFile { name, number: at + 1, of })
    });
    let cancel = page.dispatch.reform(|_: MouseEvent| FileAction::Cancel.into());
    html! {
        <section class="reading" aria-label={page.word(FileWord::Reading)}>
            <div class="reading-line">
                <strong>{ now }</strong>
                <button type="button" onclick={cancel}>{ page.word(PageWord::Cancel) }</button>
            </div>
            <progress aria-label={page.word(FileWord::Reading)} value={bytes.to_string()}
                max={of_bytes.max(1).to_string()} />
            <p class="numbers">{ page.sentence(FileSentence::Progress(numbers)) }</p>
            <p class="hint">{ page.word(FileWord::FiguresGrow) }</p>
        </section>
    }
}
