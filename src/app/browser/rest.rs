//! Whether the page is at rest: nothing is read, asked or drawn. It says so in the attribute `data-at-rest` of the
//! document's root element, `true` or `false`, so that whoever drives the page (a test, a script that takes pictures)
//! can wait for that instead of for some time.

use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::Event;

const ATTRIBUTE: &str = "data-at-rest";

thread_local! {
    static AT_WORK: Cell<u32> = const { Cell::new(0) };
    /// As long as charts move.
    static CHARTS: RefCell<Option<Busy>> = const { RefCell::new(None) };
}

/// As long as there is one of these, the page is not at rest.
#[derive(Debug)]
pub(in crate::app) struct Busy(());

impl Busy {
    /// Something begins.
    pub(in crate::app) fn begin() -> Self {
        AT_WORK.set(AT_WORK.get() + 1);
        say();
        Self(())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        AT_WORK.set(AT_WORK.get() - 1);
        say();
    }
}

fn say() {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // The name is one that an attribute may have.
        let _ = root.set_attribute(ATTRIBUTE, if AT_WORK.get() == 0 { "true" } else { "false" });
    }
}

/// Says it from now on, and listens to the charts, which tell how many of them are being drawn.
pub(in crate::app) fn begin() {
    say();
    let moving = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let count = Reflect::get(&event, &"detail".into()).ok().and_then(|count| count.as_f64()).unwrap_or(0.0);
        let busy = (count > 0.0).then(Busy::begin);
        CHARTS.replace(busy);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("cdr-lens-charts-moving", moving.as_ref().unchecked_ref());
    }
    moving.forget();
}
