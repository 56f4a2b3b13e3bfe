//! Through whom the calls go: the vendors behind the routing gateways, with their quality and their prices.

/// What a vendor's gateway speaks, and so how its refusals are numbered in live CDRs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signalling {
    /// Refusals are SIP statuses.
    Sip,
    /// Refusals are Q.850 causes.
    H323,
}

/// One vendor and its routing gateway.
#[derive(Debug)]
pub(crate) struct Vendor {
    /// The routing gateway's name.
    pub(crate) gateway: &'static str,
    /// The clearing account that the cost is booked on.
    pub(crate) account: &'static str,
    pub(crate) name: &'static str,
    pub(crate) ips: &'static [&'static str],
    /// What its equipment calls itself.
    pub(crate) product: &'static str,
    pub(crate) signalling: Signalling,
    /// Whether its refusals carry a `Reason:` header with the Q.850 cause behind the SIP status.
    pub(crate) reason_header: bool,
    /// What it wants in front of the called number.
    pub(crate) prefix: &'static str,
    /// Its answer ratio in hundredths of the destination's.
    pub(crate) quality: u32,
    /// Median post-dial delay in milliseconds, the destination's own not counted.
    pub(crate) delay: u32,
    /// Answered calls in a thousand that last 1 to 6 seconds for no good reason.
    pub(crate) short_calls: u32,
    /// Unanswered calls in a thousand that fail by the vendor's fault, not by the called person's.
    pub(crate) faults: u32,
    /// Which faults, in the order of [`FAULTS`](crate::ends::FAULTS).
    pub(crate) fault_weights: [u32; 9],
    /// Its price in hundredths of the list price.
    pub(crate) cost: u32,
    /// It bills in steps of so many seconds.
    pub(crate) billing_step: u32,
}

pub(crate) const VENDOR_COUNT: usize = 6;
/// The vendor of the congestion story. A place in [`VENDORS`].
pub(crate) const COBALT: usize = 2;

#[rustfmt::skip]
pub(crate) const VENDORS: [Vendor; VENDOR_COUNT] = [
    Vendor { gateway: "RG_ALTO", account: "V20010", name: "Alto Meridian Carrier Services",
        ips: &["198.51.100.11", "198.51.100.12"], product: "Alto SBC 7.4",
        signalling: Signalling::Sip, prefix: "", reason_header: true,
        quality: 110, delay: 1300, short_calls: 22, faults: 130, fault_weights: [40, 10, 8, 12, 6, 8, 8, 4, 4],
        cost: 92, billing_step: 1 },
    Vendor { gateway: "RG_BASIN", account: "V20025", name: "Basin East Direct",
        ips: &["198.51.100.40"], product: "VOS3000 V2.1.8.05",
        signalling: Signalling::Sip, prefix: "9001", reason_header: false,
        quality: 100, delay: 2500, short_calls: 28, faults: 260, fault_weights: [30, 14, 12, 6, 10, 12, 20, 4, 2],
        cost: 84, billing_step: 1 },
    Vendor { gateway: "RG_COBALT", account: "V20031", name: "Cobalt Ridge Wholesale",
        ips: &["198.51.100.60", "198.51.100.61", "198.51.100.62"], product: "FreeSWITCH-mod_sofia/1.10.9",
        signalling: Signalling::Sip, prefix: "4412", reason_header: false,
        quality: 104, delay: 1900, short_calls: 25, faults: 200, fault_weights: [45, 20, 8, 8, 6, 5, 4, 6, 2],
        cost: 81, billing_step: 1 },
    // The H.323 vendor: slow to set up, refuses with Q.850 causes.
    Vendor { gateway: "RG_DELTA_H323", account: "V20044", name: "Delta Old Exchange",
        ips: &["198.51.100.90"], product: "GnuGk 5.12", signalling: Signalling::H323, prefix: "", reason_header: false,
        quality: 90, delay: 3600, short_calls: 30, faults: 300, fault_weights: [36, 18, 14, 4, 6, 10, 8, 4, 4],
        cost: 76, billing_step: 6 },
    // Cheap and quick to "answer": one answered call in four is over within six seconds. An analyst should find
    // false answer supervision: the highest answer ratio, the shortest delay, the most short calls, billed by the
    // minute.
    Vendor { gateway: "RG_EMBER", account: "V20058", name: "Ember Low Cost Routes",
        ips: &["198.51.100.120", "198.51.100.121"], product: "Asterisk PBX 18.9.0", signalling: Signalling::Sip,
        prefix: "88", reason_header: false,
        quality: 132, delay: 600, short_calls: 250, faults: 380, fault_weights: [28, 6, 6, 34, 8, 4, 4, 4, 10],
        cost: 62, billing_step: 60 },
    Vendor { gateway: "RG_FJORD", account: "V20063", name: "Fjord Nordic Transit AB",
        ips: &["198.51.100.150"], product: "Kamailio 5.7",
        signalling: Signalling::Sip, prefix: "", reason_header: false,
        quality: 108, delay: 1500, short_calls: 20, faults: 140, fault_weights: [34, 12, 10, 12, 8, 8, 10, 4, 2],
        cost: 88, billing_step: 1 },
];
