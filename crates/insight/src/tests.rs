//! Files that are made for the rules, and what the sample's stories come to.

mod any_file;
mod few_columns;
mod filters;
mod sample_compared;
mod scenario;
mod stories;
mod unbilled_story;

pub(crate) use scenario::{DAY, MadeCall, Scenario};
