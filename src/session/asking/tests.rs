use super::*;
use crate::knowledge::PersonalDictionary;
use crate::query::{Answer, answer};
use crate::session::{FileIdentity, FileReading, ReadSettings};
use crate::store::Shard;
use crate::words::Language;
use std::cell::RefCell;
use std::rc::Rc;

/// A session of these files, and the shard that holds their calls.
fn session(files: &[(&str, &str)]) -> (Session, Shard) {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let mut session = Session::new(PersonalDictionary::default());
    for (name, text) in files {
        let identity = FileIdentity { name: (*name).to_owned(), bytes: text.len() as u64, modified: 0 };
        let id = session.add([identity])[0].unwrap();
        let mut reading =
            FileReading::new(name, Language::English, &ReadSettings::default(), &Rc::default()).keeping(&shard, id);
        reading.push(text.as_bytes());
        let part = reading.finish().0.pop().unwrap();
        session.update(id, FileState::Read(Rc::new(part.outcome.unwrap())));
    }
    (session, Rc::try_unwrap(shard).unwrap().into_inner())
}

const LIVE: &str = "starttime,holdtime,endreason,calleegatewayid\n1772452800000,60,-7,V1\n1772452801000,0,503,V1\n1772452802000,0,-7,V2\n1772452803000,0,16,V2\n";
/// Calls of the guide's numbers, enough of them answered to tell.
fn guide() -> String {
    let answered = "1772452800000,9,11,V1\n".repeat(20) + &"1772452801000,9,12,V1\n".repeat(10);
    format!("starttime,holdtime,endreason,calleegatewayid\n{answered}1772452802000,0,16,V3\n")
}

/// Calls and answered calls of a filter.
fn asked(files: &[(&str, &str)], filter: &[(FilterField, &str)]) -> (u64, u64) {
    let (session, shard) = session(files);
    let whole = session.summary();
    let mut wanted = Filter::default();
    filter.iter().for_each(|(field, text)| wanted.set(*field, text));
    let question = session.question(&wanted, &whole, &LocalZone::default(), Asked::Sums);
    let Answer::Sums(sums) = answer(&shard, &question).0 else { panic!() };
    let summary = session.answered(sums, &whole);
    (summary.total.calls, summary.total.answered)
}

#[test]
fn an_empty_filter_wants_all_calls() {
    let guide = guide();
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str())];
    let (session, shard) = session(&files);
    let whole = session.summary();
    let question = session.question(&Filter::default(), &whole, &LocalZone::default(), Asked::Sums);
    let Answer::Sums(sums) = answer(&shard, &question).0 else { panic!() };
    assert_eq!(session.answered(sums, &whole), whole);
}

#[test]
fn end_reasons_are_those_of_each_file() {
    let guide = guide();
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str())];
    // 16 is Q.850 in the one and the guide's in the other.
    assert_eq!(asked(&files, &[(FilterField::Family, "q850")]), (1, 0));
    assert_eq!(asked(&files, &[(FilterField::Family, "guide")]), (31, 30));
    assert_eq!(asked(&files, &[(FilterField::Class, "answered")]), (31, 31));
    assert_eq!(asked(&files, &[(FilterField::Class, "caller-gave-up")]), (1, 0));
    assert_eq!(asked(&files, &[(FilterField::Class, "!answered, !caller-gave-up")]), (3, 0));
    assert_eq!(asked(&files, &[(FilterField::Category, "capacity"), (FilterField::TerminatingGateway, "V2")]), (0, 0));
    assert_eq!(asked(&files, &[(FilterField::File, "live%")]), (4, 1));
}

#[test]
fn every_row_of_the_table_can_be_asked_for() {
    let guide = guide();
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str())];
    let (session, _) = session(&files);
    for row in session.summary().end_reasons {
        let key = crate::query::quoted(&row.personal_key());
        assert_eq!(asked(&files, &[(FilterField::EndReason, &key)]), (row.sums.calls, row.sums.answered), "{key}");
    }
}
