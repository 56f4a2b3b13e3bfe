//! Words of comparing two sides.

use crate::CompareWord;

/// The text of each.
pub(super) fn text(word: CompareWord) -> &'static str {
    match word {
        CompareWord::CompareWhat => "Compare",
        CompareWord::CompareBefore => "The filter’s period with the time right before it",
        CompareWord::CompareDays => "The last whole day with the day before",
        CompareWord::CompareHalves => "The first half of the time with the second half",
        CompareWord::ComparePeriods => "Two periods of my choice",
        CompareWord::CompareFiles => "Two files",
        CompareWord::CompareValues => "Two values of a field",
        CompareWord::EarlierPeriod => "Before",
        CompareWord::LaterPeriod => "After",
        CompareWord::PeriodFrom => "From",
        CompareWord::PeriodTo => "To",
        CompareWord::OneFile => "File",
        CompareWord::OtherFile => "Compared with",
        CompareWord::ComparedField => "Field",
        CompareWord::OneValue => "Value",
        CompareWord::OtherValue => "Compared with",
        CompareWord::NoHalves => {
            "These calls all began at the same time, or none is in the filter’s period. Compare two files or two \
                values of a field instead."
        }
        CompareWord::TypePeriods => {
            "Say from when to when each of the two periods lasts: the end must come after the begin."
        }
        CompareWord::OneFileOnly => {
            "There is one file with calls only, or the same one is chosen twice. Drop another one on this page to \
                compare both."
        }
        CompareWord::TypeValues => "Choose two different values of the field.",
        CompareWord::Metric => "Metric",
        CompareWord::Change => "Change",
        CompareWord::Certainty => "Chance",
        CompareWord::DefineCertainty => {
            "Whether the 95 % intervals (Wilson) of both shares overlap. Where they do not, the change is more than \
                chance; where they do, so few calls may differ so much by chance alone. It is told of shares of calls \
                only."
        }
        CompareWord::MayBeChance => "may be chance",
        CompareWord::MoreThanChance => "more than chance",
        CompareWord::SideBySideHint => {
            "Changes of shares are in percentage points, others in percent of what it was. A click on a value shows \
                its calls. Where both sides are not equally long, sums are for each hour."
        }
        CompareWord::WhatExplains => "What explains the difference",
        CompareWord::ChangeOf => "Change of",
        CompareWord::SplitBy => "Split by",
        CompareWord::ExplainsBest => "What explains it best",
        CompareWord::NothingToSplit => "No metric of these calls can be split: one side has no calls.",
        CompareWord::PercentilesNotSplit => {
            "Post-dial delays are told by percentiles (p50, p95), and no group has a part of these that adds up. The \
                share of calls with a delay over 8 s stands in their place: its change is split exactly."
        }
        CompareWord::SplitHint => {
            "Contributions add up to the whole change, exactly. A group contributes as its own value changed (rate), \
                and as more or fewer of the calls were its own (mix). A click on a name filters by it."
        }
        CompareWord::Contribution => "Contribution",
        CompareWord::DefineContribution => "How much of the change is this group’s: both parts together.",
        CompareWord::ShareOfChange => "Of the change",
        CompareWord::DefineShareOfChange => {
            "The contribution in percent of the whole change. Below 0: the group worked against it."
        }
        CompareWord::RateEffect => "Rate",
        CompareWord::DefineRateEffect => {
            "What the group contributes as its own value changed, with the average of its weights before and after."
        }
        CompareWord::MixEffect => "Mix",
        CompareWord::DefineMixEffect => {
            "What the group contributes as it has another part of the whole now, where its value is not that of the \
                others."
        }
        CompareWord::DefineGroupCalls => "The calls of the group on that side.",
        CompareWord::AllOthers => "All others, left out of the table",
        CompareWord::SumOfContributions => "Sum: the whole change",
        CompareWord::LookInto => "Look into",
        CompareWord::ThenBy => "Split by",
        CompareWord::NothingWithin => "What this group contributes cannot be split by that field.",
    }
}
