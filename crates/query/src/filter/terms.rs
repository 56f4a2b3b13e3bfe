//! Lists of patterns: `222%, !2223%, "a, b"`.

use serde::{Deserialize, Serialize};

/// A list of alternatives, some of which may be excluded. Something is wanted when it is one of those that are not
/// excluded (or there are none of these) and none of those that are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms<T> {
    /// Wanted ones.
    pub wanted: Vec<T>,
    /// Excluded ones.
    pub excluded: Vec<T>,
}

impl<T> Terms<T> {
    /// Reads a list, each of its terms by `read`; `Err` is the first term that cannot be read, or all of the text where
    /// no term is in it: it would want everything.
    pub fn parse(text: &str, mut read: impl FnMut(&str, bool) -> Option<T>) -> Result<Self, String> {
        let mut terms = Self { wanted: Vec::new(), excluded: Vec::new() };
        let all = split(text);
        if all.is_empty() {
            return Err(text.to_owned());
        }
        for (is_excluded, term, is_quoted) in all {
            let value = read(&term, is_quoted).ok_or(term)?;
            if is_excluded { terms.excluded.push(value) } else { terms.wanted.push(value) }
        }
        Ok(terms)
    }

    /// Whether something is wanted, of which `is` says whether it is what a term says.
    pub fn hold(&self, mut is: impl FnMut(&T) -> bool) -> bool {
        (self.wanted.is_empty() || self.wanted.iter().any(&mut is)) && !self.excluded.iter().any(is)
    }
}

/// The terms of a list: whether each is excluded, its text, and whether it was quoted.
fn split(text: &str) -> Vec<(bool, String, bool)> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let excluded = rest.strip_prefix('!');
        let begin = excluded.unwrap_or(rest).trim_start();
        if let Some(inside) = begin.strip_prefix('"') {
            let mut term = String::new();
            let mut behind = inside;
            loop {
                let end = behind.find('"').unwrap_or(behind.len());
                term.push_str(&behind[..end]);
                behind = behind.get(end + 1..).unwrap_or_default();
                // A quote in it stands twice.
                match behind.strip_prefix('"') {
                    Some(more) => {
                        term.push('"');
                        behind = more;
                    }
                    None => break,
                }
            }
            terms.push((excluded.is_some(), term, true));
            rest = behind.find(',').map_or("", |comma| &behind[comma + 1..]).trim_start();
        } else {
            let (term, behind) = begin.split_once(',').unwrap_or((begin, ""));
            if !term.trim().is_empty() {
                terms.push((excluded.is_some(), term.trim().to_owned(), false));
            }
            rest = behind.trim_start();
        }
    }
    terms
}

/// A text as a term that means exactly it.
pub fn quoted(text: &str) -> String {
    let is_plain = !text.is_empty() && text.trim() == text && !text.contains([',', '%', '"']) && !text.starts_with('!');
    if is_plain { text.to_owned() } else { quoted_always(text) }
}

/// The same in quotes, whether it needs them or not.
pub(crate) fn quoted_always(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Text with `%` for anything: `222%` begins with 222, `%222` ends with it. Letters match in either case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// What stands between the `%`s, in lower case; one part for no `%`.
    parts: Vec<String>,
}

impl Pattern {
    /// Reads a term; in quotes, `%` is a character as any other.
    pub fn new(term: &str, is_quoted: bool) -> Self {
        let lower = term.to_lowercase();
        Self { parts: if is_quoted { vec![lower] } else { lower.split('%').map(str::to_owned).collect() } }
    }

    /// Whether a text is of this pattern.
    pub fn matches(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let (first, middle, last) = match self.parts.as_slice() {
            [] => return text.is_empty(),
            [only] => return text == *only,
            [first, middle @ .., last] => (first, middle, last),
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for part in middle {
            let Some(at) = rest.find(part.as_str()) else { return false };
            rest = &rest[at + part.len()..];
        }
        rest.ends_with(last.as_str())
    }

    /// Where it is one text, that.
    pub fn exact(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Where it is what a text begins with, that.
    pub fn prefix(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [first, last] if last.is_empty() => Some(first),
            _ => None,
        }
    }

    /// Where it is what a text ends with, that.
    pub fn suffix(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [first, last] if first.is_empty() => Some(last),
            _ => None,
        }
    }
}
