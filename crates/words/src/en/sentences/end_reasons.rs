//! Sentences of end reasons, and of how numbers are read as them.

use super::{calls, of_all};
use crate::EndReasonSentence;
use crate::en::{EN, numbering};

/// The text of each.
pub(super) fn text(sentence: EndReasonSentence<'_>) -> String {
    match sentence {
        EndReasonSentence::HungUp { caller, callee, server, calls: all } => format!(
            "Hung up by the caller {}, the called party {}, the server {}.",
            of_all(caller, all),
            of_all(callee, all),
            of_all(server, all)
        ),
        EndReasonSentence::VendorReached { reached, known } => {
            format!("A vendor's gateway was reached by {} of them.", of_all(reached, known))
        }
        EndReasonSentence::StandsInFor { code, hundred } => {
            format!(
                "The registry of SIP status codes has no {code}. By RFC 3261 it is treated as {hundred}, which is \
                    explained here."
            )
        }
        EndReasonSentence::NumberingByEvidence { guide_files, live_files, unsure_files } => {
            numbering::by_evidence(guide_files, live_files, unsure_files)
        }
        EndReasonSentence::NumberingFound { vocabularies } => numbering::found(vocabularies),
        EndReasonSentence::NumberingRunnerUp { shown, against_shown, against_other } => {
            numbering::runner_up(shown, against_shown, against_other)
        }
        EndReasonSentence::NumberingContent { content } => numbering::content(content),
        EndReasonSentence::GroupCalls { group, calls: count, percent } => {
            format!("{group}: {}, {}", calls(count), EN.percent(percent))
        }
        EndReasonSentence::WithThoseAbove { percent } => format!("{} together with those above", EN.percent(percent)),
        EndReasonSentence::MedianDelay { seconds } => {
            format!("Post-dial delay: {} s in the middle (half of the calls took no longer).", EN.decimal(seconds, 1))
        }
    }
}
