//! Words of a mapping: which column of a file is what.

/// Their texts are in `words/mapping.rs` of each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its text in a language's table says.
pub enum MappingWord {
    MappingTitle,
    MappingHint,
    MappingName,
    NotInFile,
    AsRead,
    Field,
    FromColumn,
    DayOrMonth,
    DayFirst,
    MonthFirst,
    YearFirst,
    DecimalSign,
    DecimalPoint,
    DecimalComma,
    FirstRowIs,
    FirstRowNames,
    FirstRowCall,
    ReasonsAre,
    ReasonsVos3000,
    ReasonsOther,
    StillMissing,
    ReadSo,
    MappingKept,
    MappingNotKept,
    YourMappings,
    ExportMappings,
    ImportMappings,
    NoMappings,
    Forget,
}
