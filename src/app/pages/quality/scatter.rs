use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Point, Spec, Words};
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use query::{Held, Metric, Table};
use std::rc::Rc;
use words::{QualityWord, ReportSentence};
use yew::prelude::*;

/// So many groups are drawn, those with the most calls.
const DRAWN: usize = 60;

#[derive(Properties, PartialEq)]
pub(super) struct DelayAgainstAsrProps {
    /// By one dimension.
    pub(super) table: Held<Table>,
}

/// Groups by their post-dial delay and their ASR, as large as their calls are many; a click on one filters by it.
#[component]
pub(super) fn DelayAgainstAsr(props: &DelayAgainstAsrProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let table = &*props.table;
    let title = page.word(QualityWord::DelayAgainstAsr);
    let (points, keys) = points(&page, table);
    if points.is_empty() {
        return html! {
            <section class="card">
                <h2>{ title }</h2>
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(QualityWord::HowLongSetUpTook) }) }
                </p>
            </section>
        };
    }
    let pick = {
        let (page, by) = (page.clone(), table.by.first().copied());
        Callback::from(move |(_, point): (usize, usize)| {
            let Some((by, key)) = by.zip(keys.get(point)) else { return };
            if let Some((field, text)) = group_criterion(&page, by, key.as_deref()) {
                page.dispatch.emit(FilterAction::By(field, text).into());
            }
        })
    };
    let axes = [Metric::Pdd50, Metric::Asr, Metric::Calls].map(|metric| page.language.metric(metric).to_owned());
    let spec = Spec {
        points,
        units: vec!["millis", "percent", "count"],
        words: Words { axes: axes.to_vec(), ..Words::default() },
        ..Spec::new(Kind::Scatter, title)
    };
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note">{ page.word(QualityWord::DelayAgainstAsrHint) }</p>
            <Chart spec={Rc::new(spec)} on_pick={pick} file="cdr-lens-delay-asr" />
        </section>
    }
}

/// The points, and the keys of their groups.
fn points(page: &Page, table: &Table) -> (Vec<Point>, Vec<Option<String>>) {
    let mut keys = Vec::new();
    let points = table.by_calls().into_iter().filter_map(|row| {
        let (by, key) = (table.by.first()?, row.key.first()?);
        let (x, y) = (Metric::Pdd50.value(&row.measures)?, Metric::Asr.value(&row.measures)?);
        keys.push(key.clone());
        Some(Point { name: group_name(page, *by, key.as_deref()), x, y, size: row.measures.calls as f64 })
    });
    (points.take(DRAWN).collect(), keys)
}
