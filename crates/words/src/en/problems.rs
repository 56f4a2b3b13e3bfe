//! What is wrong with a file or a row, and what would work.

use super::EN;
use super::files::field;
use crate::{Bytes, ProblemWords};
use calls::{Field, FieldKind};
use ingest::{FileProblem, ForeignKind, KEPT_TEXT_BYTES, MAX_LINE_BYTES, MOST_WORKBOOK_BYTES, SetAsideReason};

pub(crate) fn file_problem(problem: &FileProblem) -> ProblemWords {
    let (what, remedy) = match problem {
        FileProblem::Empty => (
            "The file is empty, or there is nothing in it.".to_owned(),
            "Check that the export finished, and drop it again.".to_owned(),
        ),
        FileProblem::Foreign(kind) => {
            let (what, remedy) = foreign(*kind);
            (what.to_owned(), remedy.to_owned())
        }
        FileProblem::NotCdr { first_line } => (
            format!("This is text, but no call detail records were found in it. Its first line: {first_line}"),
            "What would work: a table with one call in each row, as the switch, its database, its client or a portal \
                exports it."
                .to_owned(),
        ),
        FileProblem::NoLineEnd => (
            "No line ends within the first 64 kB: this is no table of calls.".to_owned(),
            "Check that the export has one call per line.".to_owned(),
        ),
        FileProblem::NeedsMapping(table) => (
            format!("This is a table of {} columns, but what they are is not known.", EN.count(table.columns() as u64)),
            "Say which column is what: a start time and a talk time are enough to begin with. It is remembered for \
                files like this."
                .to_owned(),
        ),
        FileProblem::MissingColumns { missing, table } => {
            let names =
                |set: &Vec<Field>| set.iter().map(|&one| field(one).to_lowercase()).collect::<Vec<_>>().join(" or ");
            let missing = missing.iter().map(names).collect::<Vec<_>>().join("; ");
            let found = &table.names;
            let some = found.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
            let more = if found.len() > 12 { format!(" and {} more", found.len() - 12) } else { String::new() };
            (
                format!(
                    "A column is missing that nothing can be said without: {missing}. The header has: \
                    {some}{more}."
                ),
                "Export again with the start time and the talk time among the columns, or say below which column has \
                    them."
                    .to_owned(),
            )
        }
        FileProblem::Encrypted => (
            "This file is encrypted in its archive.".to_owned(),
            "Unpack it with its password and drop what was in it.".to_owned(),
        ),
        FileProblem::GrowsTooLarge { packed, unpacked } => (
            format!(
                "It was stopped: {} of it unpacked to {} already, which call detail records hardly do. Files are made \
                    like that to fill a disk.",
                EN.bytes(Bytes(*packed)),
                EN.bytes(Bytes(*unpacked))
            ),
            "If you know the file, have all of it unpacked.".to_owned(),
        ),
        FileProblem::RestMissing => (
            "The archive is cut or damaged here: files may be missing that were in it after those before.".to_owned(),
            "Copy it once more from where it came, and drop it again.".to_owned(),
        ),
        FileProblem::Crashed { detail } => (
            format!(
                "Reading it stopped because of an error in this page ({detail}). Nothing of it was counted; the \
                other files are read."
            ),
            "The file may be damaged in a way that was not foreseen: try another export of it, such as CSV.".to_owned(),
        ),
        FileProblem::WorkbookTooLarge => (
            format!(
                "The workbook is larger than {}, or unpacks to more than 1 GB, which is as much as is done in \
                memory.",
                EN.bytes(Bytes(MOST_WORKBOOK_BYTES as u64))
            ),
            "Save its sheet as CSV, which may have any size, and drop that.".to_owned(),
        ),
        FileProblem::BecameShorter => (
            "The file became shorter while it was read. Nothing of it was counted.".to_owned(),
            "Wait until nothing writes to it, or copy it, and drop it again.".to_owned(),
        ),
        FileProblem::Unreadable { detail } => (
            format!(
                "The file could not be read: it was moved, deleted or changed after it was given, or access was \
                refused ({detail}). Nothing of it was counted."
            ),
            "Wait until nothing writes to it, or copy it, and drop it again.".to_owned(),
        ),
    };
    ProblemWords { what, remedy }
}

fn foreign(kind: ForeignKind) -> (&'static str, &'static str) {
    match kind {
        ForeignKind::Picture => ("This is a picture.", "Drop the exported file itself, not a screenshot of it."),
        ForeignKind::Pdf => ("This is a PDF document.", "Export the call detail records as CSV or text."),
        ForeignKind::Archive => (
            "This is an archive of a kind that cannot be unpacked here.",
            "Unpack it and drop the files that were in it. What would work: gzip, zip and tar.",
        ),
        ForeignKind::Workbook => (
            "This workbook cannot be opened: it is damaged, protected by a password, or of another program.",
            "Open it where it was made, and save its sheet as CSV or xlsx without a password.",
        ),
        ForeignKind::Binary => (
            "This is no text.",
            "Drop call detail records as the switch, its database, its client or a portal exports them.",
        ),
    }
}

pub(crate) fn set_aside_reason(reason: &SetAsideReason) -> String {
    match reason {
        SetAsideReason::ColumnCount { expected, found } => {
            format!("{} columns instead of {}", EN.count(*found as u64), EN.count(*expected as u64))
        }
        SetAsideReason::LineTooLong { bytes } => format!(
            "The line has {}; a row may have {}. The first {} are kept",
            EN.bytes(Bytes(*bytes)),
            EN.bytes(Bytes(MAX_LINE_BYTES as u64)),
            EN.bytes(Bytes(KEPT_TEXT_BYTES as u64))
        ),
        SetAsideReason::QuoteNotClosed => "A quote opens here and does not close where a cell ends".to_owned(),
        SetAsideReason::Broken => "The row is cut or damaged".to_owned(),
        SetAsideReason::HeaderAgain => "The header once more".to_owned(),
        SetAsideReason::Absent(Field::HoldTime) => {
            "No talk time: neither talk time nor billed time nor stop time".to_owned()
        }
        SetAsideReason::Absent(absent) => format!("{} is empty", field(*absent)),
        SetAsideReason::Unreadable(unread) if unread.kind() == FieldKind::Time => {
            format!("{} is no time", field(*unread))
        }
        SetAsideReason::Unreadable(unread) => format!("{} is no duration", field(*unread)),
    }
}
