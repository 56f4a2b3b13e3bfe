//! What is said of what explains a change.

use super::{Language, en};
use crate::insight::compare::Story;
use crate::query::Dimension;

impl Language {
    /// What explains a change, in a sentence or a few. `name` gives the name of a group, by the key that tables have for it.
    pub fn story(self, story: &Story, name: impl Fn(Dimension, Option<&str>) -> String) -> String {
        match self {
            Language::English => en::story(story, &name),
        }
    }
}
