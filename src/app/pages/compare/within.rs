use super::contributions::Contributions;
use super::side_names::SideNames;
use crate::app::browser::chosen;
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use insight::compare::{Basis, ChangeExplanation, Compare, Contribution};
use query::{Dimension, Metric, Table};
use std::rc::Rc;
use words::{CompareSentence, CompareWord, ReportWord};
use yew::prelude::*;

/// So many groups can be looked into.
const MOST_OFFERED: usize = 50;

#[derive(Properties, PartialEq)]
pub(super) struct WithinGroupProps {
    /// The tables of both sides, those by two dimensions among them.
    pub(super) tables: Rc<[Vec<Table>; 2]>,
    pub(super) basis: Basis,
    pub(super) metric: Metric,
    /// By what the change is split on the first level.
    pub(super) by: Dimension,
    pub(super) explanation: Rc<ChangeExplanation>,
    pub(super) names: SideNames,
    /// The tables by two dimensions are not there yet.
    pub(super) pending: bool,
}

/// The second level: what one group contributes, split further.
#[component]
pub(super) fn WithinGroup(props: &WithinGroupProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    // Of another dimension or metric something else is worth looking at.
    let of = (props.by, props.metric);
    let group = use_state_eq(|| (of, None::<usize>));
    let second = use_state_eq(|| (of, None::<Dimension>));
    let compare = Compare { before: &props.tables[0], after: &props.tables[1], basis: props.basis };
    let Some(first) = compare.split(props.metric, &[props.by]) else { return Html::default() };
    let groups: Vec<&Contribution> =
        first.contributions.iter().filter(|of| of.key().is_some()).take(MOST_OFFERED).collect();
    let cause = props.explanation.first.as_ref().filter(|cause| cause.dimension == props.by);
    let usual = cause.and_then(|cause| groups.iter().position(|of| of.key() == Some(cause.key.as_deref())));
    let at = group.1.filter(|_| group.0 == of).or(usual).unwrap_or_default();
    let Some(key) = groups.get(at).and_then(|of| of.key()) else { return Html::default() };
    let name = group_name(&page, props.by, key);
    let is_cause = cause.is_some_and(|cause| cause.key.as_deref() == key);
    let others: Vec<Dimension> = Compare::DIMENSIONS.into_iter().filter(|&by| by != props.by).collect();
    let of_story = props.explanation.second.as_ref().filter(|_| is_cause).map(|second| second.dimension);
    let by = second.1.filter(|by| second.0 == of && others.contains(by)).or(of_story).or(others.first().copied());
    let split = by.and_then(|by| compare.split_within(props.metric, props.by, key, by));
    let filter = {
        let mut filter = (*page.filter).clone();
        if let Some((field, text)) = group_criterion(&page, props.by, key) {
            filter.set(field, &text);
        }
        filter
    };
    let choose_group = {
        let group = group.clone();
        Callback::from(move |event: Event| group.set((of, chosen(&event).parse().ok())))
    };
    let choose_second = {
        let second = second.clone();
        Callback::from(move |event: Event| second.set((of, Dimension::parse(&chosen(&event)))))
    };
    html! {
        <>
            <h3>{ page.sentence(CompareSentence::WithinGroup { group: &name }) }</h3>
            <div class="choices">
                <label>
                    { page.word(CompareWord::LookInto) }{ " " }
                    <select onchange={choose_group}>
                        { for groups.iter().enumerate().map(|(place, of)| html! {
                            <option value={place.to_string()} selected={place == at}>
                                { group_name(&page, props.by, of.key().flatten()) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(CompareWord::ThenBy) }{ " " }
                    <select onchange={choose_second}>
                        { for others.iter().map(|&other| html! {
                            <option value={other.key()} selected={Some(other) == by}>
                                { page.language.dimension(other) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            if let Some(split) = split {
                <Contributions split={Rc::new(split)} names={props.names.clone()} within={Some((name, filter))} />
            } else if props.pending {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            } else {
                <p class="note">{ page.word(CompareWord::NothingWithin) }</p>
            }
        </>
    }
}
