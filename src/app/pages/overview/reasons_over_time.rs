use crate::app::charts::Kind;
use crate::app::components::{GroupsOverTime, TimeAxis};
use crate::app::context::Page;
use crate::app::reports::Answers;
use query::{Dimension, Metric, OverTime};
use words::{OverviewWord, ReportWord};
use yew::prelude::*;

/// As many categories as the theme has colours.
const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct ReasonsOverTimeProps {
    /// The table by steps of time, and at the third place that by steps and categories.
    pub(super) answers: Answers,
}

/// Why calls ended, over time; dragging filters by a period, a click by a category.
#[component]
pub(super) fn ReasonsOverTime(props: &ReasonsOverTimeProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let axis = use_memo((props.answers.clone(), page.zone), |(answers, zone)| {
        let (all, zone) = (answers.table(0)?, zone.local());
        Some(TimeAxis::new(&page, OverTime::of_groups(answers.table(2)?, all, &zone, SHOWN), &zone))
    });
    let title = page.word(OverviewWord::ReasonsOverTime);
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note not-on-paper">{ page.word(ReportWord::DragOrClick) }</p>
            if let Some(axis) = (*axis).clone() {
                <GroupsOverTime {axis} by={Dimension::Category} metric={Metric::Calls} kind={Kind::Stacked} {title}
                    file="cdr-lens-end-reasons" />
            }
        </section>
    }
}
