use crate::app::charts::Kind;
use crate::app::components::{GroupsOverTime, TimeAxis};
use crate::app::context::Environment;
use query::{Dimension, Held, Metric, OverTime, Table};
use words::ReportWord;
use yew::prelude::*;

/// As many groups as the theme has colours.
pub(super) const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct DrawnGroupsProps {
    pub(super) metric: Metric,
    pub(super) by: Dimension,
    pub(super) kind: Kind,
    pub(super) title: String,
    /// By steps of time and the groups.
    pub(super) apart: Option<Held<Table>>,
    /// By the same steps alone.
    pub(super) all: Held<Table>,
}

/// The largest groups over time, and all others together.
#[component]
pub(super) fn DrawnGroups(props: &DrawnGroupsProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let by = props.by;
    let axis = use_memo((props.apart.clone(), props.all.clone(), env.zone, by), |(apart, all, zone, by)| {
        let (table, zone) = (apart.as_deref()?, zone.local());
        // Until its own answer is there, a table is of other steps or groups.
        let is_current = table.by.get(1) == Some(by) && table.by.first() == all.by.first();
        is_current.then(|| TimeAxis::new(&env, OverTime::of_groups(table, all, &zone, SHOWN), &zone))
    });
    match (*axis).clone() {
        Some(axis) => html! {
            <GroupsOverTime {axis} {by} metric={props.metric} kind={props.kind} title={props.title.clone()}
                file="cdr-lens-time" />
        },
        None => html! { <p role="status">{ env.word(ReportWord::BeingAsked) }</p> },
    }
}
