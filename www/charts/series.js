// Lines and bars.

import { dashes, shape } from "./second_sign.js";
import { drawnAs, isHorizontal } from "./spec.js";
import { seriesColor } from "./theme.js";

/** With more points than this, their symbols would run into each other. */
const MOST_SYMBOLS = 60;

/** What ECharts knows a series by. Not its name: two may have the same one. */
export const nameOf = (at) => String(at);

/** @returns {object[]} the series as ECharts has them, in their order */
export const seriesOptions = (spec, theme) =>
  spec.series.map((series, at) => {
    const drawn = drawnAs(spec, series) === "line" ? line(spec, theme, series, at) : bar(spec, theme, series, at);
    // Both axes are in one plot; which of them values lie along depends on the direction.
    const axis = isHorizontal(spec) ? { xAxisIndex: series.axis } : { yAxisIndex: series.axis };
    const stack = spec.kind === "stacked" && !series.as ? { stack: `stack ${series.axis}` } : {};
    const data = spec.log && series.axis === 0 ? series.values.map(aboveZero) : series.values;
    return { name: nameOf(at), data, ...axis, ...stack, ...drawn };
  });

/** A logarithmic axis has no place for anything else. */
const aboveZero = (value) => (value > 0 ? value : null);

const line = (spec, theme, series, at) => {
  const color = seriesColor(theme, series.color);
  const stacked = spec.kind === "stacked" && !series.as;
  const few = series.values.length <= MOST_SYMBOLS && spec.kind !== "spark" && !stacked;
  // Areas have textures.
  const solid = !series.dashed && (spec.series.length === 1 || stacked);
  const options = {
    type: "line",
    color,
    symbol: shape(at),
    symbolSize: 6,
    showSymbol: few,
    showAllSymbol: true,
    lineStyle: { width: spec.kind === "spark" ? 1.5 : 2, type: solid ? "solid" : dashes(series, at) },
    // Of thousands of points, those that make the shape.
    sampling: "lttb",
    emphasis: { focus: "none", scale: false },
  };
  if (series.area || stacked) options.areaStyle = { color, opacity: stacked ? 0.8 : 0.2 };
  if (!options.showSymbol && hasLonePoints(series.values)) {
    // Without a neighbour there is no line, and the value would not be seen.
    Object.assign(options, { symbol: "none", showSymbol: true, data: series.values.map(seenAlone(color)) });
  }
  return options;
};

const isLone = (values, at) => {
  const [before, here, next] = [-1, 0, 1].map((step) => values[at + step] ?? null);
  return here !== null && before === null && next === null;
};

const hasLonePoints = (values) => values.some((_, at) => isLone(values, at));

const seenAlone = (color) => (value, at, values) =>
  isLone(values, at) ? { value, symbol: "circle", symbolSize: 4, itemStyle: { color } } : value;

const bar = (spec, theme, series) => {
  const gapless = spec.kind === "histogram";
  return {
    type: "bar",
    itemStyle: {
      color: seriesColor(theme, series.color),
      opacity: series.dashed ? 0.6 : 1,
      // What lies upon each other is divided by the ground between.
      ...(spec.kind === "stacked" || gapless ? { borderColor: theme.background, borderWidth: 0.5 } : {}),
    },
    barGap: "8%",
    barCategoryGap: gapless ? "2%" : "25%",
    ...(gapless ? {} : { barMaxWidth: 48 }),
    emphasis: { focus: "none" },
  };
};
