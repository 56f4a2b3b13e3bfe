// Lines, bars, what is stacked, histograms and sparks: all that has categories along one axis and values along the
// other.

import { categoryAxis, rowLabelsWidth, valueAxis } from "./axes.js";
import { font, widest } from "./labels.js";
import { legend } from "./legend.js";
import { marks } from "./marks.js";
import { notation } from "./numbers.js";
import { textures } from "./second_sign.js";
import { seriesOptions } from "./series.js";
import { drawnAs, isHorizontal } from "./spec.js";
import { seriesColor } from "./theme.js";
import { tooltip, tooltipContent } from "./tooltip.js";

/** @returns {object} options of ECharts */
export const cartesian = (spec, theme, { width, height }) => {
  const horizontal = isHorizontal(spec);
  const axes = spec.series.some((series) => series.axis === 1) ? [0, 1] : [0];
  const written = axes.map((axis) => notation(spec, axis, largest(spec, axis)));
  const names = legend(spec, theme, { width, height });
  const top = names.height + 4;
  const series = seriesOptions(spec, theme);
  const room = horizontal ? valueLabels(spec, theme, series, written[0]) : 0;
  const beside = horizontal ? rowLabelsWidth(spec.categories, theme, width) + room : 50 * axes.length;
  const [high, wide] = [height - top - 40, width - beside];
  const category = categoryAxis(spec, theme, horizontal ? high : wide, width);
  const values = axes.map((axis) => valueAxis(spec, theme, axis, written[axis], horizontal ? wide : high));
  const textured = spec.series.filter((series) => drawnAs(spec, series) === "bar" || spec.kind === "stacked");
  return {
    legend: names.option,
    grid: grid({ top, right: Math.max(8, room), ends: category.boundaryGap || axes.length > 1 }),
    xAxis: horizontal ? values : category,
    yAxis: horizontal ? category : values,
    tooltip: tooltip(theme, "axis", atCategory(spec, theme, written)),
    aria: { decal: { show: textured.length > 1, decals: textures(theme) } },
    series: [...series, ...marks(spec, theme)],
  };
};

/**
 * The plot, in what its axes leave of the chart.
 *
 * @param {boolean} ends whether what is right of the plot must end within the chart. Else it is the last label only,
 *   which is aligned with the plot, but measured as if it were not
 */
const grid = ({ top, right, ends }) => {
  const edges = { left: 2, right, top, bottom: 4 };
  return { ...edges, outerBoundsContain: "all", outerBounds: { ...edges, right: ends ? right : -200 } };
};

/** @returns {object} options of ECharts for the smallest of charts */
export const spark = (spec, theme) => {
  const hidden = { show: false };
  return {
    grid: { left: 2, right: 4, top: 3, bottom: 3, outerBoundsMode: "none" },
    xAxis: { type: "category", data: spec.categories.map((_, at) => at), boundaryGap: false, ...hidden },
    yAxis: { type: "value", scale: true, ...hidden },
    legend: hidden,
    series: seriesOptions({ ...spec, log: false }, theme).map((series) => ({ ...series, silent: true })),
  };
};

/** The largest value of an axis. Where values are stacked, their sum. */
const largest = (spec, axis) => {
  const all = spec.series.filter((series) => series.axis === axis);
  const values = all.flatMap((series) => series.values);
  if (spec.kind === "stacked") values.push(...sums(all.filter(isStackedOn(axis))));
  return values.reduce((most, value) => Math.max(most, value ?? 0), 0);
};

const isStackedOn = (axis) => (series) => !series.as && series.axis === axis;

const sums = (all) =>
  (all[0]?.values ?? []).map((_, at) => all.reduce((sum, series) => sum + (series.values[at] ?? 0), 0));

/** Writes the values of a single series at the ends of its bars. Returns how much room the longest needs beyond. */
const valueLabels = (spec, theme, series, written) => {
  if (series.length !== 1 || series[0].type !== "bar") return 0;
  const texts = spec.series[0].values.map((value) => (value === null ? "" : written.whole(value)));
  const formatter = ({ dataIndex }) => texts[dataIndex];
  series[0].label = { show: true, position: "right", ...font(theme, theme.text), formatter };
  return widest(texts, theme) + 10;
};

const atCategory = (spec, theme, written) => (found) => {
  const shown = (Array.isArray(found) ? found : [found]).filter((one) => spec.series[Number(one.seriesName)]);
  if (shown.length === 0) return "";
  const category = shown[0].dataIndex;
  const rows = shown.map(({ seriesName }) => {
    const series = spec.series[Number(seriesName)];
    const value = series.values[category] ?? null;
    const text = value === null ? (spec.words.none ?? "") : written[series.axis].whole(value);
    return { color: seriesColor(theme, series.color), name: series.name, value: text };
  });
  if (spec.kind === "stacked" && spec.words.total && rows.length > 1) {
    const all = shown.map(({ seriesName }) => spec.series[Number(seriesName)]);
    const total = all.filter(isStackedOn(0)).reduce((sum, series) => sum + (series.values[category] ?? 0), 0);
    rows.push({ name: spec.words.total, value: written[0].whole(total), strong: true });
  }
  return tooltipContent(spec.categories[category] ?? "", rows);
};
