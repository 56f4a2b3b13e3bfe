//! Answers that stand until those to another question are there.

use super::use_report::{Report, Slot, use_report};
use query::{Filter, Inquiry};
use yew::prelude::*;

/// As [`use_report`], but where something else is asked (other steps of time, another field), what was answered before
/// stands until the new answer is there, so that nothing jumps. What it is of, its tables say themselves.
#[hook]
pub(super) fn use_lasting_report<I: Inquiry>(slot: Slot, filter: Option<Filter>, inquiry: I) -> Report<I::Answer> {
    let report = use_report(slot, filter, inquiry);
    let last = use_mut_ref(|| None);
    let is_old = report.answers.is_none();
    if report.answers.is_some() {
        last.borrow_mut().clone_from(&report.answers);
    }
    let answers = last.borrow().clone();
    Report { answers, pending: report.pending || is_old }
}
