//! What every table of a report has around it: a button that copies it, and one that shows more of its rows.

use super::CopyButton;
use crate::app::context::Environment;
use words::{PageWord, ReportSentence};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct TableFrameProps {
    /// What the table is of.
    pub(in crate::app) label: AttrValue,
    /// What is copied of it.
    pub(in crate::app) copied: Callback<(), String>,
    /// So many rows are shown, of so many.
    pub(in crate::app) shown: UseStateHandle<usize>,
    pub(in crate::app) of: usize,
    /// What stands beside the button that copies.
    #[prop_or_default]
    pub(in crate::app) tools: Html,
    /// Head, body and foot.
    pub(in crate::app) children: Html,
}

/// The table in its frame.
#[component]
pub(in crate::app) fn TableFrame(props: &TableFrameProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let more = {
        let shown = props.shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown * 4))
    };
    let (shown, of) = (*props.shown, props.of);
    html! {
        <>
            <div class="line tools">
                { props.tools.clone() }
                <CopyButton class="quiet" text={props.copied.clone()}
                    label={env.sentence(ReportSentence::CopyTable { name: &props.label })}>
                    { env.word(PageWord::Copy) }
                </CopyButton>
            </div>
            <div class="scroll">
                <table aria-label={props.label.clone()}>{ props.children.clone() }</table>
            </div>
            if of > shown {
                <p class="on-paper note">{ env.sentence(ReportSentence::FirstRows { shown, of }) }</p>
                <button type="button" class="quiet" onclick={more}>
                    { env.sentence(ReportSentence::MoreRows { shown, of }) }
                </button>
            }
        </>
    }
}
