mod attempts_card;
mod dimension_choice;
mod matrix_view;
mod trail;

use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::components::{MetricChoice, MetricTable, ReportFrame};
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use attempts_card::AttemptsCard;
use dimension_choice::DimensionChoice;
use matrix_view::MatrixView;
use query::{AttemptsSpec, Dimension, Filter, Metric, TableSpec, together};
use trail::Trail;
use words::{BreakdownWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// What stands in the address for a page that shows rows and columns, and no flat table.
const MATRIX: &str = "matrix";

/// What vendors are compared by, unless a person chose otherwise.
const USUAL_METRIC: Metric = Metric::Asr;

together! {
    /// What the page asks.
    struct Groups -> GroupsAnswers {
        groups: TableSpec,
        attempts: AttemptsSpec,
    }
}

/// The calls of the filter by any field or pair of fields, with all metrics, and the way down from any group into
/// another field.
#[component]
pub(in crate::app) fn BreakdownPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let columns = use_state_eq(MetricChoice::remembered);
    let down = use_state_eq(|| None::<Dimension>);
    let by = page.choices.get("by").and_then(Dimension::parse).unwrap_or(Dimension::TerminatingGateway);
    let and = page.choices.get("and").and_then(Dimension::parse).filter(|&and| and != by);
    let metric = page.choices.get("metric").and_then(Metric::parse).unwrap_or(USUAL_METRIC);
    let is_matrix = and.is_some() && page.choices.get("as") == Some(MATRIX);
    let dimensions: Vec<Dimension> = std::iter::once(by).chain(and).collect();
    let spec = columns.needs(TableSpec::by(dimensions));
    let spec = TableSpec { delays: spec.delays || (is_matrix && metric.needs_delays()), ..spec };
    let report = use_report(Slot::Main, None, Groups { groups: spec, attempts: AttemptsSpec });
    // Of a row's own group there is only one below it.
    let is_open = |next: &Dimension| *next != by && Some(*next) != and;
    let next = (*down).filter(is_open).unwrap_or_else(|| by.next(&page.filter));

    let choose = |key: &'static str| {
        page.dispatch.reform(move |by: Option<Dimension>| {
            FilterAction::Choose { filter: None, chosen: vec![(key, by.map(Dimension::key).unwrap_or_default())] }
                .into()
        })
    };
    let choose_shape = page
        .dispatch
        .reform(|event: Event| FilterAction::Choose { filter: None, chosen: vec![("as", chosen(&event))] }.into());
    let choose_metric = page
        .dispatch
        .reform(|event: Event| FilterAction::Choose { filter: None, chosen: vec![("metric", chosen(&event))] }.into());
    let preset = page.dispatch.reform(|_: MouseEvent| {
        let (by, and) = (Dimension::TerminatingGateway.key(), Dimension::Country.key());
        FilterAction::Choose { filter: None, chosen: vec![("by", by), ("and", and), ("as", MATRIX.to_owned())] }.into()
    });
    let choose_down = {
        let down = down.clone();
        Callback::from(move |by: Option<Dimension>| down.set(by))
    };
    let change_columns = {
        let columns = columns.clone();
        Callback::from(move |choice| columns.set(choice))
    };
    // From a pair one goes down into a single field again.
    let go_down = {
        let (dispatch, down) = (page.dispatch.clone(), down.clone());
        Callback::from(move |filter: Filter| {
            let chosen = vec![("by", next.key()), ("and", String::new())];
            dispatch.emit(FilterAction::Choose { filter: Some(filter), chosen }.into());
            // What comes next there is another question.
            down.set(None);
        })
    };
    let label = match and {
        None => page.language.dimension(by).to_owned(),
        Some(and) => format!("{}, {}", page.language.dimension(by), page.language.dimension(and)),
    };
    let hint = page.sentence(ReportSentence::BreakDownBy { dimension: page.language.dimension(next) });
    html! {
        <ReportFrame title={Word::from(PageWord::PageBreakdown)} ready={report.answers.is_some()}
            pending={report.pending}>
            <Trail />
            <div class="choices">
                <DimensionChoice label={Word::from(ReportWord::GroupCallsBy)} chosen={Some(by)} on_choose={choose("by")}
                    />
                <DimensionChoice label={Word::from(BreakdownWord::AndBy)} chosen={and} optional={true}
                    on_choose={choose("and")} />
                if and.is_some() {
                    <label>
                        { page.word(ReportWord::ShownAs) }{ " " }
                        <select onchange={choose_shape}>
                            <option value="" selected={!is_matrix}>{ page.word(BreakdownWord::AsTable) }</option>
                            <option value={MATRIX} selected={is_matrix}>{ page.word(BreakdownWord::AsMatrix) }</option>
                        </select>
                    </label>
                }
                if is_matrix {
                    <label>
                        { page.word(ReportWord::MeasuredBy) }{ " " }
                        <select onchange={choose_metric} title={page.language.define_metric(metric)}>
                            { for Metric::ALL.iter().map(|&offered| html! {
                                <option value={offered.key()} selected={offered == metric}>
                                    { page.language.metric(offered) }
                                </option>
                            }) }
                        </select>
                    </label>
                }
                <button type="button" class="quiet" onclick={preset}>
                    { page.word(BreakdownWord::VendorByDestination) }
                </button>
            </div>
            if let Some(answers) = report.answers {
                <AttemptsCard attempts={answers.attempts} />
                if is_matrix {
                    <MatrixView table={answers.groups.clone()} {metric} />
                }
                <div class="choices not-on-paper">
                    <DimensionChoice label={Word::from(BreakdownWord::DownInto)} chosen={Some(next)}
                        on_choose={choose_down} />
                    { columns.view(&page, change_columns) }
                </div>
                <MetricTable key={label.clone()} label={label.clone()}
                    table={answers.groups} columns={columns.0.clone()}
                    sorted_by={(!by.is_ordered()).then_some(Metric::Calls)} on_filter={go_down} click_hint={hint} />
            }
        </ReportFrame>
    }
}
