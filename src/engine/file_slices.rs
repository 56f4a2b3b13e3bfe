//! The bytes of a `File`, slice after slice.

use super::by_page;
use ingest::FileProblem;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, DomException};

/// Small slices cost much more a byte than large ones; larger ones than this keep the progress from being seen.
const SLICE_BYTES: f64 = 8.0 * 1024.0 * 1024.0;

/// What a file is, is told by its beginning, and others wait for that.
const FIRST_SLICE_BYTES: f64 = 1024.0 * 1024.0;

/// Where the slice ends that begins there.
fn end_of(begin: f64, size: f64) -> f64 {
    let bytes = if begin == 0.0 { FIRST_SLICE_BYTES } else { SLICE_BYTES };
    (begin + bytes).min(size)
}

/// Gives every slice from `begin` on to `take`, with the number of bytes up to its end, until it wants no more. The
/// next slice is asked for before this one is taken, so that reading and parsing overlap.
pub(super) async fn read_slices(
    file: &Blob,
    begin: f64,
    mut take: impl FnMut(&[u8], u64) -> bool,
) -> Result<(), FileProblem> {
    let size = file.size();
    let mut buffer = Vec::new();
    let mut begin = begin;
    let mut next = request(file, begin, end_of(begin, size));
    while begin < size {
        let end = end_of(begin, size);
        let bytes = next.await.map_err(unreadable)?.unchecked_into::<Uint8Array>();
        if f64::from(bytes.length()) < end - begin {
            return Err(FileProblem::BecameShorter);
        }
        next = request(file, end, end_of(end, size));
        buffer.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut buffer);
        if !take(&buffer, end as u64) {
            break;
        }
        begin = end;
    }
    Ok(())
}

/// So many bytes from `begin` on, or as many as there are.
pub(crate) async fn read_range(file: &Blob, begin: f64, bytes: f64) -> Result<Uint8Array, FileProblem> {
    let end = (begin + bytes).min(file.size());
    read(file.clone(), begin, end).await.map_err(unreadable)
}

/// The slice that begins at `begin`, read from now on. That nobody comes to wait for it is no unhandled error.
fn request(file: &Blob, begin: f64, end: f64) -> JsFuture {
    let file = file.clone();
    JsFuture::from(future_to_promise(async move { Ok(read(file, begin, end).await?.into()) }))
}

async fn read(file: Blob, begin: f64, end: f64) -> Result<Uint8Array, JsValue> {
    if !by_page::is_needed() {
        let slice = file.slice_with_f64_and_f64(begin, end)?;
        match JsFuture::from(slice.array_buffer()).await {
            Ok(bytes) => return Ok(Uint8Array::new(&bytes)),
            Err(error) if !by_page::may_help(&error) => return Err(error),
            Err(_) => {}
        }
    }
    by_page::read(&file, begin, end).await
}

/// What the browser says of it.
fn unreadable(error: JsValue) -> FileProblem {
    let detail = match error.dyn_ref::<DomException>() {
        Some(exception) => exception.name(),
        None => error.as_string().unwrap_or_else(|| format!("{error:?}")),
    };
    FileProblem::Unreadable { detail }
}
