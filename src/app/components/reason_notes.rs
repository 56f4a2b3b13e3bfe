use crate::app::context::Environment;
use knowledge::{Certainty, Family, Reason};
use words::EndReasonWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) reason: &'static Reason,
}

/// What is not certain about an end reason, or told differently by its sources: said wherever it is explained.
#[component]
pub(in crate::app) fn ReasonNotes(props: &Props) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let reason = props.reason;
    let uncertain = reason.certainty == Some(Certainty::Partly);
    let guide = reason.family == Family::Guide;
    let notes = [
        (uncertain && reason.family == Family::Text, EndReasonWord::WordingNotVerified),
        (uncertain && reason.family != Family::Text, EndReasonWord::PartlyKnown),
        (guide && reason.group.is_none(), EndReasonWord::GuideNoGroup),
        (guide && reason.code == 5, EndReasonWord::GuideFiveTwice),
    ];
    let said = notes.into_iter().filter(|(holds, _)| *holds);
    said.map(|(_, note)| html! { <p class="warning">{ env.word(note) }</p> }).collect()
}
