//! Answering questions, while files are read or not.

use super::super::messages::FromWorker;
use super::{Worker, post, scope};
use js_sys::{Date, Function, Promise};
use query::RowKey;
use session::ToShard;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// For so long a worker hears nothing while it answers: a new question then takes the place of an old one.
const YIELD_EVERY_MILLIS: f64 = 25.0;

/// Blocks that are gone through between two looks at the clock.
const BLOCKS: usize = 16;

impl Worker {
    pub(super) fn handle_question(self: Rc<Self>, message: ToShard) {
        match message {
            ToShard::Ask { question_id, question } => {
                self.questions.borrow_mut().ask(question_id, *question);
                if !self.is_answering.replace(true) {
                    spawn_local(async move { self.answer().await });
                }
            }
            ToShard::GiveUp { question_id } => self.questions.borrow_mut().give_up(question_id),
            ToShard::Rows { question_id, fetch, from, count } => self.rows(question_id, fetch, from, count),
            ToShard::Export { question_id, export, parts } => {
                spawn_local(async move { self.export(question_id, export, &parts).await });
            }
            ToShard::EndExport { export } => self.questions.borrow_mut().end_export(export),
        }
    }

    /// Until nothing is left to be answered.
    async fn answer(&self) {
        while !self.questions.borrow().is_idle() {
            let begin = Date::now();
            while Date::now() - begin < YIELD_EVERY_MILLIS {
                let message = self.questions.borrow_mut().step(&self.shard.borrow(), BLOCKS);
                if let Some(message) = message {
                    post(&FromWorker::Question(message), &[]);
                }
                if self.questions.borrow().is_idle() {
                    break;
                }
            }
            yield_to_browser().await;
        }
        self.is_answering.set(false);
    }

    fn rows(&self, question_id: u32, fetch: u32, from: RowKey, count: usize) {
        let rows = self.questions.borrow().rows(&self.shard.borrow(), question_id, fetch, from, count);
        post(&FromWorker::Question(rows), &[]);
    }
}

/// Lets the browser deliver what came in.
pub(super) async fn yield_to_browser() {
    let promise = Promise::new(&mut |resolve: Function, _| {
        let _ = scope().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
    });
    let _ = JsFuture::from(promise).await;
}
