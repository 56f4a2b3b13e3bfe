//! Where statements and rows of SQL begin and end.

use super::super::cells::unescaped;
use super::super::record::MAX_LINE_BYTES;
use super::last_part;

/// What was found at the beginning of the text.
pub(super) enum Found {
    /// A statement up to its rows or its end, so many bytes long.
    Statement(usize),
    /// So many bytes that mean nothing.
    Nothing(usize),
    More,
}

/// The names between parentheses that begin a line or follow a comma, in `CREATE TABLE`.
pub(super) fn columns_created(text: &str) -> Vec<String> {
    let inside = text.split_once('(').map_or("", |(_, inside)| inside);
    let lines = inside.lines().map(|line| line.trim().trim_start_matches(['(', ',']).trim());
    lines.filter(|line| line.starts_with(['`', '"'])).filter_map(|line| Words(line).next()).map(last_part).collect()
}

/// The words of a statement: names, with their quotes and the database before them, and keywords.
pub(super) struct Words<'a>(pub(super) &'a str);

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '='));
        let mut quote = None;
        let end = text.find(|c: char| {
            match quote {
                Some(open) => {
                    if c == open {
                        quote = None;
                    }
                    return false;
                }
                None if matches!(c, '`' | '"') => quote = Some(c),
                None => {}
            }
            quote.is_none() && (c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '='))
        });
        let (word, rest) = text.split_at(end.unwrap_or(text.len()));
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }
}

/// What stands at the beginning of `text`: a statement ends before its first row, or with its semicolon.
pub(super) fn statement(text: &[u8], at_end: bool) -> Found {
    let blank = text.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b';').count();
    if blank > 0 {
        return Found::Nothing(blank);
    }
    let up_to = |mark: &[u8]| match memchr::memmem::find(text, mark) {
        Some(at) => Found::Nothing(at + mark.len()),
        None if at_end => Found::Nothing(text.len()),
        // The same bytes are passed over wherever slices end.
        None if text.len() > MAX_LINE_BYTES => Found::Nothing(MAX_LINE_BYTES / 2),
        None => Found::More,
    };
    match text {
        [] => return Found::More,
        [b'#', ..] | [b'-', b'-', ..] => return up_to(b"\n"),
        [b'/', b'*', ..] => return up_to(b"*/"),
        [b'-' | b'/'] if !at_end => return Found::More,
        _ => {}
    }
    let (mut at, mut quote) = (0, None);
    while let Some(&byte) = text.get(at).filter(|_| at <= MAX_LINE_BYTES) {
        match (quote, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'\'' | b'"' | b'`') => quote = Some(byte),
            (None, b';') => return Found::Statement(at + 1),
            (None, b'v' | b'V') if ends_with_values(text, at) => return Found::Statement(at + 6),
            _ => {}
        }
        at += 1;
    }
    match () {
        () if at_end => Found::Nothing(text.len()),
        // No head of a statement is so long: this is something else.
        () if text.len() > MAX_LINE_BYTES => Found::Nothing(MAX_LINE_BYTES),
        () => Found::More,
    }
}

/// The word VALUES stands at `at`, and something behind it.
fn ends_with_values(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).is_none_or(|before| !text[before].is_ascii_alphanumeric() && text[before] != b'_');
    let word = text.get(at..at + 6).is_some_and(|word| word.eq_ignore_ascii_case(b"VALUES"));
    before && word && text.get(at + 6).is_some_and(|&byte| byte.is_ascii_whitespace() || byte == b'(')
}

/// Where a row ends that cannot be read: before what looks like the next one or the end of the statement. `None` when
/// neither is there.
pub(super) fn next_row(text: &[u8]) -> Option<usize> {
    let blank = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    memchr::memchr_iter(b')', text).find_map(|close| {
        let mark = close + 1 + blank(close + 1);
        match text.get(mark)? {
            b';' => Some(mark),
            b',' => Some(mark + 1 + blank(mark + 1)).filter(|&next| text.get(next) == Some(&b'(')),
            _ => None,
        }
    })
}

/// What a row turned out to be.
pub(super) enum RowFound {
    /// So long, with values as ranges of `unquoted`.
    Whole { length: usize, values: Vec<(usize, usize)>, unquoted: Vec<u8> },
    /// A quote closes where no value ends: it was none, or the one before it.
    Misread,
    /// It is not there as a whole.
    More,
}

pub(super) fn row(text: &[u8]) -> RowFound {
    let (mut values, mut unquoted) = (Vec::new(), Vec::new());
    let (mut from, mut depth, mut quote, mut was_quoted) = (0, 0, None, false);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match (quote, byte) {
            (Some(_), b'\\') => {
                at += 1;
                let Some(&letter) = text.get(at) else { return RowFound::More };
                unquoted.push(unescaped(letter));
            }
            (Some(open), _) if byte == open => {
                // Doubled it is one of the text; whether it is, the next byte tells.
                match text.get(at + 1) {
                    None => return RowFound::More,
                    Some(&next) if next == open => {
                        at += 1;
                        unquoted.push(open);
                    }
                    Some(_) => quote = None,
                }
            }
            (Some(_), _) => unquoted.push(byte),
            (None, _) if was_quoted && !matches!(byte, b',' | b')') && !byte.is_ascii_whitespace() => {
                return RowFound::Misread;
            }
            (None, b'\'' | b'"') => {
                quote = Some(byte);
                was_quoted = true;
                // `_binary 'x'` and the like.
                unquoted.truncate(from);
            }
            (None, b'(') => {
                if depth > 0 {
                    unquoted.push(byte);
                }
                depth += 1;
            }
            (None, b',') if depth == 1 => {
                values.push((from, unquoted.len()));
                from = unquoted.len();
                was_quoted = false;
            }
            (None, b')') => {
                depth -= 1;
                if depth == 0 {
                    values.push((from, unquoted.len()));
                    return RowFound::Whole { length: at + 1, values, unquoted };
                }
                unquoted.push(byte);
            }
            (None, _) if byte.is_ascii_whitespace() => {}
            (None, _) => unquoted.push(byte),
        }
        at += 1;
    }
    RowFound::More
}
