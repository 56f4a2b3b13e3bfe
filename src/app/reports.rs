//! What pages ask of the calls, and the answers.
//!
//! A page says what it wants in a slot ([`use_report`]); the root asks the workers, and asks again when the filter or
//! the calls change. Until the new answer is there the old one stands, so that nothing jumps.

use super::context::{Ask, Page};
use query::{Answer, Answers, Asked, Filter, Inquiry};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Places of a page for which something can be asked; what one asks takes the place of what it asked before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub(super) enum Slot {
    /// The groups on the page of calls.
    Groups,
    /// What a page is about.
    Main,
    /// What stands beside it, and is asked for apart because it changes apart.
    Beside,
    /// Another selection, to be compared with.
    Other,
    /// What is asked of the main selection once its first answer says what.
    Within,
    /// The same of the other one.
    OtherWithin,
    /// The findings, which more than one page shows.
    Findings,
}

/// What is wanted in a slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    /// Of other calls than those of the page's filter.
    pub(super) filter: Option<Filter>,
    /// What is asked of them.
    pub(super) asked: Vec<Asked>,
}

/// Answers, in the order of what was asked. Two are the same if they are the same object: comparing tables takes longer
/// than drawing them.
#[derive(Debug, Clone)]
pub(super) struct Told(pub(super) Rc<Vec<Answer>>);

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A slot's state.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Report {
    /// Whose it is: another page may want the same, and one that leaves must not take it away.
    pub(super) owner: u32,
    pub(super) wanted: Wanted,
    /// The last answer, to the same `wanted`.
    pub(super) answers: Option<Told>,
    /// A newer one is on its way.
    pub(super) pending: bool,
}

/// What a page gets of its slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reported<A> {
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
pub(super) fn use_report<I: Inquiry>(slot: Slot, filter: Option<Filter>, inquiry: I) -> Reported<I::Answer> {
    let page = use_context::<Page>().expect("the root gives it");
    let wanted = Wanted { filter, asked: inquiry.asked() };
    {
        let owner = *use_memo((), |()| OWNERS.with(|owners| owners.replace(owners.get() + 1)));
        let ask = page.ask.clone();
        use_effect_with(wanted.clone(), move |wanted| {
            ask.emit(Ask::WantReport(slot, owner, wanted.clone()));
            move || ask.emit(Ask::LeaveReport(slot, owner))
        });
    }
    let report = page.reports.get(&slot).filter(|report| report.wanted == wanted);
    let told = report.and_then(|report| report.answers.as_ref());
    let answers = told.and_then(|told| inquiry.find(&mut Answers::new(told.0.clone())));
    Reported { answers, pending: report.is_none_or(|report| report.pending) }
}
