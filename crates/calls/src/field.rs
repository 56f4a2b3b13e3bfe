//! The fields that a call detail record may have, whatever a file calls its columns.

use serde::{Deserialize, Serialize};

/// What a field holds, and so how its cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// An instant.
    Time,
    /// A duration; in seconds unless the layout says otherwise.
    Seconds,
    /// A duration; in milliseconds unless the layout says otherwise.
    Millis,
    /// A number or words that say why the call ended.
    EndReason,
    /// Who hung up.
    Side,
    /// An amount of money.
    Money,
    /// A whole number.
    Number,
    /// Anything.
    Text,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $kind:ident;)*) => {
        /// A field of a call detail record. Names are those of VOS3000's `e_cdr`, in the field's own words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// All fields, in the order in which a person is asked for them.
            pub const ALL: &[Field] = &[$(Field::$name,)*];

            /// Stands for the field in layout files and in mappings that a person keeps.
            pub fn key(self) -> &'static str {
                match self {
                    $(Field::$name => $key,)*
                }
            }

            /// What it holds.
            pub fn kind(self) -> FieldKind {
                match self {
                    $(Field::$name => FieldKind::$kind,)*
                }
            }
        }
    };
}

fields! {
    /// `starttime`
    Start, "start", Time;
    /// `holdtime`, the talk time
    HoldTime, "hold_time", Seconds;
    /// `endreason`
    EndReason, "end_reason", EndReason;
    /// `enddirection`, who hung up
    EndDirection, "end_direction", Side;
    /// `callere164`
    Caller, "caller", Text;
    /// `calleee164`
    Callee, "callee", Text;
    /// `callergatewayid`, the originating (customer's) gateway
    CallerGateway, "caller_gateway", Text;
    /// `calleegatewayid`, the terminating (vendor's) gateway
    CalleeGateway, "callee_gateway", Text;
    /// `customeraccount`
    Account, "account", Text;
    /// `fee`, what the customer is charged
    Fee, "fee", Money;
    /// `agentfee`, what the call costs
    Cost, "cost", Money;
    /// `callerpdd`, the post-dial delay
    PostDialDelay, "post_dial_delay", Millis;
    /// `flowno`, the serial number, unique in one softswitch
    FlowNo, "flow_no", Number;
    /// `stoptime`
    Stop, "stop", Time;
    /// When it was answered; VOS3000 does not write it, other switches do.
    Answer, "answer", Time;
    /// `feetime`, the billed time
    FeeTime, "fee_time", Seconds;
    /// `sipreasonheader`
    ReasonHeader, "reason_header", Text;
    /// `callerip`
    CallerIp, "caller_ip", Text;
    /// `calleeip`
    CalleeIp, "callee_ip", Text;
    /// `calleepdd`, the connect delay
    ConnectDelay, "connect_delay", Millis;
    /// `customername`
    AccountName, "account_name", Text;
    /// `tax`
    Tax, "tax", Money;
    /// `agenttax`
    CostTax, "cost_tax", Money;
    /// `agentfeetime`, the billed time of the cost
    CostTime, "cost_time", Seconds;
    /// `suitefee`
    PackageFee, "package_fee", Money;
    /// `suitefeetime`
    PackageTime, "package_time", Seconds;
    /// `agentaccount`
    AgentAccount, "agent_account", Text;
    /// `agentname`
    AgentName, "agent_name", Text;
    /// `softswitchname`
    Softswitch, "softswitch", Text;
    /// `flownofirst`
    FirstFlowNo, "first_flow_no", Number;
    /// `calleraccesse164`, the caller as it came in
    IncomingCaller, "incoming_caller", Text;
    /// `calleeaccesse164`, the callee as it was dialled
    IncomingCallee, "incoming_callee", Text;
    /// `callertogatewaye164`, the caller as it was sent to the vendor
    OutboundCaller, "outbound_caller", Text;
    /// `calleetogatewaye164`, the callee as it was sent to the vendor
    OutboundCallee, "outbound_callee", Text;
    /// `callercodec`
    CallerCodec, "caller_codec", Text;
    /// `calleecodec`
    CalleeCodec, "callee_codec", Text;
    /// `callerproductid`
    CallerDevice, "caller_device", Text;
    /// `calleeproductid`
    CalleeDevice, "callee_device", Text;
    /// `callerareacode`, the prefix of the customer's rate
    AreaPrefix, "area_prefix", Text;
    /// The name of that prefix's area
    AreaName, "area_name", Text;
    /// `calleeareacode`, the prefix of the cost's rate
    CostAreaPrefix, "cost_area_prefix", Text;
    /// `calllevel`
    CallLevel, "call_level", Text;
    /// `billingmode`
    BillingMode, "billing_mode", Text;
    /// `billingtype`
    BillingType, "billing_type", Text;
    /// `callercallid`, the SIP Call-ID of the caller's leg
    CallerCallId, "caller_call_id", Text;
    /// `calleecallid`, the SIP Call-ID of the callee's leg
    CalleeCallId, "callee_call_id", Text;
    /// `recordstarttime`
    Recorded, "recorded", Text;
    /// The cause of the caller's leg, where each leg has its own.
    CallerEndReason, "caller_end_reason", EndReason;
    /// The cause of the callee's leg, where each leg has its own.
    CalleeEndReason, "callee_end_reason", EndReason;
}

/// One of each set is needed: nothing can be said of a call without it.
pub const NECESSARY: [&[Field]; 2] = [&[Field::Start], &[Field::HoldTime, Field::FeeTime, Field::Stop, Field::Answer]];

/// Words as they are compared, in headers and elsewhere: letters and digits only, in lower case.
pub fn plain_name(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_kept_by_its_key() {
        for &field in Field::ALL {
            assert_eq!(serde_json::to_value(field).unwrap(), field.key());
        }
    }
}
