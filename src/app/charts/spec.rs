//! What a chart shows, as `www/charts/spec.js` reads it. Every text is plain text: none is taken as markup.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// How values are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::app) enum Kind {
    /// A line for each series.
    Lines,
    /// Series on top of each other.
    Stacked,
    /// Bars beside each other.
    Bars,
    /// Bars without gaps.
    Histogram,
    /// A cell for each value; series are rows.
    Heat,
    /// Points by two values each.
    Scatter,
    /// A small line without axes.
    Spark,
}

/// A row of values.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(in crate::app) struct Series {
    /// What it is of.
    pub(in crate::app) name: String,
    /// One for each category; `None` is a gap, never 0.
    pub(in crate::app) values: Vec<Option<f64>>,
    /// Which of the theme's colours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::app) color: Option<usize>,
    /// The axis of its values: 0 left, 1 right.
    pub(in crate::app) axis: u8,
    /// `line` or `bar`, where it is drawn otherwise than its chart says.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub(in crate::app) drawn_as: Option<&'static str>,
    /// The area under its line is filled.
    pub(in crate::app) area: bool,
    /// What is compared with, or is not certain.
    pub(in crate::app) dashed: bool,
}

/// A point of a scatter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::app) struct Point {
    pub(in crate::app) name: String,
    pub(in crate::app) x: f64,
    pub(in crate::app) y: f64,
    pub(in crate::app) size: f64,
}

/// A level line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::app) struct Level {
    pub(in crate::app) value: f64,
    pub(in crate::app) label: String,
    pub(in crate::app) axis: u8,
}

/// Categories that are shaded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::app) struct Band {
    pub(in crate::app) from: usize,
    pub(in crate::app) to: usize,
    pub(in crate::app) label: String,
}

/// What a person reads besides names.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(in crate::app) struct Words {
    /// What each value axis measures; of a scatter x, y and size.
    pub(in crate::app) axes: Vec<String>,
    /// What the cells of a heat map count.
    pub(in crate::app) value: String,
    /// Stands for a value that is not there.
    pub(in crate::app) none: String,
    /// Names the sum of what is stacked.
    pub(in crate::app) total: String,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::app) struct Spec {
    pub(in crate::app) kind: Kind,
    /// For those who cannot see it.
    pub(in crate::app) title: String,
    pub(in crate::app) categories: Vec<String>,
    pub(in crate::app) series: Vec<Series>,
    pub(in crate::app) points: Vec<Point>,
    /// `count`, `percent`, `seconds`, `millis`, `money` or `none`: of each value axis; of a scatter x, y, size.
    pub(in crate::app) units: Vec<&'static str>,
    pub(in crate::app) locale: &'static str,
    /// Bars run to the right.
    pub(in crate::app) horizontal: bool,
    /// A logarithmic scale.
    pub(in crate::app) log: bool,
    /// A span of categories can be chosen by dragging.
    pub(in crate::app) drag: bool,
    pub(in crate::app) levels: Vec<Level>,
    pub(in crate::app) bands: Vec<Band>,
    pub(in crate::app) words: Words,
}

impl Spec {
    /// An empty chart.
    pub(in crate::app) fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            categories: Vec::new(),
            series: Vec::new(),
            points: Vec::new(),
            units: Vec::new(),
            locale: "en",
            horizontal: false,
            log: false,
            drag: false,
            levels: Vec::new(),
            bands: Vec::new(),
            words: Words::default(),
        }
    }

    fn is_empty(&self) -> bool {
        self.points.is_empty() && self.series.iter().all(|series| series.values.iter().all(Option::is_none))
    }

    /// As the charts take it: an object of www/charts/spec.js.
    pub(super) fn to_js(&self) -> JsValue {
        // Text, numbers and lists of them: nothing can fail.
        self.serialize(&Serializer::json_compatible()).unwrap_or_default()
    }

    /// Whether there is anything to draw.
    pub(in crate::app) fn has_data(&self) -> bool {
        !self.is_empty()
    }
}

/// What values of a unit are called there.
pub(in crate::app) fn unit_name(unit: query::Unit) -> &'static str {
    use query::Unit;
    match unit {
        Unit::Count => "count",
        Unit::Percent => "percent",
        Unit::Seconds => "seconds",
        Unit::Millis => "millis",
        Unit::Minutes => "none",
        Unit::Money | Unit::MoneyPerMinute => "money",
    }
}
