//! Sentences of files: choosing and reading them, what they are like, what is set aside.

use crate::ProgressNumbers;
use calls::Field;
use ingest::{Damage, DetectedEncoding, FileFacts, Misfit};

/// Their texts are in `sentences/files.rs` of each language.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum FileSentence<'a> {
    Progress(ProgressNumbers),
    ReadingFile { name: &'a str, number: usize, of: usize },
    RowCounts { rows: u64, calls: u64, duplicates: u64, set_aside: u64 },
    FilesRead { read: usize, failed: usize },
    AlreadyThere { files: usize },
    DownloadSetAside { rows: u64 },
    SetAsideShown { shown: usize, of: u64 },
    TakenFor { facts: &'a FileFacts },
    DialectOf { facts: &'a FileFacts },
    EncodingOf { detected: DetectedEncoding },
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
    UnknownUnit { mapping: &'a str, field: Field, unit: &'a str },
    MillisAsRead { millis: u64 },
    DoesNotFit { sample: &'a str, misfit: Misfit },
    ForgetMapping { name: &'a str },
    Utc,
    BrowserZone { name: &'a str },
    WorkerStopped { detail: &'a str },
    CouldNotSave { detail: &'a str },
    WorkerLost { files: usize, detail: &'a str },
    Held { bytes: u64, budget: u64, not_kept: u64 },
}
