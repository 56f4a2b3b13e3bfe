//! What pages ask of the calls, and the answers.
//!
//! A page says what it wants in a slot ([`use_report`]); the root asks the workers, and asks again when the filter or
//! the calls change. Until the new answer is there the old one stands, so that nothing jumps.

use super::context::{Answered, Environment};
use super::report::ReportSpec;
pub(super) use super::report::Slot;
use crate::app::action::ReportAction;
use query::{Filter, Inquiry};
use std::cell::Cell;
use yew::prelude::*;

/// What a page gets of its slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Report<A> {
    pub(super) answers: Option<A>,
    /// It is not that of the filter yet.
    pub(super) pending: bool,
}

thread_local! {
    /// How many have asked for something so far.
    static OWNERS: Cell<u32> = const { Cell::new(0) };
}

/// Asks for something as long as the component is there. What is answered has the names of what is asked.
#[hook]
pub(super) fn use_report<I: Inquiry>(slot: Slot, filter: Option<Filter>, inquiry: I) -> Report<I::Answer> {
    let env = use_context::<Environment>().expect("the root gives it");
    let answered = use_context::<Answered>().expect("the root gives it");
    let spec = ReportSpec { filter, queries: inquiry.queries() };
    {
        let owner = *use_memo((), |()| OWNERS.with(|owners| owners.replace(owners.get() + 1)));
        let dispatch = env.dispatch.clone();
        use_effect_with(spec.clone(), move |spec| {
            dispatch.emit(ReportAction::Request(slot, owner, spec.clone()).into());
            move || dispatch.emit(ReportAction::Release(slot, owner).into())
        });
    }
    let report = answered.reports.get(&slot).filter(|report| report.spec == spec);
    let answers = report.and_then(|report| inquiry.find(&mut report.answers.clone()?));
    Report { answers, pending: report.is_none_or(|report| report.pending) }
}
