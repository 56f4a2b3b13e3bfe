//! `globalThis.cdrLensCharts`, which `www/charts/main.js` sets once its script has arrived.

use super::save;
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlElement};
use yew::Callback;

/// Whether charts can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum State {
    /// Now.
    Ready,
    /// Once their script has arrived.
    Coming,
    /// Not in this page, which was built without them.
    Never,
}

/// Whether they can be drawn by now.
pub(in crate::app) fn state() -> State {
    if object().is_some() {
        return State::Ready;
    }
    let document = web_sys::window().and_then(|window| window.document());
    let is_coming = document.is_some_and(|document| document.get_element_by_id("charts").is_some());
    if is_coming { State::Coming } else { State::Never }
}

/// Calls back when their script has arrived, if it has not yet; what it gives back takes the wish away.
pub(in crate::app) fn when_ready(then: impl Fn() + 'static) -> impl FnOnce() {
    let heard = Closure::<dyn Fn()>::new(then);
    let window = web_sys::window();
    if let Some(window) = &window {
        // A page that cannot listen has tables.
        let _ = window.add_event_listener_with_callback("cdr-lens-charts", heard.as_ref().unchecked_ref());
    }
    move || {
        if let Some(window) = window {
            let _ = window.remove_event_listener_with_callback("cdr-lens-charts", heard.as_ref().unchecked_ref());
        }
    }
}

fn object() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"cdrLensCharts".into()).ok().filter(JsValue::is_object)
}

/// Calls one of its functions; `None` where it is not there or fails.
fn call(name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let object = object()?;
    let function: Function = Reflect::get(&object, &name.into()).ok()?.dyn_into().ok()?;
    let list = js_sys::Array::new();
    arguments.iter().for_each(|argument| _ = list.push(argument));
    function.apply(&object, &list).ok()
}

/// How high a chart of that width should be, in pixels.
fn height(spec: &JsValue, width: f64) -> f64 {
    call("height", &[spec, &width.into()]).and_then(|height| height.as_f64()).unwrap_or(260.0)
}

/// A chart as the text of an SVG, for paper.
pub(in crate::app) fn svg(spec: &JsValue, width: f64) -> Option<String> {
    let theme = call("theme", &[&"light".into()])?;
    call("svg", &[spec, &theme, &width.into(), &height(spec, width).into()])?.as_string()
}

/// What a chart tells of: two numbers.
type Told = Closure<dyn Fn(f64, f64)>;

/// How a chart is put there.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct How {
    /// The element becomes as high as the chart should be.
    sets_height: bool,
}

/// A chart in an element of the page, until it is dropped.
pub(in crate::app) struct Mounted {
    id: JsValue,
    told: Vec<Told>,
}

impl Mounted {
    /// Draws a chart into an element, which becomes as high as the chart should be.
    pub(in crate::app) fn new(element: &HtmlElement, spec: &JsValue) -> Option<Self> {
        let how = serde_wasm_bindgen::to_value(&How { sets_height: true }).ok()?;
        Some(Self { id: call("mount", &[element, spec, &how])?, told: Vec::new() })
    }

    /// Shows something else in the same place.
    pub(in crate::app) fn update(&mut self, spec: &JsValue) {
        call("update", &[&self.id, spec]);
    }

    /// Says whom to tell of clicks and drags.
    pub(in crate::app) fn listen(
        &mut self,
        pick: Option<Callback<(usize, usize)>>,
        drag: Option<Callback<(usize, usize)>>,
    ) {
        self.told.clear();
        for (name, callback) in [("onPick", pick), ("onDrag", drag)] {
            let Some(callback) = callback else { continue };
            let told = Told::new(move |one: f64, other: f64| callback.emit((one as usize, other as usize)));
            call(name, &[&self.id, told.as_ref()]);
            self.told.push(told);
        }
    }

    /// Gives the person the chart as a picture.
    pub(in crate::app) fn save_png(&self, name: String) {
        let Some(promise) = call("png", &[&self.id]).and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
            return;
        };
        spawn_local(async move {
            if let Ok(picture) = JsFuture::from(promise).await {
                // Nothing is lost if the browser does not save it.
                let _ = save::blob(&name, picture.unchecked_ref::<Blob>());
            }
        });
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        call("dispose", &[&self.id]);
    }
}
