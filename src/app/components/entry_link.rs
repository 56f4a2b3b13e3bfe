use crate::app::context::Environment;
use crate::app::route::Route;
use reference::Entry;
use yew::prelude::*;

/// A link to an entry of the reference, by what it is called.
pub(in crate::app) fn entry_link(env: &Environment, entry: &Entry) -> Html {
    let code = match entry {
        Entry::Reason(reason) if reason.family.has_numbers() => {
            format!("{} {} ", env.language.family(reason.family), reason.code)
        }
        _ => String::new(),
    };
    html! { <a href={Route::of_entry(&entry.link()).href()}>{ code }{ entry.title() }</a> }
}
