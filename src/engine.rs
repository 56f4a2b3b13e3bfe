//! Page and workers: who reads which bytes, progress, cancel, questions and their merged answers.
//!
//! The page holds an [`Engine`], which starts as many workers as the machine has cores when there is something for them
//! to do, and hands each the compiled module. What is to be read, and by whom, `session::ReadingPlan` decides; the
//! engine carries the messages. A worker reads slices, parses them while the next one is on its way, and holds the
//! calls in columns; a question goes to all workers, and their answers are merged here.

mod by_page;
mod event;
mod file_slices;
mod messages;
mod page;
mod pool;
mod post;
mod running_worker;
mod worker;

pub use event::EngineEvent;
pub(crate) use file_slices::read_range;
pub use page::{Engine, USUAL_BUDGET_BYTES};
pub use pool::{ExportPart, QueuedFile};
pub use worker::run_worker;
