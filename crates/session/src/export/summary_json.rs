//! The summary as one JSON object, the same from the page and from `examples/summarize.rs`.
//!
//! The schema is documented in the README and kept compatible: keys may be added, none is renamed, removed or given
//! another meaning. Names are in English whatever language the page speaks.

use calls::EpochMillis;
use knowledge::Family;
use query::{EndReasonRow, Summary};
use serde::Serialize;
use words::Language;

/// The whole object.
#[derive(Debug, Serialize)]
pub struct SummaryJson {
    /// Files that were read as call detail records.
    pub files: u64,
    /// Rows in them: `calls` + `duplicates` + `set_aside`.
    pub rows: u64,
    /// Rows that are calls; with a filter, those of them that it wants, as in all that follows but for `file_list`.
    pub calls: u64,
    /// Rows whose call another row had already: they are in no other sum.
    pub duplicates: u64,
    /// Rows that could not be read.
    pub set_aside: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// `answered` / `calls` x 100; null of no calls.
    pub asr_percent: Option<f64>,
    /// `talk_seconds` / `answered`; null of no answered calls.
    pub acd_seconds: Option<f64>,
    /// Network effectiveness ratio in percent; null of no calls.
    pub ner_percent: Option<f64>,
    /// Talk time in seconds.
    pub talk_seconds: u64,
    /// Start of the first call, UTC, RFC 3339; null of no calls.
    pub first_start: Option<String>,
    /// Start of the last call.
    pub last_start: Option<String>,
    /// Calls that were up when the file was written; they are among `calls`.
    pub in_progress: u64,
    /// Every call is answered, so that `asr_percent` most likely only says that failed calls are not in the files.
    pub failures_missing: bool,
    /// The filter, as it stands in the page's address; null where there is none.
    pub filter: Option<String>,
    /// The most frequent first.
    pub end_reasons: Vec<EndReasonJson>,
    /// Every file that was given, in that order, also those that could not be read.
    pub file_list: Vec<FileJson>,
}

/// One end reason.
#[derive(Debug, Serialize)]
pub struct EndReasonJson {
    /// guide, server, sip, q850, text or disposition.
    pub family: Family,
    /// The number; for text the words of the file.
    pub code: CodeJson,
    /// Its name.
    pub name: String,
    /// Its category, spelt as the guide does.
    pub category: &'static str,
    /// Name or category are the person's own, from the dictionary kept in the browser.
    pub personal: bool,
    /// Calls that ended so.
    pub calls: u64,
    /// Of these, calls with talk time.
    pub answered: u64,
    /// Their talk time in seconds.
    pub talk_seconds: u64,
}

/// A number, or words where there is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum CodeJson {
    Number(i32),
    Words(String),
}

/// One file.
#[derive(Debug, Serialize)]
pub struct FileJson {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// Its rows that are calls.
    pub calls: u64,
    /// Its rows whose call another row had already.
    pub duplicates: u64,
    /// Its rows that could not be read.
    pub set_aside: u64,
    /// What it was taken for: a format's id, or `mapping`; null where it could not be read.
    pub format: Option<String>,
    /// Why it could not be read at all; null where it could.
    pub problem: Option<String>,
}

impl SummaryJson {
    /// `files` are those that the summary was made of, and those that could not be read.
    pub fn new(summary: &Summary, files: Vec<FileJson>) -> Self {
        let sum = |of: fn(&FileJson) -> u64| files.iter().map(of).sum();
        Self {
            files: files.iter().filter(|file| file.problem.is_none()).count() as u64,
            rows: sum(|file| file.rows),
            calls: summary.total.calls,
            duplicates: sum(|file| file.duplicates),
            set_aside: sum(|file| file.set_aside),
            answered: summary.total.answered,
            asr_percent: summary.asr_percent(),
            acd_seconds: summary.acd_seconds(),
            ner_percent: summary.ner_percent(),
            talk_seconds: summary.total.talk_seconds,
            first_start: summary.total.first_start.map(EpochMillis::rfc3339),
            last_start: summary.total.last_start.map(EpochMillis::rfc3339),
            in_progress: summary.total.in_progress,
            failures_missing: summary.failures_missing(),
            filter: None,
            end_reasons: summary.end_reasons.iter().map(EndReasonJson::new).collect(),
            file_list: files,
        }
    }

    /// As text, indented, with a newline at the end.
    pub fn text(&self) -> String {
        // Nothing in it can fail to be written: the keys are strings and the numbers finite.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl EndReasonJson {
    fn new(row: &EndReasonRow) -> Self {
        Self {
            family: row.classified.family,
            code: row.classified.code.map_or_else(|| CodeJson::Words(row.text.clone()), CodeJson::Number),
            name: Language::English.end_reason_name(row),
            category: row.category().name(),
            personal: row.personal.is_some(),
            calls: row.sums.calls,
            answered: row.sums.answered,
            talk_seconds: row.sums.talk_seconds,
        }
    }
}
