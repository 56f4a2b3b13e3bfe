//! International English.

use super::{Bytes, Duration, Language, ProblemWords, ProgressNumbers, Sentence, Word};
use crate::ingest::{Column, FileProblem, ForeignKind, KEPT_TEXT_BYTES, MAX_LINE_BYTES, SetAsideReason};
use crate::knowledge::{Category, Family, Impact, OutcomeClass, Side};
use crate::query::EndReasonRow;

const EN: Language = Language::English;

/// Every word.
pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::AppName => "CDR Lens",
        Word::AppPurpose => "Why calls ended",
        Word::SkipToContent => "Skip to the content",
        Word::Pages => "Pages",
        Word::PageFiles => "Files",
        Word::PageEndReasons => "End reasons",
        Word::Dismiss => "Dismiss",
        Word::Close => "Close",

        Word::StartTitle => "See why your calls ended",
        Word::DropHere => "Drop VOS3000 call detail records here: files or whole folders",
        Word::DropNow => "Let go to read these files",
        Word::DropMore => "Drop more files or folders here",
        Word::ChooseFiles => "Choose files",
        Word::ChooseFolder => "Choose a folder",
        Word::TrySample => "Try it with a sample",
        Word::SampleExplained => {
            "The sample is two days of an invented switch, made on this page: 40,000 calls, with a few things gone wrong in them."
        }
        Word::MakingSample => "Making the sample",
        Word::Privacy => "Your files are read on this machine, by this page. No byte of them is sent anywhere.",
        Word::ReadsTitle => "What it reads",
        Word::ReadsSoftswitchText => {
            "The softswitch's own text files: 18 fields between | signs, no header, named like 2026030214.txt (written when SS_CDR_RECORD_TO_FILE is on)."
        }
        Word::ReadsEcdr => {
            "The database table e_cdr or e_cdr_YYYYMMDD as CSV or TSV with a header of column names, in any order. Needed: starttime, endreason, and one of holdtime, feetime, stoptime."
        }
        Word::ReadsAnyPlain => "Plain text in UTF-8, any size. Unpack archives first, and save workbooks as CSV.",
        Word::YourFiles => "Your files",
        Word::StartOver => "Remove all files",
        Word::ByCommas => "commas",
        Word::ByTabs => "tabs",
        Word::ByBars => "| signs",
        Word::BySemicolons => "semicolons",
        Word::FileWaiting => "Waiting",
        Word::FileReading => "Being read",
        Word::FileRead => "Read",
        Word::FileFailed => "Not read",
        Word::NothingDropped => "There was no file in what was dropped. Drop files or folders.",
        Word::NoRows => "The file has a header and no rows.",
        Word::DatesTakenAsUtc => "Its times are written as dates, without a zone. They are taken as UTC.",
        Word::NoHangUpSide => "It has no column enddirection, so it does not say who hung up.",
        Word::NoVendorGateway => "It has no column calleegatewayid, so it does not say whether a vendor was reached.",
        Word::RowsSetAside => "Rows that could not be read",
        Word::NothingSetAside => "Every row could be read.",
        Word::Line => "Line",
        Word::Column => "Column",
        Word::Reason => "What is wrong",
        Word::RowText => "The row",
        Word::WhatToDo => "What to do",

        Word::Reading => "Reading",
        Word::Cancel => "Cancel",
        Word::Cancelled => "Cancelled. Nothing of these files was kept.",
        Word::FiguresGrow => "The figures grow while the files are read.",

        Word::Figures => "Figures",
        Word::Calls => "Calls",
        Word::Answered => "Answered",
        Word::Asr => "ASR",
        Word::AsrLong => "Answer seizure ratio",
        Word::Acd => "ACD",
        Word::AcdLong => "Average call duration",
        Word::TalkMinutes => "Talk minutes",
        Word::Period => "Period",
        Word::FirstStart => "First call",
        Word::LastStart => "Last call",
        Word::DefineCalls => {
            "Seizures: every row that could be read as a call, answered or not. Rows that could not be read are not among them; they are counted on the page Files. Source: ITU-T E.600."
        }
        Word::DefineAnswered => {
            "Calls with talk time: holdtime above 0; where a row has no holdtime, feetime; where it has neither, stoptime less starttime. Never decided from the end reason."
        }
        Word::DefineAsr => {
            "Answer seizure ratio: answered calls / all calls x 100, in percent. Source: ITU-T E.425 and E.411. Below 30 calls it is weak and is shown with its 95 % interval (Wilson)."
        }
        Word::DefineAcd => {
            "Average call duration: talk time / answered calls, shown as minutes and seconds. Source: ITU-T E.425 and E.437."
        }
        Word::DefineTalkMinutes => {
            "Talk time of all answered calls in minutes. Billed minutes may differ, by rounding."
        }
        Word::DefinePeriod => {
            "From the start of the first call to the start of the last one. VOS3000 stores the start of an answered call as the moment of the answer, most likely, and of any other as the moment of its end."
        }
        Word::DefineShare => "Calls with this end reason / all calls x 100, in percent.",
        Word::DefineTalkTime => "Talk time of the calls with this end reason, as hours, minutes and seconds.",
        Word::DefineCategory => {
            "The guide's ten categories of end reasons. SIP and Q.850 codes are placed in them by us; Protocol and Unknown are ours."
        }
        Word::DefineImpact => {
            "How much it hurts, from low to critical. For the guide's 25 end reasons it is the impact of their group in the guide; for all others, and for 4, 13 and 23, which have no group, it is our placing."
        }
        Word::DefineFamily => {
            "Where the code comes from: the guide's list of 25, the switch's own negative numbers, a SIP status, a Q.850 cause, or words."
        }
        Word::NoCalls => "no calls",
        Word::NoAnsweredCalls => "no answered calls",
        Word::AsrNotMeasurable => "not measurable",
        Word::FailuresMissing => {
            "Every call in these files is answered, so they most likely hold no failed calls at all: the switch does not write them while SS_CDR_RECORD_NONCONNECT is off. There is no answer seizure ratio without them. Switch it on, or export from e_cdr, to see why calls fail."
        }
        Word::TimesShownIn => "Times shown in",
        Word::ExportJson => "Export JSON",
        Word::Print => "Print",

        Word::EndReasons => "End reasons",
        Word::EndReasonsHint => "Choose a name to see what it means and what to do.",
        Word::Code => "Code",
        Word::Name => "Name",
        Word::Family => "Family",
        Word::Category => "Category",
        Word::Impact => "Impact",
        Word::Share => "Share",
        Word::TalkTime => "Talk time",
        Word::GroupByCategory => "Group by category",
        Word::NumbersReadAs => "Numbers read as",
        Word::DialectByEvidence => "As each file's own calls tell",
        Word::DialectGuide => "The guide's end reasons 1 to 25",
        Word::DialectLive => "Live codes: negative, Q.850, SIP",
        Word::Meaning => "What it means",
        Word::UsualCause => "Usual cause",
        Word::InTheseFiles => "In these files",
        Word::Source => "Source",
        Word::ReasonNotKnown => "What this end reason means is not known: no public source names it.",
        Word::ReasonNotKnownAction => {
            "Look at who hung up and whether a vendor was reached, below. Then open one such call in the softswitch's own client: it shows the reason in words."
        }
        Word::PartlyKnown => "Not certain: the meaning is inferred from live data.",
        Word::WithoutTalkTime => "Without talk time",
        Word::WhereItLies => "Where it lies",
        Word::ChooseAReason => {
            "Choose an end reason in the table to see what it means, its usual cause and what to do."
        }
        Word::NoFilesYet => "There are no figures yet. Drop call detail records on this page, or try it with a sample.",
        Word::ToFiles => "Go to Files",
        Word::PageNotFound => "There is no such page.",
    }
}

pub(super) fn family(family: Family) -> &'static str {
    match family {
        Family::Guide => "Guide",
        Family::Server => "Server",
        Family::Sip => "SIP",
        Family::Q850 => "Q.850",
        Family::Text => "Text",
    }
}

pub(super) fn category(category: Category) -> &'static str {
    // The guide is English: its spelling serves.
    category.name()
}

pub(super) fn impact(impact: Impact) -> &'static str {
    match impact {
        Impact::Low => "Low",
        Impact::Medium => "Medium",
        Impact::MediumHigh => "Medium-high",
        Impact::High => "High",
        Impact::Critical => "Critical",
    }
}

pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Caller => "With the caller",
        Side::Callee => "With the called party",
        Side::Vendor => "With the vendor",
        Side::Server => "On this softswitch",
    }
}

pub(super) fn outcome(class: OutcomeClass) -> &'static str {
    match class {
        OutcomeClass::Answered => "Answered",
        OutcomeClass::UserBusy => "Called party busy",
        OutcomeClass::NoAnswer => "No answer",
        OutcomeClass::RejectedByUser => "Rejected by the called party",
        OutcomeClass::CallerGaveUp => "Caller gave up",
        OutcomeClass::NumberWrong => "Wrong number",
        OutcomeClass::Unreachable => "Called party not reachable",
        OutcomeClass::NetworkFailure => "Network failure",
        OutcomeClass::Timeout => "Timeout",
        OutcomeClass::NoRoute => "No route",
        OutcomeClass::Account => "Account",
        OutcomeClass::Billing => "Billing",
        OutcomeClass::Capacity => "No capacity",
        OutcomeClass::Security => "Refused for security",
        OutcomeClass::Media => "Media",
        OutcomeClass::Protocol => "Protocol error",
        OutcomeClass::System => "System",
        OutcomeClass::Unknown => "Not known",
    }
}

pub(super) fn end_reason_name(row: &EndReasonRow) -> String {
    match (&row.classified.reason, row.classified.code) {
        (Some(_), Some(code)) if row.classified.stands_in => format!("Unregistered SIP status {code}"),
        (Some(reason), _) => reason.name.clone(),
        (None, Some(code)) if row.classified.family == Family::Q850 => format!("Unassigned Q.850 cause {code}"),
        (None, Some(code)) if row.classified.family == Family::Sip => format!("Unregistered SIP status {code}"),
        (None, Some(code)) => format!("Server reason {code} (not known)"),
        (None, None) if row.text.is_empty() => "No end reason given".to_owned(),
        (None, None) => row.text.clone(),
    }
}

pub(super) fn file_problem(problem: &FileProblem) -> ProblemWords {
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

pub(super) fn set_aside_reason(reason: &SetAsideReason) -> String {
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

fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

fn calls(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "call", "calls"))
}

fn rows(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "row", "rows"))
}

fn files(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "file", "files"))
}

fn of_all(part: u64, whole: u64) -> String {
    let percent = crate::query::metrics::percent(part, whole).unwrap_or_default();
    EN.percent(percent)
}

/// Every sentence with numbers or names in it.
pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Progress(numbers) => progress(numbers),
        Sentence::ReadingFile { name, of: 1, .. } => format!("Reading {name}"),
        Sentence::ReadingFile { name, number, of } => format!("Reading {name}, file {number} of {of}"),
        Sentence::RowCounts { rows: all, calls: read, set_aside } => {
            format!("{} = {} + {} set aside", rows(all), calls(read), EN.count(set_aside))
        }
        Sentence::FilesRead { read, failed: 0 } => format!("{} read", files(read)),
        Sentence::FilesRead { read, failed } => format!("{} read, {} not read", files(read), EN.count(failed as u64)),
        Sentence::AlreadyThere { files: 1 } => "That file is there already. It was not counted twice.".to_owned(),
        Sentence::AlreadyThere { files: count } => {
            format!("{} were there already. They were not counted twice.", files(count))
        }
        Sentence::InProgress { calls: 1 } => {
            "1 call had no stop time: it was still up when the file was written. It is among the calls.".to_owned()
        }
        Sentence::InProgress { calls: count } => {
            format!(
                "{} had no stop time: they were still up when the file was written. They are among the calls.",
                calls(count)
            )
        }
        Sentence::ShareOfCalls { percent } => format!("{} of all calls", EN.percent(percent)),
        Sentence::WeakShare { low, high, calls: count } => {
            format!("weak: {} only, likely {} to {}", calls(count), EN.percent(low), EN.percent(high))
        }
        Sentence::HungUp { caller, callee, server, calls: all } => format!(
            "Hung up by the caller {}, the called party {}, the server {}.",
            of_all(caller, all),
            of_all(callee, all),
            of_all(server, all)
        ),
        Sentence::VendorReached { reached, known } => {
            format!("A vendor's gateway was reached by {} of them.", of_all(reached, known))
        }
        Sentence::StandsInFor { code, hundred } => {
            format!(
                "The registry of SIP status codes has no {code}. By RFC 3261 it is treated as {hundred}, which is explained here."
            )
        }
        Sentence::DialectByEvidence { guide_files, live_files, unsure_files } => {
            dialect(guide_files, live_files, unsure_files)
        }
        Sentence::DialectContradictions { against_guide, against_live } => {
            format!("{} contradict the guide's list, {} the live codes.", calls(against_guide), EN.count(against_live))
        }
        Sentence::DownloadSetAside { rows: count } => format!("Download {} as CSV", rows(count)),
        Sentence::SetAsideShown { shown, of } => {
            format!("The first {} of {}; the download has all.", EN.count(shown as u64), EN.count(of))
        }
        Sentence::ColumnsMissing { names } => format!("It has no {names}."),
        Sentence::DefinitionOf { name } => format!("What is {name}?"),
        Sentence::SortBy { column } => format!("Sort by {column}"),
        Sentence::Minutes { minutes } => EN.decimal(minutes, if minutes < 1000.0 { 1 } else { 0 }),
        Sentence::TakenForEcdr { columns, delimiter } => {
            format!("Table e_cdr with a header: {} columns, separated by {delimiter}", EN.count(columns as u64))
        }
        Sentence::TakenForSoftswitchText => "The softswitch's text file: 18 fields, no header".to_owned(),
        Sentence::Utc => "UTC".to_owned(),
        Sentence::BrowserZone { name } => format!("This machine's zone ({name})"),
        Sentence::WorkerStopped { detail } => {
            format!(
                "Reading stopped because of an error in this page ({detail}). Nothing of this drop was kept. Please try again; if it happens again, the file's size and first lines would help to mend it."
            )
        }
        Sentence::CouldNotSave { detail } => format!("The file could not be saved ({detail})."),
        Sentence::CategoryCalls { category, calls: count, percent } => {
            format!("{category}: {}, {}", calls(count), EN.percent(percent))
        }
    }
}

fn progress(numbers: ProgressNumbers) -> String {
    let mut parts = vec![
        format!("{} of {}", EN.bytes(Bytes(numbers.bytes)), EN.bytes(Bytes(numbers.of_bytes))),
        calls(numbers.calls),
    ];
    if numbers.seconds > 0.2 {
        parts.push(format!("{} per second", calls((numbers.calls as f64 / numbers.seconds) as u64)));
    }
    if numbers.seconds > 0.5 && numbers.bytes > 0 {
        let left = numbers.seconds * numbers.of_bytes.saturating_sub(numbers.bytes) as f64 / numbers.bytes as f64;
        parts.push(format!("{} left", EN.duration(Duration(left.ceil()))));
    }
    parts.join(" · ")
}

fn dialect(guide: usize, live: usize, unsure: usize) -> String {
    let taken = match (guide, live) {
        (_, 0) => "The calls fit the guide's end reasons 1 to 25.".to_owned(),
        (0, _) => "The calls fit live codes.".to_owned(),
        _ => format!("{} fit the guide's end reasons 1 to 25, {} live codes.", files(guide), EN.count(live as u64)),
    };
    match unsure {
        0 => taken,
        _ => format!("{taken} Not sure: the numbers 1 to 25 could be either list, choose if you know."),
    }
}
