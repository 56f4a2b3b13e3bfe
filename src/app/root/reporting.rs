//! What pages want to know, asked again whenever the calls or the filter change.

use super::Root;
use crate::app::reports::{Answers, Report, Slot, Wanted};
use crate::query::{Answer, Asked};
use std::rc::Rc;

impl Root {
    /// A page wants something in a slot.
    pub(super) fn want_report(&mut self, slot: Slot, owner: u32, wanted: Wanted) {
        let reports = Rc::make_mut(&mut self.reports);
        if let Some(report) = reports.get_mut(&slot).filter(|report| report.wanted == wanted) {
            report.owner = owner;
            return;
        }
        reports.insert(slot, Report { owner, wanted, answers: None, pending: true });
        self.ask_report(slot);
    }

    /// It wants nothing there any more.
    pub(super) fn leave_report(&mut self, slot: Slot, owner: u32) {
        Rc::make_mut(&mut self.reports).retain(|of, report| *of != slot || report.owner != owner);
    }

    /// Asks for everything that is wanted once more.
    pub(super) fn ask_reports(&mut self) {
        let slots: Vec<Slot> = self.reports.keys().copied().collect();
        for slot in slots {
            if let Some(report) = Rc::make_mut(&mut self.reports).get_mut(&slot) {
                report.pending = true;
            }
            self.ask_report(slot);
        }
    }

    fn ask_report(&mut self, slot: Slot) {
        if self.session.is_reading() || !self.session.has_report() {
            return;
        }
        let Some(Report { wanted, .. }) = self.reports.get(&slot) else { return };
        let asked = Asked::Many(wanted.asked.clone());
        let filter = wanted.filter.as_ref().unwrap_or(&self.filter);
        let question = self.question_of(filter, slot, asked);
        self.engine.ask(&question);
    }

    /// The answer for a slot.
    pub(super) fn reported(&mut self, slot: usize, answers: Vec<Answer>) {
        let reports = Rc::make_mut(&mut self.reports);
        if let Some((_, report)) = reports.iter_mut().find(|(of, _)| **of as usize == slot) {
            report.answers = Some(Answers(Rc::new(answers)));
            report.pending = false;
        }
    }
}
