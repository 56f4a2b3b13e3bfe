//! What a group of calls is called on the page.

use crate::app::context::Page;
use calls::EpochMillis;
use knowledge::{Category, Family, Outcome, Side};
use query::{Dimension, quoted};
use serde::de::DeserializeOwned;
use words::{FigureWord, ReportWord, Word};

/// The name of a group, by the key that tables have for it.
pub(in crate::app) fn group_name(page: &Page, by: Dimension, key: Option<&str>) -> String {
    let Some(key) = key else {
        return page
            .word(match by {
                Dimension::Country => ReportWord::NoCountry,
                Dimension::Destination => ReportWord::NotInList,
                _ => ReportWord::NotSaid,
            })
            .to_owned();
    };
    let language = page.language;
    match by {
        _ if key.is_empty() => page.word(ReportWord::Unnamed).to_owned(),
        Dimension::Country => language.region(key).to_owned(),
        Dimension::Area => language.area(key).to_owned(),
        Dimension::Weekday => language.weekday(key).to_owned(),
        Dimension::HourOfDay => format!("{key:0>2}:00"),
        Dimension::Step { .. } => {
            key.parse().map_or_else(|_| key.to_owned(), |at| language.moment(EpochMillis(at), &page.zone.local()))
        }
        Dimension::Class => read::<Outcome>(key).map_or(key, |class| language.outcome(class)).to_owned(),
        Dimension::Category => read::<Category>(key).map_or(key, |category| language.category(category)).to_owned(),
        Dimension::Family => read::<Family>(key).map_or(key, |family| language.family(family)).to_owned(),
        Dimension::Side => read::<Side>(key).map_or(key, |side| language.side(side)).to_owned(),
        Dimension::Answered => page
            .word(if key == "yes" { Word::Figure(FigureWord::Answered) } else { Word::Report(ReportWord::NotAnswered) })
            .to_owned(),
        Dimension::HangUpSide => page
            .word(match key {
                "caller" => ReportWord::ByCaller,
                "callee" => ReportWord::ByCallee,
                _ => ReportWord::ByServer,
            })
            .to_owned(),
        Dimension::EndReason => {
            let row = page.unfiltered.end_reasons.iter().find(|row| row.personal_key() == key);
            row.map_or_else(|| key.to_owned(), |row| language.end_reason_name(row))
        }
        Dimension::TalkBucket | Dimension::DelayBucket => language.length_step(key),
        Dimension::File => {
            let file = key.parse().ok().and_then(|id| page.session.file(id));
            file.map_or_else(|| key.to_owned(), |file| file.identity.name.clone())
        }
        _ => key.to_owned(),
    }
}

/// What the filter is to say for only the calls of a group: also of a file, which tables know by its number
/// and filters by its name, and of a destination of the person's own list.
pub(in crate::app) fn group_criterion(
    page: &Page,
    by: Dimension,
    key: Option<&str>,
) -> Option<(query::FilterField, String)> {
    match by {
        Dimension::File => Some((query::FilterField::File, quoted(&group_name(page, by, Some(key?))))),
        Dimension::Destination => Some((query::FilterField::Prefix, page.session.rates.criterion(key?)?)),
        _ => by.criterion(key, &page.zone.local()),
    }
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(key.to_owned())).ok()
}
