//! The files in a dropped one, as they are unpacked.

use super::{ReadPart, ReadSettings};
use crate::file_report::{CallSink, FileReport, TextReader};
use crate::text_relay::TextRelay;
use ingest::{ContainerKind, Damage, FileProblem, KeptText, Receiver};
use std::collections::BTreeMap;

/// The files in it.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) name: String,
    pub(super) settings: ReadSettings,
    /// Where calls go; its key is that of the next file.
    pub(super) sink: CallSink,
    /// Rows will be read again, by their places.
    pub(super) keeps_text: bool,
    /// The text of a stream that is packed, of which this one reads the first piece only.
    pub(super) relay: Option<TextRelay>,
    pub(super) current: Option<(Option<String>, TextReader)>,
    pub(super) finished: Vec<ReadPart>,
    /// How often each path came: archives may have one several times.
    pub(super) paths: BTreeMap<String, usize>,
}

impl Receiver for Parts {
    fn begin(&mut self, name: Option<&str>, packed_in: &[ContainerKind]) {
        let name = self.unique(name);
        self.relay.take_if(|_| name.is_some() || !is_a_stream(packed_in));
        let options = self.settings.options(name.as_deref().unwrap_or_default());
        let full = name.as_ref().map_or_else(|| self.name.clone(), |name| format!("{}/{name}", self.name));
        let reader = TextReader::new(&full, self.settings.language, options, packed_in, self.sink.clone());
        let mut reader = reader;
        if self.keeps_text {
            reader.keep_text();
        }
        self.current = Some((name, reader));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        if let Some(relay) = &mut self.relay {
            relay.add(bytes);
        }
        let Some((_, reader)) = self.current.as_mut().filter(|(_, reader)| !reader.is_done()) else {
            // What is behind a first piece is only handed on.
            return Ok(());
        };
        reader.push(bytes)?;
        if let Some(relay) = &mut self.relay
            && !relay.knows(reader.parser())
        {
            self.relay = None;
        }
        Ok(())
    }

    fn end(&mut self, damage: Option<Damage>) {
        if let Some(relay) = &mut self.relay {
            relay.end(damage);
            match &mut self.current {
                // There is more text than the first piece, which is still to be taken.
                Some((_, reader)) if reader.is_done() => return,
                // There is not, but for a row that has no end.
                Some((_, reader)) => reader.parser().stop_at(u64::MAX),
                None => {}
            }
        }
        if let Some((entry, reader)) = self.current.take() {
            match reader.finish(damage) {
                Ok((report, set_aside, read)) => self.add(entry, Ok(report), set_aside, read.text),
                Err(problem) => self.add(entry, Err(problem), Vec::new(), None),
            }
        }
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        if let Some(relay) = self.relay.as_mut().filter(|relay| relay.is_begun()) {
            return relay.refuse(problem);
        }
        // One that began, and cannot be gone on with.
        let begun = self.current.take().map(|(entry, reader)| {
            reader.give_up();
            entry
        });
        let entry = match begun {
            Some(entry) if name.is_some() => entry,
            _ => self.unique(name),
        };
        self.add(entry, Err(problem), Vec::new(), None);
    }
}

impl Parts {
    /// A row beyond the end of what is to be read was seen.
    pub(super) fn is_done(&self) -> bool {
        self.current.as_ref().is_some_and(|(_, reader)| reader.is_done())
    }

    fn add(
        &mut self,
        entry: Option<String>,
        outcome: Result<FileReport, FileProblem>,
        set_aside: Vec<u8>,
        text: Option<KeptText>,
    ) {
        self.finished.push(ReadPart { entry, part: self.sink.key.part, outcome, set_aside, text });
        self.sink.key.part += 1;
    }

    /// A path that no other file in it has: `a.csv`, `a.csv (2)`.
    fn unique(&mut self, path: Option<&str>) -> Option<String> {
        let count = self.paths.entry(path.unwrap_or_default().to_owned()).or_default();
        *count += 1;
        let path = path?;
        Some(if *count == 1 { path.to_owned() } else { format!("{path} ({count})") })
    }
}

/// Whether what was packed so is one text, which comes as a stream.
fn is_a_stream(packed_in: &[ContainerKind]) -> bool {
    !packed_in.is_empty() && packed_in.iter().all(|&kind| kind == ContainerKind::Gzip)
}
