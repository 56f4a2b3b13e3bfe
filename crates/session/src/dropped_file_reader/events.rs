//! What is found out while a dropped file is read, in the order in which it is to be told.

use super::{DroppedFileReader, ReadPart};
use crate::piece_reader::PieceRead;
use ingest::{FileProblem, KeptText};

/// What was found out since the last time.
#[derive(Debug)]
pub enum ReadEvent {
    /// A file was finished: the dropped one, or one that was in it. What was kept before is of this one.
    Finished(Box<ReadPart>),
    /// The first piece of a packed stream is read, or cannot be; all of its text follows, for others to read
    /// ([`DroppedFileReader::relaying_from`]).
    FirstPiece(Result<Box<PieceRead>, FileProblem>),
    /// More of the text that is handed on.
    Relayed(Vec<u8>),
    /// Text of the file that is read now, where that is not in the dropped file as it is.
    Text(KeptText),
    /// CSV lines, without a header, of the rows set aside in the file that is read now.
    SetAside(Vec<u8>),
}

/// How many bytes there are to be, before an event tells of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeastBytes {
    /// Of [`ReadEvent::Relayed`].
    pub relayed: usize,
    /// Of [`ReadEvent::SetAside`].
    pub set_aside: usize,
}

impl DroppedFileReader {
    /// What was found out since the last time. To be asked after every [`DroppedFileReader::push`], and after
    /// [`DroppedFileReader::end`].
    pub fn events(&mut self, least: LeastBytes) -> Vec<ReadEvent> {
        let finished = self.take_finished().into_iter().map(|part| ReadEvent::Finished(Box::new(part)));
        let mut events: Vec<ReadEvent> = finished.collect();
        events.extend(self.take_first_piece().map(|read| ReadEvent::FirstPiece(read.map(Box::new))));
        events.extend(self.take_relayed(least.relayed).map(ReadEvent::Relayed));
        events.extend(self.take_text().map(ReadEvent::Text));
        events.extend(self.take_set_aside(least.set_aside).map(ReadEvent::SetAside));
        events
    }
}
