//! The troubleshooting guide: topics and parameters, in words.

use super::Language;
use serde::Deserialize;
use std::sync::LazyLock;
use tables::table;

/// What a topic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum TopicKind {
    Error,
    Tool,
    Performance,
    Audio,
    Licence,
    Alarm,
    Files,
    Question,
    Contradiction,
}

/// One topic of the troubleshooting guide.
#[derive(Debug, Deserialize)]
pub struct Topic {
    /// What links name it by.
    pub id: String,
    /// What it is about.
    pub kind: TopicKind,
    /// Its title.
    pub title: String,
    /// What it is, or the answer to the question.
    pub meaning: String,
    /// Its usual cause.
    pub cause: Option<String>,
    /// What to do, in this order.
    #[serde(default)]
    pub steps: Vec<String>,
    /// The end reasons that it belongs to, as `family/code`.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Names of system parameters.
    #[serde(default)]
    pub parameters: Vec<String>,
    /// Ids of other topics.
    #[serde(default)]
    pub see: Vec<String>,
    /// Where sources contradict each other: both statements.
    pub note: Option<String>,
    /// Where it is from.
    pub source: String,
}

/// A system parameter in words; its facts are in [`knowledge::parameters`].
#[derive(Debug, Deserialize)]
pub struct ParameterWords {
    name: String,
    /// What it sets.
    pub meaning: String,
    /// Where and when it matters.
    pub matters: String,
}

#[derive(Deserialize)]
struct Table {
    topic: Vec<Topic>,
    parameter: Vec<ParameterWords>,
}

static ENGLISH: LazyLock<Table> = LazyLock::new(|| table!("src/en/topics"));

fn table(language: Language) -> &'static Table {
    match language {
        Language::English => &ENGLISH,
    }
}

impl Language {
    /// The topics of the troubleshooting guide, in its order.
    pub fn topics(self) -> &'static [Topic] {
        &table(self).topic
    }

    /// What a system parameter sets, and when it matters.
    pub fn parameter(self, name: &str) -> Option<&'static ParameterWords> {
        table(self).parameter.iter().find(|parameter| parameter.name == name)
    }
}
