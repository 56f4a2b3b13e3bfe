//! Every sentence that a person reads, one table per language.
//!
//! [`Word`] names what is said without a number or a name in it; sentences with those are functions of [`Language`].
//! Each language is one file (`en.rs`) and one folder of TOML tables (`en/`) for the texts of end reasons. The compiler
//! finds what a language lacks.

mod alarms;
mod compare;
mod en;
mod findings;
mod numbers;
mod reasons;
mod regions;
mod topics;
mod values;
mod word;

use crate::ingest::{Damage, EncodingFinding, Field, FileFacts, FileProblem, Misfit, SetAsideReason};
use crate::knowledge::{Category, Content, Dialect, Family, Impact, OutcomeClass, Side, Vocabulary};
use crate::query::{Dimension, EndReasonRow, FilterField};
pub use findings::FindingWords;
pub use numbers::{Bytes, Duration};
pub use reasons::ReasonWords;
pub use topics::{ParameterWords, Topic, TopicKind};
pub use word::Word;

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// International English.
    #[default]
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
    pub fn word(self, word: Word) -> &'static str {
        match self {
            Language::English => en::word(word),
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
    pub fn outcome(self, class: OutcomeClass) -> &'static str {
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
    pub fn sentence(self, sentence: &Sentence<'_>) -> String {
        match self {
            Language::English => en::sentence(sentence),
        }
    }
}

/// Sentences with numbers or names in them.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its words in a language's table say.
pub enum Sentence<'a> {
    Progress(ProgressNumbers),
    ReadingFile { name: &'a str, number: usize, of: usize },
    RowCounts { rows: u64, calls: u64, duplicates: u64, set_aside: u64 },
    FilesRead { read: usize, failed: usize },
    AlreadyThere { files: usize },
    AllFindings { findings: usize },
    CallsAtStake { calls: u64 },
    MoneyAtStake { calls: &'a str, money: &'a str, is_estimate: bool },
    PageWithoutCalls { filtered: bool },
    Lacks { what: &'a str },
    CopyTable { name: &'a str },
    CopyFigure { name: &'a str },
    CopiedFigure { name: &'a str, value: &'a str },
    CopiedPeriod { from: &'a str, to: &'a str, zone: &'a str },
    MoreRows { shown: usize, of: usize },
    FirstRows { shown: usize, of: usize },
    NamesAndMore { names: &'a str, more: usize },
    AllCallsOfFiles { calls: u64 },
    PeriodInZone { from: &'a str, to: &'a str, zone: &'a str },
    MomentInZone { at: &'a str, zone: &'a str },
    RowsBelow { rows: usize, least: u64 },
    GroupsLeftOut { groups: u64, calls: u64 },
    BreakDownBy { dimension: &'a str },
    OneByOther { metric: &'a str, rows: &'a str, columns: &'a str },
    CellOfMatrix { row: &'a str, column: &'a str, value: &'a str, calls: u64 },
    MatrixLeftOut { rows: usize, columns: usize },
    AttemptsExplained { attempts: u64, answered: u64, unknown: u64, exact: bool },
    TakeOffPrefix { prefix: &'a str },
    MayBeRouting { prefix: &'a str, calls: u64, placed: u64, countries: &'a str },
    RatesRead { prefixes: usize, names: usize, rated: usize },
    RateProblem { problem: &'a crate::session::RateProblem },
    MoreProblems { problems: usize },
    FeeKnown { known: u64, calls: u64 },
    InProgress { calls: u64 },
    ShareOfCalls { percent: f64 },
    WeakShare { low: f64, high: f64, calls: u64 },
    HungUp { caller: u64, callee: u64, server: u64, calls: u64 },
    VendorReached { reached: u64, known: u64 },
    StandsInFor { code: i32, hundred: i32 },
    DialectByEvidence { guide_files: usize, live_files: usize, unsure_files: usize },
    DialectFound { vocabularies: &'a [(Vocabulary, usize)] },
    DialectRunnerUp { shown: Option<Dialect>, against_shown: f64, against_other: f64 },
    DialectContent { content: Content },
    DownloadSetAside { rows: u64 },
    SetAsideShown { shown: usize, of: u64 },
    DefinitionOf { name: &'a str },
    SortBy { column: &'a str },
    Minutes { minutes: f64 },
    TakenFor { facts: &'a FileFacts },
    FormOf { facts: &'a FileFacts },
    EncodingOf { finding: EncodingFinding },
    DamageOf { damage: Damage },
    PassedOver { lines: usize },
    DatesOfZone { zone: &'a str },
    Duplicates { calls: u64 },
    SameAs { name: &'a str },
    PeriodOf { from: &'a str, to: &'a str },
    ColumnNumber { number: usize },
    ColumnNamed { number: usize, name: &'a str },
    FilesInArchive { files: usize },
    MappingsImported { mappings: usize },
    MillisAsRead { millis: u64 },
    DoesNotFit { sample: &'a str, misfit: Misfit },
    ForgetMapping { name: &'a str },
    Utc,
    BrowserZone { name: &'a str },
    WorkerStopped { detail: &'a str },
    CouldNotSave { detail: &'a str },
    EntriesFound { entries: usize },
    Value { value: &'a str, unit: Option<&'a str> },
    GroupCalls { group: &'a str, calls: u64, percent: f64 },
    WithThoseAbove { percent: f64 },
    MedianDelay { seconds: f64 },
    LargestShare { percent: f64, at: &'a str },
    DictionaryEntries { entries: usize },
    DictionaryImported { entries: usize },
    NamesFound { names: usize },
    NameFound { code: i32, name: &'a str, calls: usize },
    FilterChip { field: FilterField, text: &'a str },
    RemoveFromFilter { field: FilterField },
    FilterProblem { field: FilterField, part: &'a str },
    FiguresOf { part: u64, whole: u64 },
    CallsFound { calls: u64 },
    CallAt { number: u64 },
    WorkerLost { files: usize, detail: &'a str },
    Held { bytes: u64, budget: u64, not_kept: u64 },
    BarOfCalls { calls: u64, at: &'a str },
    ChangesAgainst { span: &'a str },
    ChangesOfDays { later: &'a str, earlier: &'a str },
    ChangedFrom { before: &'a str, now: &'a str },
    WorstGroup { failed: u64, calls: u64, low: f64, asr: f64, high: f64 },
    MostHarmBy { calls: u64 },
    StepsOf { minutes: u32 },
    DefineDelayColumn { percent: f64, failed: bool },
    DelayColumn { percent: f64, failed: bool },
    LengthNotSaid { calls: u64 },
    NoCallerOfMany { numbers: u64 },
    AddressesBlocked { addresses: usize },
    NoAddress { text: &'a str },
    DistinctIsEstimated { percent: f64 },
    MoneyKnown { fees: u64, costs: u64, calls: u64 },
    CallsAtALoss { calls: u64, money: &'a str },
    CostIsZero { names: &'a str, groups: usize },
    UnbilledOf { calls: u64 },
    FailedRevenueOf { money: &'a str, failed: u64, without: u64 },
    ChargedThough { money: &'a str },
    StepOf { first: u32, next: u32 },
    RateOfCalls { rate: &'a str, calls: u64 },
    TimesAsMuch { times: f64 },
    CallsOf { number: &'a str, name: &'a str },
    RefusedParts { held: u64, others: u64 },
    LimitRefuses { refused: u64, calls: u64, exact: bool },
    LongestSpell { from: &'a str, to: &'a str, peak: u64 },
    SecondsAbove { limit: u64, seconds: u64, times: usize },
    LimitOf { lines: u64 },
    LoadsLeftOut { groups: usize },
    NoneNamed { what: &'a str },
    LoadsOf { by: &'a str },
    SideBySide { before: &'a str, after: &'a str },
    AnHour { name: &'a str },
    ContributionsBy { dimension: &'a str },
    ContributionsWithin { group: &'a str, dimension: &'a str },
    WithinGroup { group: &'a str },
    GroupsMayLack { calls: u64 },
    EachOf { dimension: &'a str },
    OnAndOff { below: bool, on: &'a str, off: &'a str },
    AlarmShown { name: &'a str },
    NeverOn { name: &'a str },
    EventsOf { name: &'a str },
    AlarmValuesOf { metric: &'a str, name: &'a str },
    AlarmsImported { alarms: usize },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge;

    #[test]
    fn progress_says_bytes_calls_speed_and_time_left() {
        let numbers = ProgressNumbers { bytes: 25_000_000, of_bytes: 100_000_000, calls: 120_000, seconds: 2.0 };
        let sentence = |numbers| Language::English.sentence(&Sentence::Progress(numbers));
        assert_eq!(sentence(numbers), "25 MB of 100 MB · 120,000 calls · 60,000 calls per second · 0:06 left");
        // A speed that was measured over no time at all is none.
        assert_eq!(sentence(ProgressNumbers { seconds: 0.0, ..numbers }), "25 MB of 100 MB · 120,000 calls");
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
        let mut said = String::new();
        sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut said);
        let variants = |text: &'static str| {
            let lines =
                text.lines().filter_map(|line| line.strip_prefix("    ")).filter(|line| !line.starts_with([' ', '/']));
            lines.map(|line| line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        };
        let sentences =
            include_str!("mod.rs").split("pub enum Sentence<'a> {").nth(1).unwrap().split("\n}").next().unwrap();
        let words = include_str!("word.rs").split("pub enum Word {").nth(1).unwrap().split("\n}").next().unwrap();
        for (kind, variants) in [("Word", variants(words)), ("Sentence", variants(sentences))] {
            for variant in variants.filter(|variant| !variant.is_empty()) {
                assert!(said.contains(&format!("{kind}::{variant}")), "nobody says {kind}::{variant}");
            }
        }
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
