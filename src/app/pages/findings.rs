use crate::app::components::{FindingsList, ReportFrame};
use crate::app::context::Page;
use crate::words::{FindingWord, PageWord};
use yew::prelude::*;

/// What is wrong, the most urgent first: each with its numbers, what is at stake, what to do, and its calls.
#[component]
pub(in crate::app) fn FindingsPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    html! {
        <ReportFrame title={PageWord::PageFindings} ready={true}>
            <p class="note">{ page.word(FindingWord::FindingsExplained) }</p>
            <FindingsList />
        </ReportFrame>
    }
}
