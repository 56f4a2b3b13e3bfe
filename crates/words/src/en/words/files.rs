//! Words of files: choosing and reading them, what they are like, what is set aside.

use crate::FileWord;

/// The text of each.
pub(super) fn text(word: FileWord) -> &'static str {
    match word {
        FileWord::BudgetChanged => {
            "The new bound holds for what is read from now on. Calls that were left out are held once their files are \
                read again."
        }
        FileWord::MemoryBound => "Memory for calls, in GB",
        FileWord::StartTitle => "See why your calls ended",
        FileWord::DropHere => "Drop VOS3000 call detail records here: files or whole folders",
        FileWord::DropNow => "Let go to read these files",
        FileWord::DropMore => "Drop more files or folders here",
        FileWord::ChooseFiles => "Choose files",
        FileWord::ChooseFolder => "Choose a folder",
        FileWord::TrySample => "Try it with a sample",
        FileWord::SampleExplained => {
            "The sample is two days of an invented switch, made on this page: 40,000 calls, with a few things gone \
                wrong in them."
        }
        FileWord::MakingSample => "Making the sample",
        FileWord::Privacy => "Your files are read on this machine, by this page. No byte of them is sent anywhere.",
        FileWord::ReadsTitle => "What it reads",
        FileWord::ReadsVos3000 => {
            "What VOS3000 gives: the softswitch's text files, the table e_cdr as CSV, mysql output or dump, push \
                files, GetCdr answers, and what its client exports in English or Chinese."
        }
        FileWord::ReadsOthers => {
            "What portals make of it, and the records of Asterisk, FreeSWITCH, Cisco Unified CM, Kamailio and \
                OpenSIPS. Any other table too: you say once which column is what."
        }
        FileWord::ReadsPacked => {
            "As it is, or in gzip, zip, tar, xlsx and xls; in UTF-8, GB18030, UTF-16 or Windows-1252; single files or \
                whole folders, of any size."
        }
        FileWord::YourFiles => "Your files",
        FileWord::StartOver => "Remove all files",
        FileWord::FileWaiting => "Waiting",
        FileWord::FileReading => "Being read",
        FileWord::FileRead => "Read",
        FileWord::FileFailed => "Not read",
        FileWord::NothingDropped => "There was no file in what was dropped. Drop files or folders.",
        FileWord::NoRows => "The file has a header and no rows.",
        FileWord::FileUnpacked => "Unpacked",
        FileWord::DateOrderOpen => {
            "Nothing in its first rows tells whether the day or the month comes first in its dates; the day is taken. \
                If that is wrong, change which column is what."
        }
        FileWord::CannotTell => "What this file cannot tell",
        FileWord::NoHangUpSide => "who hung up",
        FileWord::NoVendorGateway => "whether a vendor was reached",
        FileWord::NoFailures => "failed calls: every call in it was answered, so its ASR says nothing",
        FileWord::NoEndReasons => "why calls ended",
        FileWord::NoFees => "what calls were charged",
        FileWord::NoCosts => "what calls cost",
        FileWord::NoDelays => "post-dial delays",
        FileWord::NoSerials => "serial numbers, so that a call that stands in two files is counted twice",
        FileWord::FirstRows => "First rows",
        FileWord::ColumnsOfFile => "Columns",
        FileWord::NotTaken => "not used",
        FileWord::TextEncoding => "Encoding",
        FileWord::ByItsBytes => "As its bytes say",
        FileWord::ChangeColumns => "Change which column is what",
        FileWord::SayColumns => "Say which column is what",
        FileWord::UnpackAll => "Unpack all of it",
        FileWord::ZoneOfFiles => "Time zone of the files",
        FileWord::AskZone => {
            "Some of these files write times without saying in which zone. They are taken as UTC until you say where \
                they were written."
        }
        FileWord::ChooseZone => "Choose a zone",
        FileWord::ReadInZone => "Read them in that zone",
        FileWord::RowsSetAside => "Rows that could not be read",
        FileWord::NothingSetAside => "Every row could be read.",
        FileWord::Line => "Line",
        FileWord::Column => "Column",
        FileWord::Reason => "What is wrong",
        FileWord::RowText => "The row",
        FileWord::Reading => "Reading",
        FileWord::Cancelled => "Cancelled. Nothing of these files was kept.",
        FileWord::FiguresGrow => "The figures grow while the files are read.",
    }
}
