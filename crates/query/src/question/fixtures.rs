//! Questions for tests.

use super::{Answer, Query, Question, Scope, answer};
use crate::{DialPlan, Interpretation};
pub(crate) use ::fixtures::{CallFixture, FILES, calls, shard, shards};
use calls::{LocalZone, ReasonsOf};
use knowledge::{Numbering, PersonalDictionary};
use store::Shard;

/// A question about all calls of three files.
pub(crate) fn question(query: Query) -> Question {
    let numbering = Numbering::Live;
    let interpretations =
        [ReasonsOf::Vos3000, ReasonsOf::Other].map(|reasons_of| Interpretation { numbering, reasons_of }).to_vec();
    let destinations = [("44", "UK"), ("447", "UK mobile"), ("+4474", "UK"), ("1", "North America")];
    Question {
        scopes: (0..FILES)
            .map(|file| Scope { file, part: None, id: file + 10, interpretation: (file == 2).into() })
            .collect(),
        conditions: Vec::new(),
        rules: None,
        interpretations,
        personal: PersonalDictionary::default(),
        sides: Vec::new(),
        dial_plan: DialPlan {
            strip: vec!["9".to_owned(), "00".to_owned()],
            destinations: destinations.map(|(prefix, name)| (prefix.to_owned(), name.to_owned())).to_vec(),
        },
        zone: LocalZone::fixed("+05:30", 19_800),
        slot: 0,
        query,
    }
}

/// The answer of all shards.
pub(crate) fn answer_of(shards: &[Shard], question: &Question) -> Answer {
    let mut answers = shards.iter().map(|shard| answer(shard, question).0);
    let mut merged = answers.next().unwrap();
    answers.for_each(|other| merged.merge(other));
    merged
}
