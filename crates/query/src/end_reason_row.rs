//! One end reason of the files: what it is, what the person says it is, and its sums.

use super::tally::ReasonTally;
use calls::{EndReason, ReasonsOf};
use knowledge::{
    Category, Classified, Family, Impact, Numbering, Outcome, PersonalEntry, Side, classify, personal_key,
};

/// One end reason and its sums.
#[derive(Debug, Clone, PartialEq)]
pub struct EndReasonRow {
    /// What it is.
    pub classified: Classified,
    /// The words of the file, where it is words without a number; empty otherwise.
    pub text: String,
    /// What the person's own dictionary says of it.
    pub personal: Option<PersonalEntry>,
    /// Its sums.
    pub sums: ReasonTally,
}

/// Family, number, and the words where there is no number.
pub type EndReasonKey = (Family, Option<i32>, String);

impl EndReasonRow {
    /// An end reason of a file, without any calls.
    pub fn of(end_reason: &EndReason<'_>, numbering: Numbering, reasons_of: ReasonsOf) -> Self {
        let classified = classify(end_reason, numbering, reasons_of);
        let text = match end_reason {
            EndReason::Text(text) if classified.code.is_none() => text.to_string(),
            _ => String::new(),
        };
        Self { classified, text, personal: None, sums: ReasonTally::default() }
    }

    /// Names the row among all.
    pub fn key(&self) -> EndReasonKey {
        (self.classified.family, self.classified.code, self.text.clone())
    }

    /// Names it in a personal dictionary.
    pub fn personal_key(&self) -> String {
        personal_key(self.classified.family, self.classified.code, &self.text)
    }

    fn personal_class(&self) -> Option<Outcome> {
        self.personal.as_ref().and_then(|entry| entry.class)
    }

    /// The category that it counts to: the person's, ours where the person says nothing.
    pub fn category(&self) -> Category {
        self.personal_class().map_or_else(|| self.classified.category(), Outcome::usual_category)
    }

    /// How much it hurts, likewise.
    pub fn impact(&self) -> Impact {
        self.personal_class().map_or_else(|| self.classified.impact(), Outcome::usual_impact)
    }

    /// What became of its calls that were answered or not, likewise.
    pub fn class(&self, answered: bool) -> Outcome {
        match self.personal_class() {
            Some(class) if !answered => class,
            _ => self.classified.class(answered),
        }
    }

    /// Where the reason lies. What the tables do not know is placed by its calls: most of them hung up by the server
    /// before a vendor was reached lie with us, those that reached one with the vendor, others with the party that hung
    /// up.
    pub fn side(&self) -> Option<Side> {
        self.classified.side().or_else(|| self.side_by_calls())
    }

    /// Whether [`EndReasonRow::side`] is told by the calls, not by a table.
    pub fn placed_by_calls(&self) -> bool {
        self.classified.side().is_none() && self.side_by_calls().is_some()
    }

    fn side_by_calls(&self) -> Option<Side> {
        let ReasonTally { calls, hung_up: [caller, callee, server], vendor_reached, vendor_known, .. } = self.sums;
        let most = |part: u64| part * 2 > calls;
        if most(caller) {
            Some(Side::Caller)
        } else if most(callee) {
            Some(Side::Callee)
        } else if most(server) && most(vendor_known) {
            Some(if most(vendor_reached) { Side::Vendor } else { Side::Server })
        } else {
            None
        }
    }

    /// Unanswered calls weighed by impact: what to look at first. What is low in impact weighs nothing, however
    /// frequent.
    pub fn harm(&self) -> u64 {
        self.harm_of(self.sums.calls - self.sums.answered)
    }

    /// That of so many unanswered calls with this end reason.
    pub fn harm_of(&self, unanswered: u64) -> u64 {
        unanswered * weight(self.impact())
    }
}

/// How much one unanswered call of an impact weighs against one of another. Our own scale.
fn weight(impact: Impact) -> u64 {
    match impact {
        Impact::Low => 0,
        Impact::Medium => 1,
        Impact::MediumHigh => 2,
        Impact::High => 3,
        Impact::Critical => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_reason_is_placed_by_its_calls() {
        let side = |code, hung_up, vendor_reached| {
            let sums = ReasonTally { calls: 10, hung_up, vendor_reached, vendor_known: 10, ..ReasonTally::default() };
            let classified = classify(&EndReason::Code(code), Numbering::Live, ReasonsOf::Vos3000);
            let row = EndReasonRow { classified, text: String::new(), personal: None, sums };
            (row.side(), row.placed_by_calls())
        };
        assert_eq!(side(-36, [0, 0, 10], 0), (Some(Side::Server), true));
        assert_eq!(side(-36, [0, 1, 9], 9), (Some(Side::Vendor), true));
        assert_eq!(side(-36, [8, 1, 1], 9), (Some(Side::Caller), true));
        assert_eq!(side(-36, [5, 5, 0], 9), (None, false));
        assert_eq!(side(503, [10, 0, 0], 9), (Some(Side::Vendor), false));
    }
}
