//! Charts, drawn by Apache ECharts behind `www/charts/main.js`: what is shown is a [`Spec`], how it looks is settled
//! there.

mod live;
mod spec;

pub(super) use live::Chart;
pub(super) use spec::{Band, Kind, Level, Point, Series, Spec, Words, unit_name};
