//! Sentences with numbers or names in them.

use super::{EN, dialect, files as of_files};
use crate::words::{Bytes, Duration, ProgressNumbers, Sentence};

pub(super) fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

pub(super) fn calls(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "call", "calls"))
}

fn rows(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "row", "rows"))
}

pub(super) fn files(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "file", "files"))
}

fn reasons(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "end reason", "end reasons"))
}

fn of_all(part: u64, whole: u64) -> String {
    let percent = crate::query::metrics::percent(part, whole).unwrap_or_default();
    EN.percent(percent)
}

/// Every sentence with numbers or names in it.
pub(in crate::words) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Progress(numbers) => progress(numbers),
        Sentence::ReadingFile { name, of: 1, .. } => format!("Reading {name}"),
        Sentence::ReadingFile { name, number, of } => format!("Reading {name}, file {number} of {of}"),
        Sentence::RowCounts { rows: all, calls: read, duplicates: 0, set_aside } => {
            format!("{} = {} + {} set aside", rows(all), calls(read), EN.count(set_aside))
        }
        Sentence::RowCounts { rows: all, calls: read, duplicates, set_aside } => format!(
            "{} = {} + {} counted already + {} set aside",
            rows(all),
            calls(read),
            EN.count(duplicates),
            EN.count(set_aside)
        ),
        Sentence::FilterChip { field, text } => format!("{}: {text}", EN.filter_field(field)),
        Sentence::RemoveFromFilter { field } => format!("Remove from the filter: {}", EN.filter_field(field)),
        Sentence::FilterProblem { field, part } => {
            format!("{}: \u{201c}{part}\u{201d} cannot be understood. {}", EN.filter_field(field), EN.filter_hint(field))
        }
        Sentence::FiguresOf { part, whole } => super::filter::figures_of(part, whole),
        Sentence::CallsFound { calls: found } => calls(found),
        Sentence::CallAt { number } => format!("Open call {}", EN.count(number)),
        Sentence::WorkerLost { files: count, detail } => format!(
            "A part of this page stopped ({detail}). What it held of {} is read once more; the rest stands.",
            files(count)
        ),
        Sentence::Held { bytes, budget, not_kept: 0 } => {
            format!("All calls are held for filters, in {} of at most {}.", EN.bytes(Bytes(bytes)), EN.bytes(Bytes(budget)))
        }
        Sentence::Held { bytes, budget, not_kept } => format!(
            "{} are in the figures of all calls, but had no room to be filtered or looked at: {} of {} are used. Allow more and read the files again.",
            calls(not_kept),
            EN.bytes(Bytes(bytes)),
            EN.bytes(Bytes(budget))
        ),
        Sentence::BarOfCalls { calls: count, at } => format!("{at}: {}", calls(count)),
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
            dialect::by_evidence(guide_files, live_files, unsure_files)
        }
        Sentence::DialectFound { vocabularies } => dialect::found(vocabularies),
        Sentence::DialectRunnerUp { shown, against_shown, against_other } => {
            dialect::runner_up(shown, against_shown, against_other)
        }
        Sentence::DialectContent { content } => dialect::content(content),
        Sentence::DownloadSetAside { rows: count } => format!("Download {} as CSV", rows(count)),
        Sentence::SetAsideShown { shown, of } => {
            format!("The first {} of {}; the download has all.", EN.count(shown as u64), EN.count(of))
        }
        Sentence::DefinitionOf { name } => format!("What is {name}?"),
        Sentence::SortBy { column } => format!("Sort by {column}"),
        Sentence::Minutes { minutes } => EN.decimal(minutes, if minutes < 1000.0 { 1 } else { 0 }),
        Sentence::TakenFor { facts } => of_files::taken_for(facts),
        Sentence::FormOf { facts } => of_files::form(facts),
        Sentence::EncodingOf { finding } => of_files::encoding(finding),
        Sentence::DamageOf { damage } => of_files::damage(damage),
        Sentence::PassedOver { lines: 1 } => "1 line above the header is none of the table.".to_owned(),
        Sentence::PassedOver { lines } => format!("{} lines above the header are none of the table.", EN.count(lines as u64)),
        Sentence::DatesOfZone { zone: "" } => "Its times are written without a zone. They are taken as UTC.".to_owned(),
        Sentence::DatesOfZone { zone } => format!("Its times are written without a zone. They are taken as those of {zone}."),
        Sentence::Duplicates { calls: 1 } => "1 call stood in another row already, by its serial number. It is counted once.".to_owned(),
        Sentence::Duplicates { calls: count } => {
            format!("{} stood in other rows already, by their serial numbers. They are counted once.", calls(count))
        }
        Sentence::PeriodOf { from, to } => format!("Calls from {from} to {to}."),
        Sentence::SameAs { name } => {
            format!("It has the same calls as {name}, as far as can be seen without serial numbers. They are counted once.")
        }
        Sentence::ColumnNumber { number } => format!("Column {}", EN.count(number as u64)),
        Sentence::ColumnNamed { number, name } => format!("{}: {name}", EN.count(number as u64)),
        Sentence::FilesInArchive { files: count } => format!("{} in it, each below.", files(count)),
        Sentence::MappingsImported { mappings: 1 } => "1 mapping taken over.".to_owned(),
        Sentence::MappingsImported { mappings } => format!("{} mappings taken over.", EN.count(mappings as u64)),
        Sentence::DoesNotFit { sample, misfit } => format!("{sample} {}", of_files::misfit(misfit)),
        Sentence::ForgetMapping { name } => format!("Forget {name}"),
        Sentence::MillisAsRead { millis } => format!("{} s", EN.decimal(millis as f64 / 1000.0, if millis % 1000 == 0 { 0 } else { 1 })),
        Sentence::Utc => "UTC".to_owned(),
        Sentence::BrowserZone { name } => format!("This machine's zone ({name})"),
        Sentence::WorkerStopped { detail } => {
            format!(
                "Reading stopped because of an error in this page ({detail}). Nothing of this drop was kept. Please try again; if it happens again, the file's size and first lines would help to mend it."
            )
        }
        Sentence::CouldNotSave { detail } => format!("The file could not be saved ({detail})."),
        Sentence::EntriesFound { entries: 0 } => "Nothing fits. Try fewer words, or a number.".to_owned(),
        Sentence::EntriesFound { entries: 1 } => "1 entry".to_owned(),
        Sentence::EntriesFound { entries } => format!("{} entries", EN.count(entries as u64)),
        Sentence::Value { value, unit: Some(unit) } => format!("{value} {unit}"),
        Sentence::Value { value, unit: None } => value.to_owned(),
        Sentence::GroupCalls { group, calls: count, percent } => {
            format!("{group}: {}, {}", calls(count), EN.percent(percent))
        }
        Sentence::WithThoseAbove { percent } => format!("{} together with those above", EN.percent(percent)),
        Sentence::MedianDelay { seconds } => {
            format!("Post-dial delay: {} s in the middle (half of the calls took no longer).", EN.decimal(seconds, 1))
        }
        Sentence::LargestShare { percent, at } => format!("Over time: largest at {at}, {} of all calls then.", EN.percent(percent)),
        Sentence::DictionaryEntries { entries: 0 } => {
            "You have not named any end reason yet. Choose one in the report to do so, or drop two exports of the same calls, one with numbers and one with words.".to_owned()
        }
        Sentence::DictionaryEntries { entries } => {
            format!("{} of yours, kept in this browser.", reasons(entries))
        }
        Sentence::DictionaryImported { entries } => format!("{} taken over.", reasons(entries)),
        Sentence::NamesFound { names } => {
            format!("Two of the files have the same calls, one with numbers and one with words. {} can be named by that:", reasons(names))
        }
        Sentence::NameFound { code, name, calls: count } => format!("{code} is \u{201c}{name}\u{201d}, by {} looked at", calls(count as u64)),
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
