use crate::app::context::Environment;
use knowledge::Impact;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) impact: Impact,
}

/// An impact by word and by the number of bars filled, so that colour is not needed to tell.
#[component]
pub(in crate::app) fn ImpactMark(props: &Props) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let (level, class) = match props.impact {
        Impact::Low => (1, "low"),
        Impact::Medium => (2, "medium"),
        Impact::MediumHigh => (3, "medium-high"),
        Impact::High => (4, "high"),
        Impact::Critical => (5, "critical"),
    };
    html! {
        <span class={classes!("impact", class)}>
            <svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
                { for (0..5).map(|bar| html! {
                    <rect x={(bar * 5).to_string()} y="1" width="4" height="10" rx="1"
                        class={if bar < level { "on" } else { "off" }} />
                }) }
            </svg>
            { env.language.impact(props.impact) }
        </span>
    }
}
