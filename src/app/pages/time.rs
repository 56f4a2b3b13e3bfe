//! Everything over time, and by the hours of the week.

mod apart_over_time;
mod chart_choices;
mod drawn_groups;
mod group_chart;
mod metric_charts;
mod narrow_over_time;
mod week_chart;

use crate::app::components::{ReportFrame, TimeAxis};
use crate::app::context::Page;
use crate::app::use_lasting_report::use_lasting_report;
use crate::app::use_report::Slot;
use chart_choices::{ChartChoices, Chosen};
use group_chart::GroupChart;
use metric_charts::MetricCharts;
use query::{Dimension, LoadSpec, OverTime, TableSpec, together};
use week_chart::WeekChart;
use words::{FigureWord, PageWord, ReportWord, Word};
use yew::prelude::*;

together! {
    /// What the page asks.
    pub(super) struct OverTimes -> OverTimesAnswers {
        /// By steps of time, with delays.
        steps: TableSpec,
        load: LoadSpec,
        /// By steps of time and categories.
        categories: TableSpec,
        /// By days of the week and hours of the day, with delays.
        week: TableSpec,
    }
}

/// The page.
#[component]
pub(in crate::app) fn TimePage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let chosen = Chosen::of(&page);
    let step = Dimension::Step { minutes: chosen.minutes };
    let report = use_lasting_report(
        Slot::Main,
        None,
        OverTimes {
            steps: TableSpec::by([step]).with_delays(),
            load: LoadSpec::default(),
            categories: TableSpec::by([step, Dimension::Category]),
            // With delays whatever is measured: it is small, and another metric is there at once.
            week: TableSpec::by([Dimension::Weekday, Dimension::HourOfDay]).with_delays(),
        },
    );
    let axis = use_memo((report.answers.clone(), page.zone), |(answers, zone)| {
        let (answers, zone) = (answers.as_ref()?, zone.local());
        Some(TimeAxis::new(&page, OverTime::of_all(&answers.steps, &zone), &zone))
    });
    html! {
        <ReportFrame title={Word::from(PageWord::PageTime)} ready={report.answers.is_some()} pending={report.pending}>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            <ChartChoices {chosen} />
            <p class="note not-on-paper">{ page.word(ReportWord::DragOrClick) }</p>
            if let Some((answers, axis)) = report.answers.zip((*axis).clone()) {
                <GroupChart {chosen} steps={answers.steps.clone()} all={axis.clone()} />
                <MetricCharts answers={answers.clone()} {axis} />
                <WeekChart table={answers.week} />
            }
        </ReportFrame>
    }
}
