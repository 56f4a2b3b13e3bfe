//! How long things took, for whoever looks with the browser's own tools: measures named `cdr-lens:read`,
//! `cdr-lens:question` and `cdr-lens:export`.

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
