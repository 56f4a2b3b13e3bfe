use crate::app::action::DestinationAction;
use crate::app::context::Page;
use query::DialPlan;
use web_sys::HtmlInputElement;
use words::DestinationWord;
use yew::prelude::*;

/// What the person says that stands before called numbers.
#[component]
pub(in crate::app) fn RoutingPrefixes() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let input = use_node_ref();
    let onsubmit = {
        let (dispatch, input) = (page.dispatch.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dispatch.emit(DestinationAction::TakeOffPrefixes(DialPlan::read_prefixes(&input.value())).into());
            }
        })
    };
    html! {
        <section class={classes!("card", page.session.routing_prefixes.is_empty().then_some("not-on-paper"))}
            aria-label={page.word(DestinationWord::RoutingPrefixes)}>
            <form class="choices" {onsubmit}>
                <label>
                    { page.word(DestinationWord::RoutingPrefixes) }{ " " }
                    <input ref={input} type="text" value={page.session.routing_prefixes.join(", ")}
                        placeholder={page.word(DestinationWord::RoutingPrefixesExample)} />
                </label>
                <button type="submit">{ page.word(DestinationWord::TakeOff) }</button>
            </form>
            <p class="on-paper">
                { page.word(DestinationWord::RoutingPrefixes) }
                { ": " }
                { page.session.routing_prefixes.join(", ") }
            </p>
            <p class="note">{ page.word(DestinationWord::RoutingPrefixesHint) }</p>
        </section>
    }
}
