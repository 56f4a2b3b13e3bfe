//! What a file is, from the beginning of its text.

use super::dialect::{CsvDialect, Dialect, LineEnd, Quoting, RowReader, SqlInserts, table_of_day};
use super::layout::{self, Candidate, Layout, LayoutEvidence, Mapping};
use super::problem::{FileProblem, ForeignKind};
use super::table::Preview;
use calls::LocalZone;
use calls::values::{self, DateOrder, Value};
use calls::{Field, FieldKind};
use sorting::Sort;

/// What a file is taken for is decided from this many bytes of its text, or from all where it has fewer.
pub const HEAD_BYTES: usize = 64 << 10;

/// Where there is not one whole row in these: an object, or what stands before the rows of a dump, may be long.
pub(super) const LONG_HEAD_BYTES: usize = 1 << 20;

const DELIMITERS: [u8; 4] = [b',', b'\t', b'|', b';'];

/// So many rows are looked at.
const LOOKED_AT_ROWS: usize = 100;

/// A file that can be read.
#[derive(Debug)]
pub(super) struct Sniffed {
    pub(super) dialect: Dialect,
    pub(super) layout: Layout,
    /// Rows before the first call: those above a header, the header, and what belongs to it.
    pub(super) skip_rows: usize,
    /// Of these, rows above the header.
    pub(super) passed_over: usize,
    pub(super) head: Preview,
}

/// The first rows of a text, in one of the ways to read it.
struct Trial {
    dialect: Dialect,
    rows: Vec<Vec<String>>,
    /// The first row are names that each row brings along.
    brings_names: bool,
}

/// Decides from `head`, the beginning of the text, or, `whole`, all there is. `None` when more of it is needed.
pub(super) fn sniff(
    head: &[u8],
    whole: bool,
    chosen: Option<&Mapping>,
    kept: &[Mapping],
) -> Option<Result<Sniffed, FileProblem>> {
    let text = head.trim_ascii();
    if text.is_empty() {
        return Some(Err(if whole { FileProblem::Empty } else { FileProblem::NoLineEnd }));
    }
    let trials = trials(head, whole);
    let more_may_come = !whole && head.len() < LONG_HEAD_BYTES;
    let is_json = trials.iter().any(|trial| trial.dialect == Dialect::Json);
    if is_json && more_may_come && trials.iter().all(|trial| trial.rows.len() < 2) {
        return None;
    }
    if let Some(mapping) = chosen {
        return Some(by_mapping(trials, mapping));
    }
    let best = trials
        .iter()
        .filter_map(|trial| Some((trial, layout::recognise(&trial.rows, trial.brings_names, kept)?)))
        .map(|(trial, found)| (rank(trial, &found, head), trial, found))
        .reduce(|best, other| if other.0 > best.0 { other } else { best });
    Some(match best {
        Some((_, trial, found)) if found.strength >= 1000 => Ok(sniffed(trial, found)),
        Some((_, trial, found)) if found.strength >= 10 => {
            let table = Preview::new(&found.layout.names, &trial.rows[found.first_row..]);
            Err(FileProblem::MissingColumns { missing: found.layout.missing(), table: Box::new(table) })
        }
        _ if is_sql(head) && more_may_come => return None,
        // The tables of a dump come one after another, and the calls' may come late.
        _ if is_sql(head) && !whole => {
            without_rows(Dialect::Sql { table: "e_cdr".to_owned() }, "e_cdr").ok_or(FileProblem::Empty)
        }
        _ => empty_answer(&trials).map_or_else(|| Err(unknown(trials, text, whole)), Ok),
    })
}

/// How well a way to read a text does, against others: by what it finds, then by how many rows have its columns.
fn rank(trial: &Trial, found: &Candidate, head: &[u8]) -> (u32, usize, bool) {
    let fitting = trial.rows.iter().filter(|row| row.len() == found.layout.columns).count();
    let usual = match trial.dialect {
        Dialect::Delimited(dialect) => (dialect.quoting == Quoting::Backslash) == only_escapes(head),
        Dialect::Json | Dialect::Sql { .. } => true,
    };
    (found.strength, fitting, usual)
}

/// Every backslash begins something that MySQL writes.
fn only_escapes(head: &[u8]) -> bool {
    let mut bytes = head.iter();
    let mut any = false;
    while let Some(&byte) = bytes.next() {
        if byte == b'\\' {
            any = true;
            if !matches!(
                bytes.next(),
                Some(b'N' | b'n' | b't' | b'r' | b'0' | b'Z' | b'b' | b'"' | b'\'' | b'\\' | b'\n' | b'\t' | b',')
                    | None
            ) {
                return false;
            }
        }
    }
    any
}

fn sniffed(trial: &Trial, found: Candidate) -> Sniffed {
    let Candidate { layout, first_row, header_row, .. } = found;
    let shown = &trial.rows[first_row.min(trial.rows.len())..];
    let layout = with_decimals(layout, trial, shown);
    let names = if trial.brings_names || header_row.is_some() { layout.names.clone() } else { Vec::new() };
    let in_rows = !trial.brings_names;
    Sniffed {
        dialect: trial.dialect.clone(),
        head: Preview::new(&names, shown),
        skip_rows: if in_rows { first_row } else { 0 },
        passed_over: if in_rows { header_row.unwrap_or(0) } else { 0 },
        layout,
    }
}

/// Semicolons stand between cells where commas stand before decimals: that is taken, where nothing else tells.
fn with_decimals(mut layout: Layout, trial: &Trial, rows: &[Vec<String>]) -> Layout {
    let semicolons = matches!(trial.dialect, Dialect::Delimited(dialect) if dialect.delimiter == b';');
    if semicolons && layout.evidence != LayoutEvidence::Chosen && layout.evidence != LayoutEvidence::KeptMapping {
        let numbers = |(field, _): &(Field, layout::FieldColumn)| {
            matches!(field.kind(), FieldKind::Money | FieldKind::Seconds | FieldKind::Millis)
        };
        let columns: Vec<usize> = layout.fields().filter(numbers).map(|(_, place)| place.column).collect();
        let cells = || rows.iter().flat_map(|row| columns.iter().filter_map(|&column| row.get(column)));
        let has_points = cells().any(|cell| cell.contains('.'));
        layout.style.decimal_comma |= !has_points;
    }
    layout
}

/// An answer of the interface without calls in it is no unknown table.
fn empty_answer(trials: &[Trial]) -> Option<Sniffed> {
    let is_empty = |trial: &Trial| trial.dialect == Dialect::Json && trial.rows.is_empty();
    trials.iter().any(is_empty).then(|| without_rows(Dialect::Json, "getcdr")).flatten()
}

/// A format whose rows bring their names, before any came.
fn without_rows(dialect: Dialect, format: &str) -> Option<Sniffed> {
    let layout = Layout::of_no_rows(format)?;
    Some(Sniffed { dialect, layout, skip_rows: 0, passed_over: 0, head: Preview::default() })
}

/// As a person says, whatever is in the file.
fn by_mapping(trials: Vec<Trial>, mapping: &Mapping) -> Result<Sniffed, FileProblem> {
    // Where it does not say how many columns there are, as many as most rows have.
    let with_columns = |trial: &Trial| match mapping.columns {
        0 => common_columns(&trial.rows).map_or(0, |(_, rows)| rows),
        _ => trial.rows.iter().filter(|row| mapping.has_columns(row)).count(),
    };
    let best = trials.iter().reduce(|best, other| if with_columns(other) > with_columns(best) { other } else { best });
    let Some(trial) = best else { return Err(FileProblem::Empty) };
    let header_row = if mapping.header.is_empty() {
        None
    } else {
        // A header that was named otherwise when the mapping was made is the first row all the same.
        Some(trial.rows.iter().position(|row| mapping.is_header(row)).unwrap_or(0))
    };
    let names = header_row.and_then(|at| trial.rows.get(at).cloned()).unwrap_or_default();
    let mut layout = mapping.layout(&names, LayoutEvidence::Chosen);
    if layout.columns == 0 {
        layout.columns = common_columns(&trial.rows).map_or(0, |(columns, _)| columns);
    }
    let first_row = header_row.map_or(0, |at| at + 1);
    Ok(sniffed(trial, Candidate { strength: u32::MAX, layout, first_row, header_row }))
}

/// Why nothing was found.
fn unknown(trials: Vec<Trial>, text: &[u8], whole: bool) -> FileProblem {
    if !whole && memchr::memchr2(b'\n', b'\r', text).is_none() {
        return FileProblem::NoLineEnd;
    }
    let table = trials
        .iter()
        .filter_map(|trial| Some((common_columns(&trial.rows)?, trial)))
        .max_by_key(|&((columns, rows), _)| (rows, columns));
    if let Some(((columns, _), trial)) = table {
        let rows: Vec<_> = trial.rows.iter().filter(|row| row.len() == columns).cloned().collect();
        let (names, rows) =
            if names_come_first(&rows) { (rows[0].clone(), &rows[1..]) } else { (Vec::new(), &rows[..]) };
        return FileProblem::NeedsMapping(Box::new(Preview::new(&names, rows)));
    }
    let first_line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    FileProblem::NotCdr { first_line: String::from_utf8_lossy(first_line.trim_ascii_end()).chars().take(120).collect() }
}

/// The number of columns that most rows have, and how many have it; `None` where that is no table: one column, one row,
/// or rows of all lengths.
fn common_columns(rows: &[Vec<String>]) -> Option<(usize, usize)> {
    let mut lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
    lengths.sort_unstable();
    let of = |length: usize| lengths.iter().filter(|&&other| other == length).count();
    let (count, columns) = lengths.iter().map(|&length| (of(length), length)).max()?;
    (columns > 2 && count > 1 && count * 10 >= rows.len() * 7).then_some((columns, count))
}

/// The first row has words where those below have numbers or times.
fn names_come_first(rows: &[Vec<String>]) -> bool {
    let is_value = |cell: &str| {
        let cell = cell.as_bytes();
        matches!(values::integer(cell), Value::Read(_))
            || matches!(values::money(cell, false), Value::Read(_))
            || matches!(values::instant(cell, DateOrder::Dmy, &LocalZone::default()), Value::Read(_))
    };
    let [first, below @ ..] = rows else { return false };
    !below.is_empty()
        && first.iter().all(|cell| !is_value(cell))
        && (0..first.len()).any(|column| below.iter().any(|row| is_value(&row[column])))
}

/// The text in every way that it may be meant.
fn trials(head: &[u8], whole: bool) -> Vec<Trial> {
    let text = head.trim_ascii_start();
    if matches!(text.first(), Some(b'{' | b'[')) && looks_like_json(text) {
        return vec![read(Dialect::Json, head, whole)];
    }
    if is_sql(head) {
        let tables = inserts(head, whole);
        if !tables.is_empty() {
            return tables;
        }
    }
    // A return alone ends lines only where no newline does.
    let line_end = match memchr::memchr(b'\n', head) {
        None if memchr::memchr(b'\r', text.trim_ascii_end()).is_some() => LineEnd::CarriageReturn,
        _ => LineEnd::Newline,
    };
    let quotings: &[Quoting] = if memchr::memchr(b'\\', head).is_some() {
        &[Quoting::Doubled, Quoting::Backslash]
    } else {
        &[Quoting::Doubled]
    };
    let mut trials = Vec::new();
    for delimiter in DELIMITERS.into_iter().filter(|&delimiter| memchr::memchr(delimiter, head).is_some()) {
        for &quoting in quotings {
            trials.push(read(Dialect::Delimited(CsvDialect { delimiter, quoting, line_end }), head, whole));
        }
    }
    trials
}

/// Behind its first bracket an array or object has nothing but these.
fn looks_like_json(text: &[u8]) -> bool {
    let next = text[1..].iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(next, Some(b'"' | b'{' | b'}' | b']') | None)
}

fn read(dialect: Dialect, head: &[u8], whole: bool) -> Trial {
    let mut reader = dialect.reader();
    reader.fill(head);
    let mut rows = Vec::new();
    while rows.len() < LOOKED_AT_ROWS && reader.advance(whole) {
        let row = reader.row();
        // What is damaged says nothing of what the file is.
        if row.fault.is_none() {
            rows.push(row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
        }
    }
    let names = reader.names().map(<[String]>::to_vec);
    with_names(dialect, rows, names)
}

fn with_names(dialect: Dialect, mut rows: Vec<Vec<String>>, names: Option<Vec<String>>) -> Trial {
    let brings_names = names.as_ref().is_some_and(|names| !names.is_empty());
    if let Some(names) = names.filter(|_| brings_names) {
        for row in &mut rows {
            row.resize(names.len(), String::new());
        }
        rows.insert(0, names);
    }
    Trial { dialect, rows, brings_names }
}

/// Statements of SQL stand in it.
fn is_sql(head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    let has = |words: &[u8]| memchr::memmem::find(&lower, words).is_some();
    has(b"create table") || has(b"replace into") || (has(b"insert ") && has(b"values"))
}

/// The tables that rows are inserted into, or that are created for them.
fn inserts(head: &[u8], whole: bool) -> Vec<Trial> {
    let mut all = SqlInserts::new(None);
    let mut tables: Vec<String> = Vec::new();
    all.fill(head);
    while all.advance(whole) {
        let table = table_of_day(all.table());
        if !tables.iter().any(|other| other == table) {
            tables.push(table.to_owned());
        }
    }
    let mut trials: Vec<Trial> =
        tables.iter().map(|table| read(Dialect::Sql { table: table.clone() }, head, whole)).collect();
    for (name, columns) in all.created() {
        let table = table_of_day(name).to_owned();
        if !tables.contains(&table) {
            tables.push(table.clone());
            trials.push(with_names(Dialect::Sql { table }, Vec::new(), Some(columns.to_vec())));
        }
    }
    // A map has no order, and of two tables that fit the same one must be taken every time.
    trials.order_by(|one, other| table_name(&one.dialect).cmp(table_name(&other.dialect)));
    trials
}

fn table_name(dialect: &Dialect) -> &str {
    match dialect {
        Dialect::Sql { table } => table,
        Dialect::Delimited(_) | Dialect::Json => "",
    }
}

/// How much the text of a sheet looks like calls.
pub(super) fn strength(head: &[u8]) -> u32 {
    let trial = read(Dialect::Delimited(CsvDialect::default()), head, true);
    layout::recognise(&trial.rows, false, &[]).map_or(0, |found| found.strength)
}

/// Files that are dropped by mistake, or that cannot be read, by their first bytes.
pub(super) fn foreign(head: &[u8]) -> Option<ForeignKind> {
    const SIGNATURES: &[(&[u8], ForeignKind)] = &[
        (b"\x89PNG", ForeignKind::Picture),
        (b"\xFF\xD8\xFF", ForeignKind::Picture),
        (b"GIF8", ForeignKind::Picture),
        (b"BM", ForeignKind::Picture),
        (b"%PDF", ForeignKind::Pdf),
        (b"7z\xBC\xAF\x27\x1C", ForeignKind::Archive),
        (b"\xFD7zXZ", ForeignKind::Archive),
        (b"BZh", ForeignKind::Archive),
        (b"Rar!", ForeignKind::Archive),
        (b"\x28\xB5\x2F\xFD", ForeignKind::Archive),
        (b"\xD0\xCF\x11\xE0", ForeignKind::Workbook),
    ];
    let sample = &head[..head.len().min(4096)];
    // What a disk keeps free behind a log says nothing of it.
    let padded = sample.iter().rposition(|&byte| byte != 0).map_or(0, |at| at + 1);
    let sample = if padded > 0 && memchr::memchr(0, &sample[..padded]).is_none() { &sample[..padded] } else { sample };
    let nul = memchr::memchr(0, sample).is_some();
    let by_signature = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)).map(|&(_, kind)| kind);
    match by_signature {
        // "BM", "BZh" and "GIF8" could begin a text.
        Some(ForeignKind::Picture | ForeignKind::Archive) if head.is_ascii() && !nul => None,
        Some(kind) => Some(kind),
        None if head.starts_with(b"RIFF") && nul => Some(ForeignKind::Picture),
        None if sample.iter().filter(|&&byte| byte == 0).count() * 10 > sample.len() => Some(ForeignKind::Binary),
        None => None,
    }
}

#[cfg(test)]
mod tests;
