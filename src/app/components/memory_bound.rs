use crate::app::action::FileAction;
use crate::app::context::{Page, Progress};
use web_sys::HtmlInputElement;
use words::{FileSentence, FileWord};
use yew::prelude::*;

const GIGABYTE: f64 = 1e9;

/// How much memory the calls take, how much they may take, and what was left out.
#[component]
pub(in crate::app) fn MemoryBound() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let progress = use_context::<Progress>().expect("the root gives it");
    if !page.session.has_report() || page.session.is_reading() {
        return Html::default();
    }
    let not_kept = page.session.files().filter_map(|file| file.report()).map(|report| report.not_kept).sum();
    let dispatch = page.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let gigabytes: f64 = event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or(0.0);
        if gigabytes > 0.0 {
            dispatch.emit(FileAction::SetMemoryBudget(gigabytes * GIGABYTE).into());
        }
    });
    html! {
        <div class="memory">
            <span>
                { page.sentence(FileSentence::Held {
                    bytes: progress.held_bytes as u64,
                    budget: page.budget as u64,
                    not_kept,
                }) }
            </span>
            <label>
                { page.word(FileWord::MemoryBound) }{ " " }
                <input type="number" min="0.1" step="0.1" value={format!("{:.1}", page.budget / GIGABYTE)} {onchange} />
            </label>
        </div>
    }
}
