use super::*;
use crate::read_whole;
use ingest::FileProblem;

fn identity(name: &str) -> FileIdentity {
    FileIdentity { name: name.to_owned(), bytes: 100, modified: 0 }
}

fn report(text: &str) -> Rc<FileReport> {
    Rc::new(read_whole("a.csv", text.as_bytes()).unwrap())
}

/// It is read, and nothing more is to be found out of it.
fn read(session: &mut Session, id: u32) {
    session.update(id, FileState::Read(report(FILE)));
    session.finish(id);
}

const FILE: &str = "starttime,holdtime,endreason\n1772452800000,60,-7\n1772452801000,0,503\nx,0,503\n";

/// The page is at rest, and asks its questions, once nothing is read any more: a figure that still changes then is a
/// wrong one.
#[test]
fn a_file_is_being_read_until_its_duplicates_are_known() {
    let mut session = Session::default();
    session.add([identity("a.csv"), identity("b.csv")]);
    read(&mut session, 0);
    session.update(1, FileState::Read(report(FILE)));
    assert!(session.is_reading(), "its duplicates are not known");
    // What it may be a duplicate of is read otherwise: so is it.
    assert_eq!(session.clone().read_again(&[0]), [0, 1]);
    session.finish(1);
    assert!(!session.is_reading());
    // It comes from a worker that is lost.
    session.lost(&[0]);
    session.update(0, FileState::Read(report(FILE)));
    assert!(session.is_reading());
}

#[test]
fn a_file_goes_from_waiting_to_read_and_counts() {
    let mut session = Session::default();
    let ids = session.add([identity("a.csv"), identity("b.csv")]);
    assert_eq!(ids, [Some(0), Some(1)]);
    assert!(session.is_reading() && !session.has_report());
    session.update(0, FileState::Reading { bytes: 40, report: report(FILE) });
    assert_eq!(session.progress(), (40, 200));
    read(&mut session, 0);
    session.update(1, FileState::Failed(FileProblem::Empty));
    assert!(!session.is_reading());
    assert_eq!(session.row_counts(), [3, 2, 0, 1]);
    let json: serde_json::Value = serde_json::from_str(&session.summary_json(&session.summary()).text()).unwrap();
    assert_eq!(json["files"], 1);
    assert_eq!(json["rows"], 3);
    assert_eq!(json["asr_percent"], 50.0);
    assert_eq!(json["acd_seconds"], 60.0);
    assert_eq!(json["first_start"], "2026-03-02T12:00:00Z");
    assert_eq!(json["end_reasons"][0]["code"], -7);
    assert_eq!(json["end_reasons"][1]["family"], "sip");
    assert_eq!(json["end_reasons"][1]["category"], "Capacity");
    assert_eq!(json["file_list"][1]["name"], "b.csv");
    assert!(json["file_list"][1]["problem"].is_string());
}

#[test]
fn the_same_file_is_read_once_and_a_failed_one_again() {
    let mut session = Session::default();
    session.add([identity("a.csv"), identity("b.csv")]);
    session.update(0, FileState::Read(report(FILE)));
    session.update(1, FileState::Failed(FileProblem::Empty));
    assert_eq!(session.add([identity("a.csv"), identity("b.csv")]), [None, Some(2)]);
    assert_eq!(session.files().count(), 2);
}

#[test]
fn files_in_a_dropped_one_are_files_of_their_own() {
    let mut session = Session::default();
    session.add([identity("a.zip"), identity("b.csv")]);
    let entry = session.entry(0, "cdr/1.txt").unwrap();
    assert_eq!(session.entry(0, "cdr/1.txt"), Some(entry));
    session.update(entry, FileState::Read(report(FILE)));
    session.finish(0);
    session.update(1, FileState::Failed(FileProblem::Empty));
    let names: Vec<_> = session.files().map(|file| file.identity.name.as_str()).collect();
    assert_eq!(names, ["a.zip", "a.zip/cdr/1.txt", "b.csv"]);
    assert!(!session.is_reading() && session.file(0).unwrap().state == FileState::Unpacked);
    assert_eq!(session.row_counts(), [3, 2, 0, 1]);
    session.choose(entry, |choice| choice.encoding = Some(ingest::Encoding::Gb18030));
    assert_eq!(session.choice(entry), session.all_dropped()[0].choices["cdr/1.txt"]);
    assert_eq!(session.read_again(&[entry]), [0]);
    assert_eq!(session.files().count(), 2);
    let json: serde_json::Value = serde_json::from_str(&session.summary_json(&session.summary()).text()).unwrap();
    assert_eq!(json["file_list"].as_array().unwrap().len(), 2);
}

#[test]
fn a_copy_without_serial_numbers_is_counted_once() {
    let mut session = Session::default();
    session.add([identity("a.csv"), identity("copy of a.csv")]);
    session.update(0, FileState::Read(report(FILE)));
    session.update(1, FileState::Read(report(FILE)));
    assert_eq!(session.row_counts(), [6, 2, 2, 2]);
    assert_eq!(session.file(1).unwrap().report().unwrap().same_as.as_deref(), Some("a.csv"));
    // Its duplicates may be none any more when the other one is read otherwise.
    assert_eq!(session.read_again(&[0]), [0, 1]);
}

#[test]
fn cancel_brings_back_what_was_read_once_more() {
    let mut session = Session::default();
    session.add([identity("a.zip"), identity("b.csv")]);
    let entry = session.entry(0, "1.csv").unwrap();
    session.update(entry, FileState::Read(report(FILE)));
    session.finish(0);
    session.update(1, FileState::Failed(FileProblem::Empty));
    let before = session.all_dropped().to_vec();
    assert_eq!(session.read_again(&[entry]), [0]);
    session.update(0, FileState::Reading { bytes: 1, report: Rc::default() });
    let again = session.entry(0, "1.csv").unwrap();
    session.update(again, FileState::Reading { bytes: 0, report: report(FILE) });
    assert_eq!(session.progress(), (1, 100));
    session.cancel();
    assert_eq!(session.all_dropped(), before);
}

#[test]
fn what_failed_is_not_read_any_more_and_nothing_in_it_counts() {
    let mut session = Session::default();
    session.add([identity("a.zip")]);
    let entry = session.entry(0, "1.csv").unwrap();
    session.update(entry, FileState::Read(report(FILE)));
    session.update(0, FileState::Failed(FileProblem::Encrypted));
    session.update(0, FileState::Reading { bytes: 9, report: Rc::default() });
    assert_eq!(session.row_counts(), [0; 4]);
    assert!(!session.is_reading());
}

#[test]
fn cancel_takes_back_the_drop_and_nothing_before_it() {
    let mut session = Session::default();
    session.add([identity("a.csv")]);
    read(&mut session, 0);
    session.add([identity("b.csv"), identity("c.csv")]);
    session.update(1, FileState::Read(report(FILE)));
    session.cancel();
    assert_eq!(session.row_counts(), [3, 2, 0, 1]);
    // What the worker still had to say of a file that is gone changes nothing.
    session.update(2, FileState::Read(report(FILE)));
    assert_eq!(session.files().count(), 1);
    session.cancel();
    assert_eq!(session.files().count(), 1);
}

#[test]
fn of_two_copies_the_later_one_is_the_copy_whichever_was_read_first() {
    for order in [[0, 1], [1, 0]] {
        let mut session = Session::default();
        session.add([identity("a.csv"), identity("b.csv")]);
        for id in order {
            session.update(id, FileState::Read(report(FILE)));
        }
        let same_as = |id| session.file(id).unwrap().report().unwrap().same_as.clone();
        assert_eq!((same_as(0), same_as(1)), (None, Some("a.csv".to_owned())));
        assert_eq!(session.row_counts(), [6, 2, 2, 2]);
    }
}
