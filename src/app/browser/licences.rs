//! The licences of what is in the page: a part of the single file, and a file beside the page that is served.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The element of the single file that has them.
const ELEMENT: &str = "licences";

/// The file beside the page.
const FILE: &str = "licences.txt";

/// Their text.
///
/// # Errors
/// Where the page has no such part, and the browser cannot read the file.
pub(in crate::app) async fn read() -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let element = window.document().and_then(|document| document.get_element_by_id(ELEMENT));
    if let Some(text) = element.and_then(|element| element.text_content()) {
        return Ok(text);
    }
    let response: Response = JsFuture::from(window.fetch_with_str(FILE)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}
