// The axes. Categories are told to ECharts by their numbers and labelled here, so that two of one label stay two (the
// hour that comes twice when clocks are set back), and a label is only ever a text.

import { font, FONT_SIZE, inTwoLines, widest } from "./labels.js";
import { drawnAs, isHorizontal, unitOf } from "./spec.js";

/** A row's least height, below which not every one is labelled. */
const LABEL_HEIGHT = 15;

/** Few enough, and wide enough, for each column to be labelled, in two lines cut to its width. */
const FEW = 12;
const LABEL_WIDTH = 3 * FONT_SIZE;

/** Labels that are wider stand in two lines: a date and a time. */
const WIDE = 80;

/**
 * Labels of columns, `each` pixels wide.
 *
 * @param {boolean} named columns are things of their own, each of which should be named, and not a course of time
 */
export const columnLabels = (labels, theme, each, named) => {
  const few = named && labels.length <= FEW && each >= LABEL_WIDTH;
  // Names can be told apart when they are cut, numbers cannot.
  const all = few && labels.every((label) =>
    !/\d/.test(label) || inTwoLines(label, theme, each - 4).replace("\n", " ") === label);
  const wide = widest(labels, theme) > WIDE;
  const text = (label) => {
    if (all) return inTwoLines(label, theme, each - 4);
    return wide ? inTwoLines(label, theme, WIDE) : label;
  };
  const which = all ? { interval: 0 } : { hideOverlap: true };
  return { ...font(theme), margin: 10, formatter: (value) => text(labels[Number(value)] ?? ""), ...which };
};

/** Labels of rows, `each` pixels high, in a chart of that width. */
export const rowLabels = (labels, theme, each, width) => ({
  ...font(theme),
  formatter: (value) => labels[Number(value)] ?? "",
  width: rowLabelsWidth(labels, theme, width),
  overflow: "truncate",
  ellipsis: "…",
  align: "right",
  interval: each >= LABEL_HEIGHT ? 0 : "auto",
});

export const rowLabelsWidth = (labels, theme, width) =>
  Math.min(widest(labels, theme) + 2, Math.max(60, Math.min(280, width * 0.4)));

/**
 * @param {number} length of the axis in pixels, about
 * @param {number} width of the whole chart
 */
export const categoryAxis = (spec, theme, length, width) => {
  const horizontal = isHorizontal(spec);
  const labels = spec.categories;
  const each = length / Math.max(labels.length, 1);
  const bars = spec.series.some((series) => drawnAs(spec, series) === "bar");
  const axisLabel = horizontal ? rowLabels(labels, theme, each, width) : columnLabels(labels, theme, each, bars);
  // The last one ends with the plot, instead of making it narrower.
  if (!horizontal && !bars) axisLabel.alignMaxLabel = "right";
  return {
    type: "category",
    data: labels.map((_, at) => at),
    boundaryGap: bars,
    inverse: horizontal,
    axisLabel,
    axisTick: { show: !horizontal && !bars, alignWithLabel: true, lineStyle: { color: theme.muted } },
    axisLine: { lineStyle: { color: theme.muted }, onZero: false },
    axisPointer: pointer(theme, bars),
  };
};

const pointer = (theme, bars) => ({
  animation: false,
  ...(bars
    ? { type: "shadow", shadowStyle: { color: theme.muted, opacity: 0.12 } }
    : { type: "line", lineStyle: { color: theme.muted, type: "solid" } }),
});

/**
 * @param {0 | 1} at which of the two
 * @param {ReturnType<import("./numbers.js").notation>} written how its numbers are written
 * @param {number} length of the axis in pixels, about
 */
export const valueAxis = (spec, theme, at, written, length) => {
  const horizontal = isHorizontal(spec);
  const values = spec.series.filter((series) => series.axis === at).flatMap((series) => series.values);
  const name = spec.words.axes?.[at];
  const reach = scale(spec, at, values, written, Math.floor(length / (horizontal ? 50 : 35)));
  const axis = {
    ...reach,
    axisLabel: { ...font(theme), formatter: written.tick, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
    // Lines of two axes would cross each other at odd places.
    splitLine: { show: at === 0, lineStyle: { color: theme.line } },
    axisPointer: { show: false },
  };
  if (reach.type === "log") {
    // Where bars begin there is no number of their own kind.
    axis.axisLabel.formatter = (value) => (value <= reach.min ? "" : written.tick(value));
  }
  if (name) {
    axis.name = name;
    axis.nameTextStyle = font(theme);
    Object.assign(axis, horizontal ? { nameLocation: "middle", nameGap: 8 } : { nameLocation: "end", nameGap: 10 });
    if (!horizontal) axis.nameTextStyle.align = at === 0 ? "left" : "right";
  }
  return axis;
};

/** Most steps of an axis, however long. */
const MOST_STEPS = 6;

/**
 * How far an axis goes, and where its ticks are.
 *
 * @param {number} room for how many steps there is room
 */
export const scale = (spec, at, values, written, room) => {
  const numbers = values.filter((value) => value !== null);
  const steps = Math.min(Math.max(room, 2), MOST_STEPS);
  const log = spec.log && at === 0;
  if (log) {
    const least = numbers.reduce((least, value) => (value > 0 ? Math.min(least, value) : least), Infinity);
    // A power below the least: a bar that began at its own value would have no length.
    const min = 10 ** (Math.ceil(Math.log10(Number.isFinite(least) ? least : 1)) - 1);
    return { type: "log", min, startValue: min };
  }
  const axis = { type: "value", minInterval: written.minStep, splitNumber: Math.min(steps, 5) };
  if (written.step) {
    const step = written.step(steps);
    Object.assign(axis, { interval: step, min: 0, max: Math.max(1, Math.ceil(written.largest / step)) * step });
  } else if (unitOf(spec, at) === "percent" && written.largest > 50 && written.largest <= 100.01) {
    Object.assign(axis, { max: 100, interval: steps < 4 ? 50 : 20 });
  }
  return axis;
};
