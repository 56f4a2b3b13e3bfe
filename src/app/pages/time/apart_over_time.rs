use super::chart_choices::Chosen;
use super::drawn_groups::{DrawnGroups, SHOWN};
use super::narrow_over_time::NarrowOverTime;
use crate::app::charts::Kind;
use crate::app::components::group_criterion;
use crate::app::context::Page;
use crate::app::use_lasting_report::use_lasting_report;
use crate::app::use_report::Slot;
use query::{Dimension, Filter, Held, OverTime, Table, TableSpec, TimeGroup};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ApartOverTimeProps {
    pub(super) chosen: Chosen,
    pub(super) by: Dimension,
    pub(super) kind: Kind,
    pub(super) title: String,
    /// All calls by steps of time.
    pub(super) all: Held<Table>,
}

/// The largest groups over time. Where there are so many that shards leave some of them out, those that are shown are
/// asked for once more, alone.
#[component]
pub(super) fn ApartOverTime(props: &ApartOverTimeProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let Chosen { metric, minutes, .. } = props.chosen;
    let by = props.by;
    let spec = TableSpec::by([Dimension::Step { minutes }, by]);
    let query = TableSpec { delays: metric.needs_delays(), ..spec };
    let report = use_lasting_report(Slot::Beside, None, query.clone());
    let current = report.answers.clone().filter(|_| !report.pending);
    let narrow = use_memo((current, by, page.filter.clone(), page.zone), |(answers, by, ..)| {
        narrowed(&page, answers.as_deref()?, *by)
    });
    let (kind, title, all) = (props.kind, props.title.clone(), props.all.clone());
    match (*narrow).clone() {
        Some(filter) => {
            html! { <NarrowOverTime {filter} {query} many={report.answers} {metric} {by} {kind} {title} {all} /> }
        }
        None => html! { <DrawnGroups apart={report.answers} {metric} {by} {kind} {title} {all} /> },
    }
}

/// A filter of the largest groups alone, where the table is not complete and a filter can say them.
fn narrowed(page: &Page, table: &Table, by: Dimension) -> Option<Filter> {
    if table.left_out.groups == 0 || table.by.get(1) != Some(&by) {
        return None;
    }
    let largest = OverTime::of_groups(table, table, &page.zone.local(), SHOWN);
    let terms = largest.groups().filter_map(|group| match group {
        TimeGroup::Of(key) => Some(group_criterion(page, by, key.as_deref())),
        TimeGroup::All | TimeGroup::Others => None,
    });
    let terms: Vec<_> = terms.collect::<Option<_>>()?;
    let texts: Vec<&str> = terms.iter().map(|(_, text)| text.as_str()).collect();
    let mut filter = (*page.filter).clone();
    filter.set(terms.first()?.0, &texts.join(", "));
    Some(filter)
}
