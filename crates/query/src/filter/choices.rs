//! What an address says besides the filter: `by=vendor&and=country`.

use super::address::{decoded, encoded};
use super::{Filter, FilterField};

/// What a person chose on pages, as the address has it, so that it survives a reload and goes with a link that is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices(Vec<(String, String)>);

impl Choices {
    /// From the query of an address, with or without `?`: all that is none of a filter.
    pub fn of_query(query: &str) -> Self {
        let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
        let others = pairs.filter(|(key, _)| *key != super::address::OFF && !is_filter(key));
        let mut choices = Self::default();
        others.for_each(|(key, text)| choices.set(key, &decoded(text)));
        choices
    }

    /// What was chosen of something.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
    }

    /// Chooses; an empty text takes it back.
    pub fn set(&mut self, key: &str, text: &str) {
        match self.0.iter_mut().find(|(known, _)| known == key) {
            _ if text.is_empty() => self.0.retain(|(known, _)| known != key),
            Some((_, known)) => text.clone_into(known),
            None => self.0.push((key.to_owned(), text.to_owned())),
        }
    }

    /// The query of an address that has a filter and these.
    pub fn query_with(&self, filter: &Filter) -> String {
        let mut parts = vec![filter.query()];
        parts.extend(self.0.iter().map(|(key, text)| format!("{}={}", encoded(key), encoded(text))));
        parts.retain(|part| !part.is_empty());
        parts.join("&")
    }
}

fn is_filter(key: &str) -> bool {
    FilterField::ALL.iter().any(|field| field.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filter_and_choices_share_an_address() {
        let query = "?callee=44%25&by=vendor&off=callee&and=prefix-6&odd";
        let (filter, mut choices) = (Filter::of_query(query), Choices::of_query(query));
        assert_eq!((choices.get("by"), choices.get("and")), (Some("vendor"), Some("prefix-6")));
        assert_eq!((choices.get("callee"), choices.get("off")), (None, None));
        assert_eq!(choices.query_with(&filter), "callee=44%25&off=callee&by=vendor&and=prefix-6");
        choices.set("and", "");
        choices.set("by", "a&b");
        assert_eq!(choices.query_with(&Filter::default()), "by=a%26b");
        assert_eq!(Choices::of_query("by=a%26b"), choices);
        assert_eq!(Choices::default().query_with(&Filter::default()), "");
    }
}
