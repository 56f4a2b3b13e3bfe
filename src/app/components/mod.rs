//! The parts that pages are made of, one a file.

mod definition;
mod dialect_choice;
mod drop_zone;
mod end_reason_detail;
mod end_reason_table;
mod figures;
mod file_card;
mod header;
mod impact_mark;
mod notice_bar;
mod reading_progress;
mod set_aside_table;
mod zone_choice;

pub(super) use definition::Defined;
pub(super) use dialect_choice::DialectChooser;
pub(super) use drop_zone::DropZone;
pub(super) use end_reason_detail::EndReasonDetail;
pub(super) use end_reason_table::EndReasonTable;
pub(super) use figures::Figures;
pub(super) use file_card::FileCard;
pub(super) use header::Header;
pub(super) use impact_mark::ImpactMark;
pub(super) use notice_bar::NoticeBar;
pub(super) use reading_progress::ReadingProgress;
pub(super) use set_aside_table::SetAsideTable;
pub(super) use zone_choice::ZoneChooser;
