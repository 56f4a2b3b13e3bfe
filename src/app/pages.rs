//! What a route shows, one a file.

mod alarms;
mod billing;
mod breakdown;
mod calls;
mod capacity;
mod compare;
mod destinations;
mod end_reasons;
mod entry;
mod files;
mod findings;
mod not_found;
mod overview;
mod quality;
mod reference;
mod security;
mod time;

pub(super) use alarms::AlarmsPage;
pub(super) use billing::BillingPage;
pub(super) use breakdown::BreakdownPage;
pub(super) use calls::CallsPage;
pub(super) use capacity::CapacityPage;
pub(super) use compare::ComparePage;
pub(super) use destinations::DestinationsPage;
pub(super) use end_reasons::EndReasonsPage;
pub(super) use entry::EntryPage;
pub(super) use files::FilesPage;
pub(super) use findings::FindingsPage;
pub(super) use not_found::NotFoundPage;
pub(super) use overview::OverviewPage;
pub(super) use quality::QualityPage;
pub(super) use reference::ReferencePage;
pub(super) use security::SecurityPage;
pub(super) use time::TimePage;
