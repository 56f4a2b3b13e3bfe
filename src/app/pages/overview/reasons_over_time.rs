use crate::app::charts::Kind;
use crate::app::components::{GroupsOverTime, TimeAxis};
use crate::app::context::Environment;
use query::{Dimension, Held, Metric, OverTime, Table};
use words::{OverviewWord, ReportWord};
use yew::prelude::*;

/// As many categories as the theme has colours.
const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct ReasonsOverTimeProps {
    /// By steps of time.
    pub(super) steps: Held<Table>,
    /// By the same steps and categories.
    pub(super) categories: Held<Table>,
}

/// Why calls ended, over time; dragging filters by a period, a click by a category.
#[component]
pub(super) fn ReasonsOverTime(props: &ReasonsOverTimeProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let axis = use_memo((props.categories.clone(), props.steps.clone(), env.zone), |(groups, all, zone)| {
        let zone = zone.local();
        TimeAxis::new(&env, OverTime::of_groups(groups, all, &zone, SHOWN), &zone)
    });
    let title = env.word(OverviewWord::ReasonsOverTime);
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note not-on-paper">{ env.word(ReportWord::DragOrClick) }</p>
            <GroupsOverTime axis={(*axis).clone()} by={Dimension::Category} metric={Metric::Calls}
                kind={Kind::Stacked} {title} file="cdr-lens-end-reasons" />
        </section>
    }
}
