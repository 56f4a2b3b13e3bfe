//! The page.
//!
//! `state` is what the page knows and what happens to it; `root` tells it and does what it says; everything else is
//! drawn from it. `components/` are parts,
//! `pages/` are what a route shows, `browser/` is what Yew has no name for: dropped folders, saving a file, time zones.

mod action;
mod browser;
mod calls;
mod charts;
mod components;
mod context;
mod export_step;
mod handle;
mod pages;
mod report;
mod root;
mod route;
mod state;
mod time_step;
mod use_lasting_report;
mod use_report;

/// Puts the page on screen. Called once, by `main`.
pub fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id("app")) {
        // What stands there until the program has arrived.
        element.set_inner_html("");
        browser::rest::begin();
        yew::Renderer::<root::Root>::with_root(element).render();
    }
}
