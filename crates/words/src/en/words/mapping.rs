//! Words of a mapping: which column of a file is what.

use crate::MappingWord;

/// The text of each.
pub(super) fn text(word: MappingWord) -> &'static str {
    match word {
        MappingWord::MappingTitle => "Which column is what?",
        MappingWord::MappingHint => {
            "Choose for each field the column that it comes from, or drag a column onto it. What is not in the file \
                stays absent."
        }
        MappingWord::MappingName => "Name of this mapping",
        MappingWord::NotInFile => "not in this file",
        MappingWord::AsRead => "As it will be read",
        MappingWord::Field => "Field",
        MappingWord::FromColumn => "From column",
        MappingWord::DayOrMonth => "Dates begin with",
        MappingWord::DayFirst => "the day",
        MappingWord::MonthFirst => "the month",
        MappingWord::YearFirst => "the year",
        MappingWord::DecimalSign => "Decimals stand behind",
        MappingWord::DecimalPoint => "a point",
        MappingWord::DecimalComma => "a comma",
        MappingWord::FirstRowIs => "The first row is",
        MappingWord::FirstRowNames => "the names of the columns",
        MappingWord::FirstRowCall => "a call",
        MappingWord::ReasonsAre => "End reasons are",
        MappingWord::ReasonsVos3000 => "VOS3000's",
        MappingWord::ReasonsOther => "another switch's: Q.850, SIP, dispositions",
        MappingWord::StillMissing => {
            "Still missing: a start time, and one of talk time, billed time, stop time and answer time."
        }
        MappingWord::ReadSo => "Read with these columns",
        MappingWord::MappingKept => "It is kept in this browser, and used for every file with these columns.",
        MappingWord::MappingNotKept => {
            "It is used for this file only. Give it a name to have it read all files with these columns."
        }
        MappingWord::YourMappings => "Your mappings",
        MappingWord::ExportMappings => "Export mappings",
        MappingWord::ImportMappings => "Import mappings",
        MappingWord::NoMappings => "That file has no mappings in it that can be read.",
        MappingWord::Forget => "Forget",
    }
}
