use super::apart_over_time::ApartOverTime;
use super::chart_choices::Chosen;
use crate::app::charts::Kind;
use crate::app::components::{GroupsOverTime, TimeAxis};
use crate::app::context::Environment;
use query::{Held, Table};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct GroupChartProps {
    pub(super) chosen: Chosen,
    /// By steps of time.
    pub(super) steps: Held<Table>,
    /// All calls over time.
    pub(super) all: Rc<TimeAxis>,
}

/// The chosen metric over time, of all calls or of each group.
#[component]
pub(super) fn GroupChart(props: &GroupChartProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let Chosen { metric, by, is_stacked, .. } = props.chosen;
    let kind = if metric.adds_up() && (is_stacked || by.is_none()) { Kind::Stacked } else { Kind::Lines };
    let title = match by {
        None => env.language.metric(metric).to_owned(),
        Some(by) => format!("{}: {}", env.language.metric(metric), env.language.dimension(by)),
    };
    html! {
        <section class="card" aria-label={title.clone()}>
            <h2 title={env.language.define_metric(metric)}>{ &title }</h2>
            if let Some(by) = by {
                <ApartOverTime chosen={props.chosen} {by} {kind} {title} all={props.steps.clone()} />
            } else {
                <GroupsOverTime axis={props.all.clone()} {metric} {kind} {title} file="cdr-lens-time" />
            }
        </section>
    }
}
