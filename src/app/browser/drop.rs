//! The files in what a person dropped or chose: those in folders too.
//!
//! Browsers have two ways into a dropped folder. Entries are everywhere, but do not open in a page from disk. Handles
//! do, but not every browser has them, and Chromium asks back for folders that it holds sensitive, such as the
//! downloads. So a page from disk takes handles, any other entries.

mod entries;
mod handles;

use super::rest::Busy;
use session::FileIdentity;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransferItem, DragEvent, File, FileList};

/// A file that a person dropped or chose.
#[derive(Debug, Clone)]
pub(in crate::app) struct NamedFile {
    /// Its name with the folders that it came in, its size and when it was changed.
    pub(in crate::app) identity: FileIdentity,
    /// The file itself. Natively there is none.
    file: Option<File>,
}

impl NamedFile {
    /// A file of the browser; `name` is with the folders that it came in.
    pub(in crate::app) fn of(name: String, file: File) -> Self {
        let identity = FileIdentity { name, bytes: file.size() as u64, modified: file.last_modified() as i64 };
        Self { identity, file: Some(file) }
    }

    /// A file of which only this is known: for tests, which have no browser.
    #[cfg(test)]
    pub(in crate::app) fn named(name: &str, bytes: u64) -> Self {
        Self { identity: FileIdentity { name: name.to_owned(), bytes, modified: 0 }, file: None }
    }

    pub(in crate::app) fn file(&self) -> &File {
        self.file.as_ref().expect("a browser's files are there")
    }
}

/// Gives all files of a drop to `take`, in the order of their names within a folder.
pub(in crate::app) fn collect_files(event: &DragEvent, take: impl FnOnce(Vec<NamedFile>) + 'static) {
    let Some(transfer) = event.data_transfer() else { return };
    // What was dropped is only there while the event is handled: it is taken hold of now and read later.
    let list = transfer.items();
    let items: Vec<DataTransferItem> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    let (handles, entries) =
        if is_from_disk() { (handles::of_items(&items), Vec::new()) } else { (Vec::new(), entries::of_items(&items)) };
    let plain = transfer.files().map(of_list).unwrap_or_default();
    let busy = Busy::begin();
    spawn_local(async move {
        let _busy = busy;
        let mut files = handles::files(handles).await;
        files.extend(entries::files(entries).await);
        take(if files.is_empty() { plain } else { files });
    });
}

/// Whether files are dragged, and not something of the page itself.
pub(in crate::app) fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn is_from_disk() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).as_deref() == Some("file:")
}

/// The files of a file dialog.
pub(in crate::app) fn of_list(list: FileList) -> Vec<NamedFile> {
    let files = (0..list.length()).filter_map(|at| list.item(at));
    let named = files.map(|file| {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        NamedFile::of(path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
    });
    named.filter(|file| !is_hidden(&file.identity.name)).collect()
}

/// Systems leave files like `.DS_Store` in folders; nobody means to drop them.
fn is_hidden(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}
