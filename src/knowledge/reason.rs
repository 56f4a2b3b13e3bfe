//! One end reason's facts, and the tables of them.

use super::terms::{Category, Certainty, Family, Impact, OutcomeClass, Side};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The facts of one end reason.
#[derive(Debug, Deserialize)]
pub struct Reason {
    /// The family whose table it stands in.
    #[serde(skip, default = "no_family")]
    pub family: Family,
    /// Its number in the family.
    pub code: i32,
    /// Its name as the family's standard or guide has it, in English.
    pub name: String,
    /// What became of a call without talk time that ended so; a call with talk time is answered.
    pub class: OutcomeClass,
    /// Its category.
    pub category: Category,
    /// Where the reason lies.
    pub side: Side,
    /// How much it hurts.
    pub impact: Impact,
    /// Whether an answered call may end so: evidence for what a file's numbers mean.
    pub ends_answered: bool,
    /// Where the facts are from.
    pub source: String,
    /// Only for [`Family::Server`]: how well it is known.
    pub certainty: Option<Certainty>,
    /// Usual SIP counterparts. Usual, never certain: vendors deviate.
    #[serde(default)]
    pub sip: Vec<i32>,
    /// Usual Q.850 counterparts.
    #[serde(default)]
    pub q850: Vec<i32>,
}

fn no_family() -> Family {
    Family::Text
}

#[derive(Deserialize)]
struct Table {
    reason: Vec<Reason>,
}

static TABLES: LazyLock<BTreeMap<(Family, i32), Reason>> = LazyLock::new(|| {
    let tables = [
        (Family::Guide, include_str!(concat!(env!("OUT_DIR"), "/src/knowledge/codes/guide.json"))),
        (Family::Server, include_str!(concat!(env!("OUT_DIR"), "/src/knowledge/codes/server.json"))),
        (Family::Sip, include_str!(concat!(env!("OUT_DIR"), "/src/knowledge/codes/sip.json"))),
        (Family::Q850, include_str!(concat!(env!("OUT_DIR"), "/src/knowledge/codes/q850.json"))),
    ];
    let read = |(family, json): (Family, &str)| {
        let table: Table =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("the table of {family:?}: {error}"));
        table.reason.into_iter().map(move |reason| ((family, reason.code), Reason { family, ..reason }))
    };
    tables.into_iter().flat_map(read).collect()
});

/// The facts of an end reason, where the family has that number.
pub fn reason(family: Family, code: i32) -> Option<&'static Reason> {
    TABLES.get(&(family, code))
}

/// All end reasons, by family and number.
pub fn reasons() -> impl Iterator<Item = &'static Reason> {
    TABLES.values()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(family: Family) -> Vec<i32> {
        reasons().filter(|reason| reason.family == family).map(|reason| reason.code).collect()
    }

    #[test]
    fn the_guide_has_its_25_and_the_category_of_each() {
        assert_eq!(codes(Family::Guide), (1..=25).collect::<Vec<_>>());
        use Category::*;
        // The guide's code table, in order.
        let categories = [
            Normal,
            Normal,
            Normal,
            NumberError,
            Network,
            Routing,
            Billing,
            Billing,
            Account,
            Account,
            Normal,
            Normal,
            System,
            Timeout,
            Timeout,
            Security,
            Security,
            Capacity,
            Capacity,
            Security,
            Routing,
            Routing,
            Network,
            Billing,
            Account,
        ];
        for (code, category) in (1..).zip(categories) {
            assert_eq!(reason(Family::Guide, code).unwrap().category, category, "{code}");
        }
    }

    #[test]
    fn every_sip_code_of_the_registry_and_every_q850_cause_is_there() {
        let sip = "100 180 181 182 183 199 200 202 204 300 301 302 305 380 400 401 402 403 404 405 406 407 408 410 412 \
                   413 414 415 416 417 420 421 422 423 424 425 428 429 430 433 436 437 438 439 440 469 470 480 481 482 \
                   483 484 485 486 487 488 489 491 493 494 500 501 502 503 504 505 513 555 580 600 603 604 606 607 608";
        for code in sip.split_whitespace() {
            assert!(reason(Family::Sip, code.parse().unwrap()).is_some(), "SIP {code}");
        }
        let ranges = [1..=9, 14..=14, 16..=23, 25..=31, 34..=34, 38..=44, 46..=47, 49..=50, 53..=53, 55..=55, 57..=58];
        let more = [62..=63, 65..=66, 69..=70, 79..=79, 81..=88, 90..=91, 95..=103, 110..=111, 127..=127];
        let causes: Vec<i32> = ranges.into_iter().chain(more).flatten().collect();
        assert_eq!(codes(Family::Q850), causes);
    }

    #[test]
    fn live_server_reasons_say_how_well_they_are_known() {
        assert_eq!(codes(Family::Server), [-69, -39, -34, -9, -8, -7]);
        assert!(reasons().all(|reason| reason.certainty.is_some() == (reason.family == Family::Server)));
    }

    #[test]
    fn every_counterpart_exists_and_every_fact_has_a_source() {
        for entry in reasons() {
            assert!(!entry.name.is_empty() && !entry.source.is_empty(), "{entry:?}");
            assert_ne!(entry.class, OutcomeClass::Answered, "talk time answers a call, no reason does: {entry:?}");
            for &code in &entry.sip {
                assert!(reason(Family::Sip, code).is_some(), "{entry:?}");
            }
            for &cause in &entry.q850 {
                assert!(reason(Family::Q850, cause).is_some(), "{entry:?}");
            }
        }
    }
}
