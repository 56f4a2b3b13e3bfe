use crate::app::browser::clipboard;
use crate::app::browser::later::Later;
use crate::app::context::Environment;
use wasm_bindgen_futures::spawn_local;
use words::PageWord;
use yew::prelude::*;

/// So long is said that something was copied.
const SAID_MILLIS: i32 = 2500;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct CopyButtonProps {
    /// What it copies, for those who cannot see what it stands beside.
    pub(in crate::app) label: AttrValue,
    /// What is copied, made when it is wanted: a table may have thousands of rows.
    pub(in crate::app) text: Callback<(), String>,
    /// What stands on it.
    #[prop_or_default]
    pub(in crate::app) children: Html,
    #[prop_or_default]
    pub(in crate::app) class: Classes,
    /// A small sign stands on it, and it is seen where the mouse or the keyboard is.
    #[prop_or_default]
    pub(in crate::app) is_small: bool,
}

/// A button that copies something, and says whether it could.
#[component]
pub(in crate::app) fn CopyButton(props: &CopyButtonProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let copied = use_state_eq(|| None::<bool>);
    let until = use_mut_ref(|| None::<Later>);
    let onclick = {
        let (text, copied, until) = (props.text.clone(), copied.setter(), until.clone());
        Callback::from(move |_: MouseEvent| {
            let outcome = clipboard::copy(&text.emit(()));
            let (copied, until) = (copied.clone(), until.clone());
            spawn_local(async move {
                copied.set(Some(outcome.await));
                *until.borrow_mut() = Later::after(SAID_MILLIS, move || copied.set(None));
            });
        })
    };
    let said = match *copied {
        None => "",
        Some(true) => env.word(PageWord::Copied),
        Some(false) => env.word(PageWord::NotCopied),
    };
    let is_small = props.is_small;
    html! {
        <span class={classes!("copying", is_small.then_some("small"), copied.is_some().then_some("was-copied"))}>
            <button type="button" class={props.class.clone()} {onclick} aria-label={props.label.clone()}
                title={is_small.then(|| props.label.clone())}>
                if is_small {
                    { sign(*copied == Some(true)) }
                } else {
                    { props.children.clone() }
                }
            </button>
            <span class="said" role="status">{ said }</span>
        </span>
    }
}

/// Two sheets; a tick once it is done.
fn sign(is_done: bool) -> Html {
    html! {
        <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5"
            aria-hidden="true">
            if is_done {
                <path d="M2.5 8.5l3.5 3.5 7.5-8" stroke-width="2" />
            } else {
                <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
                <path d="M10.5 2.5h-7a1 1 0 0 0-1 1v7" />
            }
        </svg>
    }
}
