//! What happens to the page, without a browser: a person acts, and the engine is played.

mod any_order;
mod engine;

use super::*;
use crate::app::action::{
    CallAction, DestinationAction, DictionaryAction, FileAction, FilterAction, MappingAction, PageAction, ReportAction,
};
use crate::app::browser::save_place::Chosen;
use crate::app::export_step::ExportStep;
use crate::app::report::ReportSpec;
use crate::engine::EngineEvent;
use engine::Opened;
use query::{FilterField, Query, RowOrder, RowSort, TableSpec};
use session::{ExportEnd, FileState, QuestionEvent};

/// Two calls of an answered and two of a failed vendor, one of them in both files.
const FIRST: &str = "flowno,starttime,holdtime,endreason,calleegatewayid\n\
    1,1772452800000,60,-7,RG_A\n2,1772452801000,0,503,RG_B\n3,1772452802000,0,503,RG_B\n";
const SECOND: &str = "flowno,starttime,holdtime,endreason,calleegatewayid\n\
    3,1772452802000,0,503,RG_B\n4,1772452803000,30,-7,RG_A\n";

fn by_vendor() -> ReportSpec {
    ReportSpec { filter: None, queries: vec![Query::Table(TableSpec::by([query::Dimension::TerminatingGateway]))] }
}

fn read(names: &[(&str, &'static str)]) -> Opened {
    let mut page = Opened::default();
    page.drop(names);
    page.settle();
    page
}

#[test]
fn dropped_files_are_read_and_a_call_in_two_of_them_counts_once() {
    let mut page = Opened::default();
    page.drop(&[("first.csv", FIRST), ("second.csv", SECOND)]);
    assert_eq!(page.path, "/end-reasons", "where reading is seen");
    assert!(page.state.is_at_work());
    page.settle();
    assert!(!page.state.is_at_work());
    assert_eq!(page.state.page.session.row_counts(), [5, 4, 1, 0]);
    assert_eq!(page.state.page.summary.total.calls, 4);
    assert_eq!(page.state.notice, None);
}

#[test]
fn the_same_file_is_read_once_and_that_is_said() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.drop(&[("first.csv", FIRST)]);
    assert!(page.state.notice.is_some() && !page.state.is_at_work());
    assert_eq!(page.state.page.summary.total.calls, 3);
    // The next action is another matter.
    page.act(PageAction::DismissNotice);
    assert_eq!(page.state.notice, None);
}

#[test]
fn a_filter_is_in_the_address_and_its_figures_follow() {
    let mut page = read(&[("first.csv", FIRST), ("second.csv", SECOND)]);
    page.act(FilterAction::By(FilterField::Answered, "yes".to_owned()));
    assert_eq!(page.query, "answered=yes");
    assert!(page.state.page.summary_pending, "until they are there");
    page.settle();
    assert!(!page.state.page.summary_pending);
    assert_eq!((page.state.page.summary.total.calls, page.state.page.unfiltered.total.calls), (2, 4));
    page.act(FilterAction::Use(Filter::default()));
    // Those are there already.
    assert_eq!((page.query.as_str(), page.state.page.summary.total.calls), ("", 4));
    page.go("/calls", "answered=no");
    page.settle();
    assert_eq!(page.state.page.summary.total.calls, 2, "the back button");
}

#[test]
fn a_filter_that_is_not_understood_shows_no_figures() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.act(FilterAction::By(FilterField::Hour, "noon".to_owned()));
    page.settle();
    assert_eq!(page.state.page.filter_problems().len(), 1);
    page.act(PageAction::ExportJson);
    assert!(page.state.notice.is_some() && page.saved.is_empty(), "nor are they exported");
}

#[test]
fn what_a_page_asks_is_asked_once_for_each_filter() {
    let mut page = read(&[("first.csv", FIRST), ("second.csv", SECOND)]);
    page.asked.clear();
    page.act(ReportAction::Request(Slot::Main, 1, by_vendor()));
    page.settle();
    assert_eq!(page.asked, [Slot::Main as usize]);
    let answered = |page: &Opened| page.state.answered.reports[&Slot::Main].clone();
    assert!(answered(&page).answers.is_some() && !answered(&page).pending);
    page.asked.clear();
    page.act(FilterAction::By(FilterField::Answered, "yes".to_owned()));
    let waiting = answered(&page);
    assert!(waiting.answers.is_some() && waiting.pending, "the old answer stands until the new one is there");
    page.settle();
    assert!(!answered(&page).pending);
    // First the figures of the filter, on which what a page asks may depend.
    assert_eq!(page.asked, [engine::SUMS, Slot::Main as usize]);
}

#[test]
fn a_page_that_leaves_takes_nothing_from_the_next() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.act(ReportAction::Request(Slot::Main, 1, by_vendor()));
    page.act(ReportAction::Request(Slot::Main, 2, by_vendor()));
    page.act(ReportAction::Release(Slot::Main, 1));
    page.settle();
    assert!(page.state.answered.reports[&Slot::Main].answers.is_some());
    page.act(ReportAction::Release(Slot::Main, 2));
    assert!(page.state.answered.reports.is_empty());
}

#[test]
fn cancel_leaves_what_was_read_before() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.drop(&[("second.csv", SECOND)]);
    page.act(FileAction::Cancel);
    page.settle();
    assert_eq!(page.state.page.summary.total.calls, 3);
    assert!(page.state.notice.is_some());
    page.act(FileAction::RemoveAll);
    assert_eq!((page.path.as_str(), page.state.page.summary.total.calls), ("/", 0));
    assert!(page.shard.borrow().blocks().is_empty(), "nobody holds them");
}

#[test]
fn a_file_that_cannot_be_read_is_no_report() {
    let page = read(&[("notes.txt", "nothing of any calls\n")]);
    assert_eq!(page.path, "/", "what went wrong stands with the files");
    assert!(matches!(page.state.page.session.files().next().unwrap().state, FileState::Failed(_)));
}

#[test]
fn files_without_a_zone_are_read_again_when_it_is_said() {
    let local = "starttime,holdtime,endreason\n2026-03-02 12:00:00,60,-7\n";
    let mut page = read(&[("first.csv", FIRST), ("local.csv", local)]);
    assert_eq!(page.state.page.session.without_zone(), [1]);
    let first = page.state.page.session.file(1).unwrap().report().unwrap().tally.first_start;
    page.read.clear();
    let dhaka = LocalZone { name: "Asia/Dhaka".to_owned(), offsets: vec![(i64::MIN, 6 * 3600)] };
    page.act(FileAction::AreOfZone(dhaka));
    page.settle();
    assert_eq!(page.read, [1]);
    let moved = page.state.page.session.file(1).unwrap().report().unwrap().tally.first_start;
    assert_ne!(moved, first);
    assert_eq!(page.kept, [Kept::FileZone]);
}

#[test]
fn one_export_goes_on_at_a_time_and_another_ones_end_is_not_its_own() {
    let mut page = read(&[("first.csv", FIRST)]);
    let step = |page: &Opened| page.state.progress.export;
    page.act(CallAction::Export);
    assert_eq!(step(&page), Some(ExportStep::Choosing));
    page.act(CallAction::CancelExport);
    assert!(page.state.notice.is_some() && step(&page).is_none());
    // The person chose a place for what is not wanted any more.
    page.happens(Event::ExportPlace(Chosen::CannotAsk));
    assert_eq!((step(&page), page.exports), (None, 0));

    page.act(CallAction::Export);
    page.happens(Event::ExportPlace(Chosen::CannotAsk));
    assert!(matches!(step(&page), Some(ExportStep::Writing { .. })) && page.exports == 1);
    let end = |export| {
        let end = ExportEnd { export, pieces: Ok(vec![Vec::new()]), written: 2, of: 3 };
        Event::Engine(EngineEvent::Question(QuestionEvent::ExportEnded(end)))
    };
    page.happens(end(7));
    assert!(step(&page).is_some(), "an export from before");
    page.happens(end(page.exports));
    assert!(step(&page).is_none() && page.saved == ["cdr-lens-calls.csv"]);
    assert!(page.state.notice.is_some(), "a row is missing");
}

#[test]
fn a_lost_worker_is_said_and_what_it_held_is_read_again() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.happens(Event::Engine(EngineEvent::Lost { again: vec![0], failed: vec![], detail: "memory".to_owned() }));
    assert!(page.state.is_at_work() && page.state.notice.as_ref().unwrap().contains("memory"));
    page.happens(Event::Engine(EngineEvent::Lost { again: vec![], failed: vec![0], detail: "memory".to_owned() }));
    assert!(!page.state.is_at_work() && page.path == "/");
}

#[test]
fn what_changed_while_it_was_asked_is_asked_again() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.act(FilterAction::By(FilterField::Answered, "yes".to_owned()));
    page.settle();
    page.asked.clear();
    page.happens(Event::Engine(EngineEvent::Question(QuestionEvent::Outdated)));
    page.settle();
    assert_eq!(page.asked, [engine::SUMS]);
}

#[test]
fn calls_are_asked_for_in_an_order_and_read_from_their_files() {
    let mut page = read(&[("first.csv", FIRST), ("second.csv", SECOND)]);
    let order = RowOrder { by: RowSort::Start, descending: true };
    page.act(CallAction::Request(Some(order)));
    page.settle();
    assert_eq!(page.state.calls.found, Some(4));
    page.act(CallAction::Request(Some(order)));
    assert!(page.pending.is_empty(), "they are there");
    page.act(CallAction::Show(0, 3));
    page.settle();
    assert_eq!(page.state.calls.window, (0, 3));
    page.act(CallAction::Request(None));
    assert!(!page.state.calls.wanted);
}

#[test]
fn what_a_person_knows_better_is_kept_and_changes_figures() {
    let mut page = read(&[("first.csv", FIRST)]);
    page.act(DictionaryAction::Import("no dictionary".to_owned()));
    assert!(page.state.notice.is_some() && page.kept.is_empty());
    page.act(MappingAction::Import("[]".to_owned()));
    page.act(DestinationAction::TakeOffPrefixes(vec!["99".to_owned()]));
    page.act(DestinationAction::ImportRates("prefix,destination,rate\n44,Britain,0.01\n".to_owned()));
    assert!(page.kept.contains(&Kept::RoutingPrefixes) && page.kept.contains(&Kept::Rates));
    let notice = page.state.notice.clone().unwrap();
    page.happens(Event::RatesNotKept);
    assert!(page.state.notice.as_ref().unwrap().starts_with(&*notice), "beside what was read");
    page.act(FilterAction::Keep("mine".to_owned()));
    page.act(PageAction::ShowTimesIn(Zone::Utc));
    assert!(page.kept.contains(&Kept::Filters) && page.kept.contains(&Kept::Zone));
}
