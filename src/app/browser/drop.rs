//! The files in what a person dropped or chose: those in folders too.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DragEvent, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

/// A file, and its name with the folders that it came in.
pub(in crate::app) type NamedFile = (String, File);

/// Gives all files of a drop to `take`, in the order of their names within a folder.
pub(in crate::app) fn collect_files(event: &DragEvent, take: impl FnOnce(Vec<NamedFile>) + 'static) {
    let Some(transfer) = event.data_transfer() else { return };
    // What was dropped is only there while the event is handled: entries are taken now and read later.
    let items = transfer.items();
    let entries: Vec<FileSystemEntry> =
        (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok()?).collect();
    let plain = transfer.files().map(of_list).unwrap_or_default();
    spawn_local(async move {
        let mut files = Vec::new();
        for entry in entries {
            files.extend(of_entry(entry).await);
        }
        take(if files.is_empty() { plain } else { files });
    });
}

/// The files of a file dialog.
pub(in crate::app) fn of_list(list: FileList) -> Vec<NamedFile> {
    let files = (0..list.length()).filter_map(|at| list.item(at));
    let named = files.map(|file| {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
    });
    named.filter(|(name, _)| !is_hidden(name)).collect()
}

/// Systems leave files like `.DS_Store` in folders; nobody means to drop them.
fn is_hidden(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

/// The files below an entry; folders are walked through one after another. What cannot be opened is left out here, and
/// a file that cannot be read says so when it is read.
async fn of_entry(entry: FileSystemEntry) -> Vec<NamedFile> {
    let mut waiting = vec![entry];
    let mut files = Vec::new();
    while let Some(entry) = waiting.pop() {
        if entry.is_directory() {
            let mut inside = entries_of(entry.unchecked_ref()).await;
            // The last one waits least.
            inside.sort_by_key(|entry| std::cmp::Reverse(entry.name()));
            waiting.extend(inside);
        } else if !is_hidden(&entry.name())
            && let Some(file) = file_of(entry.unchecked_ref()).await
        {
            files.push((entry.full_path().trim_start_matches('/').to_owned(), file));
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
