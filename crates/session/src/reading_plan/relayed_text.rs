//! Texts that are unpacked by one worker and read by all.

use super::piece_sizes::PieceSizes;
use super::planned_file::{PartState, PlannedFile, PlannedPart, PlannedText};
use super::{ReadingPlan, Stream};
use crate::piece_reader::{PieceRead, PieceSpec};
use calls::narrow;
use ingest::{Damage, FileFacts};

impl ReadingPlan {
    /// The worker that unpacks a file has read the first piece of its text, and hands that on from now on.
    pub fn first_read(&mut self, id: u32, worker: u32, read: PieceRead) {
        let at = self.sizes.hand_on_at();
        if let (Some(file), Some(facts), Some(next)) = (self.file(id), &read.report.facts, at) {
            // Places in a text are behind its byte order mark.
            let facts = FileFacts { layout: read.bounds.layout_after.clone(), mark_bytes: 0, ..facts.clone() };
            let comes_from = Some(worker);
            let text = PlannedText { facts, bytes: 0, packed: 0, next, comes_from, is_lost: false, damage: None };
            file.parts.truncate(1);
            file.text = Some(text);
        }
        self.piece_read(id, 0, worker, read);
    }

    /// So many more bytes of a text are there; of the dropped file, `packed` are unpacked.
    pub fn text_grew(&mut self, id: u32, bytes: u64, packed: u64) {
        let sizes = self.sizes;
        let Some(file) = self.file(id) else { return };
        let Some(text) = &mut file.text else { return };
        (text.bytes, text.packed) = (text.bytes + bytes, packed);
        while let Some(end) = sizes.next_of_text(text.next, text.bytes) {
            file.parts.push(text.next_part(file.parts.len(), end));
        }
    }

    /// All of a text is there; with what was wrong with what it was packed in.
    pub fn text_ended(&mut self, id: u32, damage: Option<Damage>) {
        let Some(file) = self.file(id) else { return };
        let Some(text) = &mut file.text else { return };
        (text.packed, text.comes_from, text.damage) = (file.bytes, None, damage);
        if text.next < text.bytes {
            file.parts.push(text.next_part(file.parts.len(), text.bytes));
        }
    }

    /// How many bytes of the dropped file were unpacked, where its text is handed on, for each byte of the text.
    pub fn packed_share(&self, id: u32) -> Option<f64> {
        let text = self.files.iter().find(|file| file.id == id)?.text.as_ref()?;
        Some(if text.bytes == 0 { 0.0 } else { text.packed as f64 / text.bytes as f64 })
    }
}

impl PlannedText {
    fn next_part(&mut self, parts: usize, end: u64) -> PlannedPart {
        let begin = std::mem::replace(&mut self.next, end);
        let facts = self.facts.clone();
        PlannedPart::new(Some(PieceSpec { part: narrow::count(parts), begin, end, exact: false, facts }))
    }
}

impl PlannedFile {
    /// Nobody is unpacking it: where its text is handed on, all of it is there that ever will be.
    pub(super) fn has_all_text(&self) -> bool {
        self.text.as_ref().is_none_or(|text| text.comes_from.is_none())
    }

    /// That worker is unpacking it.
    pub(super) fn comes_from(&self, worker: u32) -> bool {
        self.text.as_ref().is_some_and(|text| text.comes_from == Some(worker))
    }

    /// Its text can never be all there: it is about to be begun anew.
    pub(super) fn has_lost_text(&self) -> bool {
        self.text.as_ref().is_some_and(|text| text.is_lost)
    }

    /// What whoever reads its beginning does with a packed stream.
    pub(super) fn stream(&self, sizes: PieceSizes) -> Stream {
        match sizes.hand_on_at() {
            Some(end) if self.text.is_some() => Stream::ReadFirst { end },
            Some(at) if !self.whole => Stream::Relay { at },
            _ => Stream::ReadAll,
        }
    }

    /// Bytes of a part, if it was read: of the text, where that is handed on.
    pub(super) fn bytes_of(&self, part: &PlannedPart, sizes: PieceSizes) -> u64 {
        match (&part.state, &part.spec) {
            (PartState::Read(..), Some(spec)) => spec.end.saturating_sub(spec.begin),
            (PartState::Read(..), None) if self.text.is_some() => sizes.hand_on_at().unwrap_or_default(),
            (PartState::Read(..), None) => sizes.first(self.bytes),
            _ => 0,
        }
    }

    /// A worker is gone: whether it was unpacking the text, which then is never all there.
    pub(super) fn lose_text(&mut self, worker: u32) -> bool {
        let comes_from_it = self.comes_from(worker);
        let Some(text) = self.text.as_mut().filter(|_| comes_from_it) else { return false };
        (text.comes_from, text.is_lost) = (None, true);
        // That is what it was at.
        self.parts[0].lost += 1;
        true
    }
}
