use crate::app::action::CallAction;
use crate::app::context::Page;
use crate::app::export_step::ExportStep;
use words::{CallWord, PageWord, ReportSentence};
use yew::prelude::*;

/// How far an export has come, and the way to stop it.
#[component]
pub(in crate::app) fn ExportProgress() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (value, max, text) = match page.export {
        None | Some(ExportStep::Choosing) => return Html::default(),
        Some(ExportStep::Writing { written, of }) => {
            (Some(written.to_string()), of.max(1), page.sentence(ReportSentence::RowsExported { written, of }))
        }
        Some(ExportStep::Saving) => (None, 1, page.word(CallWord::SavingExport).to_owned()),
    };
    let cancel = page.dispatch.reform(|_: MouseEvent| CallAction::CancelExport.into());
    html! {
        <section class="reading" aria-label={page.word(CallWord::Exporting)}>
            <div class="reading-line">
                <strong>{ page.word(CallWord::Exporting) }</strong>
                if value.is_some() {
                    <button type="button" onclick={cancel}>{ page.word(PageWord::Cancel) }</button>
                }
            </div>
            <progress aria-label={page.word(CallWord::Exporting)} {value} max={max.to_string()} />
            <p class="numbers">{ text }</p>
        </section>
    }
}
