use crate::app::context::Page;
use calls::LocalZone;
use query::Period;

/// What two selections are called.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SideNames {
    pub(super) before: String,
    pub(super) after: String,
}

impl SideNames {
    /// The names of periods: days by their dates.
    pub(super) fn of_periods(page: &Page, periods: [Period; 2], zone: &LocalZone) -> Self {
        let [before, after] = periods.map(|period| {
            let midnight = |at| page.language.moment(at, zone).ends_with("00:00");
            let is_day = midnight(period.from) && midnight(period.to) && period.to.0 - period.from.0 < 36 * 3_600_000;
            if is_day { page.language.day(period.from, zone) } else { page.language.span(period.from, period.to, zone) }
        });
        Self { before, after }
    }
}
