//! What a route shows, one a file.

mod calls;
mod end_reasons;
mod entry;
mod files;
mod not_found;
mod reference;

pub(super) use calls::CallsPage;
pub(super) use end_reasons::EndReasonsPage;
pub(super) use entry::EntryPage;
pub(super) use files::FilesPage;
pub(super) use not_found::NotFoundPage;
pub(super) use reference::ReferencePage;
