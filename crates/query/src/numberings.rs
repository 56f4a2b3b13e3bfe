//! What all files together say of how their numbers are read.

use super::summary::NumberingChoice;
use knowledge::{Contradictions, DetectedNumbering, Numbering, ReasonMix, Vocabulary};
use sorting::Sort;
use std::collections::BTreeMap;

/// The findings of all files, under the readings that are shown. The files need not share one: figures are of each
/// file's own reading and of the one that it was not given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NumberingOverview {
    /// Files whose calls fit the guide's numbers.
    pub guide_files: usize,
    /// Files whose calls fit live codes.
    pub live_files: usize,
    /// Files, of all, that do not tell.
    pub unsure_files: usize,
    /// The reading that is shown, where all files share it.
    pub shown: Option<Numbering>,
    /// What speaks against the readings shown.
    pub against_shown: Contradictions,
    /// What speaks against the other readings.
    pub against_other: Contradictions,
    /// What the reasons are made of.
    pub content: ReasonMix,
    /// What the files contain, read as shown, and how many do; the most frequent first.
    pub vocabularies: Vec<(Vocabulary, usize)>,
}

impl NumberingOverview {
    /// Puts the findings together. What a person chose changes the readings shown, not what the calls fit.
    pub fn of(findings: &[DetectedNumbering], choice: NumberingChoice) -> Self {
        let mut all = Self::default();
        let mut vocabularies = BTreeMap::<Vocabulary, usize>::new();
        let mut numberings = Vec::new();
        for finding in findings {
            match finding.numbering {
                Numbering::Guide => all.guide_files += 1,
                Numbering::Live => all.live_files += 1,
            }
            all.unsure_files += usize::from(!finding.sure);
            let shown = match choice {
                NumberingChoice::ByEvidence => *finding,
                NumberingChoice::Chosen(numbering) => finding.with_numbering(numbering, finding.sure),
            };
            numberings.push(shown.numbering);
            all.against_shown.add(shown.against(shown.numbering));
            all.against_other.add(shown.against(shown.numbering.other()));
            all.content.merge(shown.content);
            *vocabularies.entry(shown.vocabulary).or_default() += 1;
        }
        numberings.dedup();
        all.shown = (numberings.len() == 1).then(|| numberings[0]);
        all.vocabularies = vocabularies.into_iter().collect();
        // The map's own order stands among equals.
        all.vocabularies.order_by_key(|&(_, files)| std::cmp::Reverse(files));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use knowledge::{ReasonEvidence, detect_numbering};

    fn finding(counts: &[(i32, u64, u64)]) -> DetectedNumbering {
        let of = |&(code, calls, answered)| ReasonEvidence { code, calls, answered, ..ReasonEvidence::default() };
        detect_numbering(counts.iter().map(of), 0)
    }

    #[test]
    fn each_file_counts_under_its_own_reading() {
        let (guide, live) = (finding(&[(11, 30, 30), (-7, 1, 1)]), finding(&[(-7, 20, 20), (503, 5, 0)]));
        let all = NumberingOverview::of(&[guide, live, live], NumberingChoice::ByEvidence);
        assert_eq!((all.guide_files, all.live_files, all.unsure_files, all.shown), (1, 2, 0, None));
        assert_eq!((all.against_shown.weighed(), all.against_other.weighed()), (1.0, 70.0));
        assert_eq!((all.content.in_doubt, all.content.negative, all.content.sip), (30, 41, 10));
        assert_eq!(all.vocabularies, [(Vocabulary::Live, 2), (Vocabulary::Guide, 1)]);
    }

    #[test]
    fn a_choice_changes_what_is_shown_and_not_what_fits() {
        let guide = finding(&[(11, 30, 30), (12, 20, 20)]);
        let all = NumberingOverview::of(&[guide], NumberingChoice::Chosen(Numbering::Live));
        assert_eq!((all.guide_files, all.shown), (1, Some(Numbering::Live)));
        assert_eq!((all.against_shown.weighed(), all.against_other.weighed()), (50.0, 0.0));
        assert_eq!(all.vocabularies, [(Vocabulary::Mixed, 1)]);
    }
}
