//! What is known before the rules' questions are asked.

use calls::{EpochMillis, LocalZone};
use knowledge::{Category, Outcome, Reason, Side};
use query::{EndReasonRow, ReasonTally, Summary, Tally};
use reference::Entry;
use session::{FileState, Session, SessionFile};
use std::collections::BTreeMap;

/// The figures that a picture is drawn of, and what the end reasons in it are.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// The sums of all calls that are asked.
    pub total: Tally,
    /// Every call is answered: the files have no failed calls ([`Summary::failures_missing`]).
    pub failures_missing: bool,
    /// The zone of hours and days.
    pub zone: LocalZone,
    /// The end reasons, by what stands for them in a table ([`query::Dimension::EndReason`]) and in a filter.
    pub reasons: BTreeMap<String, ReasonInfo>,
    /// The files, with all of their calls, by what names them in a table ([`query::Dimension::File`]).
    pub files: BTreeMap<u32, FileInfo>,
}

/// A file, whatever calls of it are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInfo {
    /// Its name.
    pub name: String,
    /// Its calls.
    pub calls: u64,
    /// Those with talk time.
    pub answered: u64,
    /// Rows with calls that another row, of this file or of one before it, had already.
    pub duplicates: u64,
}

/// An end reason of the files, as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonInfo {
    /// What became of its unanswered calls: as the person says, or as the tables do.
    pub class: Outcome,
    /// Its category, likewise.
    pub category: Category,
    /// Where it lies, by the tables or by its calls.
    pub side: Option<Side>,
    /// Its facts, where the tables have any.
    pub reason: Option<&'static Reason>,
    /// All that names it, without its sums.
    pub row: EndReasonRow,
    /// What it means is published, or the person says it: [`Outcome::Unknown`] is neither.
    pub is_known: bool,
}

impl Context {
    /// Of the summary of the calls that will be asked, or of all calls.
    pub fn of(summary: &Summary, zone: &LocalZone) -> Self {
        let reasons = summary.end_reasons.iter().map(|row| (row.personal_key(), ReasonInfo::of(row))).collect();
        Self {
            total: summary.total.clone(),
            failures_missing: summary.failures_missing(),
            zone: zone.clone(),
            reasons,
            files: BTreeMap::new(),
        }
    }

    /// With the files of a session, without which nothing is said of files.
    pub fn with_files(mut self, session: &Session) -> Self {
        let seen = |file: &SessionFile| {
            let FileState::Read(report) = &file.state else { return None };
            let name = file.identity.name.clone();
            let (calls, answered) = (report.tally.calls, report.tally.answered);
            Some((file.id, FileInfo { name, calls, answered, duplicates: report.duplicates }))
        };
        self.files = session.files().filter_map(seen).collect();
        self
    }

    /// Start of the first and of the last call.
    pub fn period(&self) -> Option<(EpochMillis, EpochMillis)> {
        self.total.first_start.zip(self.total.last_start)
    }

    /// Whether any end reason is a limit of the switch's own.
    pub fn has_limits(&self) -> bool {
        self.reasons.values().any(|seen| seen.class == Outcome::Capacity && seen.side == Some(Side::Server))
    }

    /// An end reason by its key.
    pub fn reason(&self, key: Option<&str>) -> Option<&ReasonInfo> {
        self.reasons.get(key?)
    }
}

impl ReasonInfo {
    fn of(row: &EndReasonRow) -> Self {
        let class = row.class(false);
        Self {
            class,
            category: row.category(),
            side: row.side(),
            reason: row.classified.reason,
            row: EndReasonRow { sums: ReasonTally::default(), ..row.clone() },
            is_known: class != Outcome::Unknown,
        }
    }

    /// Where the reference explains it: `sip/503`.
    pub fn link(&self) -> Option<String> {
        self.reason.map(|reason| Entry::Reason(reason).link().to_string())
    }
}
