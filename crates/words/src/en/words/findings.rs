//! Words of the findings.

use crate::FindingWord;

/// The text of each.
pub(super) fn text(word: FindingWord) -> &'static str {
    match word {
        FindingWord::FindingsExplained => {
            "What stands out in these calls, the most urgent first: the more severe, then the more money or calls at \
                stake, then the surer."
        }
        FindingWord::NothingFound => "No rule found anything in these calls that stands out.",
        FindingWord::Serious => "Serious",
        FindingWord::Warning => "Warning",
        FindingWord::Notice => "Notice",
        FindingWord::ConfidenceHigh => "sure",
        FindingWord::ConfidenceMedium => "rather sure",
        FindingWord::ConfidenceLow => "a sign, no proof",
        FindingWord::AtStake => "At stake",
        FindingWord::Since => "Since",
        FindingWord::HowSure => "How sure",
        FindingWord::About => "About",
        FindingWord::FilterByIt => "Filter by it",
    }
}
