//! The page's part.

use super::event::EngineEvent;
use super::pool::{ExportPart, Pool, QueuedFile};
use super::running_worker::RunningWorker;
use js_sys::Array;
use query::Question;
use std::cell::RefCell;
use std::rc::Rc;

/// More workers than this have no more to do: the disk is the limit.
const MOST_WORKERS: u32 = 16;

/// Bytes of columns that all workers together may hold, unless a person says otherwise: some 40 million calls.
pub const USUAL_BUDGET_BYTES: f64 = 2.0 * 1024.0 * 1024.0 * 1024.0;

/// Starts and ends workers, and gives them work.
#[derive(Clone)]
pub struct Engine {
    listener: Rc<dyn Fn(EngineEvent)>,
    pool: Rc<RefCell<Pool>>,
}

impl Engine {
    /// Everything that happens is told to `listener`.
    pub fn new(listener: impl Fn(EngineEvent) + 'static) -> Self {
        let listener: Rc<dyn Fn(EngineEvent)> = Rc::new(listener);
        let pool = Rc::new_cyclic(|pool: &std::rc::Weak<RefCell<Pool>>| {
            let (pool, listener) = (pool.clone(), listener.clone());
            let start = move |worker: u32| {
                let (pool, listener) = (pool.clone(), listener.clone());
                RunningWorker::start(move |message, objects: Array| {
                    if let Some(pool) = pool.upgrade() {
                        let engine = Engine { listener: listener.clone(), pool };
                        engine.change(|pool| pool.receive(worker, message, &objects));
                    }
                })
            };
            RefCell::new(Pool::new(workers(), USUAL_BUDGET_BYTES, start))
        });
        Self { listener, pool }
    }

    /// Changes something, gives out what is to be done now, and tells what happened.
    fn change(&self, change: impl FnOnce(&mut Pool)) {
        let events = {
            let mut pool = self.pool.borrow_mut();
            change(&mut pool);
            pool.pump();
            std::mem::take(&mut pool.events)
        };
        events.into_iter().for_each(|event| (self.listener)(event));
    }

    /// Looks at the beginning of a file.
    pub fn peek(&self, file: QueuedFile) {
        self.change(|pool| pool.peek(file));
    }

    /// Reads files, after those that were handed over before.
    pub fn read(&self, files: Vec<QueuedFile>) {
        self.change(|pool| files.into_iter().for_each(|file| pool.add(file)));
    }

    /// Forgets these files and reads them once more. In one step: otherwise one behind them would be finished meanwhile
    /// as if they had no calls.
    pub fn read_again(&self, files: Vec<QueuedFile>) {
        self.change(|pool| {
            pool.requeue(&files.iter().map(|file| file.id).collect::<Vec<_>>());
            files.into_iter().for_each(|file| pool.add(file));
        });
    }

    /// Makes the sample, which then comes as [`EngineEvent::Sample`].
    pub fn make_sample(&self) {
        self.change(Pool::make_sample);
    }

    /// Stops reading. Of files that are not read, and of those that `stays` does not hold for, nothing is held any
    /// more.
    pub fn cancel(&self, stays: impl Fn(u32) -> bool) {
        self.change(|pool| pool.cancel(stays));
    }

    /// Asks all workers; the question before, if it is not answered, is not answered any more.
    pub fn ask(&self, question: &Question) {
        self.change(|pool| pool.ask(question));
    }

    /// What was asked last in a slot is not answered any more: what is to be asked there is not known yet.
    pub fn give_up(&self, slot: usize) {
        self.change(|pool| pool.give_up(slot));
    }

    /// Fetches the rows from `at` on (among all that the last question for rows found):
    /// [`session::QuestionEvent::Rows`].
    pub fn fetch(&self, at: u64, count: usize) {
        self.change(|pool| pool.fetch(at, count));
    }

    /// Rows are not looked at any more.
    pub fn give_up_rows(&self) {
        self.change(Pool::give_up_rows);
    }

    /// Reads again all rows that the last question for rows finds in these parts, in place of an export that goes on.
    /// Returns its number: [`session::QuestionEvent::ExportEnded`] says what became of it.
    pub fn export(&self, parts: Vec<ExportPart>) -> u32 {
        let mut number = 0;
        self.change(|pool| number = pool.export(parts));
        number
    }

    /// The export that goes on is not wanted any more; nothing more is told of it.
    pub fn cancel_export(&self) {
        self.change(Pool::cancel_export);
    }

    /// Whether an answer, rows or an export are on their way.
    pub fn is_asked(&self) -> bool {
        self.pool.borrow().is_asked()
    }

    /// Says how many bytes of columns all workers together may hold; calls that are held already stay.
    pub fn set_budget(&self, bytes: f64) {
        self.change(|pool| pool.set_budget(bytes));
    }
}

/// As many as the machine has cores.
fn workers() -> u32 {
    let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    (cores as u32).clamp(1, MOST_WORKERS)
}
