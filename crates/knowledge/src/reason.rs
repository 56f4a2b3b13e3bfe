//! One end reason's facts, and the tables of them.

use super::terms::{Category, Certainty, Family, Impact, Outcome, Side};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tables::table;

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
    pub class: Outcome,
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
    /// Only for families of words: what links name it by.
    pub key: Option<String>,
    /// The words that may stand in a file for it, in English and Chinese.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Only for [`Family::Q850`]: the name that OpenH323, and so the VOS3000 client, gives it.
    pub openh323: Option<String>,
    /// The guide's functional group (without one for its codes 4, 13 and 23), or the class of a Q.850 cause.
    pub group: Option<String>,
    /// Only for [`Family::Guide`], where its billing table says: whether such a call leaves a record.
    pub cdr_generated: Option<bool>,
    /// Likewise: whether it is billable.
    pub billable: Option<Billable>,
    /// Likewise: the billing mode codes that such a record carries.
    pub billing_mode: Option<String>,
    /// Usual SIP counterparts. Usual, never certain: vendors deviate.
    #[serde(default)]
    pub sip: Vec<i32>,
    /// Usual Q.850 counterparts.
    #[serde(default)]
    pub q850: Vec<i32>,
    /// Counterparts among the guide's 25.
    #[serde(default)]
    pub guide: Vec<i32>,
    /// Counterparts among live systems' server reasons.
    #[serde(default)]
    pub server: Vec<i32>,
}

/// Whether a call with an end reason is billed, after the guide's billing table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Billable {
    Yes,
    No,
    Partial,
}

impl Reason {
    /// Its counterparts in the family, as its own entry or theirs names them. A set: one SIP status can stand for
    /// several server reasons, and the other way round.
    pub fn counterparts(&self, family: Family) -> Vec<&'static Reason> {
        let named = |of: &Reason, family: Family, code: i32| match family {
            Family::Sip => of.sip.contains(&code),
            Family::Q850 => of.q850.contains(&code),
            Family::Guide => of.guide.contains(&code),
            Family::Server => of.server.contains(&code),
            Family::Text | Family::Disposition => false,
        };
        reasons()
            .filter(|other| other.family == family && (other.family, other.code) != (self.family, self.code))
            .filter(|other| named(self, family, other.code) || named(other, self.family, self.code))
            .collect()
    }
}

fn no_family() -> Family {
    Family::Text
}

#[derive(Deserialize)]
struct Table {
    reason: Vec<Reason>,
}

static TABLES: LazyLock<BTreeMap<(Family, i32), Reason>> = LazyLock::new(|| {
    let tables: [(Family, Table); 6] = [
        (Family::Guide, table!("src/codes/guide")),
        (Family::Server, table!("src/codes/server")),
        (Family::Sip, table!("src/codes/sip")),
        (Family::Q850, table!("src/codes/q850")),
        (Family::Text, table!("src/codes/text")),
        (Family::Disposition, table!("src/codes/disposition")),
    ];
    let entries = |(family, table): (Family, Table)| {
        table.reason.into_iter().map(move |reason| ((family, reason.code), Reason { family, ..reason }))
    };
    tables.into_iter().flat_map(entries).collect()
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
    }

    #[test]
    fn every_counterpart_exists_and_every_fact_has_a_source() {
        for entry in reasons() {
            assert!(!entry.name.is_empty() && !entry.source.is_empty(), "{entry:?}");
            assert_ne!(entry.class, Outcome::Answered, "talk time answers a call, no reason does: {entry:?}");
            for &code in &entry.sip {
                assert!(reason(Family::Sip, code).is_some(), "{entry:?}");
            }
            for &cause in &entry.q850 {
                assert!(reason(Family::Q850, cause).is_some(), "{entry:?}");
            }
            for &code in &entry.guide {
                assert!(reason(Family::Guide, code).is_some(), "{entry:?}");
            }
            for &code in &entry.server {
                assert!(reason(Family::Server, code).is_some(), "{entry:?}");
            }
        }
    }

    /// `code counterpart` pairs of RFC 3398, 7.2.4.1 and 8.2.6.1 (a 29 that its copies map to "510 Not implemented" is
    /// 501).
    const SIP_TO_Q850: &str = "400 41, 401 21, 402 21, 403 21, 404 1, 405 63, 406 79, 407 21, 408 102, 410 22, \
        413 127, 414 127, 415 79, 416 127, 420 127, 421 127, 423 127, 480 18, 481 41, 482 25, 483 25, 484 28, 485 1, \
        486 17, 488 31, 500 41, 501 79, 502 38, 503 41, 504 102, 505 127, 513 127, 600 17, 603 21, 604 1, 606 31";
    const Q850_TO_SIP: &str = "1 404, 2 404, 3 404, 17 486, 18 408, 19 480, 20 480, 21 403, 22 410, 23 410, 26 404, \
        27 502, 28 484, 29 501, 31 480, 34 503, 38 503, 41 503, 42 503, 47 503, 55 403, 57 403, 58 503, 65 488, \
        70 488, 79 501, 87 403, 88 503, 102 504, 111 500, 127 500";

    fn pairs(table: &str) -> impl Iterator<Item = (i32, i32)> {
        table.split(',').map(|pair| {
            let (from, to) = pair.trim().split_once(' ').unwrap();
            (from.parse().unwrap(), to.parse().unwrap())
        })
    }

    #[test]
    fn the_mappings_agree_with_rfc_3398() {
        for (status, cause) in pairs(SIP_TO_Q850) {
            assert!(reason(Family::Sip, status).unwrap().q850.contains(&cause), "SIP {status}");
        }
        for (cause, status) in pairs(Q850_TO_SIP) {
            assert!(reason(Family::Q850, cause).unwrap().sip.contains(&status), "cause {cause}");
        }
    }

    #[test]
    fn counterparts_are_sets_and_go_both_ways() {
        let guide_of_503: Vec<_> =
            reason(Family::Sip, 503).unwrap().counterparts(Family::Guide).iter().map(|reason| reason.code).collect();
        assert!([5, 21, 22].iter().all(|code| guide_of_503.contains(code)), "{guide_of_503:?}");
        for one in reasons() {
            for family in [Family::Guide, Family::Server, Family::Sip, Family::Q850] {
                for other in one.counterparts(family) {
                    assert!(other.counterparts(one.family).contains(&one) || !one.family.has_numbers());
                }
            }
        }
    }

    #[test]
    fn words_of_files_and_links_name_one_reason_each() {
        let mut seen = std::collections::BTreeMap::new();
        for entry in reasons().filter(|entry| !entry.family.has_numbers()) {
            assert!(entry.key.as_ref().is_some_and(|key| !key.is_empty()), "{entry:?}");
            for alias in entry.aliases.iter().chain([&entry.name]) {
                let other = seen.insert((entry.family, calls::plain_name(alias)), entry.code);
                assert!(other.is_none_or(|other| other == entry.code), "{alias} stands in two entries");
            }
        }
    }
}
