//! What is counted while a file is read.

use super::evidence::{Evidence, Trend};
use calls::{EndReason, EpochMillis, ReasonsOf};
use knowledge::{DetectedNumbering, Numbering, ReasonEvidence, detect_numbering};
use serde::{Deserialize, Serialize};
use sorting::Ordered;
use std::collections::BTreeMap;

/// A file may have this many different end reasons in words; the calls of any further one are counted together.
pub const MOST_TEXTS: usize = 2000;

/// What stands for the end reasons in words beyond [`MOST_TEXTS`].
const OTHER_TEXTS: &str = "…";

/// Sums over calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Calls.
    pub calls: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// Talk time in seconds.
    pub talk_seconds: u64,
    /// Calls that were up when the file was written; they are among `calls`.
    pub in_progress: u64,
    /// The earliest start.
    pub first_start: Option<EpochMillis>,
    /// The latest start.
    pub last_start: Option<EpochMillis>,
    /// Calls over time.
    pub trend: Trend,
    /// Whose end reasons they are; merging leaves it as it is.
    pub reasons_of: ReasonsOf,
    codes: BTreeMap<i32, ReasonTally>,
    texts: BTreeMap<String, ReasonTally>,
}

/// Sums over the calls of one end reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonTally {
    /// Calls.
    pub calls: u64,
    /// Calls with talk time.
    pub answered: u64,
    /// Talk time in seconds.
    pub talk_seconds: u64,
    /// Calls that the caller, the callee and the server hung up; the file may not say for all.
    pub hung_up: [u64; 3],
    /// Calls for which a terminating gateway is named.
    pub vendor_reached: u64,
    /// Calls for which the file has a column for that.
    pub vendor_known: u64,
    /// What the calls have in common.
    pub evidence: Evidence,
}

impl Tally {
    /// Adds the sums of an end reason to those that it has.
    pub(super) fn add_reason(&mut self, reason: &EndReason<'_>, sums: &ReasonTally) {
        match reason {
            EndReason::Code(code) => self.codes.entry(*code).or_default().merge(sums),
            EndReason::Text(text) => self.text(text).merge(sums),
        }
    }

    fn text(&mut self, text: &str) -> &mut ReasonTally {
        let known = self.texts.contains_key(text);
        let key = if known || self.texts.len() < MOST_TEXTS { text } else { OTHER_TEXTS };
        if !known {
            self.texts.entry(key.to_owned()).or_default();
        }
        // The entry is there by now: `or_default` would need an owned key once more.
        self.texts.get_mut(key).expect("the entry was just made")
    }

    /// Adds the sums of another tally.
    pub fn merge(&mut self, other: &Tally) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.talk_seconds += other.talk_seconds;
        self.in_progress += other.in_progress;
        widen(&mut self.first_start, &mut self.last_start, other.first_start, other.last_start);
        self.trend.merge(&other.trend);
        for (code, tally) in &other.codes {
            self.codes.entry(*code).or_default().merge(tally);
        }
        for (text, tally) in &other.texts {
            self.text(text).merge(tally);
        }
    }

    /// The sums alone, without what the calls have in common: small, for figures that are sent often.
    pub fn without_evidence(&self) -> Tally {
        let bare = |tally: &ReasonTally| ReasonTally { evidence: Evidence::default(), ..*tally };
        Tally {
            trend: Trend::default(),
            codes: self.codes.iter().map(|(&code, tally)| (code, bare(tally))).ordered_map(),
            texts: self.texts.iter().map(|(text, tally)| (text.clone(), bare(tally))).ordered_map(),
            ..*self
        }
    }

    /// The end reasons, each with its sums.
    pub fn reasons(&self) -> impl Iterator<Item = (EndReason<'_>, &ReasonTally)> {
        let codes = self.codes.iter().map(|(&code, tally)| (EndReason::Code(code), tally));
        let texts = self.texts.iter().map(|(text, tally)| (EndReason::Text(text.as_str().into()), tally));
        codes.chain(texts)
    }

    /// What the numbers among the end reasons mean, decided by all calls; another switch's have but one meaning.
    pub fn detected_numbering(&self) -> DetectedNumbering {
        let numbers = self.codes.iter().map(|(&code, tally)| ReasonEvidence {
            code,
            calls: tally.calls,
            answered: tally.answered,
            hung_up: tally.hung_up,
            vendor_reached: tally.vendor_reached,
            vendor_known: tally.vendor_known,
        });
        // An empty cell is no end reason: it is kept as a text without letters.
        let words = self.texts.iter().filter(|(text, _)| !text.is_empty()).map(|(_, tally)| tally.calls).sum();
        let finding = detect_numbering(numbers, words);
        match self.reasons_of {
            ReasonsOf::Vos3000 => finding,
            ReasonsOf::Other => finding.with_numbering(Numbering::Live, true),
        }
    }
}

impl ReasonTally {
    /// Adds the sums of another tally.
    pub fn merge(&mut self, other: &ReasonTally) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.talk_seconds += other.talk_seconds;
        for (mine, theirs) in self.hung_up.iter_mut().zip(other.hung_up) {
            *mine += theirs;
        }
        self.vendor_reached += other.vendor_reached;
        self.vendor_known += other.vendor_known;
        self.evidence.merge(&other.evidence);
    }
}

fn widen(
    first: &mut Option<EpochMillis>,
    last: &mut Option<EpochMillis>,
    from: Option<EpochMillis>,
    to: Option<EpochMillis>,
) {
    *first = [*first, from].into_iter().flatten().min();
    *last = [*last, to].into_iter().flatten().max();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count::tally_of;
    use calls::{Call, HangUpSide};
    use proptest::prelude::*;

    fn calls() -> impl Strategy<Value = Vec<(i64, u32, Option<i32>, String)>> {
        proptest::collection::vec((0..9_999_999_i64, 0..100_u32, proptest::option::of(-3..600), "[ab]{0,2}"), 0..80)
    }

    fn tally(calls: &[(i64, u32, Option<i32>, String)]) -> Tally {
        tally_of(calls.iter().map(|(start, talk, code, text)| Call {
            start: EpochMillis(*start),
            talk_seconds: *talk,
            in_progress: talk % 7 == 0,
            end_reason: code.map_or(EndReason::Text(text.into()), EndReason::Code),
            hang_up_side: (talk % 2 == 0).then_some(HangUpSide::Callee),
            originating_gateway: Some(text.as_str().into()),
            terminating_gateway: (talk % 3 == 0).then_some("V".into()),
            callee: Some("442079460001".into()),
            post_dial_delay_millis: Some(*talk),
            ..Call::default()
        }))
    }

    proptest! {
        #[test]
        fn merged_parts_are_the_whole_in_any_order(calls in calls(), cut in 0_usize..80) {
            let (left, right) = calls.split_at(cut.min(calls.len()));
            let whole = tally(&calls);
            let mut merged = tally(left);
            merged.merge(&tally(right));
            prop_assert_eq!(&merged, &whole);
            let mut other_way = tally(right);
            other_way.merge(&tally(left));
            prop_assert_eq!(&other_way, &whole);
            prop_assert_eq!(whole.reasons().map(|(_, sums)| sums.calls).sum::<u64>(), calls.len() as u64);
        }
    }

    #[test]
    fn a_flood_of_texts_is_bounded_and_no_call_is_lost() {
        let calls: Vec<_> = (0..MOST_TEXTS + 500).map(|n| (0, 0, None, format!("text {n}"))).collect();
        let tally = tally(&calls);
        assert_eq!(tally.texts.len(), MOST_TEXTS + 1);
        assert_eq!(tally.texts[OTHER_TEXTS].calls, 500);
    }
}
