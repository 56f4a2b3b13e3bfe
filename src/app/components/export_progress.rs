use crate::app::action::CallAction;
use crate::app::context::{Environment, Progress};
use crate::app::export_step::ExportStep;
use words::{CallWord, PageWord, ReportSentence};
use yew::prelude::*;

/// How far an export has come, and the way to stop it.
#[component]
pub(in crate::app) fn ExportProgress() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let progress = use_context::<Progress>().expect("the root gives it");
    let (value, max, text) = match progress.export {
        None | Some(ExportStep::Choosing) => return Html::default(),
        Some(ExportStep::Writing { written, of }) => {
            (Some(written.to_string()), of.max(1), env.sentence(ReportSentence::RowsExported { written, of }))
        }
        Some(ExportStep::Saving) => (None, 1, env.word(CallWord::SavingExport).to_owned()),
    };
    let cancel = env.dispatch.reform(|_: MouseEvent| CallAction::CancelExport.into());
    html! {
        <section class="reading" aria-label={env.word(CallWord::Exporting)}>
            <div class="reading-line">
                <strong>{ env.word(CallWord::Exporting) }</strong>
                if value.is_some() {
                    <button type="button" onclick={cancel}>{ env.word(PageWord::Cancel) }</button>
                }
            </div>
            <progress aria-label={env.word(CallWord::Exporting)} {value} max={max.to_string()} />
            <p class="numbers">{ text }</p>
        </section>
    }
}
