//! A file on disk that a person chose to save to, written as it comes: for what is too much to hold twice.
//!
//! Not every browser lets a page ask for one (`showSaveFilePicker`); the others save a download. Neither has bindings
//! in web-sys that are not marked unstable.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException};

/// A file that a person chose.
#[derive(Debug, Clone)]
pub(in crate::app) struct SavePlace(JsValue);

/// What came of asking.
#[derive(Debug, Clone)]
pub(in crate::app) enum Chosen {
    /// This file.
    Place(SavePlace),
    /// None: the person thought better of it.
    Nothing,
    /// The browser does not ask.
    CannotAsk,
}

/// Asks where to save; to be called while a click is handled.
pub(in crate::app) fn ask(name: &str) -> impl Future<Output = Chosen> + use<> {
    let asked = begin(name);
    async move {
        let Some(asked) = asked else { return Chosen::CannotAsk };
        match JsFuture::from(asked).await {
            Ok(handle) => Chosen::Place(SavePlace(handle)),
            Err(error) => match error.dyn_ref::<DomException>() {
                Some(exception) if exception.name() == "AbortError" => Chosen::Nothing,
                _ => Chosen::CannotAsk,
            },
        }
    }
}

fn begin(name: &str) -> Option<Promise> {
    let window = web_sys::window()?;
    let picker: Function = Reflect::get(&window, &"showSaveFilePicker".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
    picker.call1(&window, &options).ok()?.dyn_into().ok()
}

impl SavePlace {
    /// Writes what the browser holds, piece by piece.
    ///
    /// # Errors
    /// What the browser says: the disk is full, or writing was forbidden.
    pub(in crate::app) async fn write(&self, blob: &Blob) -> Result<(), JsValue> {
        let writable = wait(method(&self.0, "createWritable")?.call0(&self.0)?).await?;
        // It also closes the file, and that is when its content is put in place.
        let stream = method(blob, "stream")?.call0(blob)?;
        wait(method(&stream, "pipeTo")?.call1(&stream, &writable)?).await.map(drop)
    }
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

async fn wait(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}
