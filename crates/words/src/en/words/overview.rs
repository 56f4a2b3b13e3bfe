//! Words of the overview.

use crate::OverviewWord;

/// The text of each.
pub(super) fn text(word: OverviewWord) -> &'static str {
    match word {
        OverviewWord::FiguresOfSelection => "Figures of the selection",
        OverviewWord::ReasonsOverTime => "End reasons by category over time",
        OverviewWord::WorstFirst => "What is worst",
        OverviewWord::WorstExplained => {
            "Those with the most failed calls, weighed by the impact of their end reasons, of 30 calls or more. A \
                click filters by them."
        }
        OverviewWord::NothingWorst => "None with 30 calls or more has failed calls that weigh anything.",
        OverviewWord::WorstReason => "The end reason that harms most",
    }
}
