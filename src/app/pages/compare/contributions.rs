use super::side_names::SideNames;
use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_criterion, group_name};
use crate::app::context::Page;
use insight::compare::{Basis, Contribution, Split};
use insight::texts::ChangeTexts;
use query::{Filter, Unit};
use std::rc::Rc;
use words::{CompareSentence, CompareWord, FigureWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ContributionsProps {
    pub(super) split: Rc<Split>,
    pub(super) names: SideNames,
    /// It is of the calls of this group: its name, and what a filter says of it.
    #[prop_or_default]
    pub(super) within: Option<(String, Filter)>,
}

/// Who contributed how much to a change; a click on one filters by it. The sum is the change.
#[component]
pub(super) fn Contributions(props: &ContributionsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let (split, language) = (&*props.split, page.language);
    let Some(&by) = split.by.last() else { return Html::default() };
    let unit = split.metric.unit();
    let name = language.metric(split.metric);
    let is_sum = matches!(unit, Unit::Count | Unit::Minutes | Unit::Money) && split.basis != Basis::Totals;
    let name = if is_sum { page.sentence(CompareSentence::AnHour { name }) } else { name.to_owned() };
    let of_side = |side: &str| DataColumn::new(format!("{name}: {side}"), language.define_metric(split.metric));
    let calls_of = |side: &str| {
        let calls = page.word(FigureWord::Calls);
        DataColumn::new(format!("{calls}: {side}"), page.word(CompareWord::DefineGroupCalls))
    };
    let column = |name: CompareWord, definition: CompareWord| DataColumn::new(page.word(name), page.word(definition));
    let columns = vec![
        column(CompareWord::Contribution, CompareWord::DefineContribution),
        column(CompareWord::ShareOfChange, CompareWord::DefineShareOfChange),
        column(CompareWord::RateEffect, CompareWord::DefineRateEffect),
        column(CompareWord::MixEffect, CompareWord::DefineMixEffect),
        of_side(&props.names.before),
        of_side(&props.names.after),
        calls_of(&props.names.before),
        calls_of(&props.names.after),
    ];
    let most = split.contributions.iter().map(|of| of.change.abs()).fold(0.0, f64::max);
    let contributed = |value: Option<f64>| DataCell::number(value, |value| language.contribution(unit, value));
    let value = |value: Option<f64>| DataCell::number(value, |value| language.value(unit, value));
    let calls = |calls: u64| DataCell::number(Some(calls as f64), |_| language.count(calls));
    let share = |percent: Option<f64>| DataCell::number(percent, |percent| language.value(Unit::Percent, percent));
    let filter_of = |of: &Contribution| {
        let (field, text) = group_criterion(&page, by, of.key()?)?;
        let within = props.within.as_ref().map(|(_, filter)| filter);
        let mut filter = within.unwrap_or(&page.filter).clone();
        filter.set(field, &text);
        Some(filter)
    };
    let row = |of: &Contribution| DataRow {
        name: of.key().map_or_else(|| page.word(CompareWord::AllOthers).to_owned(), |key| group_name(&page, by, key)),
        key: of.key().flatten().unwrap_or_default().to_owned(),
        filter: filter_of(of),
        cells: vec![
            contributed(Some(of.change)).with_bar((most > 0.0).then(|| of.change.abs() * 100.0 / most)),
            share(of.share_percent),
            contributed(of.effects.map(|effects| effects.rate)),
            contributed(of.effects.map(|effects| effects.mix)),
            value(of.before),
            value(of.after),
            calls(of.calls.0),
            calls(of.calls.1),
        ],
    };
    let sum = |part: fn(&Contribution) -> Option<f64>| -> Option<f64> { split.contributions.iter().map(part).sum() };
    let total = |side: fn(&Contribution) -> u64| split.contributions.iter().map(side).sum::<u64>();
    let sum = DataRow {
        name: page.word(CompareWord::SumOfContributions).to_owned(),
        key: String::new(),
        filter: None,
        cells: vec![
            contributed(Some(split.change)),
            share(sum(|of| of.share_percent)),
            contributed(sum(|of| of.effects.map(|effects| effects.rate))),
            contributed(sum(|of| of.effects.map(|effects| effects.mix))),
            value(Some(split.from)),
            value(Some(split.to)),
            calls(total(|of| of.calls.0)),
            calls(total(|of| of.calls.1)),
        ],
    };
    let dimension = language.dimension(by);
    let label = match &props.within {
        Some((group, _)) => page.sentence(CompareSentence::ContributionsWithin { group, dimension }),
        None => page.sentence(CompareSentence::ContributionsBy { dimension }),
    };
    let rows: Vec<DataRow> = split.contributions.iter().map(row).collect();
    html! {
        <>
            <DataTable {label} heading={dimension} {columns} rows={Rc::new(rows)} sum={Some(sum)} />
            if split.lacking_calls > 0 {
                <p class="note">{ page.sentence(CompareSentence::GroupsMayLack { calls: split.lacking_calls }) }</p>
            }
        </>
    }
}
