//! What counts of files that are gone, or that were to be read once more.

use crate::SeenCalls;
use crate::reading_plan::{Job, PlanEvent, ReadingPlan};

#[test]
fn a_file_that_is_gone_is_nobodys_duplicate_though_reading_it_again_was_cancelled() {
    let serials = || {
        let mut calls = SeenCalls::default();
        (1..=9).for_each(|serial| _ = calls.add(serial, None));
        calls
    };
    let read = |plan: &mut ReadingPlan, id| {
        plan.add(id, 100);
        assert!(matches!(plan.next_job(0), Some(Job::Read { file, .. }) if file == id));
        plan.whole_read(id, 0, serials());
        plan.settle()
    };
    let mut plan = ReadingPlan::new(1);
    assert!(matches!(read(&mut plan, 5)[..], [PlanEvent::Finished { file: 5 }]));
    plan.requeue(&[5]);
    plan.add(5, 100);
    assert_eq!(plan.cancel(|_| true), [5], "what was begun of it");
    // It is still there, with its calls.
    assert!(matches!(read(&mut plan, 6)[..], [PlanEvent::Mark { file: 6, .. }]));
    // All files are removed, and one of them is dropped again.
    let mut gone = plan.cancel(|_| false);
    gone.sort_unstable();
    assert_eq!(gone, [5, 6]);
    assert!(matches!(read(&mut plan, 7)[..], [PlanEvent::Finished { file: 7 }]));
}
