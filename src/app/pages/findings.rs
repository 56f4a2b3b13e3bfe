use crate::app::components::{FindingsList, ReportFrame};
use crate::app::context::Environment;
use words::{FindingWord, PageWord, Word};
use yew::prelude::*;

/// What is wrong, the most urgent first: each with its numbers, what is at stake, what to do, and its calls.
#[component]
pub(in crate::app) fn FindingsPage() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    html! {
        <ReportFrame title={Word::from(PageWord::PageFindings)} ready={true}>
            <p class="note">{ env.word(FindingWord::FindingsExplained) }</p>
            <FindingsList />
        </ReportFrame>
    }
}
