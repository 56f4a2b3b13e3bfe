//! What a route shows, one a file.

mod end_reasons;
mod files;
mod not_found;

pub(super) use end_reasons::EndReasonsPage;
pub(super) use files::FilesPage;
pub(super) use not_found::NotFoundPage;
