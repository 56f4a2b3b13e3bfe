//! International English.

mod dialect;
mod files;
mod filter;
mod names;
mod problems;
mod sentences;

pub(super) use files::field;
pub(super) use filter::{dimension, filter_field, filter_hint};
pub(super) use names::{category, end_reason_name, family, family_long, impact, outcome, side, topic_kind};
pub(super) use problems::{file_problem, set_aside_reason};
pub(super) use sentences::sentence;

use super::{Language, Word};

const EN: Language = Language::English;

/// Every word.
pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::AppName => "CDR Lens",
        Word::AppPurpose => "Why calls ended",
        Word::SkipToContent => "Skip to the content",
        Word::Pages => "Pages",
        Word::PageFiles => "Files",
        Word::PageEndReasons => "End reasons",
        Word::PageCalls => "Calls",
        Word::Filter => "Filter",
        Word::FilterBy => "Filter by",
        Word::FilterValue => "What is wanted",
        Word::AddToFilter => "Add to the filter",
        Word::SwitchHint => "Switch off or on",
        Word::ClearFilter => "Remove the filter",
        Word::KeptFilters => "Kept filters",
        Word::FilterName => "Name of this filter",
        Word::KeepFilter => "Keep this filter",
        Word::ForgetFilter => "Forget the kept filter",
        Word::Asking => "The figures of the filter are on their way.",
        Word::AfterReading => "The filter holds for the figures once all files are read.",
        Word::CallsOverTime => "Calls over time",
        Word::DragOverTime => "Drag over the bars to filter by a period.",
        Word::ShowCalls => "Show these calls",
        Word::OnlyThisReason => "Filter by this end reason",
        Word::NoCallsFound => "No call is like that. Switch a part of the filter off, or remove it.",
        Word::ChooseColumns => "Columns",
        Word::ExportCalls => "Export as CSV",
        Word::TheCall => "Call",
        Word::ColumnInFile => "Column",
        Word::CellInFile => "As it stands in the file",
        Word::OtherAttempts => "Other attempts of this call",
        Word::CannotReadRow => "This row cannot be read again: its file has changed or is gone.",
        Word::GroupCallsBy => "Break down by",
        Word::Nothing => "nothing",
        Word::NotSaid => "not said",
        Word::Fee => "Fee",
        Word::Cost => "Cost",
        Word::BudgetChanged => {
            "The new bound holds for what is read from now on. Calls that were left out are held once their files are read again."
        }
        Word::MemoryBound => "Memory for calls, in GB",
        Word::RowsInSight => "Calls of the filter",
        Word::Dismiss => "Dismiss",
        Word::Close => "Close",

        Word::StartTitle => "See why your calls ended",
        Word::DropHere => "Drop VOS3000 call detail records here: files or whole folders",
        Word::DropNow => "Let go to read these files",
        Word::DropMore => "Drop more files or folders here",
        Word::ChooseFiles => "Choose files",
        Word::ChooseFolder => "Choose a folder",
        Word::TrySample => "Try it with a sample",
        Word::SampleExplained => {
            "The sample is two days of an invented switch, made on this page: 40,000 calls, with a few things gone wrong in them."
        }
        Word::MakingSample => "Making the sample",
        Word::Privacy => "Your files are read on this machine, by this page. No byte of them is sent anywhere.",
        Word::ReadsTitle => "What it reads",
        Word::ReadsVos3000 => {
            "What VOS3000 gives: the softswitch's text files, the table e_cdr as CSV, mysql output or dump, push files, GetCdr answers, and what its client exports in English or Chinese."
        }
        Word::ReadsOthers => {
            "What portals make of it, and the records of Asterisk, FreeSWITCH, Cisco Unified CM, Kamailio and OpenSIPS. Any other table too: you say once which column is what."
        }
        Word::ReadsPacked => {
            "As it is, or in gzip, zip, tar, xlsx and xls; in UTF-8, GB18030, UTF-16 or Windows-1252; single files or whole folders, of any size."
        }
        Word::YourFiles => "Your files",
        Word::StartOver => "Remove all files",
        Word::FileWaiting => "Waiting",
        Word::FileReading => "Being read",
        Word::FileRead => "Read",
        Word::FileFailed => "Not read",
        Word::NothingDropped => "There was no file in what was dropped. Drop files or folders.",
        Word::NoRows => "The file has a header and no rows.",
        Word::FileUnpacked => "Unpacked",
        Word::DateOrderOpen => {
            "Nothing in its first rows tells whether the day or the month comes first in its dates; the day is taken. If that is wrong, change which column is what."
        }
        Word::CannotTell => "What this file cannot tell",
        Word::NoHangUpSide => "who hung up",
        Word::NoVendorGateway => "whether a vendor was reached",
        Word::NoFailures => "failed calls: every call in it was answered, so its ASR says nothing",
        Word::NoEndReasons => "why calls ended",
        Word::NoFees => "what calls were charged",
        Word::NoCosts => "what calls cost",
        Word::NoDelays => "post-dial delays",
        Word::NoSerials => "serial numbers, so that a call that stands in two files is counted twice",
        Word::FirstRows => "First rows",
        Word::ColumnsOfFile => "Columns",
        Word::NotTaken => "not used",
        Word::TextEncoding => "Encoding",
        Word::ByItsBytes => "As its bytes say",
        Word::ChangeColumns => "Change which column is what",
        Word::SayColumns => "Say which column is what",
        Word::UnpackAll => "Unpack all of it",
        Word::MappingTitle => "Which column is what?",
        Word::MappingHint => {
            "Choose for each field the column that it comes from, or drag a column onto it. What is not in the file stays absent."
        }
        Word::MappingName => "Name of this mapping",
        Word::NotInFile => "not in this file",
        Word::AsRead => "As it will be read",
        Word::Field => "Field",
        Word::FromColumn => "From column",
        Word::DayOrMonth => "Dates begin with",
        Word::DayFirst => "the day",
        Word::MonthFirst => "the month",
        Word::YearFirst => "the year",
        Word::DecimalSign => "Decimals stand behind",
        Word::DecimalPoint => "a point",
        Word::DecimalComma => "a comma",
        Word::FirstRowIs => "The first row is",
        Word::FirstRowNames => "the names of the columns",
        Word::FirstRowCall => "a call",
        Word::ReasonsAre => "End reasons are",
        Word::ReasonsVos3000 => "VOS3000's",
        Word::ReasonsOther => "another switch's: Q.850, SIP, dispositions",
        Word::StillMissing => {
            "Still missing: a start time, and one of talk time, billed time, stop time and answer time."
        }
        Word::ReadSo => "Read with these columns",
        Word::MappingKept => "It is kept in this browser, and used for every file with these columns.",
        Word::MappingNotKept => {
            "It is used for this file only. Give it a name to have it read all files with these columns."
        }
        Word::YourMappings => "Your mappings",
        Word::ExportMappings => "Export mappings",
        Word::ImportMappings => "Import mappings",
        Word::NoMappings => "That file has no mappings in it that can be read.",
        Word::Forget => "Forget",
        Word::ZoneOfFiles => "Time zone of the files",
        Word::AskZone => {
            "Some of these files write times without saying in which zone. They are taken as UTC until you say where they were written."
        }
        Word::ChooseZone => "Choose a zone",
        Word::ReadInZone => "Read them in that zone",
        Word::RowsSetAside => "Rows that could not be read",
        Word::NothingSetAside => "Every row could be read.",
        Word::Line => "Line",
        Word::Column => "Column",
        Word::Reason => "What is wrong",
        Word::RowText => "The row",
        Word::WhatToDo => "What to do",

        Word::Reading => "Reading",
        Word::Cancel => "Cancel",
        Word::Cancelled => "Cancelled. Nothing of these files was kept.",
        Word::FiguresGrow => "The figures grow while the files are read.",

        Word::Figures => "Figures",
        Word::Calls => "Calls",
        Word::Answered => "Answered",
        Word::Asr => "ASR",
        Word::AsrLong => "Answer seizure ratio",
        Word::Ner => "NER",
        Word::NerLong => "Network effectiveness ratio",
        Word::Seer => "SEER",
        Word::SeerLong => "Session establishment effectiveness ratio",
        Word::Isa => "ISA",
        Word::IsaLong => "Ineffective session attempts",
        Word::DefineNer => {
            "Network effectiveness ratio: (answered + called party busy + no answer + rejected + not reachable + caller gave up + wrong number) / all calls x 100: what the network did right, whatever the user did. Source: ITU-T E.425; that wrong numbers and callers who gave up count is our choice, practice differs."
        }
        Word::DefineSeer => {
            "Session establishment effectiveness ratio: (answered + 480, 486, 600, 603) / (all calls - 3xx) x 100. Counts SIP status codes only. Source: RFC 6076 4.7."
        }
        Word::DefineIsa => {
            "Ineffective session attempts: (408 + 500 + 503 + 504) / all calls x 100. Counts SIP status codes only. Source: RFC 6076 4.8."
        }
        Word::Acd => "ACD",
        Word::AcdLong => "Average call duration",
        Word::TalkMinutes => "Talk minutes",
        Word::Period => "Period",
        Word::FirstStart => "First call",
        Word::LastStart => "Last call",
        Word::DefineCalls => {
            "Seizures: every row that could be read as a call, answered or not. Rows that could not be read are not among them; they are counted on the page Files. Source: ITU-T E.600."
        }
        Word::DefineAnswered => {
            "Calls with talk time: holdtime above 0; where a row has no holdtime, feetime; where it has neither, stoptime less starttime. Never decided from the end reason."
        }
        Word::DefineAsr => {
            "Answer seizure ratio: answered calls / all calls x 100, in percent. Source: ITU-T E.425 and E.411. Below 30 calls it is weak and is shown with its 95 % interval (Wilson)."
        }
        Word::DefineAcd => {
            "Average call duration: talk time / answered calls, shown as minutes and seconds. Source: ITU-T E.425 and E.437."
        }
        Word::DefineTalkMinutes => {
            "Talk time of all answered calls in minutes. Billed minutes may differ, by rounding."
        }
        Word::DefinePeriod => {
            "From the start of the first call to the start of the last one. VOS3000 stores the start of an answered call as the moment of the answer, most likely, and of any other as the moment of its end."
        }
        Word::DefineShare => "Calls with this end reason / all calls x 100, in percent.",
        Word::DefineTalkTime => "Talk time of the calls with this end reason, as hours, minutes and seconds.",
        Word::DefineCategory => {
            "The guide's ten categories of end reasons. SIP and Q.850 codes are placed in them by us; Protocol and Unknown are ours."
        }
        Word::DefineImpact => {
            "How much it hurts, from low to critical. For the guide's 25 end reasons it is the impact of their group in the guide; for all others, and for 4, 13 and 23, which have no group, it is our placing. Sorted by impact, the table begins with what to look at first: unanswered calls weighed by impact."
        }
        Word::DefineFamily => {
            "Where the code comes from: the guide's list of 25, the switch's own negative numbers, a SIP status, a Q.850 cause, or words."
        }
        Word::NoCalls => "no calls",
        Word::NoAnsweredCalls => "no answered calls",
        Word::AsrNotMeasurable => "not measurable",
        Word::FailuresMissing => {
            "Every call in these files is answered, so they most likely hold no failed calls at all: the switch does not write them while SS_CDR_RECORD_NONCONNECT is off. There is no answer seizure ratio without them. Switch it on, or export from e_cdr, to see why calls fail."
        }
        Word::TimesShownIn => "Times shown in",
        Word::ExportJson => "Export JSON",
        Word::Print => "Print",

        Word::EndReasons => "End reasons",
        Word::EndReasonsHint => "Choose a name to see what it means and what to do.",
        Word::Code => "Code",
        Word::Name => "Name",
        Word::Family => "Family",
        Word::Category => "Category",
        Word::Impact => "Impact",
        Word::Share => "Share",
        Word::TalkTime => "Talk time",
        Word::GroupBy => "Group by",
        Word::NoGroups => "Nothing",
        Word::NotKnown => "Not known",
        Word::TopVendors => "Terminating gateways",
        Word::TopCustomers => "Originating gateways",
        Word::TopPrefixes => "Called numbers beginning with",
        Word::NumbersReadAs => "Numbers read as",
        Word::DialectByEvidence => "As each file's own calls tell",
        Word::DialectGuide => "The guide's end reasons 1 to 25",
        Word::DialectLive => "Live codes: negative, Q.850, SIP",
        Word::NothingInDoubt => "No number in them can be read in two ways.",
        Word::DialectWouldHelp => {
            "What would tell: answered calls, the columns enddirection and calleegatewayid, or more files of the same switch."
        }
        Word::AgainstKind => "What does not fit, in calls",
        Word::AgainstShown => "This reading",
        Word::AgainstOther => "The other",
        Word::AgainstNotInList => "The number is in the other list only",
        Word::AgainstAnswered => "Answered, though the reason cannot end an answered call",
        Word::AgainstHangUpSide => "Hung up by another side than the reason says (weak: four count as one)",
        Word::AgainstGateway => "Reached a vendor or did not, against what the reason says (weak: four count as one)",
        Word::DialectRule => {
            "The reading with less against it is taken. It is sure when the other has more than ten times as much, at least one call, and one for every hundred on the numbers 1 to 25."
        }
        Word::Meaning => "What it means",
        Word::UsualCause => "Usual cause",
        Word::InTheseFiles => "In these files",
        Word::Source => "Source",
        Word::ReasonNotKnown => "What this end reason means is not known: no public source names it.",
        Word::ReasonNotKnownAction => {
            "Look at who hung up and whether a vendor was reached, below. Then open one such call in the softswitch's own client: it shows the reason in words."
        }
        Word::PartlyKnown => "Not certain: the meaning is inferred from live data.",
        Word::WithoutTalkTime => "Without talk time",
        Word::PlacedByCalls => "(told by who hung up these calls, and whether they reached a vendor)",
        Word::WhereItLies => "Where it lies",
        Word::ChooseAReason => {
            "Choose an end reason in the table to see what it means, its usual cause and what to do."
        }
        Word::Reference => "Reference",
        Word::ReferenceHint => {
            "What every end reason means, and the troubleshooting guide. It needs no file, and every entry has an address of its own that can be sent to a colleague."
        }
        Word::SearchReference => "Search the reference",
        Word::SearchExample => "503, NoAvailableRouter, cause 34, one-way audio …",
        Word::SearchResults => "Search results",
        Word::Section => "Section",
        Word::Outcome => "Outcome",
        Word::All => "All",
        Word::SystemParameters => "System parameters",
        Word::ToReference => "All of the reference",
        Word::OpenInReference => "Open in the reference",
        Word::EntryNotFound => "The reference has no such entry.",
        Word::RelatedTopics => "In the troubleshooting guide",
        Word::Counterparts => "Usual counterparts",
        Word::CounterpartsUsual => {
            "Usual, not certain: one SIP status can stand for several server reasons, vendors deviate from RFC 3398, and the softswitch can replace codes."
        }
        Word::Billing => "Billing",
        Word::RecordWritten => "Record written",
        Word::Billable => "Billable",
        Word::BillingMode => "Billing mode",
        Word::EndsAnswered => "Can end an answered call",
        Word::Yes => "Yes",
        Word::No => "No",
        Word::Partly => "Partly",
        Word::ClientShows => "The client shows",
        Word::AlsoWritten => "Also written",
        Word::WordingNotVerified => "The Chinese wording is a translation that was not seen in a client.",
        Word::GuideNotLive => {
            "This is number and meaning of the end reason guide. Live systems were seen to store other numbers: negative for the switch's own reasons, 1 to 127 for Q.850 causes."
        }
        Word::GuideNoGroup => {
            "The guide puts codes 4, 13 and 23 into none of its six groups. Their impact is our own placing."
        }
        Word::GuideFiveTwice => {
            "The guide's code table has it under Network, its group table under Capacity/Timeout. The category here follows the code table, the impact the group table."
        }
        Word::SourcesDisagree => "Where sources disagree",
        Word::WhereItMatters => "Where it matters",
        Word::DefaultValue => "Default",
        Word::Recommended => "Recommended",
        Word::NotStated => "no source states one",
        Word::Yours => "yours",
        Word::YouKnowBetter => "You know better? Name it",
        Word::YourName => "Your name for it",
        Word::YourOutcome => "Its outcome without talk time",
        Word::AsShipped => "As in the reference",
        Word::Keep => "Keep",
        Word::TakeBack => "Take back",
        Word::KeptInBrowser => "Kept in this browser only. It is marked as yours wherever it is shown.",
        Word::YourDictionary => "Your dictionary",
        Word::ExportDictionary => "Export your dictionary",
        Word::ImportDictionary => "Import a dictionary",
        Word::NoDictionary => "This file is no dictionary that was exported here. Nothing was changed.",
        Word::NamesFound => "Names found",
        Word::LearnNames => "Take these names over",
        Word::NoFilesYet => "There are no figures yet. Drop call detail records on this page, or try it with a sample.",
        Word::ToFiles => "Go to Files",
        Word::PageNotFound => "There is no such page.",
    }
}
