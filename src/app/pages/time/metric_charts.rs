use super::OverTimesAnswers;
use crate::app::charts::{Kind, Series};
use crate::app::components::{GroupsOverTime, OverTimeChart, TimeAxis};
use crate::app::context::Page;
use query::{Dimension, Metric, OverTime, Unit};
use std::rc::Rc;
use words::{CapacityWord, OverviewWord, TimeWord};
use yew::prelude::*;

/// As many categories as the theme has colours.
const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct MetricChartsProps {
    pub(super) answers: OverTimesAnswers,
    pub(super) axis: Rc<TimeAxis>,
}

/// Metrics over the same steps, one chart for what belongs together, so that one sees what went along with what.
#[component]
pub(super) fn MetricCharts(props: &MetricChartsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (answers, axis) = (&props.answers, &props.axis);
    let reasons = use_memo((answers.clone(), page.zone), |(answers, zone)| {
        let zone = zone.local();
        TimeAxis::new(&page, OverTime::of_groups(&answers.categories, &answers.steps, &zone, SHOWN), &zone)
    });
    let loads = use_memo((answers.clone(), axis.clone(), page.zone), |(answers, axis, zone)| {
        let load = answers.load.whole();
        let over_time = &axis.over_time;
        let series = load.map(|load| load.series(over_time.step_seconds, &zone.local())).unwrap_or_default();
        let peak = over_time.of_load(&series, |step| step.peak as f64);
        let average = over_time.of_load(&series, |step| step.average);
        (peak, average, over_time.of_load(&series, |step| step.peak_starts as f64))
    });
    let metric = |metric: Metric| Series {
        name: page.language.metric(metric).to_owned(),
        values: axis.over_time.values(0, metric),
        ..Series::default()
    };
    let named = |name: CapacityWord, values: &[Option<f64>]| Series {
        name: page.word(name).to_owned(),
        values: values.to_vec(),
        ..Series::default()
    };
    let chart = |title: &str, unit: Unit, kind: Kind, series: Vec<Series>, file: &'static str| {
        let series: Vec<Series> = series.into_iter().filter(|one| one.values.iter().any(Option::is_some)).collect();
        if series.is_empty() {
            return Html::default();
        }
        let title = title.to_owned();
        html! {
            <section class="card" aria-label={title.clone()}>
                <h3>{ &title }</h3>
                <OverTimeChart axis={axis.clone()} {kind} measures={title.clone()} {title} {unit} {series} {file} />
            </section>
        }
    };
    let of = |metrics: &[Metric]| metrics.iter().map(|&one| metric(one)).collect::<Vec<_>>();
    let name = |metric| page.language.metric(metric);
    let ratios = format!("{}, {}", name(Metric::Asr), name(Metric::Ner));
    let (peak, average, starts) = &*loads;
    let load = vec![
        named(CapacityWord::PeakConcurrency, peak),
        Series { dashed: true, ..named(CapacityWord::AverageCps, average) },
    ];
    let reasons_title = page.word(OverviewWord::ReasonsOverTime);
    html! {
        <div class="two">
            { chart(
                page.word(TimeWord::CallsAndAnswered),
                Unit::Count,
                Kind::Lines,
                of(&[Metric::Calls, Metric::Answered]),
                "cdr-lens-calls",
            ) }
            if !page.summary.failures_missing() {
                { chart(&ratios, Unit::Percent, Kind::Lines, of(&[Metric::Asr, Metric::Ner]), "cdr-lens-asr") }
            }
            <section class="card" aria-label={reasons_title}>
                <h3>{ reasons_title }</h3>
                <GroupsOverTime axis={(*reasons).clone()} by={Dimension::Category} metric={Metric::Calls}
                    kind={Kind::Stacked} title={reasons_title} file="cdr-lens-end-reasons" />
            </section>
            { chart(name(Metric::Acd), Unit::Seconds, Kind::Lines, of(&[Metric::Acd]), "cdr-lens-acd") }
            { chart(
                page.word(TimeWord::DelaysOverTime),
                Unit::Millis,
                Kind::Lines,
                of(&[Metric::Pdd50, Metric::Pdd95]),
                "cdr-lens-pdd",
            ) }
            { chart(name(Metric::Minutes), Unit::Minutes, Kind::Stacked, of(&[Metric::Minutes]), "cdr-lens-minutes") }
            { chart(
                page.word(TimeWord::MoneyInTime),
                Unit::Money,
                Kind::Lines,
                of(&[Metric::Fee, Metric::Cost, Metric::Margin]),
                "cdr-lens-money",
            ) }
            { chart(
                page.word(CapacityWord::ConcurrencyOverTime),
                Unit::Count,
                Kind::Lines,
                load,
                "cdr-lens-concurrency",
            ) }
            { chart(
                page.word(CapacityWord::CpsOverTime),
                Unit::Count,
                Kind::Lines,
                vec![named(CapacityWord::PeakCps, starts)],
                "cdr-lens-cps",
            ) }
        </div>
    }
}
