//! Dropped files and folders as entries: `webkitGetAsEntry`.

use super::{NamedFile, is_hidden};
use js_sys::{Array, Function, Promise};
use sorting::Sort;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransferItem, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// To be called while the drop is handled.
pub(super) fn of_items(items: &[DataTransferItem]) -> Vec<FileSystemEntry> {
    items.iter().filter_map(|item| item.webkit_get_as_entry().ok()?).collect()
}

/// The files in them and below them; folders are walked through one after another. What cannot be opened is left out
/// here, and a file that cannot be read says so when it is read.
pub(super) async fn files(entries: Vec<FileSystemEntry>) -> Vec<NamedFile> {
    let mut waiting: Vec<_> = entries.into_iter().rev().collect();
    let mut files = Vec::new();
    while let Some(entry) = waiting.pop() {
        if entry.is_directory() {
            let mut inside = entries_of(entry.unchecked_ref()).await;
            // The last one waits least.
            inside.order_by_key(|entry| std::cmp::Reverse(entry.name()));
            waiting.extend(inside);
        } else if !is_hidden(&entry.name())
            && let Some(file) = file_of(entry.unchecked_ref()).await
        {
            files.push(NamedFile::of(entry.full_path().trim_start_matches('/').to_owned(), file));
        }
    }
    files
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = promise(|resolve, reject| {
        entry.file_with_callback_and_callback(resolve, reject);
        Ok(())
    })
    .await?;
    file.dyn_into().ok()
}

/// A folder gives its entries in portions; an empty one is the last.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut entries = Vec::new();
    while let Some(portion) =
        promise(|resolve, reject| reader.read_entries_with_callback_and_callback(resolve, reject)).await
    {
        let portion = Array::from(&portion);
        if portion.length() == 0 {
            break;
        }
        entries.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
    entries
}

/// What an interface of two callbacks gives, if it does not fail.
async fn promise(call: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = call(&resolve, &reject) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await.ok()
}
