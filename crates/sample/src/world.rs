//! The invented world of the sample: who calls, through whom, and where to.
//!
//! Tables only. Every number comes from a range set aside for fiction, or where a country has none, from a block of
//! zeros that its plan cannot assign; every address from the blocks of RFC 5737; every firm is made up.

pub(super) mod customers;
pub(super) mod destinations;
pub(super) mod vendors;

/// The softswitch's own address, towards customers and vendors alike.
pub(super) const SOFTSWITCH_IP: &str = "192.0.2.10";

/// Consecutive numbers: `head`, then a counter of `digits` digits from `first` on, `count` numbers in all.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) head: &'static str,
    pub(super) digits: u8,
    pub(super) first: u32,
    pub(super) count: u32,
}

impl Block {
    const fn new(head: &'static str, digits: u8, first: u32, count: u32) -> Self {
        Block { head, digits, first, count }
    }

    /// One of the block's numbers.
    pub(super) fn any(&self, rng: &mut fastrand::Rng) -> Number {
        Number { prefix: "", head: self.head, digits: self.digits, tail: self.first + rng.u32(0..self.count) }
    }
}

/// A phone number in parts, so that none is allocated: `prefix`, `head`, then `tail` filled with zeros to `digits`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) prefix: &'static str,
    pub(super) head: &'static str,
    pub(super) digits: u8,
    pub(super) tail: u32,
}

impl Number {
    /// The same number behind another prefix.
    pub(super) fn with_prefix(self, prefix: &'static str) -> Self {
        Number { prefix, ..self }
    }
}

/// How busy each hour of a local day is, in thousandths of the busiest.
pub(super) type Day = [u32; 24];

/// The level of `day` at a minute of the local day, between its hours on a straight line.
pub(super) fn level(day: &Day, minute: u32) -> u32 {
    let (hour, part) = ((minute / 60 % 24) as usize, minute % 60);
    (day[hour] * (60 - part) + day[(hour + 1) % 24] * part) / 60
}

#[cfg(test)]
mod tests {
    use super::{customers::CUSTOMERS, destinations::DESTINATIONS, vendors::VENDORS, *};

    #[test]
    fn levels_run_from_hour_to_hour() {
        let mut day = [0; 24];
        day[23] = 600;
        day[0] = 1200;
        assert_eq!([level(&day, 23 * 60), level(&day, 23 * 60 + 30), level(&day, 0)], [600, 900, 1200]);
    }

    #[test]
    fn every_destination_is_called_and_has_a_route() {
        for (place, destination) in DESTINATIONS.iter().enumerate() {
            assert!(destination.routes.iter().sum::<u32>() > 0, "{}", destination.area);
            assert!(CUSTOMERS.iter().any(|customer| customer.mix[place] > 0), "{}", destination.area);
            assert!(destination.blocks.iter().all(|block| block.head.starts_with(destination.area)));
        }
    }

    #[test]
    fn addresses_come_from_the_documentation_blocks() {
        let of_customers = CUSTOMERS.iter().flat_map(|customer| customer.ips).chain([&SOFTSWITCH_IP]);
        assert!(of_customers.into_iter().all(|ip| ip.starts_with("192.0.2.")));
        assert!(VENDORS.iter().flat_map(|vendor| vendor.ips).all(|ip| ip.starts_with("198.51.100.")));
    }
}
