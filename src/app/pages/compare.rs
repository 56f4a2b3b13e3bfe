//! Two selections side by side, and what explains the difference.

mod choice;
mod contributions;
mod explanation;
mod figures;
mod files_choice;
mod periods_choice;
mod side_names;
mod values_choice;
mod within;

use crate::app::components::{ReportFrame, group_criterion};
use crate::app::context::Page;
use crate::app::use_lasting_report::use_lasting_report;
use crate::app::use_report::{Slot, use_report};
use calls::LocalZone;
use choice::PairingChoice;
use explanation::Explanation;
use figures::Figures;
use files_choice::chosen_files;
use insight::compare::{Compare, ComparedFilters, Pairing, Times, typed_period};
use query::{Dimension, FilterField, LoadSpec, TableSpec, together};
use side_names::SideNames;
use std::rc::Rc;
use values_choice::{ValuesAsked, chosen_values, compared_field};
use words::{CompareWord, PageWord, ReportWord, Word};
use yew::prelude::*;

/// What stands in the address for the periods that a person typed: the earlier and the later one.
const PERIODS: [&str; 2] = ["earlier", "later"];

/// What stands there for the two files, or for the two values of a field.
const COMPARED: [&str; 2] = ["one", "other"];

together! {
    /// What is asked of each of two selections.
    pub(super) struct Side -> SideAnswers {
        whole: TableSpec,
        load: LoadSpec,
        /// Those of [`Compare::table_specs`].
        groups: Vec<TableSpec>,
    }
}

/// The answers about two selections, and which these are.
#[derive(Clone, PartialEq)]
struct Both {
    sides: Rc<ComparedFilters>,
    names: SideNames,
    before: SideAnswers,
    after: SideAnswers,
}

/// The page.
#[component]
pub(in crate::app) fn ComparePage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let zone = use_memo(page.zone, |zone| zone.local());
    let pairing = chosen_pairing(&page, &zone);
    let field = compared_field(&page);
    // Which values the field has, so that a person can choose among them.
    let values_asked = (pairing == Pairing::Values).then(|| TableSpec::by([field]));
    // Whatever the filter says of it: one side may be what it wants, the other what it does not.
    let others = field.field().filter(|&field| page.filter.get(field).is_some()).map(|field| {
        let mut filter = (*page.filter).clone();
        filter.set(field, "");
        filter
    });
    let values = use_lasting_report(Slot::Beside, others, values_asked);
    let is_asking_values = pairing == Pairing::Values && values.pending;
    let values = ValuesAsked { field, table: values.answers.flatten() };
    // While the values are asked for, the two that were compared stand: others may have the most calls.
    let standing = use_mut_ref(|| None::<(ComparedFilters, SideNames)>);
    let sides = if is_asking_values { standing.borrow().clone() } else { sides(&page, pairing, &values, &zone) };
    standing.borrow_mut().clone_from(&sides);
    let queries = sides.as_ref().map(|_| Side {
        whole: TableSpec::default().with_delays(),
        load: LoadSpec::default(),
        groups: Compare::table_specs(),
    });
    let filters = sides.as_ref().map(|(sides, _)| (sides.before.clone(), sides.after.clone()));
    let (before_filter, after_filter) = filters.unzip();
    let before = use_report(Slot::Main, before_filter, queries.clone());
    let after = use_report(Slot::Other, after_filter, queries);
    let pending = sides.is_some() && (is_asking_values || before.pending || after.pending);
    // What was compared before stands until both sides of this are there.
    let last = use_mut_ref(|| None::<Both>);
    match (sides, before.answers.flatten(), after.answers.flatten()) {
        (Some((sides, names)), Some(before), Some(after)) if !pending => {
            let both = Both { sides: Rc::new(sides), names, before, after };
            *last.borrow_mut() = Some(both);
        }
        (Some(_), ..) => {}
        (None, ..) => *last.borrow_mut() = None,
    }
    let both = last.borrow().clone();
    html! {
        <ReportFrame title={Word::from(PageWord::PageCompare)} ready={true} {pending}>
            <PairingChoice {pairing} values={values.clone()} />
            if let Some(Both { sides, names, before, after }) = both {
                <Figures sides={sides.clone()} names={names.clone()} before={before.clone()} after={after.clone()} />
                <Explanation {sides} {names} {before} {after} />
            } else if pending || is_asking_values {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            } else {
                <p role="status">{ page.word(nothing_to_compare(&page, pairing)) }</p>
            }
        </ReportFrame>
    }
}

/// How a person wants to compare; what says something by itself, until they say it.
fn chosen_pairing(page: &Page, zone: &LocalZone) -> Pairing {
    let chosen = page.choices.get(choice::KEY).and_then(Pairing::parse);
    let usual = || page.unfiltered.period().map_or(Pairing::Days, |files| Pairing::usual(&page.filter, files, zone));
    chosen.unwrap_or_else(usual)
}

/// Both selections, and their names; `None` where something is missing.
fn sides(
    page: &Page,
    pairing: Pairing,
    values: &ValuesAsked,
    zone: &LocalZone,
) -> Option<(ComparedFilters, SideNames)> {
    match pairing {
        Pairing::Before | Pairing::Days | Pairing::Halves | Pairing::Typed => {
            let files = page.unfiltered.period()?;
            let periods = match pairing {
                Pairing::Typed => periods_choice::periods(page, zone),
                _ => pairing.periods(&page.filter, files, zone),
            }?;
            Some((ComparedFilters::of_periods(&page.filter, periods), SideNames::of_periods(page, periods, zone)))
        }
        Pairing::Files => {
            let [before, after] = chosen_files(page)?;
            let names = SideNames { before: before.1.clone(), after: after.1.clone() };
            let criterion = |(id, _): (String, String)| group_criterion(page, Dimension::File, Some(&id));
            let criteria = [criterion(before)?, criterion(after)?];
            Some((ComparedFilters::of_criteria(&page.filter, criteria, Times::OfCalls), names))
        }
        Pairing::Values => {
            let [before, after] = chosen_values(page, values)?;
            let names = SideNames { before: before.name, after: after.name };
            let criteria = [before.criterion, after.criterion];
            Some((ComparedFilters::of_criteria(&page.filter, criteria, Times::Same), names))
        }
    }
}

/// Why there is nothing to compare, and what to do.
fn nothing_to_compare(page: &Page, pairing: Pairing) -> Word {
    let has_period = page.filter.active().any(|criterion| criterion.field == FilterField::Period);
    match pairing {
        Pairing::Before if !has_period => Word::Report(ReportWord::PeriodToCompare),
        Pairing::Before => Word::Report(ReportWord::NothingBefore),
        Pairing::Days => Word::Report(ReportWord::PeriodToCompare),
        Pairing::Halves => Word::Compare(CompareWord::NoHalves),
        Pairing::Typed => Word::Compare(CompareWord::TypePeriods),
        Pairing::Files => Word::Compare(CompareWord::OneFileOnly),
        Pairing::Values => Word::Compare(CompareWord::TypeValues),
    }
}

/// A period that a person typed, by its key in the address.
fn typed(page: &Page, key: &str, zone: &LocalZone) -> Option<query::Period> {
    typed_period(page.choices.get(key)?, zone)
}
