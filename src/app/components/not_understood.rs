use crate::app::action::FilterAction;
use crate::app::context::Page;
use query::FilterProblem;
use words::{FilterSentence, FilterWord};
use yew::prelude::*;

/// In place of all figures, while a part of the filter cannot be understood: which one, how it is written, and away
/// with it. Figures without that part would be those of other calls than anybody asked for.
#[component]
pub(in crate::app) fn NotUnderstood() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    html! {
        <div class="card not-understood" role="alert">
            <h2>{ page.word(FilterWord::NoFigures) }</h2>
            { for page.filter_problems().iter().map(|problem| part(&page, problem)) }
        </div>
    }
}

fn part(page: &Page, problem: &FilterProblem) -> Html {
    let field = problem.field;
    let remove = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(field, String::new()).into());
    let toggle = page.dispatch.reform(move |_: MouseEvent| FilterAction::Toggle(field).into());
    html! {
        <>
            <p>{ page.sentence(FilterSentence::FilterProblem { field, part: &problem.part }) }</p>
            <div class="buttons">
                <button type="button" onclick={remove}>{ page.sentence(FilterSentence::RemovePart { field }) }</button>
                <button type="button" onclick={toggle}>
                    { page.sentence(FilterSentence::SwitchPartOff { field }) }
                </button>
            </div>
        </>
    }
}
