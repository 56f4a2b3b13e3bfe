//! Sentences of files: choosing and reading them, what they are like, what is set aside.

use super::{calls, files, rows};
use crate::en::{EN, files as of_files};
use crate::{Bytes, Duration, FileSentence, ProgressNumbers};
use calls::narrow;
use ingest::DurationUnit;

/// The text of each.
pub(super) fn text(sentence: FileSentence<'_>) -> String {
    match sentence {
        FileSentence::Progress(numbers) => progress(numbers),
        FileSentence::ReadingFile { name, of: 1, .. } => format!("Reading {name}"),
        FileSentence::ReadingFile { name, number, of } => format!("Reading {name}, file {number} of {of}"),
        FileSentence::RowCounts { rows: all, calls: read, duplicates: 0, set_aside } => {
            format!("{} = {} + {} set aside", rows(all), calls(read), EN.count(set_aside))
        }
        FileSentence::RowCounts { rows: all, calls: read, duplicates, set_aside } => format!(
            "{} = {} + {} counted already + {} set aside",
            rows(all),
            calls(read),
            EN.count(duplicates),
            EN.count(set_aside)
        ),
        FileSentence::FilesRead { read, failed: 0 } => format!("{} read", files(read)),
        FileSentence::FilesRead { read, failed } => {
            format!("{} read, {} not read", files(read), EN.count(failed as u64))
        }
        FileSentence::AlreadyThere { files: 1 } => "That file is there already. It was not counted twice.".to_owned(),
        FileSentence::AlreadyThere { files: count } => {
            format!("{} were there already. They were not counted twice.", files(count))
        }
        FileSentence::DownloadSetAside { rows: count } => format!("Download {} as CSV", rows(count)),
        FileSentence::SetAsideShown { shown, of } => {
            format!("The first {} of {}; the download has all.", EN.count(shown as u64), EN.count(of))
        }
        FileSentence::TakenFor { facts } => of_files::taken_for(facts),
        FileSentence::DialectOf { facts } => of_files::dialect(facts),
        FileSentence::EncodingOf { detected } => of_files::encoding(detected),
        FileSentence::DamageOf { damage } => of_files::damage(damage),
        FileSentence::PassedOver { lines: 1 } => "1 line above the header is none of the table.".to_owned(),
        FileSentence::PassedOver { lines } => {
            format!("{} lines above the header are none of the table.", EN.count(lines as u64))
        }
        FileSentence::DatesOfZone { zone: "" } => {
            "Its times are written without a zone. They are taken as UTC.".to_owned()
        }
        FileSentence::DatesOfZone { zone } => {
            format!("Its times are written without a zone. They are taken as those of {zone}.")
        }
        FileSentence::Duplicates { calls: 1 } => {
            "1 call stood in another row already, by its serial number. It is counted once.".to_owned()
        }
        FileSentence::Duplicates { calls: count } => {
            format!("{} stood in other rows already, by their serial numbers. They are counted once.", calls(count))
        }
        FileSentence::SameAs { name } => {
            format!(
                "It has the same calls as {name}, as far as can be seen without serial numbers. They are counted once."
            )
        }
        FileSentence::PeriodOf { from, to } => format!("Calls from {from} to {to}."),
        FileSentence::ColumnNumber { number } => format!("Column {}", EN.count(number as u64)),
        FileSentence::ColumnNamed { number, name } => format!("{}: {name}", EN.count(number as u64)),
        FileSentence::FilesInArchive { files: count } => format!("{} in it, each below.", files(count)),
        FileSentence::MappingsImported { mappings: 1 } => "1 mapping taken over.".to_owned(),
        FileSentence::MappingsImported { mappings } => format!("{} mappings taken over.", EN.count(mappings as u64)),
        FileSentence::UnknownUnit { mapping, field, unit } => format!(
            "No mapping was taken over: the unit of {} in \u{201c}{mapping}\u{201d} is \u{201c}{unit}\u{201d}. Units \
                are {}.",
            of_files::field(field).to_lowercase(),
            DurationUnit::NAMES.join(", ")
        ),
        FileSentence::MillisAsRead { millis } => {
            format!("{} s", EN.decimal(millis as f64 / 1000.0, if millis % 1000 == 0 { 0 } else { 1 }))
        }
        FileSentence::DoesNotFit { sample, misfit } => format!("{sample} {}", of_files::misfit(misfit)),
        FileSentence::ForgetMapping { name } => format!("Forget {name}"),
        FileSentence::Utc => "UTC".to_owned(),
        FileSentence::BrowserZone { name } => format!("This machine's zone ({name})"),
        FileSentence::WorkerStopped { detail } => {
            format!(
                "Reading stopped because of an error in this page ({detail}). Nothing of this drop was kept. Please \
                    try again; if it happens again, the file's size and first lines would help to mend it."
            )
        }
        FileSentence::CouldNotSave { detail } => format!("The file could not be saved ({detail})."),
        FileSentence::WorkerLost { files: count, detail } => format!(
            "A part of this page stopped ({detail}). What it held of {} is read once more; the rest stands.",
            files(count)
        ),
        FileSentence::Held { bytes, budget, not_kept: 0 } => {
            format!(
                "All calls are held for filters, in {} of at most {}.",
                EN.bytes(Bytes(bytes)),
                EN.bytes(Bytes(budget))
            )
        }
        FileSentence::Held { bytes, budget, not_kept } => format!(
            "{} are in the figures of all calls, but had no room to be filtered or looked at: {} of {} are used. \
                Allow more and read the files again.",
            calls(not_kept),
            EN.bytes(Bytes(bytes)),
            EN.bytes(Bytes(budget))
        ),
    }
}

fn progress(numbers: ProgressNumbers) -> String {
    let mut parts = vec![
        format!("{} of {}", EN.bytes(Bytes(numbers.bytes)), EN.bytes(Bytes(numbers.of_bytes))),
        calls(numbers.calls),
    ];
    if numbers.seconds > 0.2 {
        parts.push(format!("{} per second", calls(narrow::whole((numbers.calls as f64 / numbers.seconds).floor()))));
    }
    if numbers.seconds > 0.5 && numbers.bytes > 0 {
        let left = numbers.seconds * numbers.of_bytes.saturating_sub(numbers.bytes) as f64 / numbers.bytes as f64;
        parts.push(format!("{} left", EN.duration(Duration(left.ceil()))));
    }
    parts.join(" · ")
}
