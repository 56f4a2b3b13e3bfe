//! What happens in a moment.

use wasm_bindgen::prelude::*;

/// Something that happens later, unless this is dropped before.
pub(in crate::app) struct Later {
    number: i32,
    /// The browser calls it.
    _act: Closure<dyn FnMut()>,
}

impl Later {
    /// In so many milliseconds; with 0 of them, once all that listen to what happens now have heard of it.
    pub(in crate::app) fn after(millis: i32, act: impl FnOnce() + 'static) -> Option<Self> {
        let act = Closure::once(act);
        let window = web_sys::window()?;
        let number =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.as_ref().unchecked_ref(), millis).ok()?;
        Some(Self { number, _act: act })
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.number);
        }
    }
}
