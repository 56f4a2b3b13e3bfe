//! The page on paper.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, Window};
use yew::Callback;

/// What is folded in on the screen and belongs on paper all the same.
const UNFOLDED: &str = "unfolded-on-paper";

/// Says which of these were folded in before.
const WAS_FOLDED: &str = "data-was-folded";

const BEFORE: &str = "beforeprint";

/// Asks the browser to print the page.
pub(in crate::app) fn print() {
    let Some(window) = web_sys::window() else { return };
    // What paper has and the screen has not is drawn once this handler has returned, and the browser's own event comes
    // too late for it: the page hears of it now, and is printed after that.
    if let Ok(event) = Event::new(BEFORE) {
        let _ = window.dispatch_event(&event);
    }
    let print = Closure::once_into_js(|| {
        if let Some(window) = web_sys::window() {
            // Where printing is forbidden, nothing happens.
            let _ = window.print();
        }
    });
    let _ = window.set_timeout_with_callback(print.unchecked_ref());
}

/// Tells that the page is about to be printed, and that it was; what it gives back takes the wish away.
pub(in crate::app) fn listen(told: Callback<bool>) -> impl FnOnce() {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let printing = match event.type_().as_str() {
            BEFORE => true,
            "afterprint" => false,
            // The browser looks at the page as paper, which comes without the other two.
            _ => matches(&event),
        };
        unfold(printing);
        told.emit(printing);
    });
    let listening = targets();
    for (target, name) in &listening {
        let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    }
    move || {
        for (target, name) in &listening {
            let _ = target.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
}

/// Who tells of printing, and by which events.
fn targets() -> Vec<(EventTarget, &'static str)> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let paper = paper(&window).map(|paper| (paper, "change"));
    let window = EventTarget::from(window);
    [(window.clone(), BEFORE), (window, "afterprint")].into_iter().chain(paper).collect()
}

/// The media query that the page is on paper.
fn paper(window: &Window) -> Option<EventTarget> {
    let match_media: Function = Reflect::get(window, &"matchMedia".into()).ok()?.dyn_into().ok()?;
    match_media.call1(window, &"print".into()).ok()?.dyn_into().ok()
}

fn matches(event: &Event) -> bool {
    Reflect::get(event, &"matches".into()).ok().and_then(|matches| matches.as_bool()).unwrap_or(false)
}

/// Unfolds what belongs on paper, or folds it in again.
fn unfold(printing: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let folds = document.get_elements_by_class_name(UNFOLDED);
    for fold in (0..folds.length()).filter_map(|at| folds.item(at)) {
        // Attributes of these names can be set on any element.
        if printing && !fold.has_attribute("open") {
            let _ = fold.set_attribute("open", "");
            let _ = fold.set_attribute(WAS_FOLDED, "");
        } else if !printing && fold.has_attribute(WAS_FOLDED) {
            let _ = fold.remove_attribute("open");
            let _ = fold.remove_attribute(WAS_FOLDED);
        }
    }
}
