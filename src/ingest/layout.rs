//! Which column holds what.

use serde::{Deserialize, Serialize};

/// The columns that the reports read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// `starttime`
    Start,
    /// `stoptime`
    Stop,
    /// `holdtime`, the talk time in seconds
    HoldTime,
    /// `feetime`, the billed time in seconds
    FeeTime,
    /// `endreason`
    EndReason,
    /// `enddirection`
    EndDirection,
    /// `calleegatewayid`, the terminating (vendor's) gateway
    CalleeGateway,
    /// `callergatewayid`, the originating (customer's) gateway
    CallerGateway,
    /// `calleee164`, the called number
    Callee,
    /// `callerpdd`, the post-dial delay in milliseconds
    PostDialDelay,
    /// `flowno`, the serial number
    FlowNo,
}

impl Column {
    const COUNT: usize = 11;

    /// The name that the column has in `e_cdr`.
    pub fn name(self) -> &'static str {
        match self {
            Column::Start => "starttime",
            Column::Stop => "stoptime",
            Column::HoldTime => "holdtime",
            Column::FeeTime => "feetime",
            Column::EndReason => "endreason",
            Column::EndDirection => "enddirection",
            Column::CalleeGateway => "calleegatewayid",
            Column::CallerGateway => "callergatewayid",
            Column::Callee => "calleee164",
            Column::PostDialDelay => "callerpdd",
            Column::FlowNo => "flowno",
        }
    }

    /// The column of a header's cell, by its name in `e_cdr`, in older versions of it and in the interface's JSON.
    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "starttime" | "start" => Column::Start,
            "stoptime" | "stop" => Column::Stop,
            "holdtime" => Column::HoldTime,
            "feetime" => Column::FeeTime,
            "endreason" => Column::EndReason,
            "enddirection" => Column::EndDirection,
            "calleegatewayid" | "calleegatewayh323id" | "calleegateway" => Column::CalleeGateway,
            "callergatewayid" | "callergatewayh323id" | "callergateway" => Column::CallerGateway,
            "calleee164" => Column::Callee,
            "callerpdd" | "pdd" => Column::PostDialDelay,
            "flowno" => Column::FlowNo,
            _ => return None,
        })
    }
}

/// One of each set is needed: nothing can be said of a call without it.
const NECESSARY: [&[Column]; 3] =
    [&[Column::Start], &[Column::EndReason], &[Column::HoldTime, Column::FeeTime, Column::Stop]];

/// The 63 columns of `e_cdr` (VOS3000 2.1.9) and the names that older versions had instead, but for the few that any
/// table may have (`id`, `fee`, `tax`, `start`, `stop`, `additional`): by these a header is known for one.
const E_CDR_NAMES: &[&str] = &[
    "callere164",
    "calleraccesse164",
    "calleee164",
    "calleeaccesse164",
    "callerip",
    "callerrtpip",
    "callercodec",
    "callergatewayid",
    "callergatewayh323id",
    "callergateway",
    "callerproductid",
    "callertogatewaye164",
    "callertype",
    "calleeip",
    "calleertpip",
    "calleecodec",
    "calleegatewayid",
    "calleegatewayh323id",
    "calleegateway",
    "calleeproductid",
    "calleetogatewaye164",
    "calleetype",
    "billingmode",
    "calllevel",
    "agentfeetime",
    "starttime",
    "stoptime",
    "callerpdd",
    "calleepdd",
    "pdd",
    "holdtime",
    "callerareacode",
    "feeprefix",
    "feetime",
    "suitefee",
    "suitefeetime",
    "incomefee",
    "incometax",
    "customeraccount",
    "customername",
    "calleeareacode",
    "agentfeeprefix",
    "agentfee",
    "agenttax",
    "agentsuitefee",
    "agentsuitefeetime",
    "agentaccount",
    "agentname",
    "flowno",
    "softswitchname",
    "softswitchdn",
    "softswitchcallid",
    "callercallid",
    "calleroriginalcallid",
    "calleecallid",
    "calleroriginalinfo",
    "rtpforward",
    "enddirection",
    "endreason",
    "billingtype",
    "calleebilling",
    "cdrlevel",
    "agentcdrid",
    "subcdrid",
    "sipreasonheader",
    "recordstarttime",
    "transactionid",
    "flownofirst",
    "dynamicvalue",
];

/// Words as they are compared, in headers and elsewhere: letters and digits only, in lower case.
pub fn plain_name(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn plain_cell(cell: &[u8]) -> String {
    plain_name(&String::from_utf8_lossy(cell))
}

/// How many cells of a header are names of `e_cdr`.
pub(super) fn known_names<'a>(cells: impl Iterator<Item = &'a [u8]>) -> usize {
    cells.filter(|cell| E_CDR_NAMES.contains(&plain_cell(cell).as_str())).count()
}

/// What a file was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LayoutKind {
    /// The softswitch's own text file: 18 fields, no header (`SS_CDR_RECORD_TO_FILE`).
    SoftswitchText,
    /// The table `e_cdr` of the database, with a header of column names, in any order and any subset.
    Ecdr,
}

/// Where the columns are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// What the file was taken for.
    pub kind: LayoutKind,
    /// The byte between two cells.
    pub delimiter: u8,
    /// How many columns every row must have.
    pub columns: usize,
    places: [Option<usize>; Column::COUNT],
}

impl Layout {
    /// The 18 fields of the softswitch's text file (administration manual 2.1.9.07, 4.4): of these the first nine are
    /// established, and the reports need no other.
    pub(super) fn softswitch_text() -> Self {
        let mut layout =
            Self { kind: LayoutKind::SoftswitchText, delimiter: b'|', columns: 18, places: Default::default() };
        layout.place(Column::Callee, 1);
        layout.place(Column::Start, 2);
        layout.place(Column::Stop, 3);
        layout.place(Column::HoldTime, 4);
        layout.place(Column::EndReason, 5);
        layout.place(Column::EndDirection, 6);
        layout.place(Column::CallerGateway, 7);
        layout.place(Column::CalleeGateway, 8);
        layout
    }

    /// The columns that a header names; where a name stands twice, the first counts.
    ///
    /// # Errors
    /// The sets of columns of which one is needed and none is there.
    pub(super) fn of_header<'a>(
        delimiter: u8,
        header: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Self, Vec<Vec<Column>>> {
        let mut layout = Self { kind: LayoutKind::Ecdr, delimiter, columns: 0, places: Default::default() };
        for (index, cell) in header.enumerate() {
            layout.columns = index + 1;
            if let Some(column) = Column::of_name(&plain_cell(cell))
                && layout.at(column).is_none()
            {
                layout.place(column, index);
            }
        }
        let has = |set: &&[Column]| set.iter().any(|&column| layout.at(column).is_some());
        let missing: Vec<Vec<Column>> = NECESSARY.iter().filter(|set| !has(set)).map(|set| set.to_vec()).collect();
        if missing.is_empty() { Ok(layout) } else { Err(missing) }
    }

    fn place(&mut self, column: Column, index: usize) {
        self.places[column as usize] = Some(index);
    }

    /// The place of a column, from 0, where the file has it.
    pub fn at(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }
}
