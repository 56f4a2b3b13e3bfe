//! Names of entries in addresses: `server/22`, `sip/503`, `topic/response-timeout`.

use knowledge::{Family, Reason};
use std::fmt;

/// `kind/key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLink {
    kind: String,
    key: String,
}

impl EntryLink {
    /// From its two parts.
    pub fn new(kind: &str, key: &str) -> Self {
        Self { kind: kind.to_owned(), key: key.to_owned() }
    }

    /// From `kind/key`; without a `/` it names nothing.
    pub fn parse(link: &str) -> Self {
        let (kind, key) = link.split_once('/').unwrap_or((link, ""));
        Self::new(kind, key).canonical()
    }

    pub(super) fn of_reason(reason: &Reason) -> Self {
        match (reason.family, &reason.key) {
            (family, Some(key)) if !family.has_numbers() => Self::new(family_key(family), key),
            (family, _) => Self::new(family_key(family), &reason.code.to_string()),
        }
    }

    /// The guide's 25 and the negative reasons of live systems are both the server's, and their numbers differ: an
    /// address says `server` for either, and `guide` is understood too.
    pub(super) fn canonical(&self) -> Self {
        match self.kind.as_str() {
            "guide" => Self::new("server", &self.key),
            _ => self.clone(),
        }
    }

    /// The first part.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The second part.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for EntryLink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.kind, self.key)
    }
}

fn family_key(family: Family) -> &'static str {
    match family {
        Family::Guide | Family::Server => "server",
        Family::Sip => "sip",
        Family::Q850 => "q850",
        Family::Text => "text",
        Family::Disposition => "disposition",
    }
}
