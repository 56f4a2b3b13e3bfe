//! Who is refused, who tries numbers, where calls go at night: and a list to shut out whom a person wants to.

mod block_list;
mod callers;
mod places;
mod reasons;
mod source_table;

use crate::app::components::ReportFrame;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use block_list::BlockListCard;
use callers::Callers;
use insight::sources::{refused_only, sources};
use places::Places;
use query::{Dimension, Filter, Held, SignsSpec, Table, TableSpec, together};
use reasons::RefusalReasons;
use source_table::SourceTable;
use std::collections::BTreeSet;
use std::rc::Rc;
use words::{PageWord, ReportSentence, SecurityWord, Word};
use yew::prelude::*;

/// Nothing here is told step by step.
const STEP_MINUTES: u32 = 60;

/// Destinations of refused calls are told apart by so many digits.
const PREFIX: Dimension = Dimension::Prefix { digits: 4 };

together! {
    /// What is asked of the calls of the filter.
    struct Security -> SecurityAnswers {
        signs: SignsSpec,
        /// By country and hour.
        places: TableSpec,
    }
}

/// The page.
#[component]
pub(in crate::app) fn SecurityPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let toggled = use_state_eq(BTreeSet::<String>::new);
    let queries = Security {
        signs: SignsSpec { step_minutes: STEP_MINUTES },
        places: TableSpec::by([Dimension::Country, Dimension::HourOfDay]),
    };
    let main = use_report(Slot::Main, None, queries);
    let refused_filter = refused_only(&page.filter);
    let queries = refused_filter.as_ref().map(|_| TableSpec::by([Dimension::CallerIp, PREFIX]));
    let refused = use_report(Slot::Other, refused_filter, queries);
    // Those of the filter before stand until those of this one are there.
    let last_refused = use_mut_ref(|| None::<Option<Held<Table>>>);
    if refused.answers.is_some() {
        last_refused.borrow_mut().clone_from(&refused.answers);
    }
    let refusals = last_refused.borrow().clone();
    // Of all calls, whatever the filter says: it may hide that calls of an address are answered.
    let queries = TableSpec::by([Dimension::CallerIp]);
    let everywhere = use_report(Slot::Beside, Some(Filter::default()), queries);
    let seen = use_memo((main.answers.clone(), refusals, everywhere.answers.clone()), |(main, refused, all)| {
        let nothing = Table::default();
        let addresses = main.as_ref().map(|main| &main.signs.call_sources.addresses);
        let prefixes = refused.as_ref().and_then(|refused| refused.as_deref()).unwrap_or(&nothing);
        Some(Rc::new(sources(addresses?, prefixes, all.as_deref()?)))
    });
    let sources = (*seen).clone().unwrap_or_default();
    // By the rule, until a person says otherwise.
    let chosen: Rc<BTreeSet<String>> = {
        let is_chosen = |address: &String, by_rule: bool| by_rule != toggled.contains(address);
        let chosen =
            sources.iter().filter(|source| source.can_be_blocked() && is_chosen(&source.address, source.is_to_block()));
        Rc::new(chosen.map(|source| source.address.clone()).collect())
    };
    let toggle = {
        let toggled = toggled.clone();
        Callback::from(move |address: String| {
            let mut now = (*toggled).clone();
            if !now.remove(&address) {
                now.insert(address);
            }
            toggled.set(now);
        })
    };
    let has_addresses = everywhere.answers.as_deref().is_some_and(has_any);
    html! {
        <ReportFrame title={Word::from(PageWord::PageSecurity)}
            ready={main.answers.is_some() && everywhere.answers.is_some()}
            pending={main.pending || refused.pending || everywhere.pending}>
            if let Some(answers) = &main.answers {
                <RefusalReasons signs={answers.signs.clone()} />
            }
            if !has_addresses {
                <section class="card">
                    <h2>{ page.word(SecurityWord::RefusedSources) }</h2>
                    <p class="note">
                        { page.sentence(ReportSentence::Lacks { what: page.word(SecurityWord::WhereCallsComeFrom) }) }
                    </p>
                </section>
            } else {
                <SourceTable sources={Rc::clone(&sources)} chosen={Rc::clone(&chosen)} {toggle} />
                if let Some(everywhere) = everywhere.answers {
                    <BlockListCard {sources} {chosen} {everywhere} />
                }
            }
            if let Some(answers) = main.answers {
                <Callers signs={answers.signs} />
                <Places table={answers.places} />
            }
        </ReportFrame>
    }
}

/// Whether any call of a table is in a named group.
fn has_any(table: &Table) -> bool {
    table.rows.iter().any(|row| row.key.iter().flatten().any(|key| !key.is_empty()))
}
