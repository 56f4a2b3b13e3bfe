//! From a group of calls down into another field, and back up again.

use super::dimension::Dimension;
use super::filter::{Criterion, Filter, FilterField};

/// What is looked at next unless the dimension itself suggests something: first whose calls they are, then why they
/// end, then when.
const USUAL: [Dimension; 8] = [
    Dimension::TerminatingGateway,
    Dimension::EndReason,
    Dimension::Country,
    Dimension::Prefix { digits: 4 },
    Dimension::OriginatingGateway,
    Dimension::Account,
    Dimension::HourOfDay,
    Dimension::Callee,
];

impl Dimension {
    /// By what the calls of one of its groups are usually broken down: something that the filter does not settle
    /// already.
    pub fn next(self, filter: &Filter) -> Dimension {
        let suggested: &[Dimension] = match self {
            Dimension::TerminatingGateway => &[Dimension::EndReason, Dimension::Country],
            Dimension::Country | Dimension::Area | Dimension::Destination => {
                &[Dimension::Prefix { digits: 4 }, Dimension::TerminatingGateway]
            }
            Dimension::CallerIp => &[Dimension::Account, Dimension::Caller],
            Dimension::Caller | Dimension::CallerPrefix { .. } => &[Dimension::Country, Dimension::Callee],
            Dimension::Weekday | Dimension::Step { .. } => &[Dimension::HourOfDay, Dimension::EndReason],
            Dimension::Family | Dimension::Category | Dimension::Class | Dimension::Side => &[Dimension::EndReason],
            _ => &[],
        };
        let is_open = |by: &Dimension| {
            by.field() != self.field() && !filter.active().any(|criterion| Some(criterion.field) == by.field())
        };
        suggested.iter().chain(&USUAL).copied().find(is_open).unwrap_or(Dimension::Callee)
    }

    /// The dimension of which a criterion says the group.
    pub fn of_criterion(criterion: &Criterion) -> Option<Dimension> {
        let digits = |text: &str| {
            let digits = u8::try_from(text.len()).ok().filter(|digits| (1..=8).contains(digits))?;
            text.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
        };
        match criterion.field {
            FilterField::Prefix => {
                let digits = digits(criterion.text.trim_start_matches('+')).unwrap_or(4);
                Some(Dimension::Prefix { digits })
            }
            FilterField::Caller => {
                let prefix = criterion.text.split(',').next().and_then(|term| term.strip_suffix('%'));
                let prefix = prefix.and_then(digits).map(|digits| Dimension::CallerPrefix { digits });
                Some(prefix.unwrap_or(Dimension::Caller))
            }
            FilterField::File => Some(Dimension::File),
            field => Dimension::all().find(|by| by.field() == Some(field)),
        }
    }
}

/// A place on the way down: the filter there, and by what its calls were broken down to go further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillLevel {
    /// All criteria up to there, in the order in which they were added; none for all calls.
    pub filter: Filter,
    /// `None` for the last one, and for a criterion of what calls cannot be broken down by.
    pub by: Option<Dimension>,
}

impl Filter {
    /// With the criteria of a group, which come last: one of a field that was there already is narrowed by that.
    pub fn narrowed(&self, criteria: impl IntoIterator<Item = (FilterField, String)>) -> Filter {
        let mut filter = self.clone();
        for (field, text) in criteria {
            filter.set(field, "");
            filter.set(field, &text);
        }
        filter
    }

    /// The way down to this filter, from all calls on.
    pub fn levels(&self) -> Vec<DrillLevel> {
        let level = |count: usize| DrillLevel {
            filter: Filter { criteria: self.criteria[..count].to_vec() },
            by: self.criteria.get(count).and_then(Dimension::of_criterion),
        };
        (0..=self.criteria.len()).map(level).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn down_and_up() {
        let top = Filter::default();
        assert_eq!(Dimension::Country.next(&top), Dimension::Prefix { digits: 4 });
        let uk = top.narrowed([(FilterField::Country, "GB".to_owned())]);
        let v1 = uk.narrowed([(FilterField::TerminatingGateway, "V1".to_owned())]);
        assert_eq!(Dimension::TerminatingGateway.next(&uk), Dimension::EndReason);
        assert_eq!(Dimension::Prefix { digits: 6 }.next(&v1), Dimension::EndReason, "country and vendor are settled");
        // A narrower country goes to the end of the way.
        let again = v1.narrowed([(FilterField::Country, "44".to_owned())]);
        assert_eq!(again.criteria.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["V1", "44"]);

        let levels = v1.levels();
        assert_eq!(levels.len(), 3);
        assert_eq!(levels[0], DrillLevel { filter: top, by: Some(Dimension::Country) });
        assert_eq!(levels[1], DrillLevel { filter: uk, by: Some(Dimension::TerminatingGateway) });
        assert_eq!(levels[2], DrillLevel { filter: v1, by: None });
    }

    #[test]
    fn a_criterion_tells_its_dimension() {
        let of = |field, text: &str| Dimension::of_criterion(&Criterion { field, text: text.to_owned(), on: true });
        assert_eq!(of(FilterField::Prefix, "442079"), Some(Dimension::Prefix { digits: 6 }));
        assert_eq!(of(FilterField::Prefix, "44, 49"), Some(Dimension::Prefix { digits: 4 }));
        assert_eq!(of(FilterField::Caller, "44%, +44%"), Some(Dimension::CallerPrefix { digits: 2 }));
        assert_eq!(of(FilterField::Caller, "2221"), Some(Dimension::Caller));
        assert_eq!(of(FilterField::EndReason, "sip/503"), Some(Dimension::EndReason));
        assert_eq!(of(FilterField::Fee, "0"), None);
        // Every dimension with a field comes back from the criterion of a group.
        for by in Dimension::all().filter(|by| by.field().is_some()) {
            let (field, text) = by.criterion(Some("1234"), &Default::default()).unwrap();
            assert_eq!(of(field, &text), Some(by), "{by:?}");
        }
    }
}
