//! The page of CDR Lens, and its workers: what knows the browser. Everything that is known of calls is in the package `cdr_lens`, whose modules
//! stand here as if they were this package's.
//!
//! All of it is for wasm32 only.
#![cfg(target_arch = "wasm32")]

use cdr_lens::{export, ingest, insight, knowledge, query, reference, sample, session, store, words};

pub mod app;
pub mod engine;
