use super::files_choice::FilesChoice;
use super::periods_choice::PeriodsChoice;
use super::values_choice::{ValuesAsked, ValuesChoice};
use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::context::Environment;
use insight::compare::Pairing;
use words::CompareWord;
use yew::prelude::*;

/// What stands for it in an address.
pub(super) const KEY: &str = "compare";

#[derive(Properties, PartialEq)]
pub(super) struct PairingChoiceProps {
    pub(super) pairing: Pairing,
    pub(super) values: ValuesAsked,
}

/// What is compared with what.
#[component]
pub(super) fn PairingChoice(props: &PairingChoiceProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let choose = env.dispatch.reform(|event: Event| {
        // What was compared of another kind is no value of this one.
        let nothing = super::COMPARED.map(|key| (key, String::new()));
        FilterAction::Choose { filter: None, chosen: [(KEY, chosen(&event))].into_iter().chain(nothing).collect() }
            .into()
    });
    html! {
        <>
            <div class="choices">
                <label>
                    { env.word(CompareWord::CompareWhat) }{ " " }
                    <select onchange={choose}>
                        { for Pairing::ALL.into_iter().map(|pairing| html! {
                            <option value={pairing.key()} selected={pairing == props.pairing}>
                                { env.word(name(pairing)) }
                            </option>
                        }) }
                    </select>
                </label>
                if props.pairing == Pairing::Files {
                    <FilesChoice />
                }
                if props.pairing == Pairing::Values {
                    <ValuesChoice values={props.values.clone()} />
                }
            </div>
            if props.pairing == Pairing::Typed {
                <PeriodsChoice />
            }
        </>
    }
}

fn name(pairing: Pairing) -> CompareWord {
    match pairing {
        Pairing::Before => CompareWord::CompareBefore,
        Pairing::Days => CompareWord::CompareDays,
        Pairing::Halves => CompareWord::CompareHalves,
        Pairing::Typed => CompareWord::ComparePeriods,
        Pairing::Files => CompareWord::CompareFiles,
        Pairing::Values => CompareWord::CompareValues,
    }
}
