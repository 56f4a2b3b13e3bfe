//! The reference: everything that is known, to be browsed, searched and linked to, with no file loaded.
//!
//! An [`Entry`] is an end reason, a topic of the troubleshooting guide or a system parameter. [`EntryLink`] is its name
//! in an address, [`search`] finds entries by what a person types or pastes.
//!
//! ```
//! use reference::search;
//! use words::Language;
//!
//! let found = search("No Available Route", Language::English);
//! assert_eq!(found[0].title(), "No Available Route");
//! ```

// A number of 64 bits that is cut to 32 is another one, and nothing says so. Where it fits, that is said: by
// `try_from`, or a reason.
#![cfg_attr(not(test), warn(clippy::cast_possible_truncation))]

mod link;
mod search;

pub use link::EntryLink;
pub use search::search;

use knowledge::{Parameter, Reason, parameters, reasons};
use words::{Language, Topic};

/// Something that the reference has a page for.
#[derive(Debug, Clone, Copy)]
pub enum Entry {
    /// An end reason.
    Reason(&'static Reason),
    /// A topic of the troubleshooting guide.
    Topic(&'static Topic),
    /// A system parameter.
    Parameter(&'static Parameter),
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.link() == other.link()
    }
}

impl Entry {
    /// All entries, end reasons first.
    pub fn all(language: Language) -> impl Iterator<Item = Entry> {
        let topics = language.topics().iter().map(Entry::Topic);
        reasons().map(Entry::Reason).chain(topics).chain(parameters().iter().map(Entry::Parameter))
    }

    /// What it is called.
    pub fn title(&self) -> &'static str {
        match self {
            Entry::Reason(reason) => &reason.name,
            Entry::Topic(topic) => &topic.title,
            Entry::Parameter(parameter) => &parameter.name,
        }
    }

    /// Its name in an address.
    pub fn link(&self) -> EntryLink {
        match self {
            Entry::Reason(reason) => EntryLink::of_reason(reason),
            Entry::Topic(topic) => EntryLink::new("topic", &topic.id),
            Entry::Parameter(parameter) => EntryLink::new("parameter", &parameter.name),
        }
    }

    /// The entry of that name.
    pub fn of_link(link: &EntryLink, language: Language) -> Option<Entry> {
        let link = link.canonical();
        Entry::all(language).find(|entry| entry.link() == link)
    }

    /// The topics of the guide that name it.
    pub fn topics(&self, language: Language) -> Vec<Entry> {
        let own = self.link().to_string();
        let names_it = |topic: &&Topic| match self {
            Entry::Reason(_) => topic.reasons.iter().any(|reason| EntryLink::parse(reason).to_string() == own),
            Entry::Topic(this) => topic.id != this.id && (this.see.contains(&topic.id) || topic.see.contains(&this.id)),
            Entry::Parameter(parameter) => topic.parameters.contains(&parameter.name),
        };
        language.topics().iter().filter(names_it).map(Entry::Topic).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_between_entries_resolves() {
        let language = Language::English;
        for entry in Entry::all(language) {
            assert_eq!(Entry::of_link(&entry.link(), language), Some(entry), "{entry:?}");
            let Entry::Topic(topic) = entry else { continue };
            for reason in &topic.reasons {
                assert!(Entry::of_link(&EntryLink::parse(reason), language).is_some(), "{}: {reason}", topic.id);
            }
            for id in &topic.see {
                assert!(Entry::of_link(&EntryLink::new("topic", id), language).is_some(), "{}: {id}", topic.id);
            }
            for name in &topic.parameters {
                assert!(parameters().iter().any(|parameter| parameter.name == *name), "{}: {name}", topic.id);
            }
        }
    }

    #[test]
    fn every_parameter_has_words() {
        for parameter in parameters() {
            let words = Language::English.parameter(&parameter.name);
            assert!(words.is_some_and(|words| words.meaning.ends_with('.')), "{}", parameter.name);
        }
    }

    #[test]
    fn the_twenty_errors_and_three_tools_are_there() {
        use words::TopicKind;
        let count = |kind| Language::English.topics().iter().filter(|topic| topic.kind == kind).count();
        assert_eq!((count(TopicKind::Error), count(TopicKind::Tool)), (20, 3));
        assert!(count(TopicKind::Question) >= 11);
    }
}
