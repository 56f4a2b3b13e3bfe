//! How long things took, for whoever looks with the browser's own tools: measures named `cdr-lens:read`,
//! `cdr-lens:question` and `cdr-lens:export`.
//!
//! How often parts of the page are drawn is marked, too (`cdr-lens:draw:figure`), where a mark `cdr-lens:count-draws`
//! was made before the page starts: marks are kept by the browser for as long as the page is open.

use web_sys::Performance;

fn performance() -> Option<Performance> {
    web_sys::window()?.performance()
}

/// Something begins; `slot_index` tells apart what may go on at the same time.
pub(in crate::app) fn begin(name: &str, slot_index: usize) {
    if let Some(performance) = performance() {
        let _ = performance.mark(&format!("cdr-lens:{name}:{slot_index}"));
    }
}

/// It ends.
pub(in crate::app) fn end(name: &str, slot_index: usize) {
    if let Some(performance) = performance() {
        // It fails where nothing began.
        let _ =
            performance.measure_with_start_mark(&format!("cdr-lens:{name}"), &format!("cdr-lens:{name}:{slot_index}"));
    }
}

thread_local! {
    static COUNTS_DRAWS: bool =
        performance().is_some_and(|of| of.get_entries_by_name("cdr-lens:count-draws").length() > 0);
}

/// A part of the page is drawn.
pub(in crate::app) fn drawn(part: &str) {
    if COUNTS_DRAWS.with(|counts| *counts)
        && let Some(performance) = performance()
    {
        let _ = performance.mark(&format!("cdr-lens:draw:{part}"));
    }
}
