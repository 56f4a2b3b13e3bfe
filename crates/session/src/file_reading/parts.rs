//! The files in a dropped one, as they are unpacked.

use super::{Part, ReadSettings};
use crate::file_report::{FileReport, Keep, TextReading};
use crate::handing_on::HandingOn;
use ingest::{ContainerKind, Damage, FileProblem, KeptText, Receiver};
use std::collections::BTreeMap;

/// The files in it.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) name: String,
    pub(super) settings: ReadSettings,
    /// Where calls go; its key is that of the next file.
    pub(super) keep: Keep,
    /// Rows will be read again, by their places.
    pub(super) keeps_text: bool,
    /// The text of a stream that is packed, of which this one reads the first piece only.
    pub(super) handing_on: Option<HandingOn>,
    pub(super) current: Option<(Option<String>, TextReading)>,
    pub(super) finished: Vec<Part>,
    /// How often each path came: archives may have one several times.
    pub(super) paths: BTreeMap<String, usize>,
}

impl Receiver for Parts {
    fn begin(&mut self, name: Option<&str>, packed_in: &[ContainerKind]) {
        let name = self.unique(name);
        self.handing_on.take_if(|_| name.is_some() || !is_a_stream(packed_in));
        let options = self.settings.options(name.as_deref().unwrap_or_default());
        let full = name.as_ref().map_or_else(|| self.name.clone(), |name| format!("{}/{name}", self.name));
        let reading = TextReading::new(&full, self.settings.language, options, packed_in, self.keep.clone());
        let mut reading = reading;
        if self.keeps_text {
            reading.keep_text();
        }
        self.current = Some((name, reading));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        if let Some(handing_on) = &mut self.handing_on {
            handing_on.add(bytes);
        }
        let Some((_, reading)) = self.current.as_mut().filter(|(_, reading)| !reading.is_done()) else {
            // What is behind a first piece is only handed on.
            return Ok(());
        };
        reading.push(bytes)?;
        if let Some(handing_on) = &mut self.handing_on
            && !handing_on.knows(reading.parser())
        {
            self.handing_on = None;
        }
        Ok(())
    }

    fn end(&mut self, damage: Option<Damage>) {
        if let Some(handing_on) = &mut self.handing_on {
            handing_on.end(damage);
            match &mut self.current {
                // There is more text than the first piece, which is still to be taken.
                Some((_, reading)) if reading.is_done() => return,
                // There is not, but for a row that has no end.
                Some((_, reading)) => reading.parser().stop_at(u64::MAX),
                None => {}
            }
        }
        if let Some((entry, reading)) = self.current.take() {
            match reading.finish(damage) {
                Ok((report, set_aside, read)) => self.add(entry, Ok(report), set_aside, read.text),
                Err(problem) => self.add(entry, Err(problem), Vec::new(), None),
            }
        }
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        if let Some(handing_on) = self.handing_on.as_mut().filter(|handing_on| handing_on.is_begun()) {
            return handing_on.refuse(problem);
        }
        // One that began, and cannot be gone on with.
        let begun = self.current.take().map(|(entry, reading)| {
            reading.give_up();
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
        self.current.as_ref().is_some_and(|(_, reading)| reading.is_done())
    }

    fn add(
        &mut self,
        entry: Option<String>,
        outcome: Result<FileReport, FileProblem>,
        set_aside: Vec<u8>,
        text: Option<KeptText>,
    ) {
        self.finished.push(Part { entry, part: self.keep.key.part, outcome, set_aside, text });
        self.keep.key.part += 1;
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
