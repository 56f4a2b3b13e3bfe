//! Where the calls go: twelve area prefixes, each with its price, its answering habits and its clock.

use super::{Block, Day};
use crate::world::vendors::VENDOR_COUNT;

/// One area prefix of the rate table.
#[derive(Debug)]
pub(crate) struct Destination {
    /// The prefix that its calls are rated by.
    pub(crate) area: &'static str,
    /// The same number range as people at home dial it by mistake, without the country code.
    pub(crate) national: Option<Block>,
    pub(crate) blocks: &'static [Block],
    /// Minutes that its clocks are ahead of UTC.
    pub(crate) utc_offset: i32,
    /// Answered calls in a thousand, through an ordinary vendor by day.
    pub(crate) answered: u32,
    /// Median talk time in seconds.
    pub(crate) talk: u32,
    /// What the network there adds to a vendor's post-dial delay, in milliseconds.
    pub(crate) delay: u32,
    /// List price per minute in ten-thousandths of the currency.
    pub(crate) price: u32,
    /// Whether the numbers are mobile ones, which are switched off or rejected more often than they are busy.
    pub(crate) mobile: bool,
    /// How much each vendor gets of it, in the order of the vendors.
    pub(crate) routes: [u32; VENDOR_COUNT],
}

/// When people abroad are called: by their day and evening.
pub(crate) const AWAKE: Day = [
    200, 130, 90, 80, 90, 140, 300, 550, 750, 880, 950, 1000, 1000, 980, 970, 960, 960, 950, 950, 930, 880, 760, 550,
    340,
];

pub(crate) const DESTINATION_COUNT: usize = 12;
/// Ireland. Places in [`DESTINATIONS`] that stories and habits refer to.
pub(crate) const IRELAND: usize = 5;
/// Lagos.
pub(crate) const NIGERIA: usize = 11;

#[rustfmt::skip]
pub(crate) const DESTINATIONS: [Destination; DESTINATION_COUNT] = [
    // United States: 555-01xx of any area code is set aside for fiction.
    Destination { area: "1", national: None, utc_offset: -300, answered: 520, talk: 95, delay: 0, price: 72,
        mobile: false, routes: [35, 0, 34, 6, 20, 5],
        blocks: &[
            Block::new("121255501", 2, 0, 100), Block::new("131255501", 2, 0, 100), Block::new("141555501", 2, 0, 100),
            Block::new("171355501", 2, 0, 100), Block::new("120655501", 2, 0, 100), Block::new("130555501", 2, 0, 100),
            Block::new("140455501", 2, 0, 100), Block::new("160255501", 2, 0, 100), Block::new("161755501", 2, 0, 100),
            Block::new("172055501", 2, 0, 100), Block::new("181855501", 2, 0, 100), Block::new("191755501", 2, 0, 100),
        ] },
    // United Kingdom, mobile: Ofcom keeps 07700 900000 to 900999 for drama.
    Destination { area: "447", national: Some(Block::new("07700900", 3, 0, 1000)), utc_offset: 0, answered: 500,
        talk: 70, delay: 300, price: 260, mobile: true, routes: [22, 0, 30, 0, 16, 32],
        blocks: &[Block::new("447700900", 3, 0, 1000)] },
    // United Kingdom, London: 020 7946 0000 to 0999.
    Destination { area: "4420", national: Some(Block::new("02079460", 3, 0, 1000)), utc_offset: 0, answered: 575,
        talk: 110, delay: 0, price: 78, mobile: false, routes: [28, 0, 30, 4, 0, 38],
        blocks: &[Block::new("442079460", 3, 0, 1000)] },
    // Germany, Berlin: 030 23125 000 to 999.
    Destination { area: "4930", national: Some(Block::new("03023125", 3, 0, 1000)), utc_offset: 60, answered: 560,
        talk: 105, delay: 150, price: 92, mobile: false, routes: [25, 0, 25, 10, 0, 40],
        blocks: &[Block::new("493023125", 3, 0, 1000)] },
    // France: 01 99 00 00 00 to 99 99.
    Destination { area: "331", national: None, utc_offset: 60, answered: 540, talk: 100, delay: 200, price: 88,
        mobile: false, routes: [25, 0, 25, 10, 0, 40], blocks: &[Block::new("3319900", 4, 0, 10_000)] },
    // Ireland: 020 915 0000 to 9999.
    Destination { area: "353", national: None, utc_offset: 0, answered: 530, talk: 105, delay: 100, price: 120,
        mobile: false, routes: [20, 0, 25, 0, 0, 55], blocks: &[Block::new("35320915", 4, 0, 10_000)] },
    // Sweden, Stockholm: 08-465 004 00 to 99.
    Destination { area: "468", national: None, utc_offset: 60, answered: 560, talk: 100, delay: 100, price: 84,
        mobile: false, routes: [20, 0, 25, 0, 0, 55], blocks: &[Block::new("468465004", 2, 0, 100)] },
    // Australia, mobile: 04 9157 0000 to 0999.
    Destination { area: "614", national: None, utc_offset: 600, answered: 505, talk: 90, delay: 900, price: 310,
        mobile: true, routes: [30, 20, 25, 5, 20, 0], blocks: &[Block::new("61491570", 3, 0, 1000)] },
    // China, Beijing: no local number begins with 0.
    Destination { area: "8610", national: None, utc_offset: 480, answered: 450, talk: 85, delay: 900, price: 145,
        mobile: false, routes: [8, 44, 22, 22, 4, 0], blocks: &[Block::new("86100000", 4, 0, 10_000)] },
    // India, Delhi: no local number begins with 0.
    Destination { area: "9111", national: None, utc_offset: 330, answered: 405, talk: 120, delay: 1200, price: 135,
        mobile: true, routes: [8, 34, 20, 16, 22, 0], blocks: &[Block::new("91110000", 4, 0, 10_000)] },
    // Bangladesh, Dhaka: no local number begins with 0.
    Destination { area: "8802", national: None, utc_offset: 360, answered: 380, talk: 150, delay: 1700, price: 215,
        mobile: true, routes: [0, 36, 16, 20, 28, 0], blocks: &[Block::new("88020000", 4, 0, 10_000)] },
    // Nigeria, Lagos: no local number begins with 0.
    Destination { area: "2341", national: None, utc_offset: 60, answered: 335, talk: 130, delay: 2300, price: 690,
        mobile: true, routes: [12, 14, 20, 34, 20, 0], blocks: &[Block::new("2341000", 4, 0, 10_000)] },
];
