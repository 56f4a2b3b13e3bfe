use crate::app::components::{DataCell, DataColumn, DataRow, DataTable};
use crate::app::context::Page;
use query::{Distinct, FilterField, Held, Signs, Source, metrics, quoted};
use std::rc::Rc;
use words::{FigureWord, QualityWord, SecuritySentence, SecurityWord, Word};
use yew::prelude::*;

/// A caller of so many different numbers is worth a look.
const MANY_NUMBERS: u64 = 20;

#[derive(Properties, PartialEq)]
pub(super) struct CallersProps {
    pub(super) signs: Held<Signs>,
}

/// Calling numbers that call many different numbers.
#[component]
pub(super) fn Callers(props: &CallersProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let signs = &*props.signs;
    let title = page.word(SecurityWord::CallersOfMany);
    let columns: [(Word, Word); 9] = [
        (SecurityWord::NumbersTried.into(), SecurityWord::DefineCalledNumbers.into()),
        (SecurityWord::SideBySide.into(), SecurityWord::DefineSideBySide.into()),
        (SecurityWord::Attempts.into(), SecurityWord::DefineAttempts.into()),
        (FigureWord::Answered.into(), FigureWord::DefineAnswered.into()),
        (FigureWord::Asr.into(), FigureWord::DefineAsr.into()),
        (QualityWord::ShortAnswered.into(), QualityWord::DefineShortAnswered.into()),
        (SecurityWord::RefusedBySwitch.into(), SecurityWord::DefineRefusedBySwitch.into()),
        (FigureWord::FirstStart.into(), FigureWord::FirstStart.into()),
        (FigureWord::LastStart.into(), FigureWord::LastStart.into()),
    ];
    let columns: Vec<DataColumn> =
        columns.into_iter().map(|(name, definition)| DataColumn::new(page.word(name), page.word(definition))).collect();
    let many = signs.call_sources.callers.iter().map(|(caller, source)| (caller, source, source.different_callees()));
    let rows: Vec<DataRow> = many
        .filter(|(_, _, callees)| *callees >= MANY_NUMBERS)
        .map(|(caller, source, callees)| row(&page, caller, source, callees))
        .collect();
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note">{ page.word(SecurityWord::CallersOfManyHint) }</p>
            if rows.is_empty() {
                <p>{ page.sentence(SecuritySentence::NoCallerOfMany { numbers: MANY_NUMBERS }) }</p>
            } else {
                <DataTable label={title} heading={page.language.filter_field(FilterField::Caller)} {columns}
                    rows={Rc::new(rows)} sorted_by={0} />
                <p class="note">
                    { page.sentence(SecuritySentence::DistinctIsEstimated { percent: Distinct::ERROR_PERCENT }) }
                </p>
            }
        </section>
    }
}

fn row(page: &Page, caller: &str, source: &Source, callees: u64) -> DataRow {
    let language = page.language;
    let count = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
    let moment = |at: calls::EpochMillis| DataCell::text(page.zone.show(at), Some(at.0 as f64));
    let asr = metrics::answer_seizure_ratio(source.answered, source.attempts);
    let mut filter = (*page.filter).clone();
    filter.set(FilterField::Caller, &quoted(caller));
    DataRow {
        name: caller.to_owned(),
        key: caller.to_owned(),
        filter: Some(filter),
        cells: vec![
            count(callees),
            DataCell::number(source.runs.percent_in_runs(), |percent| language.percent(percent)),
            count(source.attempts),
            count(source.answered),
            DataCell::number(asr, |asr| language.percent(asr)).with_bar(asr),
            count(source.short),
            count(source.refused),
            moment(source.starts.first),
            moment(source.starts.last),
        ],
    }
}
