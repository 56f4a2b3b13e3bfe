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
use crate::app::lasting::use_lasting_report;
use crate::app::reports::Slot;
use chart_choices::{ChartChoices, Chosen};
use group_chart::GroupChart;
use metric_charts::MetricCharts;
use query::{Asked, Dimension, LoadSpec, OverTime, TableSpec};
use week_chart::WeekChart;
use words::{FigureWord, PageWord, ReportWord, Word};
use yew::prelude::*;

/// The page.
#[component]
pub(in crate::app) fn TimePage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let chosen = Chosen::of(&page);
    let step = Dimension::Step { minutes: chosen.minutes };
    let report = use_lasting_report(
        Slot::Main,
        None,
        vec![
            Asked::Table(TableSpec::by([step]).with_delays()),
            Asked::Load(LoadSpec::default()),
            Asked::Table(TableSpec::by([step, Dimension::Category])),
            // With delays whatever is measured: it is small, and another metric is there at once.
            Asked::Table(TableSpec::by([Dimension::Weekday, Dimension::HourOfDay]).with_delays()),
        ],
    );
    let axis = use_memo((report.answers.clone(), page.zone), |(answers, zone)| {
        let (answers, zone) = (answers.as_ref()?, zone.local());
        Some(TimeAxis::new(&page, OverTime::of_all(answers.table(0)?, &zone), &zone))
    });
    html! {
        <ReportFrame title={Word::from(PageWord::PageTime)} ready={report.answers.is_some()} pending={report.pending}>
            if page.summary.failures_missing() {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            <ChartChoices {chosen} />
            <p class="note not-on-paper">{ page.word(ReportWord::DragOrClick) }</p>
            if let Some((answers, axis)) = report.answers.zip((*axis).clone()) {
                <GroupChart {chosen} answers={answers.clone()} all={axis.clone()} />
                <MetricCharts answers={answers.clone()} {axis} />
                <WeekChart {answers} at={3} />
            }
        </ReportFrame>
    }
}
