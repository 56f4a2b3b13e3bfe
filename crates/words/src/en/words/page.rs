//! Words of all pages, and the names of the pages.

use crate::PageWord;

/// The text of each.
pub(super) fn text(word: PageWord) -> &'static str {
    match word {
        PageWord::AppName => "CDR Lens",
        PageWord::AppPurpose => "Why calls ended",
        PageWord::SkipToContent => "Skip to the content",
        PageWord::Pages => "Pages",
        PageWord::PageFiles => "Files",
        PageWord::PageEndReasons => "End reasons",
        PageWord::PageCalls => "Calls",
        PageWord::Copy => "Copy",
        PageWord::Copied => "Copied",
        PageWord::NotCopied => "This browser does not let the page copy.",
        PageWord::PageOverview => "Overview",
        PageWord::PageFindings => "Findings",
        PageWord::PageTime => "Time",
        PageWord::PageBreakdown => "Break-down",
        PageWord::PageDestinations => "Destinations",
        PageWord::PageBilling => "Billing",
        PageWord::PageCapacity => "Capacity",
        PageWord::PageQuality => "Quality",
        PageWord::PageSecurity => "Security",
        PageWord::PageAlarms => "Alarms",
        PageWord::PageCompare => "Compare",
        PageWord::Shortcuts => "Keys",
        PageWord::ShortcutList => "This list",
        PageWord::ShortcutFilter => "Type what to filter by",
        PageWord::Dismiss => "Dismiss",
        PageWord::Close => "Close",
        PageWord::Cancel => "Cancel",
        PageWord::TimesShownIn => "Times shown in",
        PageWord::Reference => "Reference",
        PageWord::NoFilesYet => {
            "There are no figures yet. Drop call detail records on this page, or try it with a sample."
        }
        PageWord::ToFiles => "Go to Files",
        PageWord::PageNotFound => "There is no such page.",
    }
}
