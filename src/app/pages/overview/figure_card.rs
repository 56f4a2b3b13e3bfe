use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, unit_name};
use crate::app::components::{CopyFigure, TimeAxis};
use crate::app::context::Page;
use crate::app::route::Route;
use insight::snapshot::{Change, Figure, Snapshot};
use query::{Filter, FilterField, Metric, Peak, Period, metrics};
use std::rc::Rc;
use words::{CapacityWord, FigureWord, PageWord, ReportSentence, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FigureCardProps {
    pub(super) figure: Figure,
    pub(super) now: Snapshot,
    /// One value for each step.
    pub(super) trend: Vec<Option<f64>>,
    pub(super) axis: Rc<TimeAxis>,
    pub(super) change: Option<Change>,
}

/// A figure with its definition, its calls, its change and a small line of how it went.
#[component]
pub(super) fn FigureCard(props: &FigureCardProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (figure, now) = (props.figure, &props.now);
    let (name, definition) = match figure {
        Figure::Of(metric) => (page.language.metric(metric), page.language.define_metric(metric)),
        Figure::PeakCalls => (page.word(CapacityWord::PeakConcurrency), page.word(CapacityWord::DefinePeakConcurrency)),
        Figure::PeakStarts => (page.word(CapacityWord::PeakCps), page.word(CapacityWord::DefinePeakCps)),
    };
    let spec = use_memo((props.trend.clone(), props.axis.clone()), |(trend, _)| {
        let mut spec = Spec::new(Kind::Spark, format!("{name}: {}", page.word(PageWord::PageTime)));
        spec.units = vec![unit_name(figure.unit())];
        spec.locale = page.language.tag();
        spec.series = vec![Series { name: name.to_owned(), values: trend.clone(), ..Series::default() }];
        spec
    });
    let unmeasurable = figure.needs_failures() && page.summary.failures_missing();
    let copied = now.value(figure).filter(|_| !unmeasurable);
    let copied = copied.map(|value| page.language.copied_value(figure.unit(), value));
    let value = match now.value(figure) {
        _ if unmeasurable => page.word(FigureWord::AsrNotMeasurable).to_owned(),
        Some(value) => page.language.value(figure.unit(), value),
        None => "–".to_owned(),
    };
    let peak = match figure {
        Figure::PeakCalls => now.peak,
        Figure::PeakStarts => now.peak_starts,
        Figure::Of(_) => None,
    };
    let step = peak.and_then(|peak| step_of(&props.axis, peak));
    let calls = page.href(&Route::Calls, &behind(&page, figure, now, step));
    let weak = match figure {
        Figure::Of(metric) => metric.share_of(&now.measures),
        _ => None,
    };
    let weak =
        weak.filter(|&(_, calls)| calls < metrics::WEAK_BELOW_CALLS && !unmeasurable).and_then(|(part, calls)| {
            let (low, high) = metrics::wilson_interval(part, calls)?;
            Some(page.sentence(ReportSentence::WeakShare { low, high, calls }))
        });
    let drawn = props.trend.iter().filter(|value| value.is_some()).count() > 1 && !unmeasurable;
    html! {
        <li class="card figure-card">
            <h3 title={definition}>{ name }</h3>
            <p class="value"><a href={calls} title={page.word(ReportWord::ShowCalls)}>{ value }</a></p>
            if let Some(value) = copied {
                <CopyFigure {name} {value} />
            }
            if let Some(weak) = weak {
                <p class="note">{ weak }</p>
            }
            if let Some((peak, step)) = peak.zip(step) {
                { at_peak(&page, name, peak, step) }
            }
            if let Some(change) = props.change.filter(|_| !unmeasurable) {
                { changed(&page, figure, change) }
            }
            if drawn {
                <Chart {spec} has_table={true} />
            }
            <p class="unseen">{ definition }</p>
        </li>
    }
}

/// The instant of a peak; a click filters by the step of time that it lies in.
fn at_peak(page: &Page, name: &str, peak: Peak, step: Period) -> Html {
    let filter =
        page.dispatch.reform(move |_: MouseEvent| FilterAction::By(FilterField::Period, step.criterion()).into());
    let at = page.zone.show(peak.at);
    html! {
        <p class="note">
            <button type="button" class="link" onclick={filter}
                aria-label={format!("{}: {name}, {at}", page.word(CapacityWord::FilterByThisTime))}>
                { at.clone() }
            </button>
        </p>
    }
}

fn changed(page: &Page, figure: Figure, change: Change) -> Html {
    let unit = figure.unit();
    let [before, now] = [change.before, change.before + change.by].map(|value| page.language.value(unit, value));
    let text = match change.percent {
        Some(percent) => page.language.relative_change(percent),
        None => page.language.change(unit, change.by),
    };
    html! {
        <p class="change">
            <strong>{ text }</strong>{ " " }
            <span class="hint">{ page.sentence(ReportSentence::ChangedFrom { before: &before, now: &now }) }</span>
        </p>
    }
}

fn step_of(axis: &TimeAxis, peak: Peak) -> Option<Period> {
    axis.over_time.steps.iter().copied().find(|step| step.from <= peak.at && peak.at < step.to)
}

/// The filter of the calls that a figure is of.
fn behind(page: &Page, figure: Figure, now: &Snapshot, step: Option<Period>) -> Filter {
    let mut filter = (*page.filter).clone();
    if let Some(step) = step {
        filter.set(FilterField::Period, &step.criterion());
    }
    if matches!(figure, Figure::Of(Metric::Acd | Metric::Minutes | Metric::Pdd50 | Metric::Pdd95)) {
        filter.set(FilterField::Answered, "yes");
    }
    // Those that took longest.
    if let (Figure::Of(Metric::Pdd95), Some(millis)) = (figure, now.value(figure)) {
        filter.set(FilterField::PostDialDelay, &format!("{:.2}..", millis / 1000.0));
    }
    filter
}
