//! The figures of all files, with their end reasons explained.

use super::end_reason_row::{EndReasonKey, EndReasonRow};
use super::metrics;
use super::tally::Tally;
use calls::EpochMillis;
use knowledge::{DetectedNumbering, Family, Numbering, PersonalDictionary};
use serde::{Deserialize, Serialize};
use sorting::Sort;
use std::collections::BTreeMap;

/// How the numbers of end reasons are to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberingChoice {
    /// For each file as its own numbers say, and where they do not suffice, as those of all files do.
    #[default]
    ByEvidence,
    /// For all files as a person says.
    Chosen(Numbering),
}

/// What is shown and exported.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Sums over all calls.
    pub total: Tally,
    /// What each file's numbers say, whatever was chosen; files without calls have none.
    pub numberings: Vec<DetectedNumbering>,
    /// One row for each end reason of each family, the most frequent first.
    pub end_reasons: Vec<EndReasonRow>,
}

impl Summary {
    /// Puts the tallies of files together. Each file's numbers are read in its own numbering.
    pub fn of<'a>(
        files: impl Iterator<Item = &'a Tally>,
        choice: NumberingChoice,
        personal: &PersonalDictionary,
    ) -> Self {
        let files: Vec<&Tally> = files.filter(|file| file.calls > 0).collect();
        let (findings, numberings): (Vec<_>, Vec<_>) =
            Self::numberings_of(files.iter().copied(), choice).into_iter().unzip();
        Self::of_read(files.into_iter().zip(numberings), findings, personal)
    }

    /// For each file what its numbers say, and in which numbering they are read.
    pub fn numberings_of<'a>(
        files: impl Iterator<Item = &'a Tally>,
        choice: NumberingChoice,
    ) -> Vec<(DetectedNumbering, Numbering)> {
        let files: Vec<&Tally> = files.collect();
        let mut total = Tally::default();
        for file in &files {
            total.merge(file);
        }
        let of_all = total.detected_numbering();
        let numbering = |file: &&Tally| {
            let mut finding = file.detected_numbering();
            if !finding.sure {
                finding = finding.with_numbering(of_all.numbering, of_all.sure);
            }
            match choice {
                NumberingChoice::ByEvidence => (finding, finding.numbering),
                NumberingChoice::Chosen(numbering) => (finding, numbering),
            }
        };
        files.iter().map(numbering).collect()
    }

    /// Puts tallies together, each with the numbering that its numbers are read in.
    pub fn of_read<'a>(
        tallies: impl Iterator<Item = (&'a Tally, Numbering)>,
        numberings: Vec<DetectedNumbering>,
        personal: &PersonalDictionary,
    ) -> Self {
        let mut total = Tally::default();
        let mut rows = BTreeMap::<EndReasonKey, EndReasonRow>::new();
        for (tally, numbering) in tallies {
            total.merge(tally);
            for (end_reason, sums) in tally.reasons() {
                let mut row = EndReasonRow::of(&end_reason, numbering, tally.reasons_of);
                row.personal = personal.get(&row.personal_key()).cloned();
                rows.entry(row.key()).or_insert(row).sums.merge(sums);
            }
        }
        let mut end_reasons: Vec<_> = rows.into_values().collect();
        // The map's own order stands among equals.
        end_reasons.order_by_key(|row| std::cmp::Reverse(row.sums.calls));
        Self { total, numberings, end_reasons }
    }

    /// Answer seizure ratio in percent.
    pub fn asr_percent(&self) -> Option<f64> {
        metrics::answer_seizure_ratio(self.total.answered, self.total.calls)
    }

    /// Average call duration in seconds.
    pub fn acd_seconds(&self) -> Option<f64> {
        metrics::average_call_duration(self.total.talk_seconds, self.total.answered)
    }

    /// Unanswered calls of the rows that `holds` for.
    fn unanswered(&self, holds: impl Fn(&EndReasonRow) -> bool) -> u64 {
        self.end_reasons.iter().filter(|row| holds(row)).map(|row| row.sums.calls - row.sums.answered).sum()
    }

    fn unanswered_sip(&self, holds: impl Fn(i32) -> bool) -> u64 {
        self.unanswered(|row| row.classified.family == Family::Sip && row.classified.code.is_some_and(&holds))
    }

    /// Whether any call ended with a SIP status: without one, SEER and ISA say nothing.
    pub fn has_sip(&self) -> bool {
        self.end_reasons.iter().any(|row| row.classified.family == Family::Sip)
    }

    /// Network effectiveness ratio in percent.
    pub fn ner_percent(&self) -> Option<f64> {
        let effective = self.unanswered(|row| metrics::is_network_effective(row.class(false)));
        metrics::network_effectiveness_ratio(self.total.answered, effective, self.total.calls)
    }

    /// Session establishment effectiveness ratio in percent.
    pub fn seer_percent(&self) -> Option<f64> {
        let effective = self.unanswered_sip(|code| metrics::SEER_EFFECTIVE.contains(&code));
        let redirected = self.unanswered_sip(|code| (300..400).contains(&code));
        let Tally { answered, calls, .. } = self.total;
        metrics::session_establishment_effectiveness_ratio(answered, effective, calls, redirected)
    }

    /// Ineffective session attempts in percent.
    pub fn isa_percent(&self) -> Option<f64> {
        let ineffective = self.unanswered_sip(|code| metrics::INEFFECTIVE.contains(&code));
        metrics::ineffective_session_attempts(ineffective, self.total.calls)
    }

    /// Every call is answered: most likely the switch does not write failed calls (`SS_CDR_RECORD_NONCONNECT`), and
    /// then the answer seizure ratio means nothing.
    pub fn failures_missing(&self) -> bool {
        self.total.calls > 0 && self.total.answered == self.total.calls
    }

    /// The place of the end reason that hurts most, if any does.
    pub fn worst(&self) -> Option<usize> {
        let places = (0..self.end_reasons.len()).rev();
        places.max_by_key(|&at| self.end_reasons[at].harm()).filter(|&at| self.end_reasons[at].harm() > 0)
    }

    /// Start of the first and of the last call.
    pub fn period(&self) -> Option<(EpochMillis, EpochMillis)> {
        self.total.first_start.zip(self.total.last_start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calls::{Call, EndReason};

    fn tally(calls: &[(i32, u32)]) -> Tally {
        crate::count::tally_of(calls.iter().enumerate().map(|(at, &(code, talk_seconds))| Call {
            start: EpochMillis(at as i64 * 1000),
            talk_seconds,
            end_reason: EndReason::Code(code),
            ..Call::default()
        }))
    }

    #[test]
    fn each_file_is_read_in_its_own_numbering() {
        let guide = tally(&[(11, 30), (12, 60), (16, 0)]);
        let live = tally(&[(-7, 30), (16, 10), (503, 0), (503, 0)]);
        let summary =
            Summary::of([&guide, &live].into_iter(), NumberingChoice::ByEvidence, &PersonalDictionary::default());
        let rows: Vec<_> = summary.end_reasons.iter().map(|row| (row.key(), row.sums.calls)).collect();
        let row = |family, code, calls| ((family, Some(code), String::new()), calls);
        assert_eq!(
            rows,
            [
                row(Family::Sip, 503, 2),
                row(Family::Guide, 11, 1),
                row(Family::Guide, 12, 1),
                row(Family::Guide, 16, 1),
                row(Family::Server, -7, 1),
                row(Family::Q850, 16, 1),
            ]
        );
        assert_eq!(summary.worst(), Some(0));
        assert_eq!(summary.asr_percent().unwrap(), 400.0 / 7.0);
        assert_eq!(summary.acd_seconds(), Some(32.5));
        let chosen = Summary::of(
            [&guide, &live].into_iter(),
            NumberingChoice::Chosen(Numbering::Live),
            &PersonalDictionary::default(),
        );
        assert!(chosen.end_reasons.iter().all(|row| row.classified.family != Family::Guide));
        assert_eq!(chosen.total, summary.total);
    }

    #[test]
    fn a_file_that_cannot_tell_is_read_as_the_others_are() {
        let (quiet_hour, busy_hour) = (tally(&[(3, 0), (2, 0)]), tally(&[(11, 30), (12, 60), (3, 0)]));
        let alone = Summary::of([&quiet_hour].into_iter(), NumberingChoice::ByEvidence, &PersonalDictionary::default());
        assert_eq!((alone.numberings[0].numbering, alone.numberings[0].sure), (Numbering::Live, false));
        let both = Summary::of(
            [&quiet_hour, &busy_hour].into_iter(),
            NumberingChoice::ByEvidence,
            &PersonalDictionary::default(),
        );
        assert!(both.numberings.iter().all(|finding| finding.numbering == Numbering::Guide && finding.sure));
        assert!(both.end_reasons.iter().all(|row| row.classified.family == Family::Guide));
    }

    #[test]
    fn effectiveness_counts_what_the_network_did_right() {
        // 2 answered, busy, unavailable, congested, redirected, timed out by the vendor, no route of our own.
        let calls = [(-7, 9), (-8, 9), (486, 0), (480, 0), (503, 0), (302, 0), (408, 0), (-69, 0)];
        let summary =
            Summary::of([&tally(&calls)].into_iter(), NumberingChoice::default(), &PersonalDictionary::default());
        assert_eq!(summary.asr_percent(), Some(25.0));
        assert_eq!(summary.ner_percent(), Some(50.0));
        assert_eq!(summary.seer_percent(), Some(400.0 / 7.0));
        assert_eq!(summary.isa_percent(), Some(25.0));
    }

    #[test]
    fn answered_calls_only_is_said() {
        assert!(
            Summary::of([&tally(&[(-7, 3)])].into_iter(), NumberingChoice::default(), &PersonalDictionary::default())
                .failures_missing()
        );
        assert!(
            !Summary::of(
                [&tally(&[(-7, 3), (-7, 0)])].into_iter(),
                NumberingChoice::default(),
                &PersonalDictionary::default()
            )
            .failures_missing()
        );
        let nothing = Summary::of([].into_iter(), NumberingChoice::default(), &PersonalDictionary::default());
        assert!(!nothing.failures_missing() && nothing.asr_percent().is_none() && nothing.period().is_none());
    }
}
