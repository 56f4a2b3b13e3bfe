//! The parts that pages are made of, one a file.

mod definition;
mod dialect_choice;
mod dictionary_tools;
mod drop_zone;
mod end_reason_detail;
mod end_reason_table;
mod figures;
mod file_card;
mod header;
mod impact_mark;
mod learn_names;
mod notice_bar;
mod personal_form;
mod reading_progress;
mod reason_notes;
mod set_aside_table;
mod trend_line;
mod zone_choice;

pub(super) use definition::Defined;
pub(super) use dialect_choice::DialectChooser;
pub(super) use dictionary_tools::DictionaryTools;
pub(super) use drop_zone::DropZone;
pub(super) use end_reason_detail::EndReasonDetail;
pub(super) use end_reason_table::EndReasonTable;
pub(super) use figures::Figures;
pub(super) use file_card::FileCard;
pub(super) use header::Header;
pub(super) use impact_mark::ImpactMark;
pub(super) use learn_names::LearnNames;
pub(super) use notice_bar::NoticeBar;
pub(super) use personal_form::PersonalForm;
pub(super) use reading_progress::ReadingProgress;
pub(super) use reason_notes::ReasonNotes;
pub(super) use set_aside_table::SetAsideTable;
pub(super) use trend_line::TrendLine;
pub(super) use zone_choice::ZoneChooser;
