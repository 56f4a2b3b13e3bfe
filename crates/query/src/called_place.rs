//! Where called numbers are.

use crate::dial_plan::Digits;
use knowledge::{area_of, region_of};

/// The place of the region of a called number.
pub(super) fn country(digits: Digits) -> Option<usize> {
    region_of(digits.international().iter())
}

/// The place of the area of a called number.
pub(super) fn area(digits: Digits) -> Option<usize> {
    area_of(digits.international().iter())
}
