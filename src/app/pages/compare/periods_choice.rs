use super::{PERIODS, typed};
use crate::app::action::FilterAction;
use crate::app::context::Page;
use calls::{EpochMillis, LocalZone};
use insight::compare::Pairing;
use query::Period;
use web_sys::HtmlInputElement;
use words::CompareWord;
use yew::prelude::*;

/// The two periods that a person typed; what says something by itself, until they do.
pub(super) fn periods(page: &Page, zone: &LocalZone) -> Option<[Period; 2]> {
    let files = page.unfiltered.period()?;
    let usual = Pairing::usual(&page.filter, files, zone).periods(&page.filter, files, zone);
    let of = |at: usize| match page.choices.get(PERIODS[at]) {
        Some(_) => typed(page, PERIODS[at], zone),
        None => usual.map(|usual| usual[at]),
    };
    Some([of(0)?, of(1)?])
}

/// Inputs for the begins and ends of two periods.
#[component]
pub(super) fn PeriodsChoice() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let zone = page.zone.local();
    let files = page.unfiltered.period();
    let usual = files.and_then(|files| Pairing::usual(&page.filter, files, &zone).periods(&page.filter, files, &zone));
    let shown = |at: usize| -> [String; 2] {
        // As it is typed: one that is not whole yet must not be taken from under the person's hands.
        if let Some((from, to)) = page.choices.get(PERIODS[at]).and_then(|text| text.split_once("..")) {
            return [from.to_owned(), to.to_owned()];
        }
        let moment = |at: EpochMillis| page.language.moment(at, &zone).replace(' ', "T");
        usual.map(|usual| [moment(usual[at].from), moment(usual[at].to)]).unwrap_or_default()
    };
    let side = |at: usize, heading: CompareWord| {
        let typed = shown(at);
        let input = |end: usize, name: CompareWord| {
            let other = typed[1 - end].clone();
            let change = page.dispatch.reform(move |event: Event| {
                let now = event.target_unchecked_into::<HtmlInputElement>().value();
                let (from, to) = if end == 0 { (&now, &other) } else { (&other, &now) };
                FilterAction::Choose { filter: None, chosen: vec![(PERIODS[at], format!("{from}..{to}"))] }.into()
            });
            html! {
                <label>
                    { page.word(name) }{ " " }
                    <input type="datetime-local" step="60" value={typed[end].clone()} onchange={change} />
                </label>
            }
        };
        html! {
            <fieldset class="choices">
                <legend>{ page.word(heading) }</legend>
                { input(0, CompareWord::PeriodFrom) }
                { input(1, CompareWord::PeriodTo) }
            </fieldset>
        }
    };
    html! {
        <div class="two">
            { side(0, CompareWord::EarlierPeriod) }
            { side(1, CompareWord::LaterPeriod) }
        </div>
    }
}
