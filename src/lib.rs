//! The page of CDR Lens, and its workers: what knows the browser. Everything that is known of calls is in the crates
//! below it.
//!
//! It compiles natively too, where what needs no browser is tested.

pub mod app;
pub mod engine;
