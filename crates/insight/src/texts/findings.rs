//! What is said of findings.

use super::en;
use crate::{Context, Finding};
use std::borrow::Cow;
use words::Language;

/// What a person reads of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingWords {
    /// What it is about, in a few words.
    pub title: String,
    /// What is so, with its numbers.
    pub sentence: String,
    /// What to do, in this order.
    pub steps: Vec<Cow<'static, str>>,
}

/// What a language says of findings.
pub trait FindingTexts {
    /// What is said of a finding of a picture with this context, which names its end reasons and has the zone of its
    /// times.
    fn finding(self, finding: &Finding, context: &Context) -> FindingWords;
}

impl FindingTexts for Language {
    fn finding(self, finding: &Finding, context: &Context) -> FindingWords {
        match self {
            Language::English => en::finding(finding, context),
        }
    }
}
