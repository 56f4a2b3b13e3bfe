use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use query::{Capacity, Dimension, GroupLoad, Held, Loads};
use std::rc::Rc;
use words::{CapacitySentence, CapacityWord, FigureWord, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct GroupLoadsProps {
    pub(super) capacity: Rc<Capacity>,
    pub(super) by: Dimension,
    pub(super) loads: Held<Loads>,
}

/// The lines and the calls a second of each group.
#[component]
pub(super) fn GroupLoads(props: &GroupLoadsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let loads = &*props.loads;
    let by = page.language.dimension(props.by);
    let groups = &props.capacity.groups;
    if loads.too_many {
        return html! { <p class="warning">{ page.word(CapacityWord::TooManyLoads) }</p> };
    }
    if !groups.iter().any(|group| group.name.is_some()) {
        return html! { <p class="note">{ page.sentence(CapacitySentence::NoneNamed { what: by }) }</p> };
    }
    let columns: [(Word, Word); 6] = [
        (CapacityWord::PeakConcurrency.into(), CapacityWord::DefinePeakConcurrency.into()),
        (CapacityWord::PeakAt.into(), CapacityWord::DefinePeakAt.into()),
        (CapacityWord::PeakCps.into(), CapacityWord::DefinePeakCps.into()),
        (CapacityWord::P95Cps.into(), CapacityWord::DefineP95Cps.into()),
        (CapacityWord::Erlang.into(), CapacityWord::DefineErlang.into()),
        (FigureWord::Calls.into(), FigureWord::DefineCalls.into()),
    ];
    let columns: Vec<DataColumn> =
        columns.into_iter().map(|(name, definition)| DataColumn::new(page.word(name), page.word(definition))).collect();
    let most = groups.first().map_or(1, |group| group.peak.calls.max(1));
    let rows: Vec<DataRow> = groups.iter().map(|group| row(&page, props.by, group, most)).collect();
    html! {
        <section class="card">
            <h2>{ page.sentence(CapacitySentence::LoadsOf { by }) }</h2>
            <DataTable label={page.sentence(CapacitySentence::LoadsOf { by })} heading={by} {columns}
                rows={Rc::new(rows)} sorted_by={0} />
            if !loads.left_out.is_empty() {
                <p class="note">{ page.sentence(CapacitySentence::LoadsLeftOut { groups: loads.left_out.len() }) }</p>
            }
        </section>
    }
}

fn row(page: &Page, by: Dimension, group: &GroupLoad, most: u64) -> DataRow {
    let language = page.language;
    let count = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
    let filter = group_criterion(page, by, group.name.as_deref()).map(|(field, text)| {
        let mut filter = (*page.filter).clone();
        filter.set(field, &text);
        filter
    });
    let peak_at = page.zone.show(group.peak.at);
    DataRow {
        name: group_name(page, by, group.name.as_deref()),
        key: group.name.clone().unwrap_or_default(),
        filter,
        cells: vec![
            count(group.peak.calls).with_bar(Some(group.peak.calls as f64 * 100.0 / most as f64)),
            DataCell::text(peak_at, Some(group.peak.at.0 as f64)),
            count(group.peak_starts.calls).with_note(page.zone.show(group.peak_starts.at)),
            count(group.starts_p95),
            DataCell::number(group.erlang, |erlang| language.decimal(erlang, 2)),
            count(group.calls),
        ],
    }
}
