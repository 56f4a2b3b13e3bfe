use crate::app::action::FilterAction;
use crate::app::components::{DataCell, DataColumn, DataRow, DataTable, group_name};
use crate::app::context::Page;
use query::{Capacity, Dimension, FilterField, Held, LimitOutcome, Load, Loads, Spell, metrics};
use sorting::Sort;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use words::{CapacitySentence, CapacityWord, Duration, ReportWord};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct LimitsProps {
    /// The load of all calls, and those of groups.
    pub(super) whole: Held<Loads>,
    pub(super) groups: Option<Held<Loads>>,
    pub(super) capacity: Rc<Capacity>,
    pub(super) by: Dimension,
    /// Lines that a person thinks of.
    pub(super) limit: Option<u64>,
    /// A person thinks of others.
    pub(super) on_limit: Callback<Option<u64>>,
}

/// A group whose lines are limited; `None` for all calls together.
type Subject = Option<Option<String>>;

/// A person's own limit: what it would have done, and the times above it.
type Own = (LimitOutcome, Vec<Spell>);

/// A load, and what limits from half of its peak to the peak would have done.
struct Usual {
    calls: u64,
    peak: u64,
    limits: Vec<LimitOutcome>,
}

impl Usual {
    fn of(load: &Load) -> Self {
        let peak = load.peak().map_or(0, |peak| peak.calls);
        Self { calls: load.calls(), peak, limits: load.limits_up_to_the_peak() }
    }
}

/// For how long more calls were in progress than a limit, and which it would have refused.
#[component]
pub(super) fn Limits(props: &LimitsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let subject = use_state_eq(|| Subject::None);
    let limit = props.limit;
    let of = (props.whole.clone(), props.groups.clone(), (*subject).clone());
    // Apart, so that the usual limits are gone through once, however many a person thinks of.
    let usual = use_memo(of.clone(), |of| load_of(of).map(Usual::of));
    let own_limit = use_memo((of, limit), |(of, limit)| {
        let (load, limit) = load_of(of).zip(*limit)?;
        Some((load.limited_to(limit), load.spells_above(limit)))
    });
    {
        // Groups of another field are others, whatever their names.
        let subject = subject.clone();
        use_effect_with(props.by, move |_| subject.set(None));
    }
    let choose_subject = {
        let (subject, capacity) = (subject.clone(), props.capacity.clone());
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().value();
            let group = place.parse::<usize>().ok().and_then(|place| capacity.groups.get(place));
            subject.set(group.map(|group| group.name.clone()));
        })
    };
    let set_limit = props
        .on_limit
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value().trim().parse().ok());
    html! {
        <section class="card">
            <h2>{ page.word(CapacityWord::LimitTitle) }</h2>
            <p class="note">{ page.word(CapacityWord::LimitHint) }</p>
            <div class="choices">
                <label>
                    { page.word(CapacityWord::LimitOfWhom) }{ " " }
                    <select onchange={choose_subject}>
                        <option value="" selected={subject.is_none()}>{ page.word(ReportWord::AllCalls) }</option>
                        { for props.capacity.groups.iter().enumerate().map(|(place, group)| html! {
                            <option value={place.to_string()} selected={subject.as_ref() == Some(&group.name)}>
                                { group_name(&page, props.by, group.name.as_deref()) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(CapacityWord::LimitLines) }{ " " }
                    <input type="number" min="0" value={limit.map(|limit| limit.to_string())} onchange={set_limit}
                        placeholder={(*usual).as_ref().map(|usual| usual.peak.to_string())} />
                </label>
            </div>
            if let Some(usual) = usual.as_ref() {
                if let Some(limited) = own_limit.as_ref() {
                    { own(&page, usual, limited) }
                }
                if usual.limits.is_empty() {
                    <p class="note">{ page.word(CapacityWord::NoLinesHeld) }</p>
                } else {
                    { table(&page, usual, own_limit.as_ref().as_ref().map(|(outcome, _)| outcome)) }
                }
            }
        </section>
    }
}

/// The load that is limited.
fn load_of((whole, groups, subject): &(Held<Loads>, Option<Held<Loads>>, Subject)) -> Option<&Load> {
    match subject {
        None => whole.whole(),
        Some(name) => groups.as_ref()?.of(name.as_deref()),
    }
}

/// What the person's own limit would have done.
fn own(page: &Page, usual: &Usual, (outcome, spells): &Own) -> Html {
    let longest = spells.iter().max_by_key(|spell| spell.to.0 - spell.from.0);
    let above = page.sentence(CapacitySentence::SecondsAbove {
        limit: outcome.limit,
        seconds: outcome.seconds_above,
        times: spells.len(),
    });
    let refused = page.sentence(CapacitySentence::LimitRefuses {
        refused: outcome.refused.calls(),
        calls: usual.calls,
        exact: outcome.is_exact,
    });
    html! {
        <div role="status">
            <p>{ above }</p>
            if let Some(spell) = longest {
                { longest_spell(page, spell) }
            }
            <p>{ refused }</p>
        </div>
    }
}

fn longest_spell(page: &Page, spell: &Spell) -> Html {
    let (from, to) = (page.zone.show(spell.from), page.zone.show(spell.to));
    let period = format!("{}..{}", spell.from.rfc3339(), spell.to.rfc3339());
    let show = page.dispatch.reform(move |_: MouseEvent| FilterAction::By(FilterField::Period, period.clone()).into());
    html! {
        <p>
            { page.sentence(CapacitySentence::LongestSpell { from: &from, to: &to, peak: spell.peak }) }{ " " }
            <button type="button" class="link" onclick={show}>{ page.word(CapacityWord::FilterByThisTime) }</button>
        </p>
    }
}

fn table(page: &Page, usual: &Usual, own: Option<&LimitOutcome>) -> Html {
    let language = page.language;
    let is_exact = usual.limits.iter().all(|outcome| outcome.is_exact);
    let refused = if is_exact { CapacityWord::DefineRefusedExactly } else { CapacityWord::DefineRefusedAtMost };
    let columns = [
        (CapacityWord::OfThePeak, CapacityWord::DefinePeakConcurrency),
        (CapacityWord::TimeAbove, CapacityWord::DefineTimeAbove),
        (if is_exact { CapacityWord::WouldRefuse } else { CapacityWord::WouldRefuseAtMost }, refused),
        (CapacityWord::ShareOfTheCalls, refused),
    ];
    let columns: Vec<DataColumn> =
        columns.into_iter().map(|(name, definition)| DataColumn::new(page.word(name), page.word(definition))).collect();
    let mut all: Vec<&LimitOutcome> = usual.limits.iter().chain(own).collect();
    all.order_by_key(|outcome| outcome.limit);
    all.dedup_by_key(|outcome| outcome.limit);
    let row = |outcome: &LimitOutcome| {
        let share = metrics::percent(outcome.refused.calls(), usual.calls);
        let parts = CapacitySentence::RefusedParts { held: outcome.refused.held, others: outcome.refused.others };
        DataRow {
            name: language.count(outcome.limit),
            key: outcome.limit.to_string(),
            filter: None,
            cells: vec![
                DataCell::number(metrics::percent(outcome.limit, usual.peak), |percent| language.percent(percent)),
                DataCell::number(Some(outcome.seconds_above as f64), |seconds| language.duration(Duration(seconds))),
                DataCell::number(Some(outcome.refused.calls() as f64), |_| language.count(outcome.refused.calls()))
                    .with_note(page.sentence(parts)),
                DataCell::number(share, |share| language.percent(share)).with_bar(share),
            ],
        }
    };
    let rows: Vec<DataRow> = all.into_iter().map(row).collect();
    html! {
        <>
            <DataTable label={page.word(CapacityWord::WhatIfTable)} heading={page.word(CapacityWord::LimitLines)}
                {columns} rows={Rc::new(rows)} />
            <p class="note">{ page.word(refused) }</p>
        </>
    }
}
