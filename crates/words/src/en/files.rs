//! What is said of files: their fields, and what they were taken for.

use super::EN;
use super::sentences::plural;
use calls::Field;
use ingest::{ContainerKind, Damage, DetectedEncoding, Dialect, EncodingEvidence, FileFacts, LayoutEvidence, Misfit};

/// The name of a field.
pub(crate) fn field(field: Field) -> &'static str {
    match field {
        Field::Start => "Start time",
        Field::Stop => "Stop time",
        Field::Answer => "Answer time",
        Field::HoldTime => "Talk time",
        Field::FeeTime => "Billed time",
        Field::EndReason => "End reason",
        Field::CallerEndReason => "End reason of the caller's leg",
        Field::CalleeEndReason => "End reason of the callee's leg",
        Field::ReasonHeader => "Reason header",
        Field::EndDirection => "Hang-up side",
        Field::Caller => "Caller",
        Field::Callee => "Callee",
        Field::CallerGateway => "Originating gateway",
        Field::CalleeGateway => "Terminating gateway",
        Field::CallerIp => "Caller's address",
        Field::CalleeIp => "Callee's address",
        Field::PostDialDelay => "Post-dial delay",
        Field::ConnectDelay => "Connect delay",
        Field::Account => "Account",
        Field::AccountName => "Account name",
        Field::Fee => "Fee",
        Field::Cost => "Cost",
        Field::Tax => "Tax",
        Field::CostTax => "Tax of the cost",
        Field::CostTime => "Billed time of the cost",
        Field::PackageFee => "Package fee",
        Field::PackageTime => "Package time",
        Field::AgentAccount => "Agent's or vendor's account",
        Field::AgentName => "Agent's or vendor's name",
        Field::FlowNo => "Serial number",
        Field::Softswitch => "Softswitch",
        Field::FirstFlowNo => "Serial number of the first attempt",
        Field::IncomingCaller => "Caller as it came in",
        Field::IncomingCallee => "Callee as it was dialled",
        Field::OutboundCaller => "Caller as it was sent out",
        Field::OutboundCallee => "Callee as it was sent out",
        Field::CallerCodec => "Caller's codec",
        Field::CalleeCodec => "Callee's codec",
        Field::CallerDevice => "Caller's device",
        Field::CalleeDevice => "Callee's device",
        Field::AreaPrefix => "Prefix of the rate",
        Field::AreaName => "Area",
        Field::CostAreaPrefix => "Prefix of the cost's rate",
        Field::CallLevel => "Call level",
        Field::BillingMode => "Billing mode",
        Field::BillingType => "Billing type",
        Field::CallerCallId => "Caller's Call-ID",
        Field::CalleeCallId => "Callee's Call-ID",
        Field::Recorded => "Recorded",
    }
}

/// Why a sample does not fit.
pub(super) fn misfit(misfit: Misfit) -> &'static str {
    match misfit {
        Misfit::NoTime => "is no time",
        Misfit::NoDuration => "is no duration",
        Misfit::NoAmount => "is no amount",
        Misfit::NoNumber => "is no whole number",
        Misfit::NoSide => "does not say who hung up",
    }
}

/// What a file was taken for, and why.
pub(super) fn taken_for(facts: &FileFacts) -> String {
    let layout = &facts.layout;
    let title = &layout.title;
    match layout.evidence {
        LayoutEvidence::Header { known: 0, of: 0 } => format!("Taken for {title}, without a call in it."),
        LayoutEvidence::Header { known, of } => {
            format!("Taken for {title}: {} of {} column names are known.", EN.count(known as u64), EN.count(of as u64))
        }
        LayoutEvidence::Rows { fitting, of } => format!(
            "Taken for {title}, which has no header: {} of its first {} hold what it has in these columns.",
            EN.count(fitting as u64),
            rows(of as u64)
        ),
        LayoutEvidence::KeptMapping => format!("Read by your mapping \u{201c}{title}\u{201d}, which fits it."),
        LayoutEvidence::Chosen => "Read by the columns that you chose.".to_owned(),
    }
}

fn rows(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "row", "rows"))
}

/// How its rows are written, and what they were packed in.
pub(super) fn dialect(facts: &FileFacts) -> String {
    let columns = EN.count(facts.layout.columns as u64);
    let form = match &facts.dialect {
        Dialect::Delimited(form) => {
            let delimiter = match form.delimiter {
                b'\t' => "tabs",
                b'|' => "| signs",
                b';' => "semicolons",
                _ => "commas",
            };
            format!("{columns} columns between {delimiter}")
        }
        Dialect::Json => "Objects (JSON)".to_owned(),
        Dialect::Sql { table } => format!("INSERT statements of the table {table} (SQL)"),
    };
    let packed = facts.packed_in.iter().rev().map(|kind| match kind {
        ContainerKind::Gzip => "gzip",
        ContainerKind::Zip => "zip",
        ContainerKind::Tar => "tar",
        ContainerKind::Workbook => "a workbook",
    });
    let packed: String = packed.map(|name| format!(", in {name}")).collect();
    let header = if facts.layout.has_header { "" } else { ", no header" };
    format!("{form}{header}{packed}.")
}

/// Which encoding a file was taken to be in, and why.
pub(super) fn encoding(detected: DetectedEncoding) -> String {
    let name = detected.encoding.name();
    match detected.evidence {
        EncodingEvidence::OnlyAscii => "plain ASCII, which most encodings share".to_owned(),
        EncodingEvidence::ByteOrderMark => format!("{name}, by the mark it begins with"),
        EncodingEvidence::WellFormed { characters, stray: 0 } => {
            let count = characters as u64;
            format!("{name}: {} beyond ASCII, all well-formed", count_of(count, "character", "characters"))
        }
        EncodingEvidence::WellFormed { characters, stray } => format!(
            "{name}: {} beyond ASCII are well-formed, {} not",
            count_of(characters as u64, "character", "characters"),
            count_of(stray as u64, "byte is", "bytes are")
        ),
        EncodingEvidence::NulBytes => format!("{name}, by the 0 in every other byte"),
        EncodingEvidence::SingleBytes { count } => {
            format!("{name}: {} beyond ASCII fit nothing else", count_of(count as u64, "byte", "bytes"))
        }
        EncodingEvidence::Chosen => format!("{name}, as you chose"),
    }
}

fn count_of(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", EN.count(count), plural(count, one, many))
}

/// What is wrong with a container.
pub(super) fn damage(damage: Damage) -> String {
    let what = match damage {
        Damage::CutShort => "It ends in the middle: the rest of it, or of its archive, is missing.",
        Damage::Checksum => "The archive's checksum is not that of what was unpacked: some bytes may be wrong.",
        Damage::Broken => "The archive is damaged within this file.",
    };
    format!("{what} What could be read of it is counted.")
}
