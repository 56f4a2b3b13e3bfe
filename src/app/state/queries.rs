//! Questions to the workers: the filter's figures, its groups and its calls.

use super::{Effect, RowText, State, TextPlace};
use crate::app::calls::{CallsFound, ShownCall};
use crate::app::components::GROUPED_BY;
use crate::app::handle::Handle;
use crate::app::report::Slot;
use crate::app::route::Route;
use query::{Answer, Choices, Dimension, Filter, Query, Question, RowKey, RowOrder, TableSpec};
use yew_router::Routable;

impl State {
    /// The address says another filter, perhaps.
    pub(super) fn on_address(&mut self, path: &str, query: &str) {
        let filter = Filter::of_query(query);
        let choices = Choices::of_query(query);
        let group_by = group_of(path, &choices);
        if *self.page.choices != choices {
            self.page.choices = Handle::new(choices);
        }
        let is_grouped_anew = self.page.group_by != group_by;
        self.page.group_by = group_by;
        if is_grouped_anew && *self.page.filter == filter {
            self.ask_groups();
        }
        if *self.page.filter != filter {
            self.page.filter = Handle::new(filter);
            self.ask_of_filter();
            // What has a filter of its own is asked by the page, if that is another one now.
            self.ask_reports(|spec| spec.filter.is_none());
        }
    }

    /// A person wants another filter: it goes into the address, and comes back from there.
    pub(super) fn filter_by(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut filter = (*self.page.filter).clone();
        change(&mut filter);
        let query = self.page.choices.query_with(&filter);
        self.effect(Effect::GoWith { query });
    }

    /// A person chooses something on a page, and with it another filter perhaps.
    pub(super) fn choose(&mut self, filter: Option<&Filter>, chosen: &[(&'static str, String)]) {
        let mut choices = (*self.page.choices).clone();
        chosen.iter().for_each(|(key, text)| choices.set(key, text));
        let query = choices.query_with(filter.unwrap_or(&self.page.filter));
        self.effect(Effect::GoWith { query });
    }

    /// What is held has changed, or how it is read.
    pub(super) fn ask_again(&mut self) {
        self.outdated = false;
        self.ask_of_filter();
        self.ask_reports(|_| true);
    }

    fn ask_of_filter(&mut self) {
        self.ask_sums();
        self.ask_calls();
        self.ask_groups();
    }

    fn question(&self, query: Query) -> Question {
        self.question_of(&self.page.filter, Slot::Groups, query)
    }

    /// A question about the calls of a filter, for a place of the page.
    pub(super) fn question_of(&self, filter: &Filter, slot: Slot, query: Query) -> Question {
        let question = self.page.session.question(filter, &self.page.unfiltered, &self.page.zone.local(), query);
        Question { slot: slot as usize, ..question }
    }

    fn ask_sums(&mut self) {
        self.page.summary_pending = self.page.filter.is_active() && self.page.session.has_report();
        if !self.page.summary_pending {
            self.page.summary = self.page.unfiltered.clone();
        } else if !self.page.session.is_reading() {
            self.effect(Effect::Ask(self.question(Query::Sums)));
        }
    }

    fn ask_calls(&mut self) {
        if self.calls.wanted && !self.page.session.is_reading() {
            let order = self.calls.order;
            self.effect(Effect::Ask(self.question(Query::Rows(order))));
        }
    }

    fn ask_groups(&mut self) {
        self.answered.groups = None;
        if let Some(by) =
            self.page.group_by.filter(|_| !self.page.session.is_reading() && self.page.session.has_report())
        {
            self.effect(Effect::Ask(self.question(Query::Table(TableSpec::by([by])))));
        }
    }

    /// Calls are to be seen, in an order; or not any more.
    pub(super) fn want_calls(&mut self, order: Option<RowOrder>) {
        if order.is_none() {
            self.effect(Effect::GiveUpRows);
        }
        let calls = self.calls.change();
        let is_new = order.is_some_and(|order| !calls.wanted || calls.order != order);
        calls.wanted = order.is_some();
        if let Some(order) = order.filter(|_| is_new) {
            *calls = CallsFound { wanted: true, order, ..CallsFound::default() };
            self.ask_calls();
        }
    }

    /// The answer to a question.
    pub(super) fn answered(&mut self, slot: usize, answer: Answer) {
        match answer {
            Answer::Sums(sums) => {
                if self.page.filter.is_active() {
                    self.page.summary = Handle::new(self.page.session.answered(sums, &self.page.unfiltered));
                    self.page.summary_pending = false;
                    self.ask_once_drawn();
                }
            }
            Answer::Table(groups) => self.answered.groups = Some(Handle::new(groups)),
            Answer::Many(answers) => self.reported(slot, answers),
            // They are asked among several.
            Answer::Load(_) | Answer::Signs(_) | Answer::Attempts(_) => {}
            Answer::Rows(found) => {
                let calls = self.calls.change();
                calls.found = Some(found.calls);
                calls.rows.clear();
                let (at, count) = calls.window;
                let at = at.min(found.calls.saturating_sub(count as u64));
                self.effect(Effect::Fetch { at, count });
            }
        }
    }

    /// Rows from `at` on are in sight.
    pub(super) fn show_calls(&mut self, at: u64, count: usize) {
        self.calls.change().window = (at, count);
        if self.calls.found.is_some() {
            self.effect(Effect::Fetch { at, count });
        }
    }

    /// The text of a file that was read.
    pub(super) fn text(&self, id: u32) -> Option<RowText> {
        let facts = self.page.session.file(id)?.report()?.facts.clone()?;
        let place = match self.texts.get(&id) {
            Some(blob) => TextPlace::Made(blob.clone()),
            None => TextPlace::Dropped(self.files.get(&self.page.session.dropped_id(id))?.clone()),
        };
        Some(RowText { facts, place })
    }

    /// Rows that are in sight are read again from their files.
    pub(super) fn read_rows(&mut self, at: u64, keys: Vec<RowKey>) {
        self.rows_asked += 1;
        let text = |key: &RowKey| self.text(self.page.session.file_of_part(key.file, key.part)?);
        let rows = keys.into_iter().map(|key| (key, text(&key))).collect();
        let zone = self.page.file_zone.as_deref().cloned().unwrap_or_default();
        self.effect(Effect::ReadRows { number: self.rows_asked, at, rows, zone });
    }

    /// Rows were read; those that were asked for before the last ones are not shown any more.
    pub(super) fn rows_read(&mut self, number: u32, at: u64, rows: Vec<ShownCall>) {
        if number != self.rows_asked {
            return;
        }
        let calls = self.calls.change();
        (calls.at, calls.rows) = (at, rows);
    }
}

/// By what an address asks for groups beside the calls; other pages ask for theirs on their own.
pub(super) fn group_of(path: &str, choices: &Choices) -> Option<Dimension> {
    let key = choices.get("by").filter(|_| path == Route::Calls.to_path())?;
    GROUPED_BY.into_iter().find(|by| by.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_calls_has_groups_beside_its_calls() {
        let choices = Choices::of_query("by=vendor");
        assert_eq!(group_of("/calls", &choices), Some(Dimension::TerminatingGateway));
        assert_eq!(group_of("/break-down", &choices), None);
        assert_eq!(group_of("/calls", &Choices::of_query("by=nothing")), None);
    }
}
