//! One call of the sample, decided in all that a row can say of it.

use super::draw::scatter;
use super::ends::{End, Side};
use super::outcome::{Attempt, Outcome, decide};
use super::spec::SampleSpec;
use super::stories::{self, SCAN_PREFIXES, SCANNERS};
use super::traffic::{Arrival, Source, local_time};
use super::world::Number;
use super::world::customers::{CUSTOMERS, Customer, FENWRIGHT, OAKMERE};
use super::world::destinations::{DESTINATIONS, Destination};
use super::world::vendors::{Signalling, VENDORS, Vendor};
use calls::narrow;
use fastrand::Rng;

/// The serial number of the first row, less 1: the switch has been running for years.
const SERIAL_BASE: u64 = 330_455_000;

/// One call. Money is in ten-thousandths of the currency.
#[derive(Debug)]
pub(super) struct Call {
    /// Its row's place in the file, from 1.
    pub(super) row: u64,
    pub(super) serial: u64,
    /// A number of its own, for what must differ from call to call and means nothing.
    pub(super) identity: u64,
    pub(super) start_ms: i64,
    pub(super) stop_ms: i64,
    /// Talk time in seconds.
    pub(super) talk: u32,
    pub(super) end: End,
    pub(super) reason: i32,
    pub(super) side: Side,
    /// `None` for a scanner, who is nobody's customer.
    pub(super) customer: Option<&'static Customer>,
    pub(super) caller_ip: &'static str,
    pub(super) caller_product: &'static str,
    pub(super) caller: Number,
    /// As the customer is billed for it; what it dialled has its prefix in front.
    pub(super) callee: Number,
    /// VOS3000's call level: 4 domestic, 5 international, 0 where no price was sought.
    pub(super) level: i32,
    /// `None` where no route was reached.
    pub(super) vendor: Option<&'static Vendor>,
    pub(super) vendor_ip: &'static str,
    /// Post-dial delays in milliseconds.
    pub(super) caller_delay: u32,
    pub(super) callee_delay: u32,
    /// The area prefix that it was rated by, empty where it was not.
    pub(super) area: &'static str,
    pub(super) billing_mode: i32,
    /// Billed seconds and charge, to the customer and by the vendor.
    pub(super) fee_time: u32,
    pub(super) fee: u64,
    pub(super) agent_fee_time: u32,
    pub(super) agent_fee: u64,
}

/// Makes the calls of a sample out of their arrivals.
#[derive(Debug)]
pub(super) struct Switch {
    spec: SampleSpec,
    rows: u64,
    /// How many numbers each scanner has tried.
    scanned: [u32; SCANNERS.len()],
}

impl Switch {
    pub(super) fn new(spec: SampleSpec) -> Self {
        Switch { spec, rows: 0, scanned: [0; SCANNERS.len()] }
    }

    /// What becomes of an arrival. Draws the same from `rng` for every format and numbering.
    pub(super) fn connect(&mut self, arrival: Arrival, rng: &mut Rng) -> Call {
        self.rows += 1;
        match arrival.from {
            Source::Customer { customer, destination } => {
                self.customer_call(arrival.start_ms, customer, destination, rng)
            }
            Source::Scanner(scanner) => self.scan(arrival.start_ms, scanner, rng),
        }
    }

    fn customer_call(&self, start_ms: i64, customer: usize, destination: usize, rng: &mut Rng) -> Call {
        let (payer, goal) = (&CUSTOMERS[customer], &DESTINATIONS[destination]);
        let caller = payer.callers[rng.u32(0..narrow::count(payer.callers.len())) as usize].any(rng);
        let (callee, without_country_code) = dialled(customer, payer, goal, rng);
        let outcome = decide(
            &Attempt {
                since_start: start_ms - self.spec.start,
                customer,
                destination,
                caller_tail: caller.tail,
                callee_tail: callee.tail,
                without_country_code,
                caller_hour: local_time(start_ms, payer.utc_offset).0 / 60,
                callee_hour: local_time(start_ms, goal.utc_offset).0 / 60,
                stories: self.spec.stories,
            },
            rng,
        );
        let caller_ip = payer.ips[rng.u32(0..narrow::count(payer.ips.len())) as usize];
        let mut call = self.blank(start_ms, outcome, rng);
        call.customer = Some(payer);
        call.caller_ip = caller_ip;
        call.caller_product = payer.product;
        call.caller = caller;
        call.callee = callee;
        call.level = if goal.area.starts_with(payer.home) { 4 } else { 5 };
        call.area = if outcome.end.before_rating() { "" } else { goal.area };
        let escapes = self.spec.stories && outcome.talk > 0 && stories::escapes_billing(customer, rng);
        call.billing_mode = if escapes || outcome.end.unbillable() { -1 } else { payer.billing_mode };
        if !escapes {
            (call.fee_time, call.fee) = charge(outcome.talk, payer.billing_step, goal.price, payer.markup);
        }
        if let Some(vendor) = call.vendor {
            (call.agent_fee_time, call.agent_fee) = charge(outcome.talk, vendor.billing_step, goal.price, vendor.cost);
        }
        call
    }

    fn scan(&mut self, start_ms: i64, scanner: usize, rng: &mut Rng) -> Call {
        let who = &SCANNERS[scanner];
        let tried = self.scanned[scanner];
        self.scanned[scanner] = tried.wrapping_add(1);
        let end = if rng.u32(0..7) == 0 { End::LoginFailed } else { End::IllegalCall };
        let outcome = Outcome { end, vendor: None, talk: 0, caller_delay: 0, callee_delay: 0 };
        let mut call = self.blank(start_ms, outcome, rng);
        call.caller_ip = who.ip;
        call.caller_product = who.product;
        call.caller = Number { prefix: "", head: who.caller, digits: 0, tail: 0 };
        // Every number of the London range behind one prefix, then all of them behind the next.
        let prefix = SCAN_PREFIXES[(tried / 1000) as usize % SCAN_PREFIXES.len()];
        call.callee = Number { prefix, head: "442079460", digits: 3, tail: tried % 1000 };
        call
    }

    /// A call with what does not depend on who it is from.
    fn blank(&self, start_ms: i64, outcome: Outcome, rng: &mut Rng) -> Call {
        let vendor = outcome.vendor.map(|place| &VENDORS[place]);
        let signalling = vendor.map_or(Signalling::Sip, |vendor| vendor.signalling);
        let (reason, side) = outcome.end.coded(self.spec.codes, signalling);
        // A live row of an unanswered call stops when it starts; an answered one some part of a second later than told.
        let lasted = if outcome.talk > 0 { i64::from(outcome.talk) * 1000 + i64::from(rng.u32(0..1000)) } else { 0 };
        Call {
            row: self.rows,
            serial: SERIAL_BASE + self.rows,
            identity: scatter(self.spec.seed, self.rows),
            start_ms,
            stop_ms: start_ms + lasted,
            talk: outcome.talk,
            end: outcome.end,
            reason,
            side,
            customer: None,
            caller_ip: "",
            caller_product: "",
            caller: Number { prefix: "", head: "", digits: 0, tail: 0 },
            callee: Number { prefix: "", head: "", digits: 0, tail: 0 },
            level: 0,
            vendor,
            vendor_ip: vendor.map_or("", |vendor| vendor.ips[rng.u32(0..narrow::count(vendor.ips.len())) as usize]),
            caller_delay: outcome.caller_delay,
            callee_delay: outcome.callee_delay,
            area: "",
            billing_mode: -1,
            fee_time: 0,
            fee: 0,
            agent_fee_time: 0,
            agent_fee: 0,
        }
    }
}

/// The number that is called, and whether the country code was forgotten: offices and homes do that now and then, in
/// their own country.
fn dialled(customer: usize, payer: &Customer, goal: &Destination, rng: &mut Rng) -> (Number, bool) {
    let forgetful = match customer {
        FENWRIGHT => 40,
        OAKMERE => 12,
        _ => 0,
    };
    match &goal.national {
        Some(national) if goal.area.starts_with(payer.home) && rng.u32(0..1000) < forgetful => {
            (national.any(rng), true)
        }
        _ => (goal.blocks[rng.u32(0..narrow::count(goal.blocks.len())) as usize].any(rng), false),
    }
}

/// Billed seconds and charge of `talk` seconds, rounded up to `step`, at `percent` of the `list` price per minute.
fn charge(talk: u32, step: u32, list: u32, percent: u32) -> (u32, u64) {
    let price = u64::from((list * percent + 50) / 100);
    let billed = talk.div_ceil(step) * step;
    (billed, (u64::from(billed) * price + 30) / 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charges_follow_the_billing_step() {
        assert_eq!(charge(61, 1, 100, 100), (61, 102));
        assert_eq!(charge(61, 6, 100, 100), (66, 110));
        assert_eq!(charge(61, 60, 100, 150), (120, 300));
        assert_eq!(charge(0, 60, 100, 150), (0, 0));
    }
}
