//! Whatever a person does in whatever order, and however late the engine answers.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Files with calls of these serial numbers: some of them in more than one. Every third call is answered.
const FILES: [(&str, std::ops::Range<u32>); 3] = [("a.csv", 0..40), ("b.csv", 30..60), ("c.csv", 35..90)];

fn serials(name: &str) -> std::ops::Range<u32> {
    FILES.iter().find(|file| file.0 == name).map(|file| file.1.clone()).unwrap_or_default()
}

fn text(serials: std::ops::Range<u32>) -> &'static str {
    let row = |serial| format!("{serial},17724528{serial:02}000,{},-7,RG_{}\n", u32::from(serial % 3 == 0), serial % 4);
    let rows: String = serials.map(row).collect();
    // Tests are short.
    Box::leak(format!("flowno,starttime,holdtime,endreason,calleegatewayid\n{rows}").into_boxed_str())
}

#[derive(Debug, Clone)]
enum Act {
    Drop(usize),
    RemoveAll,
    Cancel,
    ReadAgain(u32),
    Filter(bool),
    Request(Slot),
    Release(Slot),
    Calls(bool),
    Outdated,
    Steps(usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let slot = || prop_oneof![Just(Slot::Main), Just(Slot::Beside)];
    let act = prop_oneof![
        4 => (0..FILES.len()).prop_map(Act::Drop),
        1 => Just(Act::RemoveAll),
        1 => Just(Act::Cancel),
        2 => (0..4_u32).prop_map(Act::ReadAgain),
        3 => any::<bool>().prop_map(Act::Filter),
        3 => slot().prop_map(Act::Request),
        1 => slot().prop_map(Act::Release),
        1 => any::<bool>().prop_map(Act::Calls),
        1 => Just(Act::Outdated),
        9 => (1..9_usize).prop_map(Act::Steps),
    ];
    proptest::collection::vec(act, 1..40)
}

fn play(page: &mut Opened, act: Act) {
    match act {
        Act::Drop(file) => page.drop(&[(FILES[file].0, text(FILES[file].1.clone()))]),
        Act::RemoveAll => page.act(FileAction::RemoveAll),
        // There is a button for it only then.
        Act::Cancel if page.state.page.session.is_reading() => page.act(FileAction::Cancel),
        Act::Cancel => {}
        Act::ReadAgain(id) => page.act(FileAction::ReadInEncoding(id, Some(ingest::Encoding::Gb18030))),
        Act::Filter(true) => page.act(FilterAction::By(FilterField::Answered, "yes".to_owned())),
        Act::Filter(false) => page.act(FilterAction::Use(Filter::default())),
        Act::Request(slot) => page.act(ReportAction::Request(slot, slot as u32, by_vendor())),
        Act::Release(slot) => page.act(ReportAction::Release(slot, slot as u32)),
        Act::Calls(wanted) => {
            let order = RowOrder { by: RowSort::Start, descending: false };
            page.act(CallAction::Request(wanted.then_some(order)));
        }
        Act::Outdated => page.happens(Event::Engine(EngineEvent::Question(QuestionEvent::Outdated))),
        Act::Steps(steps) => _ = (0..steps).all(|_| page.step()),
    }
}

proptest! {
    #[test]
    fn the_page_comes_to_rest_with_the_figures_of_its_files(acts in acts()) {
        let mut page = Opened::default();
        for act in acts {
            play(&mut page, act);
        }
        page.settle();
        let Page { session, summary, filter, summary_pending, .. } = &page.state.page;
        prop_assert!(!page.state.is_at_work() && !summary_pending);
        prop_assert_eq!(filter.is_active(), page.query == "answered=yes");
        let files: Vec<_> = session.files().collect();
        let of_file = |file: &&session::SessionFile| serials(&file.identity.name);
        let calls: BTreeSet<u32> = files.iter().flat_map(of_file).collect();
        // What was cancelled while it was read once more nobody holds: no filter finds it, and the page says so.
        let is_held = files.iter().all(|file| file.report().is_some_and(|report| report.not_kept == 0));
        if is_held || !filter.is_active() {
            let wanted = calls.iter().filter(|serial| !filter.is_active() || *serial % 3 == 0).count() as u64;
            prop_assert_eq!(summary.total.calls, wanted);
        }
        let has_report = session.has_report();
        for (slot, report) in page.state.answered.reports.iter() {
            prop_assert!(!has_report || !report.pending, "{slot:?} waits for ever");
        }
        prop_assert!(!has_report || !page.state.calls.wanted || page.state.calls.found.is_some());
    }
}
