use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::context::Page;
use query::Dimension;
use words::Word;
use yew::prelude::*;

/// What stands for it in an address.
const KEY: &str = "by";

#[derive(Properties, PartialEq)]
pub(in crate::app) struct ByChoiceProps {
    pub(in crate::app) label: Word,
    /// The first is the usual one.
    pub(in crate::app) offered: &'static [Dimension],
}

/// A choice among the few dimensions that a page is by; it is in the address.
#[component]
pub(in crate::app) fn ByChoice(props: &ByChoiceProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let by = chosen_by(&page, props.offered);
    let choose = page
        .dispatch
        .reform(|event: Event| FilterAction::Choose { filter: None, chosen: vec![(KEY, chosen(&event))] }.into());
    html! {
        <label>
            { page.word(props.label) }{ " " }
            <select onchange={choose}>
                { for props.offered.iter().map(|offered| html! {
                    <option value={offered.key()} selected={*offered == by}>
                        { page.language.dimension(*offered) }
                    </option>
                }) }
            </select>
        </label>
    }
}

/// What was chosen; the first that is offered, unless it is one of them.
pub(in crate::app) fn chosen_by(page: &Page, offered: &[Dimension]) -> Dimension {
    let chosen = page.choices.get(KEY).and_then(Dimension::parse).filter(|chosen| offered.contains(chosen));
    chosen.or_else(|| offered.first().copied()).unwrap_or(Dimension::TerminatingGateway)
}
