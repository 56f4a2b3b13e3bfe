use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, Words, unit_name};
use crate::app::context::Environment;
use calls::LocalZone;
use query::{FilterField, OverTime, Period, Unit};
use std::rc::Rc;
use words::ReportWord;
use yew::prelude::*;

/// Steps of time, and what each is called.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::app) struct TimeAxis {
    pub(in crate::app) over_time: OverTime,
    labels: Vec<String>,
}

impl TimeAxis {
    /// The steps of some calls, as clocks of a zone show them.
    pub(in crate::app) fn new(env: &Environment, over_time: OverTime, zone: &LocalZone) -> Rc<Self> {
        let labels = over_time.steps.iter().map(|step| env.language.moment(step.from, zone)).collect();
        Rc::new(Self { over_time, labels })
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::app) struct OverTimeChartProps {
    pub(in crate::app) axis: Rc<TimeAxis>,
    pub(in crate::app) kind: Kind,
    /// What it shows, for those who cannot see it.
    pub(in crate::app) title: AttrValue,
    /// What the values are counted in, and what they measure.
    pub(in crate::app) unit: Unit,
    pub(in crate::app) measures: AttrValue,
    /// One value for each step in each.
    pub(in crate::app) series: Vec<Series>,
    /// What a click on a value does, given the place of its series; otherwise it filters by the step.
    #[prop_or_default]
    pub(in crate::app) on_series: Option<Callback<usize>>,
    /// What the file is called that it is saved as, without its ending.
    pub(in crate::app) file: AttrValue,
}

/// A chart over time; dragging over it makes a filter of the period.
#[component]
pub(in crate::app) fn OverTimeChart(props: &OverTimeChartProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let parts = (props.axis.clone(), props.kind, props.series.clone(), props.title.clone(), props.unit);
    let spec = use_memo(parts, |(axis, kind, series, title, unit)| {
        let mut spec = Spec::new(*kind, title.to_string());
        spec.categories.clone_from(&axis.labels);
        spec.series.clone_from(series);
        spec.units = vec![unit_name(*unit)];
        spec.locale = env.language.tag();
        spec.drag = true;
        spec.words = Words {
            axes: vec![props.measures.to_string()],
            none: "–".to_owned(),
            total: env.word(ReportWord::Total).to_owned(),
            ..Words::default()
        };
        spec
    });
    let filter_by = {
        let (dispatch, axis) = (env.dispatch.clone(), props.axis.clone());
        Callback::from(move |(first, last): (usize, usize)| {
            if let Some(period) = axis.over_time.span(first, last) {
                dispatch.emit(FilterAction::By(FilterField::Period, Period::criterion(&period)).into());
            }
        })
    };
    let on_pick = match props.on_series.clone() {
        Some(on_series) => on_series.reform(|(series, _): (usize, usize)| series),
        None => filter_by.reform(|(_, step): (usize, usize)| (step, step)),
    };
    html! { <Chart {spec} {on_pick} on_drag={filter_by} file={props.file.clone()} /> }
}
