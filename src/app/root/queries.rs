//! Questions to the workers: the filter's figures, its groups and its calls.

use super::{Msg, Root};
use crate::app::browser::rest::Busy;
use crate::app::browser::{address, timing};
use crate::app::calls::{CallsFound, ShownCall};
use crate::app::components::GROUPED_BY;
use crate::app::handle::Handle;
use crate::app::report::Slot;
use crate::app::route::Route;
use crate::engine::read_range;
use calls::LocalZone;
use ingest::{FileFacts, raw_row};
use query::{Answer, Choices, Dimension, Filter, Query, Question, RowKey, RowOrder, TableSpec};
use session::FileState;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use words::FileSentence;
use yew_router::Routable;

/// So much of a row is read to show it in the table.
const SHOWN_ROW_BYTES: f64 = 16_384.0;

/// Where the text of a file is.
pub(super) struct Text {
    pub(super) facts: FileFacts,
    pub(super) blob: Blob,
    /// It is the dropped file, which may begin with a mark.
    pub(super) from_file: bool,
}

impl Root {
    /// The address says another filter, perhaps.
    pub(super) fn address_changed(&mut self) {
        let (path, query) = address::current();
        let filter = Filter::of_query(&query);
        let choices = Choices::of_query(&query);
        let group_by = group_of(&path, &choices);
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
    pub(super) fn filter_by(&self, change: impl FnOnce(&mut Filter)) {
        let mut filter = (*self.page.filter).clone();
        change(&mut filter);
        self.go(&filter, &self.page.choices);
    }

    /// A person chooses something on a page, and with it another filter perhaps.
    pub(super) fn choose(&self, filter: Option<&Filter>, chosen: &[(&'static str, String)]) {
        let mut choices = (*self.page.choices).clone();
        chosen.iter().for_each(|(key, text)| choices.set(key, text));
        self.go(filter.unwrap_or(&self.page.filter), &choices);
    }

    fn go(&self, filter: &Filter, choices: &Choices) {
        let (path, _) = address::current();
        address::go(&path, &choices.query_with(filter));
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
        let question = Question { slot: slot as usize, ..question };
        timing::begin("question", question.slot_index());
        question
    }

    fn ask_sums(&mut self) {
        self.page.summary_pending = self.page.filter.is_active() && self.page.session.has_report();
        if !self.page.summary_pending {
            self.page.summary = self.page.unfiltered.clone();
        } else if !self.page.session.is_reading() {
            self.engine.ask(&self.question(Query::Sums));
        }
    }

    fn ask_calls(&mut self) {
        if self.page.calls.wanted && !self.page.session.is_reading() {
            let order = self.page.calls.order;
            self.engine.ask(&self.question(Query::Rows(order)));
        }
    }

    fn ask_groups(&mut self) {
        self.page.groups = None;
        if let Some(by) =
            self.page.group_by.filter(|_| !self.page.session.is_reading() && self.page.session.has_report())
        {
            self.engine.ask(&self.question(Query::Table(TableSpec::by([by]))));
        }
    }

    /// Calls are to be seen, in an order; or not any more.
    pub(super) fn want_calls(&mut self, order: Option<RowOrder>) {
        let calls = self.page.calls.change();
        if order.is_none() {
            self.engine.give_up_rows();
        }
        let is_new = order.is_some_and(|order| !calls.wanted || calls.order != order);
        calls.wanted = order.is_some();
        if let Some(order) = order.filter(|_| is_new) {
            *calls = CallsFound { wanted: true, order, ..CallsFound::default() };
            self.ask_calls();
        }
    }

    /// The answer to a question.
    pub(super) fn answered(&mut self, slot: usize, answer: Answer) {
        timing::end("question", answer.slot_index(slot));
        match answer {
            Answer::Sums(sums) => {
                if self.page.filter.is_active() {
                    self.page.summary = Handle::new(self.page.session.answered(sums, &self.page.unfiltered));
                    self.page.summary_pending = false;
                    self.ask_after_render();
                }
            }
            Answer::Table(groups) => self.page.groups = Some(Handle::new(groups)),
            Answer::Many(answers) => self.reported(slot, answers),
            // They are asked among several.
            Answer::Load(_) | Answer::Signs(_) | Answer::Attempts(_) => {}
            Answer::Rows(found) => {
                let calls = self.page.calls.change();
                calls.found = Some(found.calls);
                calls.rows.clear();
                let (at, count) = calls.window;
                self.engine.fetch(at.min(found.calls.saturating_sub(count as u64)), count);
            }
        }
    }

    /// Rows from `at` on are in sight.
    pub(super) fn show_calls(&mut self, at: u64, count: usize) {
        self.page.calls.change().window = (at, count);
        if self.page.calls.found.is_some() {
            self.engine.fetch(at, count);
        }
    }

    fn text_of(&self, key: &RowKey) -> Option<Text> {
        self.text(self.page.session.file_of_part(key.file, key.part)?)
    }

    /// The text of a file that was read.
    pub(super) fn text(&self, id: u32) -> Option<Text> {
        let facts = self.page.session.file(id)?.report()?.facts.clone()?;
        match self.texts.get(&id) {
            Some(blob) => Some(Text { facts, blob: blob.clone(), from_file: false }),
            None => {
                let blob = Blob::from(self.files.get(&self.page.session.dropped(id))?.clone());
                Some(Text { facts, blob, from_file: true })
            }
        }
    }

    /// Reads rows again from their files.
    pub(super) fn read_rows(&mut self, at: u64, keys: Vec<RowKey>) {
        self.rows_asked += 1;
        let number = self.rows_asked;
        let texts: Vec<Option<Text>> = keys.iter().map(|key| self.text_of(key)).collect();
        let zone: Rc<LocalZone> = Rc::new(self.page.file_zone.as_deref().cloned().unwrap_or_default());
        let (link, busy) = (self.link.clone(), Busy::begin());
        spawn_local(async move {
            let _busy = busy;
            let reads = keys.iter().zip(&texts).map(|(key, text)| async move {
                let text = text.as_ref()?;
                let offset = key.offset + if text.from_file { text.facts.mark_bytes } else { 0 };
                Some(read_range(&text.blob, offset as f64, SHOWN_ROW_BYTES).await.ok()?.to_vec())
            });
            let mut rows = Vec::new();
            for ((key, text), read) in keys.iter().zip(&texts).zip(join(reads).await) {
                let row = text.as_ref().zip(read).and_then(|(text, read)| raw_row(&text.facts, &zone, &read));
                rows.push(ShownCall { key: *key, row: row.map(Rc::new) });
            }
            link.send_message(Msg::RowsRead(number, at, rows));
        });
    }

    /// Rows were read; those that were asked for before the last ones are not shown any more.
    pub(super) fn rows_read(&mut self, number: u32, at: u64, rows: Vec<ShownCall>) {
        if number != self.rows_asked {
            return;
        }
        let calls = self.page.calls.change();
        (calls.at, calls.rows) = (at, rows);
    }

    /// A worker was lost.
    pub(super) fn lost(&mut self, again: &[u32], failed: &[u32], detail: &str) {
        self.making_sample = false;
        for &id in failed {
            let problem = ingest::FileProblem::Crashed { detail: detail.to_owned() };
            self.change(|session| {
                session.update(id, FileState::Failed(problem));
                session.finish(id);
            });
        }
        self.change(|session| session.lost(again));
        let text = if again.is_empty() {
            self.page.language.sentence(FileSentence::WorkerStopped { detail })
        } else {
            self.page.language.sentence(FileSentence::WorkerLost { files: again.len(), detail })
        };
        self.set_notice(&text);
        self.leave_empty_report();
        self.reading_ended();
    }
}

/// By what an address asks for groups beside the calls; other pages ask for theirs on their own.
pub(super) fn group_of(path: &str, choices: &Choices) -> Option<Dimension> {
    let key = choices.get("by").filter(|_| path == Route::Calls.to_path())?;
    GROUPED_BY.into_iter().find(|by| by.key() == key)
}

/// Waits for all of them at once.
async fn join<T>(tasks: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    // They were all begun by the browser when they were first looked at.
    let mut tasks: Vec<_> = tasks.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = tasks.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        let mut pending = false;
        for (task, done) in tasks.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            match task.as_mut().poll(context) {
                std::task::Poll::Ready(value) => *done = Some(value),
                std::task::Poll::Pending => pending = true,
            }
        }
        if pending { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    done.into_iter().flatten().collect()
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
