//! Page and worker: who reads which bytes, progress, cancel.
//!
//! The page holds an [`Engine`], which starts a worker when there is something to read and hands it the compiled module
//! and one `File` after another. The worker reads slices, parses them while the next one is on its way, and reports.
//! Cancel ends the worker on the spot; the next drop gets a new one.

mod file_slices;
mod messages;
mod page;
mod worker;

pub use page::{Engine, EngineEvent};
pub use worker::run_worker;
