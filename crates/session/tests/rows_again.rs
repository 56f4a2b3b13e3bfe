//! A call that a person opens is read again, by its row's place: of every file of `tests/cases/files/`, every call is
//! the one that it was when the file was read.

use calls::EndReason;
use ingest::raw_row;
use session::{DroppedFileReader, LeastBytes, ReadEvent, ReadSettings};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use store::{Column, Shard};

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/cases/files");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_none_or(|ending| ending != "toml"));
    files.sort();
    files
}

/// Reads every call of a file again; how many there were.
fn read_again(path: &Path, slice: usize) -> usize {
    let bytes = std::fs::read(path).unwrap();
    let shard = Rc::new(RefCell::new(Shard::default()));
    let mut reader = DroppedFileReader::new("f", &ReadSettings::default(), &Rc::default());
    reader = reader.keeping(&shard, 0);
    // The text of the file that is read now, and where in the dropped one it goes on with that.
    let mut text: Option<(u64, Vec<u8>)> = None;
    let mut parts = Vec::new();
    let mut take = |event: ReadEvent| match event {
        ReadEvent::Finished(mut part) => {
            let kept = part.text.take().map(|kept| (kept.from, kept.bytes));
            let begun = text.take();
            let whole = match (begun, kept) {
                (Some((from, mut begun)), Some((_, rest))) => {
                    begun.extend_from_slice(&rest);
                    Some((from, begun))
                }
                (begun, kept) => begun.or(kept),
            };
            parts.push((part, whole));
        }
        ReadEvent::Text(kept) => {
            text.get_or_insert_with(|| (kept.from, Vec::new())).1.extend_from_slice(&kept.bytes);
        }
        ReadEvent::FirstPiece(_) | ReadEvent::Relayed(_) | ReadEvent::SetAside(_) => {}
    };
    let least = LeastBytes { relayed: 1, set_aside: usize::MAX };
    for slice in bytes.chunks(slice) {
        let more = reader.push(slice);
        reader.events(least).into_iter().for_each(&mut take);
        if !more {
            break;
        }
    }
    reader.finish().0.into_iter().for_each(|part| take(ReadEvent::Finished(Box::new(part))));
    let shard = shard.borrow();
    let mut read = 0;
    for (part, text) in parts {
        let Ok(report) = &part.outcome else { continue };
        let facts = report.facts.as_ref().unwrap();
        let own = &bytes[facts.mark_bytes as usize..];
        let text = match text {
            Some((from, kept)) => [&own[..from as usize], &kept].concat(),
            None => own.to_vec(),
        };
        for (_, block) in shard.blocks().iter().filter(|(key, _)| key.part == part.part) {
            for row in 0..block.rows() {
                let value = |column: Column| block.column(column).get(row);
                let offset = value(Column::Offset) as usize;
                let again = raw_row(facts, &Rc::default(), &text[offset..]).and_then(|row| row.read);
                let again = again.unwrap_or_else(|| panic!("{}: no call at {offset}", path.display()));
                let reason: &EndReason<'_> = shard.dictionaries.reason(value(Column::EndReason) as u32);
                assert_eq!(
                    (again.start.0, i64::from(again.talk_seconds), &again.end_reason),
                    (value(Column::Start), value(Column::TalkTime), reason),
                    "{} at {offset}",
                    path.display()
                );
                read += 1;
            }
        }
    }
    read
}

#[test]
fn every_call_can_be_read_again_from_its_place() {
    let mut read = 0;
    for path in files() {
        read += read_again(&path, usize::MAX);
        let bytes = std::fs::metadata(&path).unwrap().len();
        read += read_again(&path, if bytes > 20_000 { 4096 } else { 7 });
    }
    assert!(read > 1000);
}
