//! Dropped files and folders as handles: `getAsFileSystemHandle`.

use super::{NamedFile, is_hidden};
use js_sys::{IteratorNext, Promise, Reflect};
use sorting::Sort;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransferItem, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemHandle, FileSystemHandleKind,
};

#[wasm_bindgen]
extern "C" {
    /// An item as browsers have it that know handles.
    #[wasm_bindgen(extends = DataTransferItem)]
    type ItemWithHandle;

    #[wasm_bindgen(method, js_name = getAsFileSystemHandle)]
    fn handle(this: &ItemWithHandle) -> Promise;
}

/// To be called while the drop is handled.
pub(super) fn of_items(items: &[DataTransferItem]) -> Vec<JsFuture> {
    let known = |item: &&DataTransferItem| Reflect::has(item, &"getAsFileSystemHandle".into()).unwrap_or(false);
    let files = items.iter().filter(|item| item.kind() == "file").filter(known);
    files.map(|item| JsFuture::from(item.unchecked_ref::<ItemWithHandle>().handle())).collect()
}

/// The files in them and below them; folders are walked through one after another. What cannot be opened is left out
/// here, and a file that cannot be read says so when it is read.
pub(super) async fn files(handles: Vec<JsFuture>) -> Vec<NamedFile> {
    let mut waiting = Vec::new();
    for handle in handles {
        if let Some(handle) = handle.await.ok().and_then(|handle| handle.dyn_into::<FileSystemHandle>().ok()) {
            waiting.push((String::new(), handle));
        }
    }
    waiting.reverse();
    let mut files = Vec::new();
    while let Some((folder, handle)) = waiting.pop() {
        let path = format!("{folder}{}", handle.name());
        if handle.kind() == FileSystemHandleKind::Directory {
            let mut inside = inside(handle.unchecked_ref()).await;
            // The last one waits least.
            inside.order_by_key(|handle| std::cmp::Reverse(handle.name()));
            waiting.extend(inside.into_iter().map(|handle| (format!("{path}/"), handle)));
        } else if !is_hidden(&path)
            && let Ok(file) = JsFuture::from(handle.unchecked_ref::<FileSystemFileHandle>().get_file()).await
        {
            files.push(NamedFile::of(path, file.unchecked_into()));
        }
    }
    files
}

async fn inside(folder: &FileSystemDirectoryHandle) -> Vec<FileSystemHandle> {
    let mut inside = Vec::new();
    let all = folder.values();
    while let Ok(next) = all.next() {
        match JsFuture::from(next).await.map(JsCast::unchecked_into::<IteratorNext>) {
            Ok(next) if !next.done() => inside.push(next.value().unchecked_into()),
            _ => break,
        }
    }
    inside
}
