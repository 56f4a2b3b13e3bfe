use super::drawn_groups::DrawnGroups;
use crate::app::charts::Kind;
use crate::app::use_report::{Slot, use_report};
use query::{Dimension, Filter, Held, Metric, Table, TableSpec};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NarrowOverTimeProps {
    /// It wants the calls of the groups that are shown, and no others.
    pub(super) filter: Filter,
    pub(super) query: TableSpec,
    /// What was answered of all groups: not complete, but what stands until they are answered alone.
    pub(super) many: Option<Held<Table>>,
    pub(super) metric: Metric,
    pub(super) by: Dimension,
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) all: Held<Table>,
}

/// Groups over time that are asked for without the many others.
#[component]
pub(super) fn NarrowOverTime(props: &NarrowOverTimeProps) -> Html {
    let report = use_report(Slot::Other, Some(props.filter.clone()), props.query.clone());
    let apart = report.answers.or(props.many.clone());
    let (metric, by, kind) = (props.metric, props.by, props.kind);
    html! { <DrawnGroups {apart} {metric} {by} {kind} title={props.title.clone()} all={props.all.clone()} /> }
}
