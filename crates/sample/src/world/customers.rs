//! Who calls: the customers behind the mapping gateways, with their traffic, their habits and their prices.

use super::{Block, Day};
use crate::world::destinations::DESTINATION_COUNT;

/// Whether an account may call at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It may.
    Good,
    /// Its validity has passed: every call is refused.
    Expired,
    /// It was switched off: every call is refused.
    Disabled,
}

/// One customer, its account and its mapping gateway.
#[derive(Debug)]
pub(crate) struct Customer {
    /// The mapping gateway's name.
    pub(crate) gateway: &'static str,
    pub(crate) account: &'static str,
    pub(crate) name: &'static str,
    pub(crate) ips: &'static [&'static str],
    /// What its equipment calls itself.
    pub(crate) product: &'static str,
    /// What it dials in front of every number.
    pub(crate) prefix: &'static str,
    /// The numbers that it calls from.
    pub(crate) callers: &'static [Block],
    /// The prefix of its own country.
    pub(crate) home: &'static str,
    pub(crate) codec: &'static str,
    pub(crate) standing: Standing,
    /// Its traffic at its busiest, against the others'.
    pub(crate) share: u32,
    pub(crate) day: &'static Day,
    /// Traffic on a Saturday or Sunday, in hundredths of a working day's.
    pub(crate) weekend: u32,
    /// Minutes that its clocks are ahead of UTC.
    pub(crate) utc_offset: i32,
    /// Where it calls, in the order of the destinations.
    pub(crate) mix: [u32; DESTINATION_COUNT],
    /// VOS3000's billing mode: 0 phone, 1 mapping gateway, 3 phone card.
    pub(crate) billing_mode: i32,
    /// It is billed in steps of so many seconds.
    pub(crate) billing_step: u32,
    /// Its prices in hundredths of the list prices.
    pub(crate) markup: u32,
    /// Answered calls in a hundred thousand that lose their media, behind its own address translation.
    pub(crate) media_loss: u32,
    /// Whether its calls are recorded.
    pub(crate) recorded: bool,
}

/// A carrier that hands on the traffic of many: never quite idle.
const FLAT: Day = [
    480, 420, 380, 360, 370, 420, 500, 600, 720, 820, 900, 950, 950, 960, 1000, 1000, 980, 960, 950, 930, 880, 800,
    700, 580,
];
/// Offices, with a dip at noon.
const OFFICE: Day =
    [20, 15, 10, 10, 15, 30, 80, 250, 600, 900, 1000, 980, 820, 760, 900, 980, 960, 850, 560, 300, 170, 100, 60, 30];
/// A call centre's shifts.
const SHIFTS: Day =
    [2, 2, 2, 2, 2, 2, 5, 40, 500, 950, 1000, 1000, 900, 700, 950, 1000, 1000, 980, 900, 700, 300, 40, 5, 2];
/// Homes and call shops: after work.
const EVENING: Day = [
    180, 110, 70, 50, 40, 50, 90, 180, 280, 350, 400, 430, 460, 470, 480, 520, 600, 720, 850, 960, 1000, 920, 650, 380,
];

/// The carrier that sends calls faster than its licence of calls per second. Places in [`CUSTOMERS`].
pub(crate) const NORTHGATE: usize = 0;
/// The customer of the balance story.
pub(crate) const YUNLING: usize = 1;
/// The customer of the story of answered calls that nobody billed.
pub(crate) const HARBOUR: usize = 2;
/// The call centre that runs into its line limit.
pub(crate) const PINEWICK: usize = 3;
/// The customer of the missing rate.
pub(crate) const OAKMERE: usize = 4;
/// The phone cards, which run out during calls.
pub(crate) const TAMARIND: usize = 5;
/// The offices, which dial numbers as at home, and have phones without the international service.
pub(crate) const FENWRIGHT: usize = 6;

pub(crate) const CUSTOMER_COUNT: usize = 9;

#[rustfmt::skip]
pub(crate) const CUSTOMERS: [Customer; CUSTOMER_COUNT] = [
    Customer { gateway: "MG_NORTHGATE", account: "C10007", name: "Northgate Voice Wholesale",
        ips: &["192.0.2.21", "192.0.2.22", "192.0.2.23"], product: "Alto SBC 7.2", prefix: "7001", home: "44",
        callers: &[Block::new("442079460", 3, 0, 500), Block::new("447700900", 3, 0, 500),
            Block::new("493023125", 3, 0, 200), Block::new("3319900", 4, 0, 2000)],
        codec: "g729", standing: Standing::Good, share: 270, day: &FLAT, weekend: 70, utc_offset: 0,
        mix: [14, 12, 8, 7, 6, 3, 3, 4, 9, 14, 12, 8],
        billing_mode: 1, billing_step: 1, markup: 103, media_loss: 150, recorded: false },
    Customer { gateway: "客户云岭", account: "C10012", name: "云岭示例通信有限公司",
        ips: &["192.0.2.54", "192.0.2.55"], product: "VOS3000 V2.1.8.05", prefix: "8899", home: "86",
        callers: &[Block::new("86100000", 4, 2000, 400), Block::new("121255501", 2, 0, 100)],
        codec: "g729", standing: Standing::Good, share: 190, day: &FLAT, weekend: 85, utc_offset: 480,
        mix: [22, 4, 3, 3, 2, 1, 1, 8, 40, 6, 6, 4],
        billing_mode: 1, billing_step: 6, markup: 106, media_loss: 150, recorded: false },
    // Its name has a comma and quotes: a file that holds it must quote it.
    Customer { gateway: "MG_HARBOUR_US", account: "C10015", name: "Harbour \"HV\" Telecom, Inc.",
        ips: &["192.0.2.77"], product: "FreeSWITCH-mod_sofia/1.10.11", prefix: "", home: "1",
        callers: &[Block::new("131255501", 2, 0, 100), Block::new("141555501", 2, 0, 100),
            Block::new("171355501", 2, 0, 100), Block::new("191755501", 2, 0, 100)],
        codec: "PCMU", standing: Standing::Good, share: 180, day: &FLAT, weekend: 60, utc_offset: -300,
        mix: [46, 4, 4, 3, 3, 1, 1, 2, 5, 16, 4, 8],
        billing_mode: 1, billing_step: 6, markup: 104, media_loss: 120, recorded: false },
    Customer { gateway: "MG_PINEWICK_CC", account: "C10021", name: "Pinewick Contact Centre",
        ips: &["192.0.2.96"], product: "Asterisk PBX 20.5.0", prefix: "", home: "44",
        callers: &[Block::new("442079460", 3, 900, 6)],
        codec: "PCMA", standing: Standing::Good, share: 190, day: &SHIFTS, weekend: 12, utc_offset: 0,
        mix: [0, 62, 30, 0, 0, 8, 0, 0, 0, 0, 0, 0],
        billing_mode: 1, billing_step: 1, markup: 118, media_loss: 60, recorded: true },
    Customer { gateway: "MG_OAKMERE", account: "C10024", name: "Oakmere Home Phone",
        ips: &["192.0.2.112", "192.0.2.113"], product: "Kamailio 5.7", prefix: "", home: "44",
        callers: &[Block::new("442079460", 3, 500, 300)],
        codec: "PCMA", standing: Standing::Good, share: 80, day: &EVENING, weekend: 125, utc_offset: 0,
        mix: [8, 34, 26, 3, 5, 12, 2, 5, 1, 3, 1, 1],
        billing_mode: 1, billing_step: 60, markup: 165, media_loss: 260, recorded: false },
    Customer { gateway: "MG_TAMARIND", account: "C10030", name: "Tamarind Calling Cards",
        ips: &["192.0.2.140"], product: "Tamarind IVR 3.1", prefix: "55", home: "46",
        callers: &[Block::new("468465004", 2, 0, 100)],
        codec: "g729", standing: Standing::Good, share: 80, day: &EVENING, weekend: 150, utc_offset: 60,
        mix: [2, 0, 0, 0, 0, 0, 4, 0, 4, 34, 34, 22],
        billing_mode: 3, billing_step: 60, markup: 148, media_loss: 1400, recorded: false },
    Customer { gateway: "MG_FENWRIGHT", account: "C10033", name: "Fenwright Office Lines",
        ips: &["192.0.2.163"], product: "Fenwright Desk 2.8", prefix: "", home: "49",
        callers: &[Block::new("493023125", 3, 400, 120)],
        codec: "PCMA", standing: Standing::Good, share: 75, day: &OFFICE, weekend: 8, utc_offset: 60,
        mix: [8, 4, 6, 56, 12, 2, 4, 1, 5, 2, 0, 0],
        billing_mode: 0, billing_step: 60, markup: 172, media_loss: 120, recorded: false },
    Customer { gateway: "MG_OLDQUAY", account: "C10002", name: "Old Quay Telephone",
        ips: &["192.0.2.180"], product: "Asterisk PBX 13.38.3", prefix: "", home: "353",
        callers: &[Block::new("35320915", 4, 20, 12)],
        codec: "PCMA", standing: Standing::Expired, share: 10, day: &EVENING, weekend: 100, utc_offset: 0,
        mix: [0, 2, 2, 0, 0, 6, 0, 0, 0, 0, 0, 0],
        billing_mode: 1, billing_step: 60, markup: 160, media_loss: 0, recorded: false },
    Customer { gateway: "MG_BRACKLEY", account: "C10005", name: "Brackley Trial Account",
        ips: &["192.0.2.201"], product: "Asterisk PBX 16.30.1", prefix: "", home: "61",
        callers: &[Block::new("61491570", 3, 40, 4)],
        codec: "PCMU", standing: Standing::Disabled, share: 6, day: &FLAT, weekend: 100, utc_offset: 600,
        mix: [1, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0],
        billing_mode: 1, billing_step: 60, markup: 160, media_loss: 0, recorded: false },
];
