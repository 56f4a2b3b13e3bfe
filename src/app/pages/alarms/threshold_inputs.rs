use crate::app::context::Environment;
use insight::alarms::Crossing;
use web_sys::HtmlInputElement;
use words::AlarmWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ThresholdInputsProps {
    pub(super) crossing: Crossing,
    /// When it goes on, and off.
    pub(super) typed: [String; 2],
    pub(super) on_type: Callback<[String; 2]>,
}

/// One threshold: when the alarm goes on, and off again.
#[component]
pub(super) fn ThresholdInputs(props: &ThresholdInputsProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let (heading, on, off) = match props.crossing {
        Crossing::Below => (AlarmWord::FallsBelow, AlarmWord::OnBelow, AlarmWord::OffFrom),
        Crossing::Above => (AlarmWord::RisesAbove, AlarmWord::OnAbove, AlarmWord::OffDownTo),
    };
    let input = |at: usize, name: AlarmWord| {
        let typed = props.typed.clone();
        let change = props.on_type.reform(move |event: Event| {
            let mut now = typed.clone();
            now[at] = event.target_unchecked_into::<HtmlInputElement>().value();
            now
        });
        html! {
            <label>
                { env.word(name) }{ " " }
                <input type="text" inputmode="decimal" size="7" value={props.typed[at].clone()} onchange={change} />
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ env.word(heading) }</legend>
            { input(0, on) }
            { input(1, off) }
        </fieldset>
    }
}
