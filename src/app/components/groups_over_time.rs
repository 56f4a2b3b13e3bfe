use super::group_name::{group_criterion, group_name};
use super::over_time_chart::{OverTimeChart, TimeAxis};
use crate::app::action::FilterAction;
use crate::app::charts::{Kind, Series};
use crate::app::context::Page;
use query::{Dimension, Metric, TimeGroup};
use std::rc::Rc;
use words::ReportWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct GroupsOverTimeProps {
    /// The groups.
    pub(in crate::app) axis: Rc<TimeAxis>,
    /// What they are groups of; `None` where they are all calls.
    #[prop_or_default]
    pub(in crate::app) by: Option<Dimension>,
    pub(in crate::app) metric: Metric,
    pub(in crate::app) kind: Kind,
    pub(in crate::app) title: AttrValue,
    pub(in crate::app) file: AttrValue,
}

/// A metric of groups over time; a click on one filters by it.
#[component]
pub(in crate::app) fn GroupsOverTime(props: &GroupsOverTimeProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (metric, by) = (props.metric, props.by);
    let over_time = &props.axis.over_time;
    let shown: Vec<(usize, &TimeGroup, Vec<Option<f64>>)> = over_time
        .groups()
        .enumerate()
        .map(|(at, group)| (at, group, over_time.values(at, metric)))
        .filter(|(.., values)| values.iter().any(Option::is_some))
        .collect();
    let has_others = over_time.groups().last() == Some(&TimeGroup::Others);
    let not_told = has_others && shown.last().is_some_and(|(_, group, _)| **group != TimeGroup::Others);
    let name = |group: &TimeGroup| match (group, by) {
        (TimeGroup::Of(key), Some(by)) => group_name(&page, by, key.as_deref()),
        (TimeGroup::Others, _) => page.word(ReportWord::OtherGroups).to_owned(),
        _ => page.language.metric(metric).to_owned(),
    };
    let series: Vec<Series> = shown
        .iter()
        .map(|(at, group, values)| Series {
            name: name(group),
            values: values.clone(),
            // The same group keeps its colour whatever is measured.
            color: Some(*at),
            dashed: **group == TimeGroup::Others && props.kind == Kind::Lines,
            area: props.kind == Kind::Lines && over_time.groups().count() == 1,
            ..Series::default()
        })
        .collect();
    let on_series = by.map(|by| {
        let (page, groups) = (page.clone(), shown.iter().map(|(_, group, _)| (*group).clone()).collect::<Vec<_>>());
        Callback::from(move |at: usize| {
            let Some(TimeGroup::Of(key)) = groups.get(at) else { return };
            if let Some((field, text)) = group_criterion(&page, by, key.as_deref()) {
                page.dispatch.emit(FilterAction::By(field, text).into());
            }
        })
    });
    html! {
        <>
            <OverTimeChart axis={props.axis.clone()} kind={props.kind} title={props.title.clone()} unit={metric.unit()}
                measures={page.language.metric(metric)} {series} {on_series} file={props.file.clone()} />
            if not_told {
                <p class="note">{ page.word(ReportWord::OthersNotTold) }</p>
            }
        </>
    }
}
