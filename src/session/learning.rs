//! Names for numbers, learnt from two exports of the same calls: one has its end reasons as numbers, the other as words,
//! and the serial number joins them.

use super::state::Session;
use crate::ingest::EndReason;
use crate::knowledge::{Dialect, Family, PersonalEntry, classify, personal_key};
use crate::query::{ReasonTally, Tally};

/// A number that could be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learnt {
    /// Its key in the personal dictionary.
    pub key: String,
    /// The number.
    pub code: i32,
    /// What the other file calls it, and the outcome where those words are known.
    pub entry: PersonalEntry,
    /// Calls that both files have, looked at for this.
    pub calls: usize,
}

/// Of the calls that both files have, this many in ten must agree.
const AGREEING_IN_TEN: usize = 9;

impl Session {
    /// Numbers whose meaning is not known, or was not known to us, and that another file of the session has in words.
    pub fn learnable(&self) -> Vec<Learnt> {
        let tallies = || self.files.iter().filter_map(|file| file.report()).map(|report| &report.tally);
        // Most folders hold numbers only, and many files: those with words are few, and looked through once.
        let in_words: Vec<Vec<Words>> = tallies().map(words).filter(|words| !words.is_empty()).collect();
        let mut learnt: Vec<Learnt> = Vec::new();
        for words in &in_words {
            for found in tallies().flat_map(|numbers| learn(numbers, words)) {
                let known = self.personal.get(&found.key) == Some(&found.entry);
                if !known && learnt.iter().all(|other| other.key != found.key) {
                    learnt.push(found);
                }
            }
        }
        learnt
    }
}

/// An end reason in words, and its calls.
type Words<'a> = (String, &'a ReasonTally);

fn words(tally: &Tally) -> Vec<Words<'_>> {
    let in_words = tally.reasons().filter_map(|(reason, sums)| match reason {
        EndReason::Text(text) if !text.is_empty() => Some((text.into_owned(), sums)),
        _ => None,
    });
    in_words.collect()
}

fn learn(numbers: &Tally, words: &[Words<'_>]) -> Vec<Learnt> {
    let of_code = |(reason, sums): (EndReason<'_>, &ReasonTally)| {
        let EndReason::Code(code) = reason else { return None };
        // What the tables name needs no other name.
        if classify(&EndReason::Code(code), Dialect::Live).reason.is_some() {
            return None;
        }
        let shared = words.iter().map(|(text, other)| (sums.serials.shared_with(&other.serials), text));
        let all: usize = shared.clone().map(|(calls, _)| calls).sum();
        let (calls, text) = shared.max_by_key(|&(calls, _)| calls)?;
        if calls == 0 || calls * 10 < all * AGREEING_IN_TEN {
            return None;
        }
        let class = classify(&EndReason::Text(text.as_str().into()), Dialect::Live).reason.map(|reason| reason.class);
        let entry = PersonalEntry { name: Some(text.clone()), class };
        Some(Learnt { key: personal_key(Family::Server, Some(code), ""), code, entry, calls: all })
    };
    numbers.reasons().filter_map(of_code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::OutcomeClass;
    use crate::session::{FileIdentity, FileReading, FileState};
    use crate::words::Language;
    use std::rc::Rc;

    fn session(files: &[String]) -> Session {
        let mut session = Session::default();
        for (at, text) in files.iter().enumerate() {
            let identity = FileIdentity { name: format!("{at}.csv"), bytes: 1, modified: 0 };
            let id = session.add([identity])[0].unwrap();
            let mut reading = FileReading::new("a.csv", Language::English);
            reading.push(text.as_bytes()).unwrap();
            session.update(id, FileState::Read(Rc::new(reading.finish().unwrap().0)));
        }
        session
    }

    fn file(name: impl Fn(i64) -> &'static str) -> String {
        let rows = (1..500).map(|flow| format!("{flow},1772452800000,0,{}\n", name(flow)));
        format!("flowno,starttime,holdtime,endreason\n{}", rows.collect::<String>())
    }

    #[test]
    fn numbers_are_named_by_the_words_of_the_same_calls() {
        let numbers = file(|flow| ["-36", "-69", "503", "-99"][flow as usize % 4]);
        let words = file(|flow| ["账户余额不足", "No route", "Service Unavailable(503)", "odd"][flow as usize % 4]);
        let mut session = session(&[numbers, words]);
        let learnt = session.learnable();
        let codes: Vec<_> = learnt.iter().map(|learnt| learnt.code).collect();
        assert_eq!(codes, [-99, -36]);
        assert_eq!(learnt[1].entry.name.as_deref(), Some("账户余额不足"));
        assert_eq!(learnt[1].entry.class, Some(OutcomeClass::Billing));
        assert_eq!(learnt[0].entry.class, None);
        for found in learnt {
            session.personal.set(found.key, found.entry);
        }
        assert_eq!(session.learnable(), []);
    }

    #[test]
    fn words_that_do_not_agree_name_nothing() {
        let numbers = file(|_| "-36");
        let words = file(|flow| if flow % 2 == 0 { "one" } else { "two" });
        assert_eq!(session(&[numbers.clone(), words]).learnable(), []);
        // Other calls altogether.
        let other = file(|_| "one").replace("\n1", "\n91");
        assert!(session(&[numbers, other]).learnable().len() <= 1);
    }
}
