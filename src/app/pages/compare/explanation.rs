use super::SideAnswers;
use super::contributions::Contributions;
use super::side_names::SideNames;
use super::within::WithinGroup;
use crate::app::action::FilterAction;
use crate::app::browser::chosen;
use crate::app::components::group_name;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use insight::compare::{ChangeExplanation, Compare, ComparedFilters};
use insight::texts::ChangeTexts;
use query::{Dimension, Held, Metric, Table, TableSpec};
use std::rc::Rc;
use words::CompareWord;
use yew::prelude::*;

/// What stands in the address for the metric, and for the dimension by which its change is split.
const METRIC: &str = "metric";
const SPLIT_BY: &str = "split-by";

#[derive(Properties, PartialEq)]
pub(super) struct ExplanationProps {
    pub(super) sides: Rc<ComparedFilters>,
    pub(super) names: SideNames,
    pub(super) before: SideAnswers,
    pub(super) after: SideAnswers,
}

/// What explains the change of a metric: a sentence, who contributed how much, and the same within one of them.
#[component]
pub(super) fn Explanation(props: &ExplanationProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let wanted = page.choices.get(METRIC).and_then(Metric::parse);
    // What stands in the place of a percentile, which cannot be split.
    let metric = wanted.map(|metric| if metric.needs_delays() { Metric::SlowShare } else { metric });
    let first = use_memo((props.before.clone(), props.after.clone()), |(before, after)| {
        [before, after].map(|side| tables(&side.groups))
    });
    let basis = props.sides.basis(&props.before.whole.total(), &props.after.whole.total());
    let compare = Compare { before: &first[0], after: &first[1], basis };
    // Percentiles cannot be split, and of some metrics files say nothing.
    let offered: Vec<Metric> = Metric::ALL
        .iter()
        .copied()
        .filter(|&metric| compare.split(metric, &[Dimension::HourOfDay]).is_some())
        .filter(|&metric| !(page.summary.failures_missing() && matches!(metric, Metric::Asr | Metric::Ner)))
        .collect();
    let metric = metric.filter(|metric| offered.contains(metric)).or_else(|| {
        let usual = offered.contains(&Metric::Asr).then_some(Metric::Asr);
        usual.or_else(|| offered.first().copied())
    });
    let first_story = use_memo((first.clone(), metric, basis), |_| metric.and_then(|metric| compare.explain(metric)));
    let best = (*first_story).as_ref().and_then(best_dimension);
    let chosen_by = page.choices.get(SPLIT_BY).and_then(Dimension::parse);
    let by = chosen_by.filter(|by| Compare::DIMENSIONS.contains(by)).or(best);
    // The second level of the story, and that of the dimension that a person looks at.
    let cause = (*first_story).as_ref().and_then(|explanation| explanation.first.as_ref()).map(|first| first.dimension);
    let mut dimensions: Vec<Dimension> = cause.into_iter().chain(by).collect();
    dimensions.dedup();
    let queries: Vec<TableSpec> = dimensions.iter().flat_map(|&by| Compare::table_specs_within(by)).collect();
    let before = use_report(Slot::Within, Some(props.sides.before.clone()), queries.clone());
    let after = use_report(Slot::OtherWithin, Some(props.sides.after.clone()), queries);
    let second = before.answers.zip(after.answers).filter(|_| !before.pending && !after.pending);
    let all = use_memo((first.clone(), second.clone()), |(first, second)| {
        let mut all = (**first).clone();
        if let Some((before, after)) = second {
            all[0].extend(tables(before));
            all[1].extend(tables(after));
        }
        all
    });
    let whole = Compare { before: &all[0], after: &all[1], basis };
    let explanation = use_memo((all.clone(), metric, basis), |_| metric.and_then(|metric| whole.explain(metric)));
    let choose = |key: &'static str| {
        page.dispatch.reform(move |event: Event| {
            FilterAction::Choose { filter: None, chosen: vec![(key, chosen(&event))] }.into()
        })
    };
    let (Some(metric), Some(explanation)) = (metric, &*explanation) else {
        return html! {
            <section class="card">
                <h2>{ page.word(CompareWord::WhatExplains) }</h2>
                <p class="note">{ page.word(CompareWord::NothingToSplit) }</p>
            </section>
        };
    };
    let name = |by: Dimension, key: Option<&str>| group_name(&page, by, key);
    let split = by.and_then(|by| whole.split(metric, &[by]));
    html! {
        <section class="card">
            <h2>{ page.word(CompareWord::WhatExplains) }</h2>
            <div class="choices">
                <label>
                    { page.word(CompareWord::ChangeOf) }{ " " }
                    <select onchange={choose(METRIC)}>
                        { for offered.iter().map(|&offered| html! {
                            <option value={offered.key()} selected={offered == metric}>
                                { page.language.metric(offered) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(CompareWord::SplitBy) }{ " " }
                    <select onchange={choose(SPLIT_BY)}>
                        <option value="" selected={chosen_by.is_none()}>
                            { page.word(CompareWord::ExplainsBest) }
                        </option>
                        { for Compare::DIMENSIONS.into_iter().map(|offered| html! {
                            <option value={offered.key()} selected={chosen_by == Some(offered)}>
                                { page.language.dimension(offered) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            <p class="story" role="status"><strong>{ page.language.explanation(explanation, name) }</strong></p>
            <p class="note">{ page.word(CompareWord::SplitHint) }</p>
            if metric == Metric::SlowShare {
                <p class="note">{ page.word(CompareWord::PercentilesNotSplit) }</p>
            }
            if let Some(split) = split {
                <Contributions split={Rc::new(split)} names={props.names.clone()} />
                <WithinGroup tables={all.clone()} {basis} {metric} by={by.unwrap_or(Dimension::HourOfDay)}
                    explanation={Rc::new(explanation.clone())} names={props.names.clone()} pending={second.is_none()} />
            }
        </section>
    }
}

/// By what the change is split unless a person says otherwise: what the sentence is about, or what explains most of it.
fn best_dimension(explanation: &ChangeExplanation) -> Option<Dimension> {
    let cause = explanation.first.as_ref().map(|first| first.dimension);
    cause.or_else(|| explanation.ranked.first().map(|ranked| ranked.dimension))
}

fn tables(answers: &[Held<Table>]) -> Vec<Table> {
    answers.iter().map(|table| (**table).clone()).collect()
}
