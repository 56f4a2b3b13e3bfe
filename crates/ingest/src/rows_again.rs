//! Many rows of a file, read again from their places in one walk.

use super::dialect::{Dialect, RowReader};
use super::facts::FileFacts;

/// The text is given to the dialect in pieces of so many bytes; a row that is further away is gone to at once.
const PIECE_BYTES: usize = 256 << 10;

/// Reads rows of one file again: all their cells, in the order of the file's columns.
#[derive(Debug)]
pub struct RowRereader {
    facts: FileFacts,
    /// Where the columns are in rows that bring names of their own, and how many names these had when that was found
    /// out.
    columns: (usize, Vec<Option<usize>>),
}

/// What the walk came to.
enum RowMatch {
    /// The wanted row.
    There,
    /// A row before it.
    Before,
    /// A row behind it: no row begins there.
    Past,
}

impl RowRereader {
    /// For rows of a file of which so much is known.
    pub fn new(facts: &FileFacts) -> Self {
        Self { facts: facts.clone(), columns: (usize::MAX, Vec::new()) }
    }

    /// Gives the cells of each row that begins at one of `offsets` (bytes in the file's text, in ascending order) to
    /// `take`. `text` is what stands there from the place `from` on; `is_all` says that it is all up to the end.
    /// Returns how many of the first places are done with: a row that is not whole in `text` is left, and those behind
    /// it. A place at which no row begins is passed over.
    pub fn read(
        &mut self,
        text: &[u8],
        from: u64,
        offsets: &[u64],
        is_all: bool,
        mut take: impl FnMut(&[&[u8]]),
    ) -> usize {
        let mut done = 0;
        while let Some(&offset) = offsets.get(done) {
            let Some(rest) = usize::try_from(offset - from).ok().and_then(|at| text.get(at..)) else {
                return if is_all { offsets.len() } else { done };
            };
            match self.walk(rest, &offsets[done..], is_all, &mut take) {
                0 if is_all => done += 1,
                0 => return done,
                more => done += more,
            }
        }
        done
    }

    /// Walks from the first of `offsets`, where `text` begins, as far as the walk meets them. Returns how many are done
    /// with; 0 when the text ends before the first of them is whole.
    fn walk(&mut self, text: &[u8], offsets: &[u64], is_all: bool, take: &mut impl FnMut(&[&[u8]])) -> usize {
        let (mut reader, before) = begin(&self.facts.dialect);
        let (begin, mut filled, mut done) = (offsets[0], 0, 0);
        loop {
            if !reader.advance(is_all && filled == text.len()) {
                if filled == text.len() {
                    return done;
                }
                let end = text.len().min(filled + PIECE_BYTES);
                reader.fill(&text[filled..end]);
                filled = end;
                continue;
            }
            let row = reader.row();
            let offset = begin + row.offset.saturating_sub(before);
            let row_match = match offset.cmp(&offsets[done]) {
                std::cmp::Ordering::Equal => RowMatch::There,
                std::cmp::Ordering::Less => RowMatch::Before,
                std::cmp::Ordering::Greater => RowMatch::Past,
            };
            match row_match {
                RowMatch::Before => continue,
                // Something before it swallowed it, perhaps: it is begun with. If that was done already, there is none.
                RowMatch::Past => return done.max(1),
                RowMatch::There => {}
            }
            if row.several_lines && row.cells.len() != self.facts.layout.columns {
                // As when the file was read: quotes that hold lines together which make no row were text.
                reader.reject();
                reader.advance(true);
            }
            self.give(&*reader, take);
            done += 1;
            if offsets.get(done).is_none_or(|next| next - offset > PIECE_BYTES as u64) {
                return done;
            }
        }
    }

    fn give(&mut self, reader: &dyn RowReader, take: &mut impl FnMut(&[&[u8]])) {
        let row = reader.row();
        let Some(own_names) = reader.names() else {
            let cells: Vec<&[u8]> = row.cells.iter().collect();
            return take(&cells);
        };
        // Rows with names of their own may have them in another order, and not all of them.
        if self.columns.0 != own_names.len() {
            let place = |name: &String| own_names.iter().position(|own| own == name);
            self.columns = (own_names.len(), self.facts.layout.names.iter().map(place).collect());
        }
        let cell = |at: &Option<usize>| at.map_or(&b""[..], |at| row.cells.get(at));
        let cells: Vec<&[u8]> = self.columns.1.iter().map(cell).collect();
        take(&cells);
    }
}

/// A dialect at a row, and how many bytes it was given that are none of the file's.
fn begin(dialect: &Dialect) -> (Box<dyn RowReader>, u64) {
    let mut reader = dialect.reader();
    let Dialect::Sql { table } = dialect else { return (reader, 0) };
    // A row of a statement: its beginning is far above.
    let statement = format!("INSERT INTO `{table}` VALUES ");
    reader.fill(statement.as_bytes());
    (reader, statement.len() as u64)
}
