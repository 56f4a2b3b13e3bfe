//! The serial numbers of the calls of a block, looked at when it is full: which of the calls were counted already, and
//! which are kept so that two exports can be joined.

use super::seen_calls::SeenCalls;
use calls::{NameColumn, narrow};
use query::{ReasonSerials, serial_hash};
use store::{ABSENT, Block, Column, Dictionaries, Selection};

/// Looks at the blocks of one file, one after another.
#[derive(Debug, Default)]
pub(super) struct BlockSerials {
    serials: Vec<i64>,
    switches: Vec<i64>,
    reasons: Vec<i64>,
    /// Of each end reason, the largest hash of a serial number that may still be kept.
    bounds: Vec<u64>,
}

impl BlockSerials {
    /// The calls of a block that are among `seen` or came before in `own`, to which the others are added; some calls of
    /// each end reason go to `kept`, whether they are duplicates or not.
    pub(super) fn look_at(
        &mut self,
        block: &Block,
        dictionaries: &Dictionaries,
        (seen, own): (&SeenCalls, &mut SeenCalls),
        kept: &mut ReasonSerials,
    ) -> Selection {
        let mut duplicates = Selection::none(block.rows());
        if block.column(Column::SerialNumber).same() == Some(ABSENT) {
            return duplicates;
        }
        block.column(Column::SerialNumber).unpack(&mut self.serials);
        block.column(Column::Name(NameColumn::Softswitch)).unpack(&mut self.switches);
        block.column(Column::EndReason).unpack(&mut self.reasons);
        let mut first = 0;
        for run in self.switches.chunk_by(|one, next| one == next) {
            let switch =
                (run[0] != ABSENT).then(|| dictionaries.names(NameColumn::Softswitch).get(narrow::number(run[0])));
            let rows = first..first + run.len();
            let serials = self.serials[rows.clone()].iter().zip(rows).filter(|&(&serial, _)| serial != ABSENT);
            own.add_all(seen, switch, serials.map(|(&serial, row)| (row, serial)), |row| duplicates.add(row));
            first += run.len();
        }
        self.bounds.resize(dictionaries.reasons().len(), u64::MAX);
        for (&serial, &reason) in self.serials.iter().zip(&self.reasons).filter(|&(&serial, _)| serial != ABSENT) {
            let bound = &mut self.bounds[narrow::index(reason)];
            if serial_hash(serial) <= *bound {
                *bound = kept.add(dictionaries.reason(narrow::number(reason)), serial);
            }
        }
        duplicates
    }
}
