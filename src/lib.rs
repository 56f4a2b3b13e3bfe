//! The page of CDR Lens, and its workers: what knows the browser. Everything that is known of calls is in the crates
//! below it.
//!
//! All of it is for wasm32 only.
#![cfg(target_arch = "wasm32")]

pub mod app;
pub mod engine;
