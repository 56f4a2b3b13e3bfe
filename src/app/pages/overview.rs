//! Is something wrong now, since when, where, why, what does it cost, what is to be done.

mod figure_card;
mod figure_cards;
mod reasons_over_time;
mod worst_groups;
mod worst_reason;

use crate::app::components::{FindingsList, ReportFrame, TimeAxis};
use crate::app::context::Page;
use crate::app::time_step::usual_step;
use crate::app::use_lasting_report::use_lasting_report;
use crate::app::use_report::Slot;
use figure_cards::FigureCards;
use query::{Dimension, LoadSpec, OverTime, TableSpec, together};
use reasons_over_time::ReasonsOverTime;
use words::{FigureWord, PageWord, Word};
use worst_groups::WorstGroups;
use yew::prelude::*;

together! {
    /// What the page asks over time.
    pub(super) struct OverTimes -> OverTimesAnswers {
        steps: TableSpec,
        load: LoadSpec,
        /// By steps of time and categories.
        categories: TableSpec,
    }
}

/// The page.
#[component]
pub(in crate::app) fn OverviewPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let step = Dimension::Step { minutes: usual_step(&page) };
    let report = use_lasting_report(
        Slot::Main,
        None,
        OverTimes {
            steps: TableSpec::by([step]).with_delays(),
            load: LoadSpec::default(),
            categories: TableSpec::by([step, Dimension::Category]),
        },
    );
    let axis = use_memo((report.answers.clone(), page.zone), |(answers, zone)| {
        let (answers, zone) = (answers.as_ref()?, zone.local());
        Some(TimeAxis::new(&page, OverTime::of_all(&answers.steps, &zone), &zone))
    });
    let missing = page.summary.failures_missing();
    html! {
        <ReportFrame title={Word::from(PageWord::PageOverview)} ready={report.answers.is_some()}
            pending={report.pending}>
            if missing {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            if let Some((answers, axis)) = report.answers.zip((*axis).clone()) {
                <FigureCards steps={answers.steps.clone()} load={answers.load.clone()} {axis}
                    pending={report.pending} />
                <section aria-label={page.word(PageWord::PageFindings)}>
                    <h2>{ page.word(PageWord::PageFindings) }</h2>
                    <FindingsList most={5} />
                </section>
                <ReasonsOverTime steps={answers.steps} categories={answers.categories} />
                if !missing {
                    <WorstGroups />
                }
            }
        </ReportFrame>
    }
}
