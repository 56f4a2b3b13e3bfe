use super::files_choice::FilesChoice;
use super::periods_choice::PeriodsChoice;
use super::values_choice::{ValuesAsked, ValuesChoice};
use crate::app::browser::chosen;
use crate::app::context::{Ask, Page};
use insight::compare::Way;
use words::CompareWord;
use yew::prelude::*;

/// What stands for it in an address.
pub(super) const KEY: &str = "compare";

#[derive(Properties, PartialEq)]
pub(super) struct WayChoiceProps {
    pub(super) way: Way,
    pub(super) values: ValuesAsked,
}

/// What is compared with what.
#[component]
pub(super) fn WayChoice(props: &WayChoiceProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let choose = page.ask.reform(|event: Event| {
        // What was compared of another kind is no value of this one.
        let nothing = super::COMPARED.map(|key| (key, String::new()));
        Ask::Choose { filter: None, chosen: [(KEY, chosen(&event))].into_iter().chain(nothing).collect() }
    });
    html! {
        <>
            <div class="choices">
                <label>
                    { page.word(CompareWord::CompareWhat) }{ " " }
                    <select onchange={choose}>
                        { for Way::ALL.into_iter().map(|way| html! {
                            <option value={way.key()} selected={way == props.way}>{ page.word(name(way)) }</option>
                        }) }
                    </select>
                </label>
                if props.way == Way::Files {
                    <FilesChoice />
                }
                if props.way == Way::Values {
                    <ValuesChoice values={props.values.clone()} />
                }
            </div>
            if props.way == Way::Typed {
                <PeriodsChoice />
            }
        </>
    }
}

fn name(way: Way) -> CompareWord {
    match way {
        Way::Before => CompareWord::CompareBefore,
        Way::Days => CompareWord::CompareDays,
        Way::Halves => CompareWord::CompareHalves,
        Way::Typed => CompareWord::ComparePeriods,
        Way::Files => CompareWord::CompareFiles,
        Way::Values => CompareWord::CompareValues,
    }
}
