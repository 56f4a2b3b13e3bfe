use super::SideAnswers;
use super::side_names::SideNames;
use crate::app::browser::clipboard;
use crate::app::components::CopyButton;
use crate::app::context::Page;
use crate::app::route::Route;
use insight::compare::{ComparedFilters, MetricChange, Significance, side_by_side};
use insight::snapshot::Snapshot;
use query::{Filter, Metric, Peak, Unit};
use std::rc::Rc;
use words::{CapacityWord, CompareSentence, CompareWord, FigureWord, PageWord, ReportSentence, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FiguresProps {
    pub(super) sides: Rc<ComparedFilters>,
    pub(super) names: SideNames,
    pub(super) before: SideAnswers,
    pub(super) after: SideAnswers,
}

/// A line of the table.
struct Line {
    name: String,
    definition: &'static str,
    before: Option<String>,
    after: Option<String>,
    change: String,
    significance: Significance,
    /// The values as numbers, to be copied.
    numbers: [Option<f64>; 3],
}

/// Every metric of both selections, and how it changed; a click on a value shows its calls.
#[component]
pub(super) fn Figures(props: &FiguresProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let snapshots = use_memo((props.before.clone(), props.after.clone()), |(before, after)| {
        [before, after].map(|side| Snapshot::of(&side.whole, &side.load))
    });
    let [before, after] = &*snapshots;
    let basis = props.sides.basis(&before.measures, &after.measures);
    let changes = side_by_side(&before.measures, &after.measures, basis);
    let unmeasurable = page.summary.failures_missing();
    let needs_failures = |metric: Metric| matches!(metric, Metric::Asr | Metric::Ner);
    let changes = changes.iter().filter(|change| !(unmeasurable && needs_failures(change.metric)));
    let mut lines: Vec<Line> = changes.map(|change| metric_line(&page, change)).collect();
    let peaks = [
        (CapacityWord::PeakConcurrency, CapacityWord::DefinePeakConcurrency, [before.peak, after.peak]),
        (CapacityWord::PeakCps, CapacityWord::DefinePeakCps, [before.peak_starts, after.peak_starts]),
    ];
    lines.extend(peaks.into_iter().map(|(name, definition, peaks)| peak_line(&page, name, definition, peaks)));
    let label = page.sentence(CompareSentence::SideBySide { before: &props.names.before, after: &props.names.after });
    let heads =
        [page.word(CompareWord::Metric), &props.names.before, &props.names.after, page.word(CompareWord::Change)];
    let copied = {
        let text = tab_separated(&heads, &lines);
        Callback::from(move |()| text.clone())
    };
    html! {
        <section class="card">
            <h2>{ &label }</h2>
            <p class="note">{ page.word(CompareWord::SideBySideHint) }</p>
            if unmeasurable {
                <p class="warning">{ page.word(FigureWord::FailuresMissing) }</p>
            }
            <div class="metric-table">
                <div class="line tools">
                    <CopyButton class="quiet" text={copied}
                        label={page.sentence(ReportSentence::CopyTable { name: &label })}>
                        { page.word(PageWord::Copy) }
                    </CopyButton>
                </div>
                <div class="scroll">
                    <table aria-label={label}>
                        <thead><tr>
                            <th scope="col">{ page.word(CompareWord::Metric) }</th>
                            <th scope="col" class="number">{ &props.names.before }</th>
                            <th scope="col" class="number">{ &props.names.after }</th>
                            <th scope="col" class="number">{ page.word(CompareWord::Change) }</th>
                            <th scope="col" title={page.word(CompareWord::DefineCertainty)}>
                                { page.word(CompareWord::Certainty) }
                            </th>
                        </tr></thead>
                        <tbody>{ for lines.iter().map(|line| row(&page, &props.sides, line)) }</tbody>
                    </table>
                </div>
            </div>
        </section>
    }
}

fn metric_line(page: &Page, change: &MetricChange) -> Line {
    let (language, unit) = (page.language, change.metric.unit());
    let name = language.metric(change.metric);
    // A few calls an hour are no whole number.
    let value = |value: f64| match unit {
        Unit::Count if change.per_hour => language.decimal(value, 1),
        _ => language.value(unit, value),
    };
    let by = change.change.map_or_else(
        || "–".to_owned(),
        |by| match change.percent {
            Some(percent) => language.relative_change(percent),
            None => language.change(unit, by),
        },
    );
    Line {
        name: if change.per_hour { page.sentence(CompareSentence::AnHour { name }) } else { name.to_owned() },
        definition: language.define_metric(change.metric),
        before: change.before.map(value),
        after: change.after.map(value),
        change: by,
        significance: change.significance,
        numbers: [change.before, change.after, change.change],
    }
}

fn peak_line(page: &Page, name: CapacityWord, definition: CapacityWord, [before, after]: [Option<Peak>; 2]) -> Line {
    let calls = |peak: Option<Peak>| peak.map(|peak| peak.calls as f64);
    let change = calls(before).zip(calls(after)).map(|(before, after)| after - before);
    let text = |peak: Option<Peak>| peak.map(|peak| page.language.count(peak.calls));
    Line {
        name: page.word(name).to_owned(),
        definition: page.word(definition),
        before: text(before),
        after: text(after),
        change: change.map_or_else(|| "–".to_owned(), |change| page.language.change(Unit::Count, change)),
        significance: Significance::NotTold,
        numbers: [calls(before), calls(after), change],
    }
}

fn row(page: &Page, sides: &ComparedFilters, line: &Line) -> Html {
    let value = |text: &Option<String>, filter: &Filter| match text {
        Some(text) => {
            let calls = page.href(&Route::Calls, filter);
            html! { <a href={calls} title={page.word(ReportWord::ShowCalls)}>{ text }</a> }
        }
        None => html! { "–" },
    };
    let significance = match line.significance {
        Significance::NotTold => "",
        Significance::MayBeChance => page.word(CompareWord::MayBeChance),
        Significance::Certain => page.word(CompareWord::MoreThanChance),
    };
    html! {
        <tr>
            <th scope="row" title={line.definition}>{ &line.name }</th>
            <td class="number">{ value(&line.before, &sides.before) }</td>
            <td class="number">{ value(&line.after, &sides.after) }</td>
            <td class="number">
                if line.significance == Significance::Certain {
                    <strong>{ &line.change }</strong>
                } else {
                    { &line.change }
                }
            </td>
            <td title={page.word(CompareWord::DefineCertainty)}>{ significance }</td>
        </tr>
    }
}

/// As spreadsheets take it; names of files and values from files must be no formulas.
fn tab_separated(heads: &[&str], lines: &[Line]) -> String {
    let mut text = heads.iter().map(|head| clipboard::cell(head)).collect::<Vec<_>>().join("\t");
    for line in lines {
        let numbers = line.numbers.map(|number| number.map(|number| number.to_string()).unwrap_or_default());
        text.push('\n');
        text.push_str(&[line.name.clone(), numbers.join("\t")].join("\t"));
    }
    text
}
