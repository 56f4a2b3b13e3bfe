//! Finds entries by what a person types, mistypes or pastes.

use super::Entry;
use calls::{EndReason, ReasonsOf, plain_name};
use knowledge::{Family, Numbering, Reason, classify};
use sorting::Sort;
use strsim::damerau_levenshtein;
use words::Language;

/// Entries that fit, the best first; none where nothing fits.
///
/// Understood are names and their aliases, numbers, words of the texts, a number with its family (`SIP/2.0 503 Service
/// Unavailable`, `cause 34`, `Q.850;cause=34`), and words with a letter or two wrong.
pub fn search(typed: &str, language: Language) -> Vec<Entry> {
    let query = Query::read(typed);
    let mut hits: Vec<(u32, Entry)> =
        Entry::all(language).filter_map(|entry| Some((query.score(&entry, language)?, entry))).collect();
    // Among equals the order of the tables stands.
    hits.order_by_key(|&(score, _)| std::cmp::Reverse(score));
    hits.into_iter().map(|(_, entry)| entry).collect()
}

/// What was typed, taken apart.
struct Query {
    /// All of it, as names are compared.
    plain: String,
    words: Vec<String>,
    number: Option<i32>,
    family: Option<Family>,
    /// What it would be in a file, as an end reason.
    pasted: Option<&'static Reason>,
}

impl Query {
    fn read(typed: &str) -> Self {
        let lower = typed.to_lowercase();
        let family = if lower.contains("sip/") || lower.split_whitespace().next() == Some("sip") {
            Some(Family::Sip)
        } else if lower.contains("cause") || lower.contains("q.850") || lower.contains("q850") {
            Some(Family::Q850)
        } else {
            None
        };
        // What names the family is no word to be looked for.
        let rest = lower.replace("sip/2.0", " ").replace("q.850", " ").replace("q850", " ");
        let parts = rest.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let number = parts.iter().find_map(|part| part.parse::<i32>().ok());
        let words = parts
            .iter()
            .filter(|part| part.parse::<i32>().is_err())
            .filter(|part| family.is_none() || !matches!(**part, "sip" | "cause" | "reason"))
            .map(|part| (*part).to_owned())
            .collect();
        let pasted = classify(&EndReason::Text(typed.into()), Numbering::Live, ReasonsOf::Vos3000).reason;
        Self { plain: plain_name(typed), words, number, family, pasted }
    }

    /// How well an entry fits; `None` where it does not.
    fn score(&self, entry: &Entry, language: Language) -> Option<u32> {
        if self.plain.is_empty() {
            return None;
        }
        let names = names(entry);
        if names.first() == Some(&self.plain) {
            return Some(3000);
        }
        if matches!(entry, Entry::Reason(reason) if self.pasted == Some(reason)) {
            return Some(2000);
        }
        if names.contains(&self.plain) {
            return Some(1000);
        }
        let number = self.number.map(|number| self.number_score(number, entry)).unwrap_or_default();
        let text = text(entry, language);
        let words: Option<u32> = self.words.iter().map(|word| word_score(word, entry.title(), &text)).sum();
        match (number, words) {
            (0, _) if self.number.is_some() && self.words.is_empty() => None,
            (number, Some(words)) if number + words > 0 => {
                let begins = names.iter().any(|name| name.starts_with(&self.plain));
                Some(number + words + if begins { 50 } else { 0 })
            }
            // The number is right, and the words beside it are some vendor's own.
            (number, None) if number > 0 => Some(number),
            _ => None,
        }
    }

    fn number_score(&self, number: i32, entry: &Entry) -> u32 {
        match entry {
            Entry::Reason(reason) if reason.code == number && reason.family.has_numbers() => {
                if self.family == Some(reason.family) { 400 } else { 200 }
            }
            _ => 0,
        }
    }
}

/// Everything that an entry is called.
fn names(entry: &Entry) -> Vec<String> {
    let mut names = vec![plain_name(entry.title())];
    if let Entry::Reason(Reason { aliases, openh323, .. }) = entry {
        names.extend(aliases.iter().chain(openh323).map(|name| plain_name(name)));
    }
    names
}

/// The words that an entry is explained with, in lower case.
fn text(entry: &Entry, language: Language) -> String {
    let text = match entry {
        Entry::Reason(reason) => language
            .end_reason(reason.family, reason.code)
            .map(|words| format!("{} {} {} {}", reason.aliases.join(" "), words.meaning, words.cause, words.action)),
        Entry::Topic(topic) => {
            let cause = topic.cause.as_deref().unwrap_or_default();
            Some(format!("{} {cause} {} {}", topic.meaning, topic.steps.join(" "), topic.parameters.join(" ")))
        }
        Entry::Parameter(parameter) => {
            language.parameter(&parameter.name).map(|words| format!("{} {}", words.meaning, words.matters))
        }
    };
    text.unwrap_or_default().to_lowercase()
}

/// A word in the title counts more than one in the text, a whole word more than its beginning, a right one more than
/// one with a typing error. `None` where it is nowhere.
fn word_score(word: &str, title: &str, text: &str) -> Option<u32> {
    let in_title = title.to_lowercase();
    let title_words = in_title.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let best_in_title = title_words.filter_map(|candidate| likeness(word, candidate)).max();
    if let Some(best) = best_in_title {
        return Some(best * 4);
    }
    // Chinese has no spaces between words.
    if !word.is_ascii() {
        return text.contains(word).then_some(20);
    }
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter_map(|candidate| likeness(word, candidate)).max()
}

/// 10 for the same word down to 4 for one with two letters wrong.
fn likeness(word: &str, candidate: &str) -> Option<u32> {
    if word == candidate {
        return Some(10);
    }
    let letters = word.chars().count();
    if letters >= 3 && candidate.starts_with(word) {
        return Some(8);
    }
    let allowed = match letters {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if candidate.chars().count().abs_diff(letters) > allowed {
        return None;
    }
    match damerau_levenshtein(word, candidate) {
        errors if errors <= allowed => u32::try_from(7 - errors).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(typed: &str) -> String {
        search(typed, Language::English).first().map(|entry| entry.link().to_string()).unwrap_or_default()
    }

    #[test]
    fn what_people_type_and_paste_is_found() {
        for (typed, link) in [
            ("SIP/2.0 503 Service Unavailable", "sip/503"),
            ("503", "sip/503"),
            ("service unavailable", "sip/503"),
            ("servce unavailble", "sip/503"),
            ("cause 34", "q850/34"),
            ("Reason: Q.850;cause=34", "q850/34"),
            ("Q.850;cause=16;text=\"NORMAL_CLEARING\"", "q850/16"),
            ("NormalCallClearing(16)", "q850/16"),
            ("Temporarily Unavailable(480)", "sip/480"),
            ("NoAvailableRouter", "text/no-available-route"),
            ("无可用路由", "text/no-available-route"),
            ("-7", "server/-7"),
            ("Balance Insufficient", "server/8"),
            ("SS_SIP_TIMEOUT", "parameter/SS_SIP_TIMEOUT"),
            ("blacklist match", "server/20"),
        ] {
            assert_eq!(first(typed), link, "{typed}");
        }
    }

    #[test]
    fn a_number_alone_finds_it_in_every_family_and_nonsense_finds_nothing() {
        let of_16: Vec<_> = search("16", Language::English).iter().map(|entry| entry.link().to_string()).collect();
        assert_eq!(of_16, ["server/16", "q850/16"]);
        assert!(search("xyzzyplugh", Language::English).is_empty());
        assert!(search("", Language::English).is_empty());
    }

    #[test]
    fn a_topic_is_found_by_what_it_says() {
        let links: Vec<_> =
            search("one-way audio", Language::English).iter().map(|entry| entry.link().to_string()).collect();
        assert!(links.iter().take(3).any(|link| link.starts_with("topic/")), "{links:?}");
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_stops_the_search(typed in "\\PC{0,40}") {
            let _ = search(&typed, Language::English);
        }
    }
}
