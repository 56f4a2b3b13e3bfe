use super::*;
use crate::{DroppedFileReader, FileIdentity, ReadSettings};
use knowledge::PersonalDictionary;
use query::{Answer, answer};
use std::cell::RefCell;
use std::rc::Rc;
use store::Shard;

/// A session of these files, and the shard that holds their calls.
fn session(files: &[(&str, &str)]) -> (Session, Shard) {
    let shard = Rc::new(RefCell::new(Shard::default()));
    let mut session = Session::new(PersonalDictionary::default());
    for (name, text) in files {
        let identity = FileIdentity { name: (*name).to_owned(), bytes: text.len() as u64, modified: 0 };
        let id = session.add([identity])[0].unwrap();
        let mut reader = DroppedFileReader::new(name, &ReadSettings::default(), &Rc::default()).keeping(&shard, id);
        reader.push(text.as_bytes());
        let part = reader.finish().0.pop().unwrap();
        session.update(id, FileState::Read(Rc::new(part.outcome.unwrap())));
    }
    (session, Rc::try_unwrap(shard).unwrap().into_inner())
}

const LIVE: &str = "starttime,holdtime,endreason,calleegatewayid\n\
    1772452800000,60,-7,V1\n\
    1772452801000,0,503,V1\n\
    1772452802000,0,-7,V2\n\
    1772452803000,0,16,V2\n";
/// Calls of the guide's numbers, enough of them answered to tell.
fn guide() -> String {
    let answered = "1772452800000,9,11,V1\n".repeat(20) + &"1772452801000,9,12,V1\n".repeat(10);
    format!("starttime,holdtime,endreason,calleegatewayid\n{answered}1772452802000,0,16,V3\n")
}

/// Calls and answered calls of a filter.
fn answered(files: &[(&str, &str)], filter: &[(FilterField, &str)]) -> (u64, u64) {
    let (session, shard) = session(files);
    let whole = session.summary();
    let mut wanted = Filter::default();
    filter.iter().for_each(|(field, text)| wanted.set(*field, text));
    let question = session.question(&wanted, &whole, &LocalZone::default(), Query::Sums);
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
    let question = session.question(&Filter::default(), &whole, &LocalZone::default(), Query::Sums);
    let Answer::Sums(sums) = answer(&shard, &question).0 else { panic!() };
    assert_eq!(session.answered(sums, &whole), whole);
}

#[test]
fn end_reasons_are_those_of_each_file() {
    let guide = guide();
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str())];
    // 16 is Q.850 in the one and the guide's in the other.
    assert_eq!(answered(&files, &[(FilterField::Family, "q850")]), (1, 0));
    assert_eq!(answered(&files, &[(FilterField::Family, "guide")]), (31, 30));
    assert_eq!(answered(&files, &[(FilterField::Class, "answered")]), (31, 31));
    assert_eq!(answered(&files, &[(FilterField::Class, "caller-gave-up")]), (1, 0));
    assert_eq!(answered(&files, &[(FilterField::Class, "!answered, !caller-gave-up")]), (3, 0));
    assert_eq!(
        answered(&files, &[(FilterField::Category, "capacity"), (FilterField::TerminatingGateway, "V2")]),
        (0, 0)
    );
    assert_eq!(answered(&files, &[(FilterField::File, "live%")]), (4, 1));
}

#[test]
fn every_row_of_the_table_can_be_asked_for() {
    let guide = guide();
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str())];
    let (session, _) = session(&files);
    for row in session.summary().end_reasons {
        let key = query::quoted(&row.personal_key());
        assert_eq!(answered(&files, &[(FilterField::EndReason, &key)]), (row.sums.calls, row.sums.answered), "{key}");
    }
}

/// A click on a group of end reasons shows its calls: the workers read end reasons as the page does, in each file's own
/// way, with what the person and the calls say.
#[test]
fn every_group_of_end_reasons_can_be_asked_for() {
    use knowledge::{Outcome, PersonalEntry};
    use query::{Dimension, TableSpec};
    let guide = guide();
    // No table knows -36; the calls tell that it is the caller's.
    let placed = "starttime,holdtime,endreason,enddirection\n\
        1772452800000,60,-7,0\n\
        1772452801000,0,-36,0\n\
        1772452802000,0,-99,2\n";
    let files = [("live.csv", LIVE), ("guide.csv", guide.as_str()), ("placed.csv", placed)];
    let (mut session, shard) = session(&files);
    let busy = PersonalEntry { name: None, class: Some(Outcome::UserBusy) };
    session.personal.set("sip/503".to_owned(), busy);
    let (whole, zone) = (session.summary(), LocalZone::default());
    let by = [Dimension::EndReason, Dimension::Class, Dimension::Category, Dimension::Family, Dimension::Side];
    let tables = Query::Many(by.map(|by| Query::Table(TableSpec::by([by]))).to_vec());
    let Answer::Many(tables) = answer(&shard, &session.question(&Filter::default(), &whole, &zone, tables)).0 else {
        panic!()
    };
    let mut keys = Vec::new();
    for (by, table) in by.into_iter().zip(tables) {
        let Answer::Table(table) = table else { panic!() };
        for row in table.rows {
            let mut filter = Filter::default();
            let (field, text) = by.criterion(row.key[0].as_deref(), &zone).unwrap();
            filter.set(field, &text);
            let all = Query::Table(TableSpec::default());
            let Answer::Table(found) = answer(&shard, &session.question(&filter, &whole, &zone, all)).0 else {
                panic!()
            };
            assert_eq!(found.total(), row.measures, "{} {text}", field.key());
            keys.push((by, row.key[0].clone().unwrap_or_default()));
        }
    }
    for expected in [
        (Dimension::EndReason, "guide/16"),
        (Dimension::EndReason, "q850/16"),
        (Dimension::Class, "user-busy"),
        (Dimension::Side, "caller"),
        (Dimension::Side, ""),
    ] {
        assert!(keys.iter().any(|(by, key)| (*by, key.as_str()) == expected), "{expected:?}: {keys:?}");
    }
}

#[test]
fn a_filter_that_is_not_understood_wants_no_calls() {
    let files = [("live.csv", LIVE)];
    let vendor = (FilterField::TerminatingGateway, "V1");
    assert_eq!(answered(&files, &[vendor]), (2, 1));
    assert_eq!(answered(&files, &[vendor, (FilterField::Country, "Bangladeshx")]), (0, 0));
    assert_eq!(answered(&files, &[vendor, (FilterField::Class, "!answerd")]), (0, 0));
}
