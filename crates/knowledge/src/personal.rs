//! What a person knows better: names for unknown end reasons, another outcome for known ones.
//!
//! It is kept apart from the tables that we ship, and every place that shows it says whose it is.

use super::terms::{Category, Family, Impact, Outcome};
use calls::plain_name;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A person's own dictionary, as it is kept in the browser and in an exported file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalDictionary {
    /// Says what the file is, to whoever opens it, and to us when it is imported.
    format: String,
    entries: BTreeMap<String, PersonalEntry>,
}

const FORMAT: &str = "cdr-lens dictionary 1";

/// What a person says of one end reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalEntry {
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// What became of an unanswered call that ended so.
    #[serde(default)]
    pub class: Option<Outcome>,
}

/// The dictionary as a file: what is not said is not there.
#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    entries: BTreeMap<&'a str, WrittenEntry<'a>>,
}

#[derive(Serialize)]
struct WrittenEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<Outcome>,
}

impl<'a> From<&'a PersonalEntry> for WrittenEntry<'a> {
    fn from(entry: &'a PersonalEntry) -> Self {
        Self { name: entry.name.as_deref(), class: entry.class }
    }
}

impl PersonalEntry {
    /// Nothing is said.
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.class.is_none()
    }
}

impl Default for PersonalDictionary {
    fn default() -> Self {
        Self { format: FORMAT.to_owned(), entries: BTreeMap::new() }
    }
}

impl PersonalDictionary {
    /// From an exported file; `None` where it is none.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|dictionary: &Self| dictionary.format == FORMAT)
    }

    /// As a file.
    pub fn text(&self) -> String {
        let entries = self.entries.iter().map(|(key, entry)| (key.as_str(), WrittenEntry::from(entry)));
        let written = Written { format: &self.format, entries: entries.collect() };
        // Strings in a map: nothing can fail to be written.
        serde_json::to_string_pretty(&written).unwrap_or_default() + "\n"
    }

    /// How many end reasons it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// It has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What it says of an end reason, by [`personal_key`].
    pub fn get(&self, key: &str) -> Option<&PersonalEntry> {
        self.entries.get(key)
    }

    /// Says something of an end reason; an empty entry takes it back.
    pub fn set(&mut self, key: String, entry: PersonalEntry) {
        if entry.is_empty() {
            self.entries.remove(&key);
        } else {
            self.entries.insert(key, entry);
        }
    }

    /// Takes over what another says; where both say something of the same end reason, the other's counts.
    pub fn take_over(&mut self, other: PersonalDictionary) {
        self.entries.extend(other.entries);
    }
}

/// Names an end reason in a dictionary: `server/-36`, `guide/16`, `text/callforbidden`.
pub fn personal_key(family: Family, code: Option<i32>, text: &str) -> String {
    let family_name = match family {
        Family::Guide => "guide",
        Family::Server => "server",
        Family::Sip => "sip",
        Family::Q850 => "q850",
        Family::Text => "text",
        Family::Disposition => "disposition",
    };
    match code {
        Some(code) => format!("{family_name}/{code}"),
        None => format!("{family_name}/{}", plain_name(text)),
    }
}

impl Outcome {
    /// What may become of an unanswered call.
    pub const OF_UNANSWERED: [Outcome; 17] = [
        Outcome::UserBusy,
        Outcome::NoAnswer,
        Outcome::RejectedByUser,
        Outcome::CallerGaveUp,
        Outcome::NumberWrong,
        Outcome::Unreachable,
        Outcome::NetworkFailure,
        Outcome::Timeout,
        Outcome::NoRoute,
        Outcome::Account,
        Outcome::Billing,
        Outcome::Capacity,
        Outcome::Security,
        Outcome::Media,
        Outcome::Protocol,
        Outcome::System,
        Outcome::Unknown,
    ];

    /// The category that an end reason of this outcome usually has. Our own placing.
    pub fn usual_category(self) -> Category {
        use Outcome::*;
        match self {
            Answered | UserBusy | NoAnswer | RejectedByUser | CallerGaveUp | Unreachable => Category::Normal,
            NumberWrong => Category::NumberError,
            NetworkFailure => Category::Network,
            Timeout => Category::Timeout,
            NoRoute => Category::Routing,
            Account => Category::Account,
            Billing => Category::Billing,
            Capacity => Category::Capacity,
            Security => Category::Security,
            Media | Protocol => Category::Protocol,
            System => Category::System,
            Unknown => Category::Unknown,
        }
    }

    /// The impact that an end reason of this outcome usually has, after the guide's groups.
    pub fn usual_impact(self) -> Impact {
        use Outcome::*;
        match self {
            Answered | UserBusy | NoAnswer | RejectedByUser | CallerGaveUp => Impact::Low,
            Unreachable | NumberWrong | Account | Protocol | System | Unknown => Impact::Medium,
            Timeout | Media | Capacity => Impact::MediumHigh,
            NetworkFailure | NoRoute | Billing => Impact::High,
            Security => Impact::Critical,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back_and_an_empty_entry_takes_back() {
        let mut dictionary = PersonalDictionary::default();
        let key = personal_key(Family::Server, Some(-36), "");
        let entry = PersonalEntry { name: Some("No credit".to_owned()), class: Some(Outcome::Billing) };
        dictionary.set(key.clone(), entry.clone());
        assert_eq!(key, "server/-36");
        let read = PersonalDictionary::read(&dictionary.text()).unwrap();
        assert_eq!(read, dictionary);
        assert_eq!(read.get(&key), Some(&entry));
        dictionary.set(key, PersonalEntry::default());
        assert!(dictionary.is_empty());
        dictionary.take_over(read);
        assert_eq!(dictionary.len(), 1);
    }

    #[test]
    fn another_file_is_not_taken_for_a_dictionary() {
        for text in ["", "{}", "[1]", r#"{"format":"something else","entries":{}}"#, r#"{"files":1,"rows":3}"#] {
            assert_eq!(PersonalDictionary::read(text), None, "{text}");
        }
    }

    #[test]
    fn words_are_one_entry_however_they_are_spelt() {
        let key = |text| personal_key(Family::Text, None, text);
        assert_eq!(key("Call forbidden"), key("call_FORBIDDEN"));
    }
}
