//! The rows that were set aside, as a CSV file: `file,line,column,reason,text`.

use super::no_formula;
use ingest::SetAside;
use words::Language;

/// Collects rows set aside as CSV text, to be taken away in pieces, so that any number of them can be downloaded.
#[derive(Debug)]
pub struct SetAsideCsv {
    language: Language,
    text: Vec<u8>,
}

impl SetAsideCsv {
    /// The line that names the columns.
    pub fn header() -> &'static str {
        "file,line,column,reason,text\r\n"
    }

    /// Reasons are written in `language`.
    pub fn new(language: Language) -> Self {
        Self { language, text: Vec::new() }
    }

    /// Adds a row of the file named `file`.
    pub fn add(&mut self, file: &str, row: &SetAside) {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(std::mem::take(&mut self.text));
        let line = row.line.to_string();
        let column = row.column.map(|column| column.to_string()).unwrap_or_default();
        let reason = self.language.set_aside_reason(&row.reason);
        // Writing to memory cannot fail.
        let _ = writer.write_record([&*no_formula(file), &*line, &*column, &*reason, &*no_formula(&row.text)]);
        self.text = writer.into_inner().unwrap_or_default();
    }

    /// What was added since the last time, without a header.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }

    /// Bytes that [`SetAsideCsv::take`] would give.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Nothing was added since the last time.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The lines of such a file, without its header, with so many more lines of the file before each: what was read in
/// pieces counts its lines from the first row of its piece.
pub fn moved_lines(csv: &[u8], lines: u64) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    // What was written as CSV can be read, and writing to memory cannot fail.
    for record in reader.byte_records().flatten() {
        let line = |cell: &[u8]| std::str::from_utf8(cell).ok()?.parse::<u64>().ok();
        for (at, cell) in record.iter().enumerate() {
            let _ = match line(cell).filter(|_| at == 1) {
                Some(number) => writer.write_field((number + lines).to_string()),
                None => writer.write_field(cell),
            };
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_piece_become_those_of_the_file() {
        let piece = "a.csv,7,2,why,\"two\r\nlines\"\r\na.csv,9,,\"a, b\",'=1\r\n";
        let moved = String::from_utf8(moved_lines(piece.as_bytes(), 1000)).unwrap();
        assert_eq!(moved, piece.replace(",7,", ",1007,").replace(",9,", ",1009,"));
    }
    use ingest::SetAsideReason;

    #[test]
    fn a_row_reads_back_as_it_stood_in_the_file() {
        let mut csv = SetAsideCsv::new(Language::English);
        let row = |line, text: &str| SetAside {
            line,
            column: (line == 2).then_some(3),
            reason: SetAsideReason::ColumnCount { expected: 18, found: 2 },
            text: text.to_owned(),
        };
        csv.add("a,b.txt", &row(2, "say \"hi\",\nthere"));
        csv.add("=b.txt", &row(4, "=1+1"));
        let text = [SetAsideCsv::header().as_bytes(), &csv.take()].concat();
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0][..3], ["a,b.txt", "2", "3"]);
        assert_eq!(rows[0][4], "say \"hi\",\nthere");
        assert_eq!((rows[1][0].as_str(), rows[1][4].as_str()), ("'=b.txt", "'=1+1"));
        assert!(csv.is_empty());
    }
}
