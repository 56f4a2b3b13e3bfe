use crate::app::action::PageAction;
use crate::app::browser::zone::{Zone, browser_zone_name};
use crate::app::context::Environment;
use web_sys::HtmlSelectElement;
use words::{FileSentence, PageWord};
use yew::prelude::*;

/// In which zone times are shown.
#[component]
pub(in crate::app) fn ZoneChooser() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let name = use_memo((), |()| browser_zone_name());
    let onchange = env.dispatch.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        PageAction::ShowTimesIn(if select.value() == Zone::Browser.key() { Zone::Browser } else { Zone::Utc }).into()
    });
    let option = |zone: Zone, text: String| {
        html! { <option value={zone.key()} selected={env.zone == zone}>{ text }</option> }
    };
    html! {
        <select class="quiet" aria-label={env.word(PageWord::TimesShownIn)} {onchange}>
            { option(Zone::Utc, env.sentence(FileSentence::Utc)) }
            { option(Zone::Browser, env.sentence(FileSentence::BrowserZone { name: &name })) }
        </select>
    }
}
