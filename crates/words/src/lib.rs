//! Words and sentences that a person reads, one table per language. Findings, comparisons and alarms have theirs in
//! the crate that finds them.
//!
//! [`Word`] names what is said without a number or a name in it, [`Sentence`] what is said with those: each is cut into
//! one enum a topic, such as [`BillingWord`]. Each language is one file (`en.rs`) and one folder (`en/`): `words/` and
//! `sentences/` have one file a topic, TOML tables the texts of end reasons. The compiler finds what a language lacks.
//!
//! ```
//! use words::{Language, PageWord};
//!
//! assert_eq!(Language::English.word(PageWord::AppName), "CDR Lens");
//! assert_eq!(Language::English.count(1_234_567), "1,234,567");
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

pub mod en;
mod numbers;
mod reasons;
mod regions;
mod sentence;
mod topics;
mod values;
mod word;

use calls::Field;
use ingest::{FileProblem, SetAsideReason};
use knowledge::{Category, Family, Impact, Outcome, Side};
pub use numbers::{Bytes, Duration};
use query::{Dimension, EndReasonRow, FilterField};
pub use reasons::ReasonWords;
pub use sentence::{
    AlarmSentence, BillingSentence, CapacitySentence, CompareSentence, DestinationSentence, DictionarySentence,
    EndReasonSentence, FileSentence, FilterSentence, ReferenceSentence, ReportSentence, SecuritySentence, Sentence,
};
use serde::{Deserialize, Serialize};
pub use topics::{ParameterWords, Topic, TopicKind};
pub use word::{
    AlarmWord, BillingWord, BreakdownWord, CallWord, CapacityWord, CompareWord, DestinationWord, DictionaryWord,
    EndReasonWord, FigureWord, FileWord, FilterWord, FindingWord, MappingWord, OverviewWord, PageWord, QualityWord,
    ReferenceWord, ReportWord, SecurityWord, TimeWord, Word,
};

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// International English.
    #[default]
    #[serde(rename = "en")]
    English,
}

/// What is wrong with a file, and what would work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemWords {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// What is said about how far reading has come.
#[derive(Debug, Clone, Copy)]
pub struct ProgressNumbers {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all.
    pub of_bytes: u64,
    /// Calls read.
    pub calls: u64,
    /// Seconds since reading began.
    pub seconds: f64,
}

impl Language {
    /// The name of the language, as `lang` in HTML.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
        }
    }

    /// A word or a sentence without numbers.
    pub fn word(self, word: impl Into<Word>) -> &'static str {
        match self {
            Language::English => en::word(word.into()),
        }
    }

    /// The name of an end reason.
    pub fn end_reason_name(self, row: &EndReasonRow) -> String {
        match self {
            Language::English => en::end_reason_name(row),
        }
    }

    /// What an end reason means, its usual cause and what to do, as far as it is known.
    pub fn end_reason(self, family: Family, code: i32) -> Option<&'static ReasonWords> {
        reasons::of(self, family, code)
    }

    /// The name of a family.
    pub fn family(self, family: Family) -> &'static str {
        match self {
            Language::English => en::family(family),
        }
    }

    /// The name of a family, in full.
    pub fn family_long(self, family: Family) -> &'static str {
        match self {
            Language::English => en::family_long(family),
        }
    }

    /// What a topic is about.
    pub fn topic_kind(self, kind: TopicKind) -> &'static str {
        match self {
            Language::English => en::topic_kind(kind),
        }
    }

    /// The name of a category.
    pub fn category(self, category: Category) -> &'static str {
        match self {
            Language::English => en::category(category),
        }
    }

    /// The name of an impact.
    pub fn impact(self, impact: Impact) -> &'static str {
        match self {
            Language::English => en::impact(impact),
        }
    }

    /// The name of a side.
    pub fn side(self, side: Side) -> &'static str {
        match self {
            Language::English => en::side(side),
        }
    }

    /// The name of an outcome.
    pub fn outcome(self, class: Outcome) -> &'static str {
        match self {
            Language::English => en::outcome(class),
        }
    }

    /// The name of a field of a call detail record.
    pub fn field(self, field: Field) -> &'static str {
        match self {
            Language::English => en::field(field),
        }
    }

    /// The name of what calls are filtered by.
    pub fn filter_field(self, field: FilterField) -> &'static str {
        match self {
            Language::English => en::filter_field(field),
        }
    }

    /// How what calls are filtered by is written.
    pub fn filter_hint(self, field: FilterField) -> &'static str {
        match self {
            Language::English => en::filter_hint(field),
        }
    }

    /// By what calls are put together.
    pub fn dimension(self, dimension: Dimension) -> &'static str {
        match self {
            Language::English => en::dimension(dimension),
        }
    }

    /// What is wrong with a file.
    pub fn file_problem(self, problem: &FileProblem) -> ProblemWords {
        match self {
            Language::English => en::file_problem(problem),
        }
    }

    /// Why a row was set aside.
    pub fn set_aside_reason(self, reason: &SetAsideReason) -> String {
        match self {
            Language::English => en::set_aside_reason(reason),
        }
    }

    /// A sentence with numbers or names in it.
    pub fn sentence<'a>(self, sentence: impl Into<Sentence<'a>>) -> String {
        match self {
            Language::English => en::sentence(sentence.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_says_bytes_calls_speed_and_time_left() {
        let numbers = ProgressNumbers { bytes: 25_000_000, of_bytes: 100_000_000, calls: 120_000, seconds: 2.0 };
        let sentence = |numbers| Language::English.sentence(FileSentence::Progress(numbers));
        assert_eq!(sentence(numbers), "25 MB of 100 MB · 120,000 calls · 60,000 calls per second · 0:06 left");
        // A speed that was measured over no time at all is none.
        assert_eq!(sentence(ProgressNumbers { seconds: 0.0, ..numbers }), "25 MB of 100 MB · 120,000 calls");
    }

    /// Sentences that stand where the page and its workers are, and in no language's tables. What `expect` says is for
    /// whoever mends the page.
    #[test]
    fn no_sentence_stands_outside_the_tables() {
        let root = std::path::PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../..");
        let folders = ["src", "crates/session/src", "crates/query/src", "crates/insight/src", "crates/reference/src"];
        let mut open: Vec<_> = folders.map(|folder| root.join(folder)).to_vec();
        let mut looked_at = 0;
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let ships = text.split("#[cfg(test)]").next().unwrap();
            for line in
                ships.lines().filter(|_| !["tests", "/texts"].iter().any(|part| path.to_string_lossy().contains(part)))
            {
                let is_none =
                    ["//", "#[", "class", "expect(", "println!", "'\"'"].iter().any(|what| line.contains(what));
                // Scripts for other programs have lines, and bounds of types a sign between.
                let is_code = |literal: &&str| literal.contains("\\n") || literal.contains(" + ");
                let literals = line.split('"').skip(1).step_by(2).filter(|literal| !is_code(literal));
                for literal in literals.filter(|_| !is_none) {
                    let words =
                        literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic));
                    assert!(words.count() < 3, "{}: {literal}", path.display());
                }
            }
            looked_at += 1;
        }
        assert!(looked_at > 100, "the sources were not found");
    }

    /// The compiler finds what a language lacks; what nobody says any more it does not.
    #[test]
    fn every_word_and_sentence_is_said_somewhere() {
        fn sources(folder: &std::path::Path, text: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.ends_with("words") {
                    sources(&path, text);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    text.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        let root = std::path::PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("src");
        let mut said = String::new();
        sources(&root.join("../../../src"), &mut said);
        sources(&root.join("../.."), &mut said);
        let said: std::collections::HashSet<&str> = said.split(|c: char| !c.is_alphanumeric() && c != ':').collect();
        let mut enums = 0;
        for folder in ["word", "sentence"] {
            let mut texts = String::new();
            sources(&root.join(folder), &mut texts);
            for text in texts.split("\npub enum ").skip(1) {
                let name = text.split([' ', '<']).next().unwrap();
                let lines = text.split("\n}").next().unwrap().lines().filter_map(|line| line.strip_prefix("    "));
                for line in lines.filter(|line| !line.starts_with([' ', '/', '#', '}'])) {
                    let variant = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                    let variant = format!("{name}::{variant}");
                    assert!(said.contains(variant.as_str()), "nobody says {variant}");
                }
                enums += 1;
            }
        }
        assert!(enums > 20, "the enums of words and sentences were not found");
    }

    #[test]
    fn every_end_reason_is_explained_in_every_language() {
        let language = Language::English;
        for reason in knowledge::reasons() {
            let words = language.end_reason(reason.family, reason.code);
            let words = words.unwrap_or_else(|| panic!("{:?} {} has no words", reason.family, reason.code));
            for text in [&words.meaning, &words.cause, &words.action] {
                assert!(text.len() > 10 && text.ends_with('.'), "{:?} {}: {text}", reason.family, reason.code);
            }
        }
        let explained: usize = reasons::count(language);
        assert_eq!(explained, knowledge::reasons().count(), "words for a code that no table has");
    }
}
