//! What pages want to know, asked again whenever the calls or the filter change.
//!
//! What a page asks may hang on the figures of the filter: the steps of a chart on the period of its calls. So nothing
//! is asked again before these figures are there and the page was drawn with them; each question is asked once for a
//! click.

use super::{Effect, State};
use crate::app::report::{ReportSpec, Slot, SlotState};
use query::{Answer, Answers, Query};
use std::rc::Rc;

impl State {
    /// A page wants something in a slot.
    pub(super) fn want_report(&mut self, slot: Slot, owner: u32, spec: ReportSpec) {
        let reports = self.answered.reports.change();
        if let Some(report) = reports.get_mut(&slot).filter(|report| report.spec == spec) {
            report.owner = owner;
            return;
        }
        let waits = self.page.summary_pending && spec.filter.is_none();
        reports.insert(slot, SlotState { owner, spec, answers: None, pending: true });
        if waits {
            self.put_off(slot);
        } else {
            self.ask_report(slot);
        }
    }

    /// It wants nothing there any more, and what was asked for it is not answered.
    pub(super) fn leave_report(&mut self, slot: Slot, owner: u32) {
        if self.answered.reports.get(&slot).is_some_and(|report| report.owner == owner) {
            self.answered.reports.change().remove(&slot);
            self.waiting.remove(&slot);
            self.effect(Effect::GiveUp(slot));
        }
    }

    /// Asks once more for what is wanted and `has_changed`, as soon as it is certain that it still is.
    pub(super) fn ask_reports(&mut self, has_changed: impl Fn(&ReportSpec) -> bool) {
        let changed = self.answered.reports.iter().filter(|(_, report)| has_changed(&report.spec));
        let slots: Vec<Slot> = changed.map(|(slot, _)| *slot).collect();
        for slot in slots {
            if let Some(report) = self.answered.reports.change().get_mut(&slot) {
                report.pending = true;
            }
            self.put_off(slot);
        }
        // Otherwise once they are answered.
        if !self.page.summary_pending {
            self.ask_once_drawn();
        }
    }

    /// Asks for what waits, once the parts of the page have said what they want now.
    pub(super) fn ask_once_drawn(&mut self) {
        self.effect(Effect::AskOnceDrawn);
    }

    /// The page was drawn.
    pub(super) fn ask_waiting(&mut self) {
        if self.page.summary_pending {
            return;
        }
        for slot in std::mem::take(&mut self.waiting) {
            self.ask_report(slot);
        }
    }

    /// What was asked there before is not answered any more.
    fn put_off(&mut self, slot: Slot) {
        self.effect(Effect::GiveUp(slot));
        self.waiting.insert(slot);
    }

    fn ask_report(&mut self, slot: Slot) {
        self.waiting.remove(&slot);
        if self.page.session.is_reading() || !self.page.session.has_report() {
            return;
        }
        let Some(SlotState { spec, .. }) = self.answered.reports.get(&slot) else { return };
        if spec.queries.is_empty() {
            // Nothing is known at once.
            self.effect(Effect::GiveUp(slot));
            return self.reported(slot as usize, Vec::new());
        }
        let query = Query::Many(spec.queries.clone());
        let filter = spec.filter.as_ref().unwrap_or(&self.page.filter);
        let question = self.question_of(filter, slot, query);
        self.effect(Effect::Ask(question));
    }

    /// The answer for a slot.
    pub(super) fn reported(&mut self, slot: usize, answers: Vec<Answer>) {
        let reports = self.answered.reports.change();
        if let Some((_, report)) = reports.iter_mut().find(|(of, _)| **of as usize == slot) {
            report.answers = Some(Answers::new(Rc::new(answers)));
            report.pending = false;
        }
    }
}
