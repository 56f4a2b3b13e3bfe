//! The cells of a sheet as CSV, a line for each of its rows, so that a line's number is its row's.

/// What Excel allows; a file that says otherwise would be mostly line ends.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

/// How much text is given on at once.
const FULL_BYTES: usize = 256 << 10;

#[derive(Default)]
pub(super) struct Sheet {
    text: Vec<u8>,
    row: u32,
    column: u32,
}

impl Sheet {
    /// The next cell; they come row by row.
    pub(super) fn cell(&mut self, row: u32, column: u32, value: &str) {
        if value.is_empty() || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return;
        }
        while self.row < row {
            self.text.push(b'\n');
            self.row += 1;
            self.column = 0;
        }
        while self.column < column {
            self.text.push(b',');
            self.column += 1;
        }
        // A line end within a cell would make two lines of a row.
        let value = value.replace(['\r', '\n'], " ");
        if value.contains([',', '"']) {
            self.text.push(b'"');
            self.text.extend_from_slice(value.replace('"', "\"\"").as_bytes());
            self.text.push(b'"');
        } else {
            self.text.extend_from_slice(value.as_bytes());
        }
    }

    /// The text so far, once there is enough to give it on.
    pub(super) fn full(&mut self) -> Option<Vec<u8>> {
        (self.text.len() >= FULL_BYTES).then(|| std::mem::take(&mut self.text))
    }

    pub(super) fn so_far(&self) -> &[u8] {
        &self.text
    }

    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }
}
