use super::Played;
use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use calls::EpochMillis;
use insight::alarms::{AlarmEvent, AlarmSetup, Crossing};
use query::Filter;
use sorting::Ordered;
use std::collections::BTreeSet;
use std::rc::Rc;
use words::{AlarmSentence, AlarmWord, Duration, FigureWord, ReportWord, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EventTableProps {
    pub(super) played: Played,
}

/// When an alarm went on and off; a click on one filters by its time and by whom it is about.
#[component]
pub(super) fn EventTable(props: &EventTableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let Played { setup, events, .. } = &props.played;
    let name = &setup.name;
    if events.is_empty() {
        return html! { <p role="status">{ page.sentence(AlarmSentence::NeverOn { name }) }</p> };
    }
    let end = page.summary.period().map_or(EpochMillis(i64::MIN), |(_, last)| last);
    let language = page.language;
    let whom = |event: &AlarmEvent| match &event.about {
        Some((by, key)) => group_name(&page, *by, key.as_deref()),
        None => page.word(ReportWord::AllCalls).to_owned(),
    };
    // So that they can be put together by name.
    let names: BTreeSet<String> = events.iter().map(whom).ordered_set();
    let rank = |name: &String| names.range::<String, _>(name..).count() as f64;
    let at = |at: EpochMillis| DataCell::text(page.zone.show(at), Some(at.0 as f64));
    let row = |(place, event): (usize, &AlarmEvent)| {
        let about = whom(event);
        let off = match event.off_at {
            Some(off) => at(off),
            None => DataCell::text(page.word(AlarmWord::StillOn), Some(f64::INFINITY)),
        };
        let crossing = match event.crossing {
            Crossing::Below => AlarmWord::FellBelow,
            Crossing::Above => AlarmWord::RoseAbove,
        };
        DataRow {
            name: page.zone.show(event.on_at),
            key: place.to_string(),
            filter: Some(filter(&page, setup, event, end)),
            cells: vec![
                DataCell::text(about.clone(), Some(rank(&about))),
                off,
                DataCell::number(Some(event.millis(end) as f64 / 1000.0), |seconds| {
                    language.duration(Duration(seconds))
                }),
                DataCell::text(page.word(crossing), Some(event.crossing as usize as f64)),
                DataCell::number(Some(event.worst), |worst| language.value(setup.metric.unit(), worst)),
                at(event.worst_at),
                DataCell::number(Some(event.calls as f64), |_| language.count(event.calls)),
            ],
        }
    };
    let columns: [(Word, Word); 7] = [
        (AlarmWord::AlarmAbout.into(), AlarmWord::DefineAlarmAbout.into()),
        (AlarmWord::WentOff.into(), AlarmWord::DefineWentOff.into()),
        (AlarmWord::WasOnFor.into(), AlarmWord::DefineWentOff.into()),
        (AlarmWord::AlarmCrossing.into(), AlarmWord::DefineAlarmCrossing.into()),
        (AlarmWord::WorstValue.into(), AlarmWord::DefineWorstValue.into()),
        (AlarmWord::WorstAt.into(), AlarmWord::DefineWorstValue.into()),
        (FigureWord::Calls.into(), AlarmWord::DefineAlarmCalls.into()),
    ];
    let columns: Vec<DataColumn> =
        columns.into_iter().map(|(name, definition)| DataColumn::new(page.word(name), page.word(definition))).collect();
    let rows: Vec<DataRow> = events.iter().enumerate().map(row).collect();
    html! {
        <section class="card">
            <h3>{ page.word(AlarmWord::AlarmEvents) }</h3>
            <p class="note">{ page.word(AlarmWord::AlarmEventsHint) }</p>
            <DataTable label={page.sentence(AlarmSentence::EventsOf { name })} heading={page.word(AlarmWord::WentOn)}
                {columns} rows={Rc::new(rows)} />
        </section>
    }
}

/// The calls of an alarm that went on.
fn filter(page: &Page, setup: &AlarmSetup, event: &AlarmEvent, end: EpochMillis) -> Filter {
    // The last call of all is in the period too.
    let mut filter = event.period(setup, EpochMillis(end.0.saturating_add(1))).in_place_of(&page.filter);
    let about = event.about.as_ref().and_then(|(by, key)| group_criterion(page, *by, key.as_deref()));
    if let Some((field, text)) = about {
        filter.set(field, &text);
    }
    filter
}
