//! International English.

mod alarms;
mod compare;
mod dialect;
mod files;
mod filter;
mod findings;
mod metrics;
mod names;
mod problems;
mod sentences;

pub(super) use alarms::{alarm_metric, alarm_name, alarms_problem, setup_problem, threshold_method};
pub(super) use compare::story;
pub(super) use files::field;
pub(super) use filter::{dimension, filter_field, filter_hint};
pub(super) use findings::finding;
pub(super) use metrics::{WEEKDAYS, define_metric, metric};
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
        Word::NothingToDraw => "There is nothing to draw in this selection.",
        Word::SaveChart => "Save as",
        Word::DataOfChart => "The data as a table",
        Word::AtLeastCalls => "With at least so many calls",
        Word::Copy => "Copy",
        Word::Total => "Total",
        Word::Unnamed => "(none)",
        Word::NotAnswered => "Not answered",
        Word::ByCaller => "The caller",
        Word::ByCallee => "The callee",
        Word::ByServer => "The server",
        Word::Copied => "Copied",
        Word::NotCopied => "This browser does not let the page copy.",
        Word::PageOverview => "Overview",
        Word::PageFindings => "Findings",
        Word::PageTime => "Time",
        Word::PageBreakdown => "Break-down",
        Word::PageDestinations => "Destinations",
        Word::PageBilling => "Billing",
        Word::PageCapacity => "Capacity",
        Word::PageQuality => "Quality",
        Word::PageSecurity => "Security",
        Word::PageAlarms => "Alarms",
        Word::PageCompare => "Compare",
        Word::Shortcuts => "Keys",
        Word::ShortcutList => "This list",
        Word::ShortcutFilter => "Type what to filter by",
        Word::FindingsExplained => {
            "What stands out in these calls, the most urgent first: the more severe, then the more money or calls at stake, then the surer."
        }
        Word::NothingFound => "No rule found anything in these calls that stands out.",
        Word::Serious => "Serious",
        Word::Warning => "Warning",
        Word::Notice => "Notice",
        Word::ConfidenceHigh => "sure",
        Word::ConfidenceMedium => "rather sure",
        Word::ConfidenceLow => "a sign, no proof",
        Word::AtStake => "At stake",
        Word::Since => "Since",
        Word::HowSure => "How sure",
        Word::About => "About",
        Word::FilterByIt => "Filter by it",
        Word::AndBy => "and by",
        Word::Digits => "Digits",
        Word::LengthOfSteps => "Length of steps",
        Word::ShownAs => "Shown as",
        Word::AsTable => "a table",
        Word::AsMatrix => "rows and columns",
        Word::MeasuredBy => "Measured by",
        Word::VendorByDestination => "Vendor by destination",
        Word::DownInto => "A click on a row filters by it, and breaks its calls down by",
        Word::WayDown => "The way down",
        Word::AllCalls => "All calls",
        Word::MetricColumns => "Columns",
        Word::AttemptsAndCalls => "Attempts and calls",
        Word::AttemptsPerCall => "Attempts per call",
        Word::DefineAttemptsPerCall => "Rows with a Call-ID, divided by the different Call-IDs in them.",
        Word::CallsByCallId => "Calls by Call-ID",
        Word::DefineCallsByCallId => {
            "Rows with the same Call-ID are attempts of one call. Different Call-IDs, counted."
        }
        Word::AnsweredInTheEnd => "Calls answered in the end",
        Word::DefineAnsweredInTheEnd => "Calls of which any attempt has talk time, of all calls by Call-ID.",
        Word::TriedAgain => "Tried more than once",
        Word::DefineTriedAgain => "Calls with more attempts than one, of all calls by Call-ID.",
        Word::CallIds => "Call-IDs, by which attempts of the same call are known",
        Word::RoutingPrefixes => "Routing prefixes",
        Word::RoutingPrefixesHint => {
            "What stands before called numbers to choose a route, and is no part of them. The longest that a number begins with is taken off, here and on all pages. Kept in this browser."
        }
        Word::RoutingPrefixesExample => "9011, 77#",
        Word::TakeOff => "Take them off",
        Word::LargestDestinations => "The largest destinations",
        Word::ByCountry => "By country",
        Word::ByAreas => "By area",
        Word::AreasOf => "Areas of",
        Word::ByPrefix => "By prefix",
        Word::ByYourDestinations => "By your destinations",
        Word::NoCountry => "no country",
        Word::NumbersOfNoCountry => "Numbers of no country",
        Word::NoCountryHint => {
            "No country code fits what these numbers begin with. They may be national or internal numbers, or a routing prefix stands before them."
        }
        Word::CalledNumbers => "called numbers",
        Word::YourRates => "Your own destinations and rates",
        Word::YourRatesHint => {
            "Import a list, or drop it here: a prefix, a name and a rate for a minute in each line, with commas, semicolons or tabs between them. It names destinations, and is compared with what the files charge. Kept in this browser."
        }
        Word::ImportRates => "Import a list",
        Word::ExportRates => "Export the list",
        Word::ForgetRates => "Forget the list",
        Word::NoRates => {
            "No line of that file begins a number: it should have a column of prefixes, such as 44, one of names and one of rates. Nothing was changed."
        }
        Word::RatesNotKept => "The list is too large to be kept in this browser: it is used until this page is closed.",
        Word::LinesToLookAt => "Lines to look at",
        Word::NotInList => "not in your list",
        Word::YourDestination => "Destination",
        Word::TimeRated => "Time is rated",
        Word::RatedSeconds => "by the second (1/1)",
        Word::RatedSixes => "by six seconds (6/6)",
        Word::RatedMinutes => "by the minute (60/60)",
        Word::RatedAsBilled => "as the files say it was billed",
        Word::RatedTimeExplained => {
            "The rounding is yours to choose, no file says it. Each call's talk time is rounded up, then added. Rates are taken as in the currency of the files, fees of unanswered calls are in the revenue, and connection fees are not in the list."
        }
        Word::RatePerMinute => "Rate",
        Word::DefineRatePerMinute => "Your list's rate for a minute.",
        Word::RatedMinutesColumn => "Minutes rated",
        Word::DefineRatedMinutes => "Talk time, each call's rounded as chosen, or billed time.",
        Word::CostByList => "By your list",
        Word::DefineCostByList => "Minutes rated, times the rate.",
        Word::FeeOverList => "Revenue over list",
        Word::DefineFeeOverList => {
            "Revenue in the files, less what your list says. Below 0: customers are charged less than your list says."
        }
        Word::CostOverList => "Cost over list",
        Word::DefineCostOverList => {
            "Cost in the files, less what your list says. Above 0: the calls cost more than your list says."
        }
        Word::BilledTimes => "billed time",
        Word::FiguresOfSelection => "Figures of the selection",
        Word::PeriodToCompare => {
            "Filter by a period to see how the figures changed against the same time right before it. Without a filter that needs two whole days of calls."
        }
        Word::NothingBefore => {
            "The time right before this period is not in the files, or not all of it, so that there is no change to show."
        }
        Word::ReasonsOverTime => "End reasons by category over time",
        Word::DragOrClick => "Drag over a chart to filter by a period. A click filters by what it hits.",
        Word::WorstFirst => "What is worst",
        Word::WorstExplained => {
            "Those with the most failed calls, weighed by the impact of their end reasons, of 30 calls or more. A click filters by them."
        }
        Word::NothingWorst => "None with 30 calls or more has failed calls that weigh anything.",
        Word::WorstReason => "The end reason that harms most",
        Word::AutomaticStep => "as suits the period",
        Word::StackedUp => "stacked",
        Word::AsLines => "lines",
        Word::ChartBy => "Split by",
        Word::OtherGroups => "All others",
        Word::OthersNotTold => {
            "There are too many groups to tell this of all others together. The groups that are shown are complete."
        }
        Word::CallsAndAnswered => "Calls and answered calls",
        Word::MoneyInTime => "Revenue, cost and margin",
        Word::DelaysOverTime => "Post-dial delay of answered calls",
        Word::HoursOfWeek => "Hours of the week",
        Word::HoursOfWeekExplained => {
            "By the start of the call, in the zone that times are shown in. Days of the week that the files hold more often have more calls. A click filters by day and hour."
        }
        Word::LongerSteps => {
            "Steps as short as chosen would be too many for this period; these are the shortest that are not."
        }
        Word::WaitForFiles => "The files are being read. This page is there once they are.",
        Word::BeingAsked => "The calls are being asked.",
        Word::RemoveFilter => "Remove the filter",
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

        Word::AboutThisPrint => "About this print",
        Word::PrintedAt => "Printed",

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
        Word::HowLoadIsCounted => {
            "A call holds a line from the second of its start up to that of its stop, as the files have them; times are cut to whole seconds. VOS3000 most likely writes the answer as the start of an answered call, so that ringing is not in it, and an unanswered call holds no line. Where a file has no stop, it is the start and the talk time."
        }
        Word::LoadsBy => "Lines by",
        Word::ConcurrencyOverTime => "Calls in progress over time",
        Word::DefineConcurrencyOverTime => {
            "The most calls in progress at once in each step of time: of all calls, and of those that need the most lines."
        }
        Word::CpsOverTime => "Calls a second over time",
        Word::DefineCpsOverTime => {
            "The most calls that began in one second of each step, and of all calls also the average of the step."
        }
        Word::PeakConcurrency => "Peak concurrency",
        Word::DefinePeakConcurrency => "The most calls in progress at once, over the whole selection.",
        Word::PeakAt => "At",
        Word::DefinePeakAt => "The first second in which so many calls were in progress.",
        Word::PeakCps => "Peak CPS",
        Word::DefinePeakCps => "The most calls that began in one second, answered or not.",
        Word::P95Cps => "CPS p95",
        Word::DefineP95Cps => {
            "What calls a second did not exceed in 95 % of all seconds from the first start to the last one, those without any call too."
        }
        Word::AverageCps => "Average",
        Word::Erlang => "Erlang",
        Word::DefineErlang => {
            "Lines in use on average: the seconds for which lines were held, divided by those from the first start of all calls to the last end (ITU-T E.600)."
        }
        Word::TooManyLoads => {
            "There are too many different ones of these for a load of each. Filter, or choose another field."
        }
        Word::LimitTitle => "What a limit of lines would do",
        Word::LimitHint => {
            "Enter a limit: for how long more calls were in progress than that, and how many calls it would have refused."
        }
        Word::LimitOfWhom => "Limit for",
        Word::LimitLines => "Lines",
        Word::FilterByThisTime => "Filter by this time",
        Word::OfThePeak => "Of the peak",
        Word::TimeAbove => "Time above",
        Word::DefineTimeAbove => "For how long more calls were in progress.",
        Word::WouldRefuse => "Would refuse",
        Word::WouldRefuseAtMost => "Would refuse at most",
        Word::ShareOfTheCalls => "Of the calls",
        Word::DefineRefusedExactly => {
            "Exactly, to the second: a refused call takes no line, so that later ones find one. Of calls that begin in the same second the shorter come first. Calls that would be tried again are not known of."
        }
        Word::DefineRefusedAtMost => {
            "A bound, as there are many calls: those that began while so many lines were held, all others having been let through. Fewer calls would really be refused. Filter by a shorter time for the exact number."
        }
        Word::WhatIfTable => "Limits of lines",

        Word::BillingCurrency => "Amounts are in the files' own currency; call detail records do not name it.",
        Word::MarginNotKnown => "These files do not say what calls cost, so that the margin is not known.",
        Word::MoneyOverTime => "Revenue, cost and margin over time",
        Word::MarginByGroup => "Margin",
        Word::MarginBy => "Margin by",
        Word::GainsAndLosses => "The largest gains and losses",
        Word::Gain => "Gain",
        Word::Loss => "Loss",
        Word::SoldBelowCost => "Sold below cost",
        Word::DefineSoldBelowCost => "Calls that cost more than the customer is charged, where the files say both.",
        Word::Leakage => "Answered and not billed",
        Word::LeakageExplained => {
            "Answered calls whose fee is 0, or that were billed for no time, on no account (billing mode -1) or without an account. A call may show it in several ways. Package fees are not counted: a call that a package covers is among these."
        }
        Word::NoLeakage => "Every answered call of this selection is billed, as far as the files say.",
        Word::NeverBilled => "Never billed",
        Word::DefineNeverBilled => {
            "Billed for no time, booked on no account, or without an account. The others were billed, at nothing."
        }
        Word::FeeIsZero => "Fee 0",
        Word::NoBilledTime => "No billed time",
        Word::BookedOnNobody => "Billing mode -1",
        Word::WithoutAccount => "No account",
        Word::ShareOfAnswered => "Of answered",
        Word::LostByLeakage => "Would have brought",
        Word::DefineLostByLeakage => {
            "An estimate: their talk time at what the account is charged for it otherwise, with the same rate prefix where it has charged calls there."
        }
        Word::NoBilledSeconds => "for how long calls were billed",
        Word::BilledAgainstTalk => "Billed time against talk time",
        Word::RoundingExplained => {
            "Rates are sold in steps: 60/6 bills the first 60 seconds whole, then 6 at a time. Found from the calls, give or take a second."
        }
        Word::TalkSeconds => "Talk time, s",
        Word::BilledSeconds => "Billed time, s",
        Word::Slack => "Slack, s",
        Word::DefineSlack => "Billed seconds less talk seconds: below 0, time was given away.",
        Word::RoundingStep => "Step",
        Word::StepExplains => "Explains",
        Word::DefineStepExplains => "Answered calls with a billed time that the step explains, of all of them.",
        Word::NoStepExplains => "Not explained",
        Word::DefineNoStepExplains => "Calls whose billed time none of the usual steps explains.",
        Word::BilledTooShort => "Billed too short",
        Word::DefineBilledTooShort => "Those of them that were billed for less than they talked.",
        Word::SeveralRates => "Several rates for one prefix",
        Word::SeveralRatesExplained => {
            "Accounts that are charged different amounts for a billed minute with the same rate prefix, beyond what the rounding of fees explains. A rate that was changed shows too."
        }
        Word::NoSeveralRates => "Every account has one rate for each prefix, as far as its fees tell.",
        Word::RatesAMinute => "Rates a minute",
        Word::RatesSpread => "Highest to lowest",
        Word::LessThanUsual => "Less than usual",
        Word::DefineLessThanUsual => {
            "An estimate: what the calls at lower rates would have brought beyond their fees at the rate that most calls have."
        }
        Word::FailedRevenue => "What failed calls would have brought",
        Word::FailedRevenueExplained => {
            "An estimate: failed calls x what an attempt to the same prefix brings on average. Failed is what neither was answered nor ended by the people at either end (busy, no answer and the like). Many failures are tried again, so that some of it was not lost."
        }
        Word::Failed => "Failed",
        Word::DefineFailed => "Calls that were neither answered nor ended as they do when the network does its part.",
        Word::FeePerAttempt => "Revenue an attempt",
        Word::DefineFeePerAttempt => "The fee of the answered calls of the prefix, divided by all its calls.",
        Word::WouldHaveBrought => "Would have brought",
        Word::DefineWouldHaveBrought => {
            "An estimate: failed calls x revenue an attempt. Without one where no answered call of the prefix has a fee."
        }
        Word::NoFailedCalls => "No call of this selection failed.",
        Word::GuideBilling => "End reasons and billing, by the guide",
        Word::GuideBillingExplained => {
            "What the end reason guide says of billing, and what these calls say. What live systems and words have for the same reason is counted with it; refusals by vendors are not."
        }
        Word::NoneOfTheGuide => {
            "No call of this selection ended with one of these: live systems store other numbers. The next table has all end reasons as they are."
        }
        Word::AsTheGuideSays => "As the guide says?",
        Word::NotInSelection => "no such calls",
        Word::BilledByReason => "Billed by end reason",
        Word::BilledByAnswered => "Answered against not answered",
        Word::AmongThese => "Among more calls: a filter cannot say which ones.",
        Word::RateChanged => "Changed",
        Word::DefineRateChanged => {
            "When the last rate began, where one took the place of the other. Then nothing is estimated: it was meant so."
        }
        Word::ByCallLevel => "By call level",
        Word::CallLevelExplained => "In VOS3000: 1 within the network, 2 local, 4 long distance, 5 international.",
        Word::RefusalReasons => "What counts as refused for security",
        Word::HowRefusedIsCounted => {
            "Unanswered calls that reached no vendor and ended with a reason of the outcome “Refused for security”: failed logins, unknown addresses, blacklists. A vendor’s own 403 is none of it. What you say of an end reason in your dictionary holds here too."
        }
        Word::NobodyRefused => "No call of this selection ended so.",
        Word::AllRefusalReasons => "All end reasons that count",
        Word::RefusedSources => "Where refused calls come from",
        Word::RefusedSourcesHint => {
            "Addresses that calls were refused from for security, and those that try many numbers of which none ever answers. An address whose calls are answered is somebody’s gateway: look at its set-up, do not shut it out."
        }
        Word::NoRefusedSources => "No address stands out in this selection.",
        Word::WhereCallsComeFrom => "which address calls came from",
        Word::ShutOut => "Shut out",
        Word::RefusedForSecurity => "Refused",
        Word::DefineRefusedForSecurity => "Calls refused for security. The bar is their share of all attempts.",
        Word::Attempts => "Attempts",
        Word::DefineAttempts => "All calls of the selection from there, answered or not.",
        Word::AnsweredAnywhere => "Answered",
        Word::DefineAnsweredAnywhere => {
            "Answered calls from there among all calls of the files, whatever the filter says."
        }
        Word::LooksLike => "Looks like",
        Word::DefineLooksLike => {
            "Attack: never answered, and at least 10 calls and 90 % of its attempts refused for security. One of many: fewer, but at least 20 such addresses have at least 100 such calls together, within six hours or to the same few numbers. Tries numbers: never answered, at least 50 attempts to at least 20 different numbers. Customer: calls from there are answered."
        }
        Word::LooksLikeAttacker => "Attack",
        Word::LooksLikeOneOfMany => "One of many",
        Word::LooksLikeProber => "Tries numbers",
        Word::LooksLikeLittle => "Too little to tell",
        Word::LooksLikeCustomer => "Customer",
        Word::LooksLikeUnsure => "Not known",
        Word::NumbersTried => "Called numbers",
        Word::DefineCalledNumbers => "About how many different numbers were called from there.",
        Word::SideBySide => "Side by side",
        Word::DefineSideBySide => {
            "Of a sample of the called numbers, those whose neighbour, one more or one less, was called too: near 100 % where a tool counts up."
        }
        Word::BusiestPrefix => "Most to",
        Word::DefineBusiestPrefix => "The first four digits that most of the refused calls went to.",
        Word::FirstRefused => "First",
        Word::LastRefused => "Last",
        Word::DefineFirstRefused => "Of the calls refused for security; of all attempts where none was.",
        Word::PerMinute => "A minute",
        Word::DefinePerMinute => {
            "Those calls for a minute of the time from the first to the last one, of at least a minute."
        }
        Word::BlockList => "Block list",
        Word::BlockListHint => {
            "The ticked addresses, in the words of what is to shut them out. An attack is ticked already. Read the list before you use it: an address that many share may be a customer’s too."
        }
        Word::BlockListFor => "Written for",
        Word::PlainList => "One address a line",
        Word::Iptables => "iptables",
        Word::Nftables => "nftables",
        Word::Fail2ban => "fail2ban",
        Word::Jail => "Jail",
        Word::NoJail => "This is no name of a jail: letters, digits, _ and - only.",
        Word::BlockPrivate => "Private addresses too",
        Word::HasPrivate => "There are private addresses in it. Be sure that they are not your own.",
        Word::NeverBlock => "Never shut out (one address a line: yours, your monitoring, your customers)",
        Word::CopyBlockList => "Copy the list",
        Word::SaveBlockList => "Save the list",
        Word::HeldNotAnAddress => "is no IP address",
        Word::HeldAllowed => "is among those that you never shut out",
        Word::HeldCarriesCalls => "has answered calls",
        Word::HeldPrivate => "is a private address",
        Word::HeldNoSource => "is no single machine’s address",
        Word::CallersOfMany => "Callers of many numbers",
        Word::CallersOfManyHint => {
            "Calling numbers by how many different numbers they call. Call centres and dialers do so too: look at who it is, how many answer, and how short the calls are."
        }
        Word::ShortAnswered => "Short",
        Word::DefineShortAnswered => "Answered calls of at most 6 seconds.",
        Word::RefusedBySwitch => "By the switch",
        Word::DefineRefusedBySwitch => "Unanswered calls that reached no vendor, for whatever reason.",
        Word::PlacesAtNight => "Destinations, by cost and at night",
        Word::PlacesAtNightHint => {
            "What toll fraud stands out by: a destination that costs many times as much as the others, short calls or many minutes, most of it at night, from 0 to 6 o’clock. Only what these calls say; there is no list of bad numbers behind it."
        }
        Word::WhatCallsCost => "what calls cost",
        Word::TimesUsual => "Cost against all",
        Word::DefineTimesUsual => {
            "What a minute costs there, divided by what a minute of all calls of the selection costs."
        }
        Word::NightCalls => "At night",
        Word::NightMinutes => "Minutes at night",
        Word::DefineNightCalls => {
            "The share that began from 0 to 6 o’clock, as clocks show it in the zone that times are shown in."
        }

        Word::QualityBy => "Quality by",
        Word::DelaySpread => "How long the set-up took",
        Word::DelaySpreadHint => {
            "Calls by their post-dial delay. The steps grow, so that a bar is not as wide as it looks. A click on a bar filters by its calls."
        }
        Word::HowLongSetUpTook => "how long the set-up took (post-dial delay)",
        Word::TalkSpread => "How long was talked",
        Word::TalkSpreadHint => {
            "Answered calls by their talk time. The steps grow, so that a bar is not as wide as it looks. A click on a bar filters by its calls."
        }
        Word::DelayAgainstAsr => "Post-dial delay against ASR",
        Word::DelayAgainstAsrHint => {
            "To the right slow, at the top often answered; as large as its calls are many. Delays are the median of answered calls. A click on a point filters by it."
        }
        Word::DelaysByGroup => "Post-dial delays",
        Word::DelaysByGroupHint => {
            "What half, 90 % and 95 % of the calls did not exceed, of answered and of failed calls apart; at most 2.5 % off (ITU-T E.721)."
        }
        Word::AnsweredWithDelay => "Answered",
        Word::FailedWithDelay => "Failed",
        Word::DefineWithDelay => "Calls of which the files say the post-dial delay.",
        Word::ShortCallsByGroup => "Short calls",
        Word::ShortCallsHint => {
            "Answered calls of at most 6 seconds. Many of them are a sign of false answers or of no audio. They are sorted by the least that the share likely is, so that a few calls lead no list."
        }
        Word::LikelyFrom => "Likely from",
        Word::LikelyTo => "Likely to",
        Word::DefineLikely => "Where the true share lies with a probability of 95 %, given so few calls (Wilson).",
        Word::HangUpsByGroup => "Who hung up answered calls",
        Word::HangUpsHint => {
            "Of the answered calls of which the files say who hung up. Those that the server ended were cut off: by balance, a session timer, a lost media stream or a lost gateway."
        }
        Word::WhoHungUp => "who hung up",
        Word::OfAnsweredCalls => "Of answered calls",
        Word::SideKnown => "Answered",
        Word::DefineSideKnown => "Answered calls of which the files say who hung up.",
        Word::DefineHangUpShare => "Answered calls that this side hung up, of those of which the files say it.",
        Word::CutCalls => "Cut calls",
        Word::DefineCutCalls => "Answered calls that the server ended. Beside it, where their share likely lies.",
        Word::Codecs => "Codecs",
        Word::WhichCodec => "which codec was used",

        Word::DragOverChart => "Drag over it to filter by a period.",

        Word::NoLinesHeld => "None of these calls held a line, so that no limit would have refused any.",

        Word::CompareWhat => "Compare",
        Word::CompareBefore => "The filter’s period with the time right before it",
        Word::CompareDays => "The last whole day with the day before",
        Word::CompareHalves => "The first half of the time with the second half",
        Word::ComparePeriods => "Two periods of my choice",
        Word::CompareFiles => "Two files",
        Word::CompareValues => "Two values of a field",
        Word::EarlierPeriod => "Before",
        Word::LaterPeriod => "After",
        Word::PeriodFrom => "From",
        Word::PeriodTo => "To",
        Word::OneFile => "File",
        Word::OtherFile => "Compared with",
        Word::ComparedField => "Field",
        Word::OneValue => "Value",
        Word::OtherValue => "Compared with",
        Word::NoHalves => {
            "These calls all began at the same time, or none is in the filter’s period. Compare two files or two values of a field instead."
        }
        Word::TypePeriods => "Say from when to when each of the two periods lasts: the end must come after the begin.",
        Word::OneFileOnly => {
            "There is one file with calls only, or the same one is chosen twice. Drop another one on this page to compare both."
        }
        Word::TypeValues => "Choose two different values of the field.",
        Word::Metric => "Metric",
        Word::Change => "Change",
        Word::Certainty => "Chance",
        Word::DefineCertainty => {
            "Whether the 95 % intervals (Wilson) of both shares overlap. Where they do not, the change is more than chance; where they do, so few calls may differ so much by chance alone. It is told of shares of calls only."
        }
        Word::MayBeChance => "may be chance",
        Word::MoreThanChance => "more than chance",
        Word::SideBySideHint => {
            "Changes of shares are in percentage points, others in percent of what it was. A click on a value shows its calls. Where both sides are not equally long, sums are for each hour."
        }
        Word::WhatExplains => "What explains the difference",
        Word::ChangeOf => "Change of",
        Word::SplitBy => "Split by",
        Word::ExplainsBest => "What explains it best",
        Word::NothingToSplit => "No metric of these calls can be split: one side has no calls.",
        Word::PercentilesNotSplit => {
            "Post-dial delays are told by percentiles (p50, p95), and no group has a part of these that adds up. The share of calls with a delay over 8 s stands in their place: its change is split exactly."
        }
        Word::SplitHint => {
            "Contributions add up to the whole change, exactly. A group contributes as its own value changed (rate), and as more or fewer of the calls were its own (mix). A click on a name filters by it."
        }
        Word::Contribution => "Contribution",
        Word::DefineContribution => "How much of the change is this group’s: both parts together.",
        Word::ShareOfChange => "Of the change",
        Word::DefineShareOfChange => {
            "The contribution in percent of the whole change. Below 0: the group worked against it."
        }
        Word::RateEffect => "Rate",
        Word::DefineRateEffect => {
            "What the group contributes as its own value changed, with the average of its weights before and after."
        }
        Word::MixEffect => "Mix",
        Word::DefineMixEffect => {
            "What the group contributes as it has another part of the whole now, where its value is not that of the others."
        }
        Word::DefineGroupCalls => "The calls of the group on that side.",
        Word::AllOthers => "All others, left out of the table",
        Word::SumOfContributions => "Sum: the whole change",
        Word::LookInto => "Look into",
        Word::ThenBy => "Split by",
        Word::NothingWithin => "What this group contributes cannot be split by that field.",

        Word::AlarmsHint => {
            "Alarms as a softswitch has them, played over these calls: when each would have gone on and off. They are kept in this browser, and ring nobody."
        }
        Word::NoAlarms => "There are no alarms. Add one, or import a file of alarms.",
        Word::YourAlarms => "Alarms",
        Word::AlarmWatches => "Watches",
        Word::AlarmOf => "Of",
        Word::AlarmBy => "By",
        Word::AlarmOne => "Its name",
        Word::AlarmOfEach => "Each, apart",
        Word::AlarmOfOne => "One of them",
        Word::AlarmGoesOn => "Goes on",
        Word::AlarmWindow => "Window",
        Word::AlarmWindowMinutes => "Window in minutes",
        Word::DefineAlarmWindow => {
            "The time over which the value is taken, up to the moment at which the alarm looks. It looks about four times in a window."
        }
        Word::AlarmLeastCalls => "Least calls",
        Word::DefineAlarmLeastCalls => {
            "Windows of fewer calls leave the alarm as it is: three calls at night say nothing of a gateway."
        }
        Word::VosAlarmType => "VOS3000 type",
        Word::DefineVosAlarmType => "The type that VOS3000 gives to this alarm, where it has it.",
        Word::TimesOn => "Times on",
        Word::DefineTimesOn => "How often it would have gone on in these calls.",
        Word::AlarmActions => "Actions",
        Word::ChangeAlarm => "Change",
        Word::RemoveAlarm => "Remove",
        Word::AddAlarm => "Add an alarm",
        Word::ExportAlarms => "Export alarms",
        Word::ImportAlarms => "Import alarms",
        Word::AlarmForm => "Set up an alarm",
        Word::KeepAlarm => "Keep the alarm",
        Word::FallsBelow => "It falls below (decline threshold)",
        Word::RisesAbove => "It rises above (rise threshold)",
        Word::OnBelow => "On below",
        Word::OffFrom => "Off again from",
        Word::OnAbove => "On above",
        Word::OffDownTo => "Off again down to",
        Word::SuggestedThresholds => "Thresholds that suit these calls",
        Word::SuggestedHint => {
            "Made of all windows with enough calls. How often the alarm would have gone on with each, and for how much of the time."
        }
        Word::NothingSuggested => {
            "No thresholds are suggested: there are too few windows with enough calls, or the value never moves. Take a shorter window or fewer calls, or read files of a longer time."
        }
        Word::OnPercent => "Time on",
        Word::DefineOnPercent => "For how much of the time it would have been on, all groups together.",
        Word::AlarmMedian => "Usually",
        Word::DefineAlarmMedian => "The value that half of the windows do not exceed.",
        Word::SuggestedBy => "Why",
        Word::TakeThreshold => "Use",
        Word::AlarmEvents => "When it was on",
        Word::AlarmEventsHint => "A click on a time filters by it, and by whom the alarm is about.",
        Word::WentOn => "Went on",
        Word::AlarmAbout => "Whom",
        Word::DefineAlarmAbout => "Whose calls it is about.",
        Word::WentOff => "Went off",
        Word::DefineWentOff => "The end of the first window that was well again.",
        Word::WasOnFor => "On for",
        Word::StillOn => "still on at the end",
        Word::AlarmCrossing => "Threshold",
        Word::DefineAlarmCrossing => "Which of its thresholds was crossed.",
        Word::FellBelow => "fell below",
        Word::RoseAbove => "rose above",
        Word::WorstValue => "Worst",
        Word::WorstAt => "At",
        Word::DefineWorstValue => "The worst value of any window while it was on, and the end of that window.",
        Word::DefineAlarmCalls => "Calls from the begin of the first window beyond the threshold until it went off.",
        Word::AlarmChartHint => {
            "The value of each window by its end. Level lines are the thresholds; the alarm was on where it is shaded. There is no value where a window has too few calls."
        }
        Word::AlarmOn => "On",

        Word::NoFilesYet => "There are no figures yet. Drop call detail records on this page, or try it with a sample.",
        Word::ToFiles => "Go to Files",
        Word::PageNotFound => "There is no such page.",
    }
}
