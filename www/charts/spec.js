// What the page says of a chart, and how it is read. That ECharts draws it, only the files beside this one know.

/**
 * What a number is, and so how it is written.
 *
 * - `count`: whole; `none`: any number
 * - `percent`: 0 to 100
 * - `seconds`: written as 3:05 or 1:02:03; where all are small, as seconds with a fraction
 * - `millis`: milliseconds
 * - `money`: with two decimals, without a currency, which records do not tell
 *
 * @typedef {"count" | "percent" | "seconds" | "millis" | "money" | "none"} Unit
 */

/**
 * Numbers of one kind, one for each category. In a heat map: a row.
 *
 * @typedef {object} Series
 * @property {string} name
 * @property {(number | null)[]} values null is a gap, an empty cell, no bar; never 0
 * @property {number | null} [color] which colour of the theme; without it, its own place among the series
 * @property {0 | 1} [axis] by which value axis it is measured: 0 the left one, 1 the right one
 * @property {"line" | "bar"} [as] where it is to be drawn otherwise than its kind says: a ratio as a line over bars
 * @property {boolean} [area] the area under its line is filled
 * @property {boolean} [dashed] what is compared with, or is not certain
 */

/**
 * @typedef {object} Point
 * @property {string} name
 * @property {number} x
 * @property {number} y
 * @property {number} [size] shown by the point's area
 * @property {number | null} [color] which colour of the theme
 */

/**
 * Every text that a person reads, beside names and labels. All may be missing; what needs them is left out then.
 *
 * @typedef {object} Words
 * @property {string[]} [axes] what the value axes measure. Of a scatter: x, y, size
 * @property {string} [value] what a heat map's cells count
 * @property {string} [none] stands for a number that is not there
 * @property {string} [total] names the sum of what is stacked
 */

/**
 * - `lines`: over categories, which are mostly times; `area` fills
 * - `stacked`: bars upon each other, or areas where series have `area`
 * - `bars`: side by side; `horizontal` for long names
 * - `histogram`: bars without gaps
 * - `heat`: each series is a row, its name the label beside it, each category a column
 * - `scatter`: `points` instead of series
 * - `spark`: a line without axes, words or answers to the pointer, for a cell of a table
 *
 * @typedef {object} Spec
 * @property {"lines" | "stacked" | "bars" | "histogram" | "heat" | "scatter" | "spark"} kind
 * @property {string} title what the chart shows, for those who cannot see it
 * @property {string[]} [categories] the labels along x, formatted; in horizontal bars along y, the first one on top
 * @property {Series[]} [series]
 * @property {Point[]} [points]
 * @property {Unit} [unit] of all values; `none` without it
 * @property {Unit[]} [units] of each value axis. Of a scatter: x, y, size
 * @property {string} [locale] in whose notation numbers are written
 * @property {boolean} [horizontal] bars run to the right
 * @property {boolean} [log] the left value axis is logarithmic (and has nothing for 0 and below), a scatter's both
 *   axes, a heat map's colours
 * @property {boolean} [drag] a part of x can be chosen by dragging over it
 * @property {{ at: number, label: string }[]} [marks] vertical lines at categories
 * @property {{ value: number, label: string, axis?: 0 | 1 }[]} [levels] lines at values of an axis
 * @property {{ from: number, to: number, label: string }[]} [bands] shaded categories
 * @property {Words} [words]
 */

const KINDS = ["lines", "stacked", "bars", "histogram", "heat", "scatter", "spark"];

/**
 * @param {Spec} given it is left as it is
 * @returns {Required<Spec>} with everything that may be missing
 */
export const readSpec = (given) => {
  const spec = cleaned(given);
  if (!KINDS.includes(spec.kind)) throw new Error(`no chart is of the kind ${JSON.stringify(spec.kind)}`);
  const empty = { categories: [], series: [], points: [], unit: "none", units: [], locale: "en", horizontal: false };
  const plain = { log: false, drag: false, marks: [], levels: [], bands: [], words: {} };
  const full = { title: "", ...empty, ...plain, ...withoutNull(spec) };
  full.series = full.series.map((series, at) => ({ ...series, color: series.color ?? at, axis: series.axis ?? 0 }));
  if (full.categories.length === 0) full.categories = Array.from(full.series[0]?.values ?? [], () => "");
  return full;
};

/** An `Option` that is `None` comes as null, which is as good as missing. */
const withoutNull = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

/** All of it with clean texts. */
const cleaned = (value) => {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, cleaned(of)]));
};

/** Without line ends and other control characters, which files have in names and which no SVG may have. */
const cleanText = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, " ");

/** Whether its values are along x: the two then change their places. */
export const isHorizontal = (spec) => spec.horizontal && ["bars", "stacked"].includes(spec.kind);

/** As what a series is drawn. */
export const drawnAs = (spec, series) => {
  if (series.as) return series.as;
  const line = spec.kind === "lines" || spec.kind === "spark" || (spec.kind === "stacked" && series.area);
  return line ? "line" : "bar";
};

/** The unit of an axis. */
export const unitOf = (spec, axis) => spec.units[axis] ?? spec.unit;
