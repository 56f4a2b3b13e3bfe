use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, Ticks};
use crate::app::context::Page;
use insight::sources::{RefusedSource, SourceKind};
use query::{Distinct, FilterField, quoted};
use std::collections::BTreeSet;
use std::rc::Rc;
use words::{ReportSentence, SecuritySentence, SecurityWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SourceTableProps {
    pub(super) sources: Rc<Vec<RefusedSource>>,
    /// Those that are to be shut out.
    pub(super) chosen: Rc<BTreeSet<String>>,
    pub(super) toggle: Callback<String>,
}

/// The addresses that refused calls came from.
#[component]
pub(super) fn SourceTable(props: &SourceTableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let title = page.word(SecurityWord::RefusedSources);
    let columns = [
        (SecurityWord::RefusedForSecurity, SecurityWord::DefineRefusedForSecurity),
        (SecurityWord::Attempts, SecurityWord::DefineAttempts),
        (SecurityWord::AnsweredAnywhere, SecurityWord::DefineAnsweredAnywhere),
        (SecurityWord::LooksLike, SecurityWord::DefineLooksLike),
        (SecurityWord::NumbersTried, SecurityWord::DefineCalledNumbers),
        (SecurityWord::SideBySide, SecurityWord::DefineSideBySide),
        (SecurityWord::BusiestPrefix, SecurityWord::DefineBusiestPrefix),
        (SecurityWord::FirstRefused, SecurityWord::DefineFirstRefused),
        (SecurityWord::LastRefused, SecurityWord::DefineFirstRefused),
        (SecurityWord::PerMinute, SecurityWord::DefinePerMinute),
    ];
    let columns: Vec<DataColumn> =
        columns.into_iter().map(|(name, definition)| DataColumn::new(page.word(name), page.word(definition))).collect();
    let rows: Vec<DataRow> = props.sources.iter().map(|source| row(&page, source)).collect();
    let offered = props.sources.iter().filter(|source| source.can_be_blocked()).map(|source| source.address.clone());
    let ticks = Ticks {
        heading: page.word(SecurityWord::ShutOut).to_owned(),
        offered: Rc::new(offered.collect()),
        chosen: Rc::clone(&props.chosen),
        toggle: props.toggle.clone(),
    };
    html! {
        <section class="card">
            <h2>{ title }</h2>
            <p class="note">{ page.word(SecurityWord::RefusedSourcesHint) }</p>
            if rows.is_empty() {
                <p>{ page.word(SecurityWord::NoRefusedSources) }</p>
            } else {
                <DataTable label={title} heading={page.language.filter_field(FilterField::CallerIp)} {columns}
                    rows={Rc::new(rows)} {ticks} />
                <p class="note">
                    { page.sentence(SecuritySentence::DistinctIsEstimated { percent: Distinct::ERROR_PERCENT }) }
                </p>
            }
        </section>
    }
}

fn row(page: &Page, source: &RefusedSource) -> DataRow {
    let language = page.language;
    let count = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
    let moment = |at: calls::EpochMillis| DataCell::text(page.zone.show(at), Some(at.0 as f64));
    let mut filter = (*page.filter).clone();
    filter.set(FilterField::CallerIp, &quoted(&source.address));
    let share = source.illegal as f64 * 100.0 / source.attempts.max(1) as f64;
    let prefix = source.prefix.as_ref().map_or_else(DataCell::default, |(prefix, calls)| {
        DataCell::text(prefix.clone(), Some(*calls as f64))
            .with_note(page.sentence(ReportSentence::CallsFound { calls: *calls }))
    });
    DataRow {
        name: source.address.clone(),
        key: source.address.clone(),
        filter: Some(filter),
        cells: vec![
            count(source.illegal).with_bar(Some(share)),
            count(source.attempts),
            DataCell::number(source.answered.map(|calls| calls as f64), |_| {
                language.count(source.answered.unwrap_or_default())
            }),
            DataCell::text(page.word(kind(source.kind)), Some(f64::from(6 - source.kind as u8))),
            count(source.callees),
            DataCell::number(source.in_runs, |percent| language.percent(percent)),
            prefix,
            moment(source.first),
            moment(source.last),
            DataCell::number(Some(source.per_minute), |calls| language.decimal(calls, 1)),
        ],
    }
}

fn kind(kind: SourceKind) -> SecurityWord {
    match kind {
        SourceKind::Attacker => SecurityWord::LooksLikeAttacker,
        SourceKind::OneOfMany => SecurityWord::LooksLikeOneOfMany,
        SourceKind::Prober => SecurityWord::LooksLikeProber,
        SourceKind::Few => SecurityWord::LooksLikeLittle,
        SourceKind::Customer => SecurityWord::LooksLikeCustomer,
        SourceKind::Unsure => SecurityWord::LooksLikeUnsure,
    }
}
