use crate::app::action::PageAction;
use crate::app::context::Environment;
use words::PageWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) text: Option<AttrValue>,
}

/// What the page has to say about the last thing that was asked of it.
#[component]
pub(in crate::app) fn NoticeBar(props: &Props) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let onclick = env.dispatch.reform(|_: MouseEvent| PageAction::DismissNotice.into());
    // The region is always there: a screen reader hears what comes into it.
    html! {
        <div role="status">
            if let Some(text) = &props.text {
                <div class="notice">
                    <span>{ text }</span>
                    <button type="button" class="quiet" {onclick}>{ env.word(PageWord::Dismiss) }</button>
                </div>
            }
        </div>
    }
}
