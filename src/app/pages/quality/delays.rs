use super::short_calls::group_rows;
use crate::app::components::{DataCell, DataColumn, DataTable};
use crate::app::context::Page;
use query::{Held, Measures, Table, Unit};
use std::rc::Rc;
use words::{QualityWord, ReportSentence};
use yew::prelude::*;

/// Which parts of the calls do not exceed a delay.
const SHARES: [f64; 3] = [0.5, 0.9, 0.95];

#[derive(Properties, PartialEq)]
pub(super) struct DelaysByGroupProps {
    /// By one dimension.
    pub(super) table: Held<Table>,
}

/// The post-dial delays of groups, of answered and of failed calls apart.
#[component]
pub(super) fn DelaysByGroup(props: &DelaysByGroupProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (table, by) = (&*props.table, props.table.by[0]);
    let title = page.word(QualityWord::DelaysByGroup);
    let language = page.language;
    let columns: Vec<DataColumn> = [false, true]
        .into_iter()
        .flat_map(|failed| {
            let name = |share: f64| language.sentence(ReportSentence::DelayColumn { percent: share * 100.0, failed });
            let define =
                |share: f64| language.sentence(ReportSentence::DefineDelayColumn { percent: share * 100.0, failed });
            let calls = if failed { QualityWord::FailedWithDelay } else { QualityWord::AnsweredWithDelay };
            let count = DataColumn::new(page.word(calls), page.word(QualityWord::DefineWithDelay));
            SHARES.map(|share| DataColumn::new(name(share), define(share))).into_iter().chain([count])
        })
        .collect();
    let cells = |measures: &Measures| {
        let delay = |millis: Option<f64>| DataCell::number(millis, |millis| language.value(Unit::Millis, millis));
        let count = |calls: u64| DataCell::number((calls > 0).then_some(calls as f64), |_| language.count(calls));
        let answered = SHARES.map(|share| delay(measures.answered_delay_millis(share)));
        let failed = SHARES.map(|share| delay(measures.unanswered_delay_millis(share)));
        let answered = answered.into_iter().chain([count(measures.answered_delays.count())]);
        answered.chain(failed).chain([count(measures.unanswered_delays.count())]).collect()
    };
    let has_delays = |measures: &Measures| measures.answered_delays.count() + measures.unanswered_delays.count() > 0;
    let rows = group_rows(&page, table, has_delays, cells);
    html! {
        <section class="card">
            <h2>{ title }</h2>
            if rows.is_empty() {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(QualityWord::HowLongSetUpTook) }) }
                </p>
            } else {
                <p class="note">{ page.word(QualityWord::DelaysByGroupHint) }</p>
                <DataTable label={title} heading={language.dimension(by)} {columns} rows={Rc::new(rows)} />
            }
        </section>
    }
}
