#![expect(clippy::cast_possible_truncation, reason = "a record has no more than MAX_LINE_BYTES")]

use super::cells::Cells;
use super::record::MAX_LINE_BYTES;
use super::{Row, RowFault, RowReader};
use serde_json::Value;
use std::collections::HashMap;
use std::ops::Range;

/// What the names of a call's values begin with or contain: an object with two of these is a call, and what arrays it
/// has are its own. Any other object with an array of objects is an answer that calls come in.
const OF_CALLS: [&str; 14] = [
    "start",
    "stop",
    "end",
    "answer",
    "call",
    "dur",
    "bill",
    "hold",
    "flow",
    "uuid",
    "switch",
    "e164",
    "fee",
    "variables",
];

/// What answers without calls name the empty array.
const OF_ANSWERS: [&[u8]; 5] = [b"infoCdrs", b"data", b"rows", b"records", b"cdrs"];

/// Objects may have so many names among them; what has a further one is left out.
const MOST_NAMES: usize = 2000;

/// Objects, one a call, wherever they stand: one after another, one on a line, in an array, or in an array of an
/// answer, at any depth and by any name. Objects and arrays inside a call are taken apart: a value counts by the last
/// of its names.
#[derive(Debug, Default)]
pub(crate) struct JsonObjects {
    buffer: Vec<u8>,
    /// Bytes of the text before the buffer.
    gone: u64,
    /// What was given back already.
    start: usize,
    /// How far the walk has come.
    walked: usize,
    /// Where the object begins that the walk is in.
    object: Option<usize>,
    depth: usize,
    /// Brackets that are open around the array of an answer, and whether the walk is in that array: what stands beside
    /// it is no call.
    around: usize,
    in_array: bool,
    in_string: bool,
    escaped: bool,
    /// Names of a call's values that the object had so far.
    of_calls: usize,
    /// Where the last string began and ended.
    last_string: (usize, usize),
    /// Lines before `counted`.
    lines: u64,
    counted: usize,
    names: Vec<String>,
    places: HashMap<String, usize>,
    values: Vec<String>,
    joined: Vec<u8>,
    ends: Vec<u32>,
    /// The object that was gone on to.
    range: Range<usize>,
    fault: Option<RowFault>,
    cut: bool,
}

impl JsonObjects {
    /// Walks to the end of the next object: its place in the buffer, and whether it was cut.
    fn walk(&mut self, at_end: bool) -> Option<(usize, usize, bool)> {
        while let Some(&byte) = self.buffer.get(self.walked) {
            let at = self.walked;
            if let Some(begin) = self.object.filter(|begin| at - begin > MAX_LINE_BYTES) {
                return Some(self.give_up(begin));
            }
            self.walked += 1;
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_string = false;
                        self.last_string.1 = at;
                    }
                    _ => {}
                }
                continue;
            }
            match (byte, self.object) {
                (b'"', _) => {
                    self.in_string = true;
                    self.last_string.0 = at + 1;
                }
                (b'{', None) if self.in_array || self.around == 0 => {
                    self.object = Some(at);
                    (self.depth, self.of_calls) = (1, 0);
                }
                // Two are enough to know a call; most objects are calls.
                (b':', Some(_)) if self.of_calls < 2 => self.of_calls += usize::from(self.is_of_calls()),
                (b'[', _) if !at_end && !self.in_array && self.next_mark().is_none() => {
                    // What is in it is not there yet.
                    self.walked = at;
                    break;
                }
                (b'[', Some(begin)) if !self.in_array && self.of_calls < 2 && self.begins_calls() => {
                    // No call, but what calls come in: they are looked for inside.
                    self.start = begin + 1;
                    self.object = None;
                    (self.around, self.in_array) = (self.depth, true);
                }
                (b']', None) if self.in_array => self.in_array = false,
                (b'[', None) if self.around > 0 && !self.in_array && self.next_mark() == Some(b'{') => {
                    self.in_array = true
                }
                (b'{' | b'[', None) if self.around > 0 => self.around += 1,
                (b'}' | b']', None) if !self.in_array => self.around = self.around.saturating_sub(1),
                (b'{' | b'[', Some(_)) => self.depth += 1,
                (b'}' | b']', Some(begin)) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.object = None;
                        return Some((begin, at + 1, false));
                    }
                }
                _ => {}
            }
        }
        match self.object {
            Some(begin) if at_end => {
                self.object = None;
                Some((begin, self.buffer.len(), true))
            }
            Some(_) => None,
            None => {
                self.cut = at_end && (self.in_string || self.in_array);
                self.start = if self.in_string { self.last_string.0.saturating_sub(1) } else { self.walked };
                None
            }
        }
    }

    /// An object that is larger than any call lacks its end. Its first line alone is taken for it, and the next object
    /// is looked for on the next line that begins with one.
    fn give_up(&mut self, begin: usize) -> (usize, usize, bool) {
        let first_mark = |at: usize, passed: &[u8]| {
            self.buffer[at..self.walked].iter().find(|byte| !byte.is_ascii_whitespace() && !passed.contains(byte))
        };
        // On the next line, or behind a closing bracket and a comma: whether these stand in a string is not known any
        // more.
        let begins_one = |at: &usize| match self.buffer[*at] {
            b'\n' => first_mark(at + 1, b",[") == Some(&b'{'),
            _ => first_mark(at + 1, b"") == Some(&b',') && first_mark(at + 1, b",") == Some(&b'{'),
        };
        let marks = memchr::memchr2_iter(b'\n', b'}', &self.buffer[begin..self.walked]).map(|at| begin + at);
        let end = marks.into_iter().find(begins_one).map_or(self.walked, |at| at + 1);
        self.walked = end;
        (self.object, self.in_string, self.escaped) = (None, false, false);
        (begin, end, true)
    }

    /// What stands behind the bracket that the walk has just passed.
    fn next_mark(&self) -> Option<u8> {
        self.buffer[self.walked..].iter().copied().find(|byte| !byte.is_ascii_whitespace())
    }

    /// Whether the array that the walk has just entered is one of objects, or an answer's without any.
    fn begins_calls(&self) -> bool {
        let (from, to) = self.last_string;
        let name = self.buffer.get(from..to.max(from)).unwrap_or_default();
        match self.next_mark() {
            Some(b'{') => true,
            Some(b']') => OF_ANSWERS.contains(&name),
            _ => false,
        }
    }

    /// Whether the last string is a name that calls have.
    fn is_of_calls(&self) -> bool {
        let (from, to) = self.last_string;
        let name = self.buffer.get(from..to.max(from)).unwrap_or_default();
        // Longer ones are no names of columns, but statements, say.
        let name = String::from_utf8_lossy(&name[..name.len().min(40)]).to_ascii_lowercase();
        to.saturating_sub(from) <= 40 && OF_CALLS.iter().any(|part| name.contains(part))
    }

    fn read(&mut self, from: usize, to: usize) -> bool {
        self.values.iter_mut().for_each(String::clear);
        let Ok(Value::Object(object)) = serde_json::from_slice(&self.buffer[from..to]) else { return false };
        for (name, value) in object {
            self.value(&name, value);
        }
        true
    }

    fn value(&mut self, name: &str, value: Value) {
        let text = match value {
            Value::Object(object) => {
                return object.into_iter().for_each(|(inner, value)| {
                    // `{"$numberLong": "1"}`, as MongoDB writes numbers, has no name of its own.
                    let name = if inner.starts_with('$') { name } else { &inner };
                    self.value(name, value);
                });
            }
            Value::Array(values) => return values.into_iter().for_each(|value| self.value(name, value)),
            Value::Null => String::new(),
            Value::String(text) => decoded(text),
            other => other.to_string(),
        };
        let place = match self.places.get(name) {
            Some(&place) => place,
            None if self.names.len() == MOST_NAMES => return,
            None => {
                self.places.insert(name.to_owned(), self.names.len());
                self.names.push(name.to_owned());
                self.values.push(String::new());
                self.names.len() - 1
            }
        };
        // Of a name that stands twice the first value counts that there is.
        if self.values[place].is_empty() {
            self.values[place] = text;
        }
    }
}

/// FreeSWITCH writes values as addresses have them: `2026-03-02%2012%3A00%3A00`.
fn decoded(text: String) -> String {
    if !text.contains('%') || text.contains(' ') {
        return text;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        match (byte, code) {
            (b'%', None) => return text,
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = &after[2..];
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or(text)
}

impl RowReader for JsonObjects {
    fn fill(&mut self, text: &[u8]) {
        let gone = self.start.min(self.object.unwrap_or(self.start));
        if gone > 0 {
            self.lines += memchr::memchr_iter(b'\n', &self.buffer[self.counted..gone.max(self.counted)]).count() as u64;
            self.counted = self.counted.max(gone) - gone;
            self.buffer.drain(..gone);
            self.gone += gone as u64;
            self.walked -= gone;
            self.object = self.object.map(|object| object - gone);
            self.last_string = (self.last_string.0.saturating_sub(gone), self.last_string.1.saturating_sub(gone));
            self.start = 0;
        }
        self.buffer.extend_from_slice(text);
    }

    fn advance(&mut self, at_end: bool) -> bool {
        let Some((from, to, cut)) = self.walk(at_end) else { return false };
        self.start = to;
        self.lines += memchr::memchr_iter(b'\n', &self.buffer[self.counted..from.max(self.counted)]).count() as u64;
        self.counted = self.counted.max(from);
        self.fault = (cut || !self.read(from, to)).then_some(RowFault::Broken);
        self.joined.clear();
        self.ends.clear();
        for value in &self.values {
            self.joined.extend_from_slice(value.as_bytes());
            self.ends.push(self.joined.len() as u32);
        }
        self.range = from..to;
        self.cut = cut && at_end && to == self.buffer.len();
        true
    }

    fn row(&self) -> Row<'_> {
        let cells = Cells::joined(&self.joined, &self.ends);
        let text = &self.buffer[self.range.clone()];
        let offset = self.gone + self.range.start as u64;
        Row { line: self.lines + 1, offset, cells, text, several_lines: false, fault: self.fault }
    }

    fn is_cut(&self) -> bool {
        self.cut
    }

    fn names(&self) -> Option<&[String]> {
        Some(&self.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, slice: usize) -> Vec<String> {
        let mut json = JsonObjects::default();
        let mut rows = Vec::new();
        let mut read = |json: &mut JsonObjects, at_end| {
            while json.advance(at_end) {
                let row = json.row();
                let cells: Vec<_> = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
                rows.push(format!("{} {} {:?}", row.line, cells.join("|"), row.fault));
            }
        };
        for part in text.as_bytes().chunks(slice) {
            json.fill(part);
            read(&mut json, false);
        }
        read(&mut json, true);
        rows
    }

    #[test]
    fn calls_are_found_wherever_they_stand() {
        let calls = "{\"start\":1,\"to\":\"a{b\\\"\"},\n{\"to\":null,\"start\":2.5,\"more\":{\"x\":[true,{\"y\":-7}]}}";
        let expected = ["1 1|a{b\" None", "2 2.5||true|-7 None"];
        for text in [
            calls.replace("},\n", "}\n"),
            format!("[{calls}]"),
            format!("{{\"retCode\":0,\"infoCdrs\":[{calls}],\"x\":\"]}}\"}}"),
            format!("[{{\"infoCdrs\" : [{calls}], \"retCode\":0}}]"),
        ] {
            for slice in [1, 2, 3, 7, 4096] {
                assert_eq!(rows(&text, slice), expected, "{text}");
            }
        }
        assert_eq!(rows("{\"retCode\":-10033,\"infoCdrs\":[]}", 3), Vec::<String>::new());
    }

    #[test]
    fn what_is_cut_or_damaged_is_a_row_of_its_own() {
        assert_eq!(rows("{\"a\":1}\n{\"a\":}\n{\"a\":2", 2), ["1 1 None", "2  Some(Broken)", "3  Some(Broken)"]);
    }

    #[test]
    fn an_object_without_an_end_costs_its_own_line() {
        let line = "{\"a\":1}\n";
        let text = format!("{line}{{\"a\":2\n{}", line.repeat(200_000));
        let rows = rows(&text, 50_000);
        assert_eq!(rows.len(), 200_002);
        assert_eq!(rows[1], "2 1 Some(Broken)");
        assert_eq!(rows[2], "3 1 None");
    }

    /// Where the last quote of all opened a string of the object that was given up, that string has no end.
    #[test]
    fn a_colon_behind_a_string_without_an_end_is_of_no_name() {
        let text = format!("{{\"a\":\"{}\n{{:1}}\n{{\"a\":1}}", "x".repeat(MAX_LINE_BYTES));
        assert_eq!(rows(&text, 50_000), ["1  Some(Broken)", "2  Some(Broken)", "3 1 None"]);
    }

    #[test]
    fn calls_may_stand_deep_in_an_answer() {
        let text = "{\"result\":{\"page\":{\"select * from e_cdr\":[{\"a\":1},{\"a\":2}]},\"x\":{\"y\":1}}}";
        assert_eq!(rows(text, 3), ["1 1 None", "1 2 None"]);
    }

    #[test]
    fn a_call_may_have_arrays_of_its_own() {
        let text = "{\"variables\":{\"start_epoch\":1},\"data\":[{\"x\":2}]}";
        // Names come in the order of the alphabet.
        assert_eq!(rows(text, 3), ["1 2|1 None"]);
    }

    #[test]
    fn values_of_addresses_are_decoded() {
        assert_eq!(decoded("2026-03-02%2012%3A00%3A00".into()), "2026-03-02 12:00:00");
        assert_eq!(decoded("50% of".into()), "50% of");
        assert_eq!(decoded("50%".into()), "50%");
    }
}
