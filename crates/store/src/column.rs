//! The columns of a block.

/// One value that every call has or has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[repr(usize)]
pub enum Column {
    /// Epoch milliseconds.
    Start,
    /// Milliseconds from start to stop.
    Duration,
    /// Seconds, 0 when not answered.
    TalkTime,
    /// Seconds.
    BilledTime,
    /// Milliseconds.
    PostDialDelay,
    /// Parts of [`calls::Money`].
    Fee,
    /// Likewise.
    Cost,
    /// A [`super::PackedNumber`].
    Caller,
    /// Likewise.
    Callee,
    /// The serial number.
    SerialNumber,
    /// 32 bits of a hash of the Call-ID: calls of the same one have the same.
    CallId,
    /// Where the row begins in its text, in bytes.
    Offset,
    /// A number of [`super::Dictionaries::reason`].
    EndReason,
    /// 0 caller, 1 callee, 2 server.
    HangUpSide,
    /// 1 for a call that was up when the file was written, 0 for others.
    InProgress,
    /// A number of the dictionary of its own name, as the ones after it; the empty name is one too.
    OriginatingGateway,
    /// See [`Column::OriginatingGateway`].
    TerminatingGateway,
    /// See [`Column::OriginatingGateway`].
    Account,
    /// See [`Column::OriginatingGateway`].
    CallerIp,
    /// See [`Column::OriginatingGateway`].
    CalleeIp,
    /// See [`Column::OriginatingGateway`].
    Softswitch,
    /// See [`Column::OriginatingGateway`].
    Agent,
    /// See [`Column::OriginatingGateway`].
    Codec,
    /// See [`Column::OriginatingGateway`].
    CallLevel,
    /// See [`Column::OriginatingGateway`].
    BillingMode,
    /// See [`Column::OriginatingGateway`].
    RatePrefix,
}

impl Column {
    /// How many there are.
    pub const COUNT: usize = Column::RatePrefix as usize + 1;
}

/// A column of names, with a dictionary of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum NameColumn {
    OriginatingGateway,
    TerminatingGateway,
    Account,
    CallerIp,
    CalleeIp,
    Softswitch,
    Agent,
    Codec,
    CallLevel,
    BillingMode,
    RatePrefix,
}

impl NameColumn {
    /// All of them, in the order of their dictionaries.
    pub const ALL: [NameColumn; 11] = [
        NameColumn::OriginatingGateway,
        NameColumn::TerminatingGateway,
        NameColumn::Account,
        NameColumn::CallerIp,
        NameColumn::CalleeIp,
        NameColumn::Softswitch,
        NameColumn::Agent,
        NameColumn::Codec,
        NameColumn::CallLevel,
        NameColumn::BillingMode,
        NameColumn::RatePrefix,
    ];

    /// As a column among all.
    pub fn column(self) -> Column {
        match self {
            NameColumn::OriginatingGateway => Column::OriginatingGateway,
            NameColumn::TerminatingGateway => Column::TerminatingGateway,
            NameColumn::Account => Column::Account,
            NameColumn::CallerIp => Column::CallerIp,
            NameColumn::CalleeIp => Column::CalleeIp,
            NameColumn::Softswitch => Column::Softswitch,
            NameColumn::Agent => Column::Agent,
            NameColumn::Codec => Column::Codec,
            NameColumn::CallLevel => Column::CallLevel,
            NameColumn::BillingMode => Column::BillingMode,
            NameColumn::RatePrefix => Column::RatePrefix,
        }
    }
}

/// A column of phone numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum NumberColumn {
    Caller,
    Callee,
}

impl NumberColumn {
    /// As a column among all.
    pub fn column(self) -> Column {
        match self {
            NumberColumn::Caller => Column::Caller,
            NumberColumn::Callee => Column::Callee,
        }
    }
}
