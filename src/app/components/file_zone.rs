use crate::app::action::FileAction;
use crate::app::browser::zone::{browser_zone_name, local_zone, zone_names};
use crate::app::context::Page;
use web_sys::HtmlSelectElement;
use words::FileWord;
use yew::prelude::*;

/// Asks once in which zone times were written that do not say; what was said can be changed afterwards.
#[component]
pub(in crate::app) fn FileZone() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let select = use_node_ref();
    let names = use_memo((), |()| zone_names());
    let own = use_memo((), |()| browser_zone_name());
    // While files are read it is not known yet how many ask for it, and the page would jump.
    if page.session.is_reading() || page.session.without_zone().is_empty() {
        return Html::default();
    }
    let known = page.file_zone.as_ref().map(|zone| zone.name.clone());
    let shown = known.clone().unwrap_or_else(|| (*own).clone());
    let read_in_zone = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |select: HtmlSelectElement| {
            if let Some(zone) = local_zone(&select.value()) {
                dispatch.emit(FileAction::AreOfZone(zone).into());
            }
        })
    };
    let changed = read_in_zone.reform(|event: Event| event.target_unchecked_into());
    let choose = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(select) = select.cast() {
                read_in_zone.emit(select);
            }
        })
    };
    let options = || {
        names
            .iter()
            .map(|name| html! { <option value={name.clone()} selected={*name == shown}>{ name.clone() }</option> })
    };
    if known.is_some() {
        return html! {
            <section class="file-zone" aria-label={page.word(FileWord::ZoneOfFiles)}>
                <p class="quiet-line">
                    <label>
                        { page.word(FileWord::ZoneOfFiles) }{ " " }
                        <select onchange={changed}>{ for options() }</select>
                    </label>
                </p>
            </section>
        };
    }
    html! {
        <section class="file-zone notice" aria-label={page.word(FileWord::ZoneOfFiles)}>
            <p>{ page.word(FileWord::AskZone) }</p>
            <div class="buttons">
                <select ref={select} aria-label={page.word(FileWord::ChooseZone)}>{ for options() }</select>
                <button type="button" class="primary" onclick={choose}>{ page.word(FileWord::ReadInZone) }</button>
            </div>
        </section>
    }
}
