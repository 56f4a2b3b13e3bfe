//! What is wrong with a file or a row, and what would work.

use super::EN;
use crate::ingest::{Column, FileProblem, ForeignKind, KEPT_TEXT_BYTES, MAX_LINE_BYTES, SetAsideReason};
use crate::words::{Bytes, ProblemWords};

pub(in crate::words) fn file_problem(problem: &FileProblem) -> ProblemWords {
    let (what, remedy) = match problem {
        FileProblem::Empty => ("The file is empty.".to_owned(), "Check that the export finished, and drop it again.".to_owned()),
        FileProblem::Foreign(kind) => {
            let (what, remedy) = foreign(*kind);
            (what.to_owned(), remedy.to_owned())
        }
        FileProblem::NotCdr { first_line } => (
            format!("This is text, but no call detail records were found in it. Its first line: {first_line}"),
            "What would work: the softswitch's text file with 18 fields between | signs, or e_cdr as CSV or TSV with a header that names starttime, endreason and holdtime.".to_owned(),
        ),
        FileProblem::NoLineEnd => (
            "No line ends within the first 64 kB: this is no table of calls.".to_owned(),
            "Check that the export has one call per line.".to_owned(),
        ),
        FileProblem::MissingColumns { missing, found } => {
            let names = |set: &Vec<Column>| set.iter().map(|column| column.name()).collect::<Vec<_>>().join(" or ");
            let missing = missing.iter().map(names).collect::<Vec<_>>().join("; ");
            let some = found.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
            let more = if found.len() > 12 { format!(" and {} more", found.len() - 12) } else { String::new() };
            (
                format!("A column is missing that nothing can be said without: {missing}. The header has: {some}{more}."),
                "Export again with starttime, endreason and holdtime among the columns.".to_owned(),
            )
        }
        FileProblem::Unreadable { detail } => (
            format!("The file could not be read: it was moved, deleted or changed after it was given, or access was refused ({detail}). Nothing of it was counted."),
            "Wait until nothing writes to it, or copy it, and drop it again.".to_owned(),
        ),
    };
    ProblemWords { what, remedy }
}

fn foreign(kind: ForeignKind) -> (&'static str, &'static str) {
    match kind {
        ForeignKind::Picture => ("This is a picture.", "Drop the exported file itself, not a screenshot of it."),
        ForeignKind::Pdf => ("This is a PDF document.", "Export the call detail records as CSV or text."),
        ForeignKind::Archive => ("This is a packed archive.", "Unpack it and drop the files that were in it."),
        ForeignKind::Workbook => ("This is an Excel workbook.", "Save the sheet as CSV (UTF-8) and drop that."),
        ForeignKind::Utf16 => ("This is text in UTF-16.", "Save it as UTF-8 and drop it again."),
        ForeignKind::Binary => ("This is no text.", "Drop the softswitch's text files, or e_cdr as CSV or TSV."),
    }
}

pub(in crate::words) fn set_aside_reason(reason: &SetAsideReason) -> String {
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
        SetAsideReason::Absent(Column::HoldTime) => "No talk time: holdtime, feetime and stoptime are empty".to_owned(),
        SetAsideReason::Absent(column) => format!("{} is empty", column.name()),
        SetAsideReason::Unreadable(column @ (Column::Start | Column::Stop)) => format!("{} is no time", column.name()),
        SetAsideReason::Unreadable(column) => format!("{} is no number", column.name()),
    }
}
