//! What dimensions are in addresses and in filters.

use super::super::filter::{FilterField, NO_COUNTRY, quoted, quoted_always};
use super::super::interpretation::UNKNOWN_SIDE;
use super::super::time_steps::TimeSteps;
use super::Dimension;
use calls::{EpochMillis, LocalZone, NameKind};

impl Dimension {
    /// Its name in addresses: that of the filter's field where there is one, so that `by=vendor` and `vendor=V1` are of
    /// the same. [`Dimension::parse`] reads it back.
    pub fn key(self) -> String {
        let name = match self {
            Dimension::Prefix { digits: 4 }
            | Dimension::CallerPrefix { digits: 4 }
            | Dimension::Step { minutes: 60 } => self.bare_key(),
            Dimension::Prefix { digits } | Dimension::CallerPrefix { digits } => {
                return format!("{}-{digits}", self.bare_key());
            }
            Dimension::Step { minutes } => return format!("{}-{minutes}", self.bare_key()),
            _ => self.bare_key(),
        };
        name.to_owned()
    }

    fn bare_key(self) -> &'static str {
        match self {
            Dimension::CallerPrefix { .. } => "caller-prefix",
            Dimension::Destination => "destination",
            Dimension::Step { .. } => "step",
            Dimension::TalkBucket => "talk-time",
            Dimension::DelayBucket => "delay",
            Dimension::File => "file",
            _ => self.field().map_or("", FilterField::key),
        }
    }

    /// The dimension of a name that [`Dimension::key`] gave.
    pub fn parse(key: &str) -> Option<Self> {
        if let Some(known) = Dimension::all().find(|by| by.key() == key) {
            return Some(known);
        }
        let (name, size) = key.rsplit_once('-')?;
        let size: u32 = size.parse().ok()?;
        let digits = u8::try_from(size).ok().filter(|digits| (1..=8).contains(digits));
        match name {
            "prefix" => Some(Dimension::Prefix { digits: digits? }),
            "caller-prefix" => Some(Dimension::CallerPrefix { digits: digits? }),
            "step" => (size > 0).then_some(Dimension::Step { minutes: size }),
            _ => None,
        }
    }

    /// What a filter says of it by name; `None` where a filter has no such field.
    pub fn field(self) -> Option<FilterField> {
        match self {
            Dimension::Caller | Dimension::CallerPrefix { .. } => Some(FilterField::Caller),
            Dimension::Callee => Some(FilterField::Callee),
            Dimension::Prefix { .. } => Some(FilterField::Prefix),
            Dimension::Country => Some(FilterField::Country),
            Dimension::Area => Some(FilterField::Area),
            Dimension::HangUpSide => Some(FilterField::HangUpSide),
            Dimension::Answered => Some(FilterField::Answered),
            Dimension::EndReason => Some(FilterField::EndReason),
            Dimension::Class => Some(FilterField::Class),
            Dimension::Category => Some(FilterField::Category),
            Dimension::Family => Some(FilterField::Family),
            Dimension::Side => Some(FilterField::Side),
            Dimension::HourOfDay => Some(FilterField::Hour),
            Dimension::Weekday => Some(FilterField::Weekday),
            Dimension::Step { .. } => Some(FilterField::Period),
            Dimension::TalkBucket => Some(FilterField::TalkTime),
            Dimension::DelayBucket => Some(FilterField::PostDialDelay),
            Dimension::Destination | Dimension::File => None,
            _ => self.names().map(FilterField::from),
        }
    }

    fn holds_addresses(self) -> bool {
        self.names().is_some_and(|column| column.kind() == NameKind::Address)
    }

    /// The criterion that a filter needs for the calls of a group; `None` where it cannot say so. `zone` is that of the
    /// question.
    pub fn criterion(self, key: Option<&str>, zone: &LocalZone) -> Option<(FilterField, String)> {
        let field = self.field()?;
        let text = match (self, key) {
            (Dimension::Side, None) => UNKNOWN_SIDE.to_owned(),
            (Dimension::Country, None) => NO_COUNTRY.to_owned(),
            (_, None) => return None,
            (Dimension::CallerPrefix { .. }, Some(prefix)) => format!("{prefix}%, +{prefix}%"),
            (Dimension::Step { minutes }, Some(begin)) => {
                let mut steps = TimeSteps::new(minutes.saturating_mul(60), zone.clone());
                let (begin, end) = steps.step(begin.parse().ok()?);
                format!("{}..{}", EpochMillis(begin).rfc3339(), EpochMillis(end).rfc3339())
            }
            (Dimension::TalkBucket | Dimension::DelayBucket, Some(range)) => range.to_owned(),
            // Without quotes it would be a network.
            (by, Some(name)) if by.holds_addresses() && name.contains('/') => quoted_always(name),
            (_, Some(name)) => quoted(name),
        };
        Some((field, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Condition, Criterion};
    use std::collections::BTreeSet;

    #[test]
    fn a_softswitch_can_be_filtered_by() {
        let criterion = Dimension::Softswitch.criterion(Some("SW, 1"), &LocalZone::default());
        assert_eq!(criterion, Some((FilterField::Softswitch, "\"SW, 1\"".to_owned())));
        assert_eq!(Dimension::parse("softswitch"), Some(Dimension::Softswitch));
    }

    #[test]
    fn an_address_with_a_stroke_is_no_network() {
        let zone = LocalZone::default();
        for address in ["192.0.2.1/5060", "192.0.2.0/24", "192.0.2.1"] {
            let (field, text) = Dimension::CallerIp.criterion(Some(address), &zone).unwrap();
            let condition = Condition::of(&Criterion { field, text, on: true }, &zone);
            let Ok(Condition::Address(_, terms)) = condition else { panic!("{condition:?}") };
            assert!(terms.hold(|term| term.matches(address)), "{address}");
        }
    }

    #[test]
    fn every_name_reads_back() {
        let more = [
            Dimension::Prefix { digits: 1 },
            Dimension::Prefix { digits: 8 },
            Dimension::CallerPrefix { digits: 6 },
            Dimension::Step { minutes: 1440 },
        ];
        let all: Vec<Dimension> = Dimension::all().chain(more).collect();
        for by in &all {
            assert_eq!(Dimension::parse(&by.key()), Some(*by), "{}", by.key());
            let json = serde_json::to_string(by).unwrap();
            assert_eq!(serde_json::from_str::<Dimension>(&json).unwrap(), *by);
        }
        assert_eq!(all.iter().map(|by| by.key()).collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(Dimension::parse("vendor"), Some(Dimension::TerminatingGateway));
        for wrong in ["", "prefix-9", "prefix-0", "step-0", "step-x", "-4"] {
            assert_eq!(Dimension::parse(wrong), None, "{wrong}");
        }
    }
}
