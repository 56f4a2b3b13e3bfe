//! Names for numbers, learnt from two exports of the same calls: one has its end reasons as numbers, the other as
//! words, and the serial number joins them.

use super::state::Session;
use calls::{EndReason, ReasonsOf};
use knowledge::{Family, Numbering, PersonalEntry, classify, personal_key};
use query::{ReasonSerials, Serials};

/// A number that could be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnedName {
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
    pub fn learnable(&self) -> Vec<LearnedName> {
        let serials = || self.files().filter_map(|file| file.report()).map(|report| &report.serials);
        // Most folders hold numbers only, and many files: those with words are few, and looked through once.
        let in_words: Vec<&ReasonSerials> = serials().filter(|serials| serials.texts().next().is_some()).collect();
        let mut learnt: Vec<LearnedName> = Vec::new();
        for words in &in_words {
            for found in serials().flat_map(|numbers| learn(numbers, words)) {
                let known = self.personal.get(&found.key) == Some(&found.entry);
                if !known && learnt.iter().all(|other| other.key != found.key) {
                    learnt.push(found);
                }
            }
        }
        learnt
    }
}

fn learn(numbers: &ReasonSerials, words: &ReasonSerials) -> Vec<LearnedName> {
    let of_code = |(code, serials): (i32, &Serials)| {
        // What the tables name needs no other name.
        if classify(&EndReason::Code(code), Numbering::Live, ReasonsOf::Vos3000).reason.is_some() {
            return None;
        }
        let shared: Vec<_> = words.texts().map(|(text, other)| (serials.shared_with(other), text)).collect();
        let all: usize = shared.iter().map(|(calls, _)| calls).sum();
        let (calls, text) = shared.into_iter().max_by_key(|&(calls, _)| calls)?;
        if calls == 0 || calls * 10 < all * AGREEING_IN_TEN {
            return None;
        }
        let classified = classify(&EndReason::Text(text.into()), Numbering::Live, ReasonsOf::Vos3000);
        let entry = PersonalEntry { name: Some(text.to_owned()), class: classified.reason.map(|reason| reason.class) };
        Some(LearnedName { key: personal_key(Family::Server, Some(code), ""), code, entry, calls: all })
    };
    numbers.codes().filter_map(of_code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FileIdentity, FileState, read_whole};
    use knowledge::Outcome;
    use std::rc::Rc;

    fn session(files: &[String]) -> Session {
        let mut session = Session::default();
        for (at, text) in files.iter().enumerate() {
            let identity = FileIdentity { name: format!("{at}.csv"), bytes: 1, modified: 0 };
            let id = session.add([identity])[0].unwrap();
            session.update(id, FileState::Read(Rc::new(read_whole("a.csv", text.as_bytes()).unwrap())));
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
        assert_eq!(learnt[1].entry.class, Some(Outcome::Billing));
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
